import { cancelPayment } from '../acts/decide.ts';
import { isHubError } from '@fairlead/core/flow-api';
import type { PaymentState } from '../model/payment.ts';
import { learn, type News } from './known.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What a payment tells its subscription. */
export interface PaymentTurn {
  readonly paymentId: string;
  /** Type of the payment's event. */
  readonly type: string;
  /** By the hub's clock. */
  readonly at: string;
}

const lateCode = 'subscription_paid_after_end';

/**
 * Tells a subscription what became of one of its payments: the first begins it, a paid one prolongs it. Repeating it is
 * harmless, and so is another order. A payment without a subscription tells nobody.
 */
export async function followPayment(parts: Subscriptions, { paymentId, type, at }: PaymentTurn): Promise<void> {
  const payment = (await parts.tools.payments.get(paymentId))?.state;
  const terms = payment?.intent.subscription;
  if (payment === undefined || terms === undefined || terms === null) return;
  const id = terms.of ?? paymentId;
  if (terms.of === null) await parts.ensure(paymentId, payment);
  const news = newsOf(payment, paymentId, { type, at });
  if (news === undefined) return;
  const after = await parts.change(id, (state) => ({ ...state, known: learn(state.known, news) }));
  if (news.of === 'paid' && after?.status === 'cancelled') await tellOfLateMoney(parts, id, paymentId);
}

function newsOf(
  { intent: { subscription } }: PaymentState,
  paymentId: string,
  { type, at }: Pick<PaymentTurn, 'type' | 'at'>,
): News | undefined {
  const first = subscription?.of === null;
  const period = first ? 1 : subscription?.period;
  switch (type) {
    case 'payment.captured':
      return period === undefined ? undefined : { of: 'paid', what: { period, paymentId, at } };
    case 'payment.failed':
    case 'payment.cancelled':
    case 'payment.expired': {
      const status = type.slice('payment.'.length) as 'failed' | 'cancelled' | 'expired';
      return first ? { of: 'unpaid', what: { status, at } } : undefined;
    }
    default:
      return undefined;
  }
}

async function tellOfLateMoney({ tools }: Subscriptions, id: string, paymentId: string): Promise<void> {
  await tools.services.incidents.raise({
    subject: { kind: 'subscription', id },
    code: lateCode,
    severity: 'warning',
    title: 'A subscription that was cancelled was paid all the same.',
    detail: `Payment ${paymentId} holds the money; refund it, or begin a new subscription.`,
  });
}

/** Ends payments that nobody should pay any more. One that holds money already stays. */
export async function closePayments(parts: Subscriptions, id: string, payments: readonly string[]): Promise<void> {
  if (payments.length === 0) return;
  for (const paymentId of payments) {
    await cancelPayment(parts.tools, paymentId, 'hub').catch((error: unknown) => {
      if (!isHubError(error)) throw error;
    });
  }
  await parts.change(id, (state) => ({ ...state, closed: [...new Set([...state.closed, ...payments])] }));
}
