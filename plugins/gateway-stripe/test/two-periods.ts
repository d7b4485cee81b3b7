import type { Gateway } from './gateway.ts';
import {
  charge,
  checkoutSession,
  createdS,
  disputeObject,
  invoiceObject,
  invoicePayment,
  type Members,
  monthS,
  refundObject,
  subscriptionObject,
} from './stripe-objects.ts';

export const session = (members: Members = {}) =>
  checkoutSession({
    id: 'cs_sub1',
    mode: 'subscription',
    status: 'complete',
    payment_status: 'paid',
    subscription: 'sub_1',
    invoice: 'in_1',
    customer: 'cus_1',
    url: null,
    ...members,
  });
export const first = (members: Members = {}) => invoiceObject({ billing_reason: 'subscription_create', ...members });
export const withPayments = (invoice: Members, intent: string) => ({
  ...invoice,
  payments: { object: 'list', data: [invoicePayment(intent)], has_more: false },
});
export const list = (...data: Members[]) => ({ body: { object: 'list', data, has_more: false } });

/** Stripe as it stands after two periods were paid, by the intents pi_a and pi_b. */
export function afterTwoPeriods({ stripe: { counterparty } }: Gateway, subscription: Members = {}): void {
  const second = invoiceObject({ id: 'in_2', lines: linesOf(createdS + monthS, createdS + 2 * monthS) });
  counterparty.on({ method: 'GET', path: '/v1/checkout/sessions/cs_sub1' }, { body: session() });
  counterparty.on({ method: 'GET', path: '/v1/subscriptions/sub_1' }, { body: subscriptionObject(subscription) });
  counterparty.on({ method: 'GET', path: '/v1/invoices/in_1' }, { body: withPayments(first(), 'pi_a') });
  counterparty.on({ method: 'GET', path: '/v1/invoices/in_2' }, { body: withPayments(second, 'pi_b') });
  counterparty.on(
    { method: 'GET', path: '/v1/invoices' },
    list(withPayments(second, 'pi_b'), withPayments(first(), 'pi_a')),
  );
  const back = refundObject({ payment_intent: 'pi_b', metadata: { fairlead_refund: 'attempt-1-r1' } });
  counterparty.on(
    { method: 'GET', path: '/v1/charges' },
    list(
      charge({ id: 'ch_b', payment_intent: 'pi_b', refunds: { object: 'list', data: [back] } }),
      charge({ id: 'ch_a', payment_intent: 'pi_a', disputed: true }),
      charge({ id: 'ch_x', payment_intent: 'pi_of_another_purchase', disputed: true }),
    ),
  );
  counterparty.on({ method: 'GET', path: '/v1/disputes' }, ({ query }) =>
    list(disputeObject({ id: `du_${query['charge']}`, charge: query['charge'] })),
  );
}

export const linesOf = (start: number, end: number) => ({
  object: 'list',
  data: [{ id: 'il_1', period: { start, end } }],
});
