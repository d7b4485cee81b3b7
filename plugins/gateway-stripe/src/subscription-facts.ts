import type { PaymentFact } from '@fairlead/sdk';
import { amountAt, nothing, optional, referenceKey } from './object-facts.ts';
import { idAt, idOf, integerAt, type Json, listAt, objectAt, textAt, timeAt } from './reading.ts';

/**
 * What invoices and subscriptions say. Money of a subscription is named by its invoice (`in_`), the first as well as
 * every other: since API version 2025-03-31 neither session nor invoice name an intent, and the invoice is the one id
 * that the checkout session, `invoice.paid` and a poll all carry.
 * Source: https://docs.stripe.com/changelog/basil/2025-03-31/add-support-for-multiple-partial-payments-on-invoices
 */

/** `incomplete` is a first payment that is still being tried, which the session tells of. */
const subscriptionStatuses = {
  trialing: 'active',
  active: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  paused: 'paused',
  canceled: 'cancelled',
  incomplete_expired: 'cancelled',
} as const;

export type SubscriptionStatus = (typeof subscriptionStatuses)[keyof typeof subscriptionStatuses];

/** https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses; undefined for one that has not begun. */
export function subscriptionStatusOf(subscription: Json): SubscriptionStatus | undefined {
  const word = textAt(subscription, 'status') ?? '';
  if (!Object.hasOwn(subscriptionStatuses, word)) return undefined;
  const status = subscriptionStatuses[word as keyof typeof subscriptionStatuses];
  const held = objectAt(subscription, 'pause_collection') !== undefined;
  return status === 'active' && held ? 'paused' : status;
}

/** When it ends, or ended; Stripe sets `cancel_at` as well when it is to end with its period. */
export function endOfSubscription(subscription: Json): string | undefined {
  return timeAt(subscription, 'ended_at') ?? timeAt(subscription, 'cancel_at');
}

export function subscriptionFact(subscription: Json): PaymentFact {
  const subscriptionRef = idOf(subscription);
  const status = subscriptionStatusOf(subscription);
  if (subscriptionRef === undefined || status === undefined) return nothing;
  return {
    fact: 'subscription',
    subscriptionRef,
    status,
    ...optional('periodEndsAt', currentPeriodEnd(subscription)),
    ...optional('endsAt', endOfSubscription(subscription)),
  };
}

/** Of the item since API version 2025-03-31, of the subscription before. Checkouts here make one item. */
function currentPeriodEnd(subscription: Json): string | undefined {
  return timeAt(listAt(subscription, 'items')[0], 'current_period_end') ?? timeAt(subscription, 'current_period_end');
}

/** What billed it: `parent.subscription_details` since API version 2025-03-31, members of the invoice before. */
function billedBy(invoice: Json): Json | undefined {
  return objectAt(objectAt(invoice, 'parent'), 'subscription_details') ?? objectAt(invoice, 'subscription_details');
}

export function subscriptionOf(invoice: Json): string | undefined {
  return idAt(billedBy(invoice), 'subscription') ?? idAt(invoice, 'subscription');
}

/** The subscription's metadata as they were when the invoice was made. */
export function referenceOfInvoice(invoice: Json): string | undefined {
  return textAt(objectAt(billedBy(invoice), 'metadata'), referenceKey)?.slice(0, 128);
}

/** Whether the checkout itself paid it. https://docs.stripe.com/api/invoices/object#invoice_object-billing_reason */
export function isFirst(invoice: Json): boolean {
  return textAt(invoice, 'billing_reason') === 'subscription_create';
}

export function invoicePaid(invoice: Json): PaymentFact {
  const subscriptionRef = subscriptionOf(invoice);
  const invoiceRef = idOf(invoice);
  const amount = amountAt(invoice, 'amount_paid');
  const period = periodOf(invoice);
  if (subscriptionRef === undefined || invoiceRef === undefined || amount === undefined || period === undefined) {
    return nothing;
  }
  return { fact: 'invoice_paid', subscriptionRef, invoiceRef, first: isFirst(invoice), amount, ...period };
}

/**
 * A period that could not be collected. The first is tried on the checkout page, where another try may follow, and is told
 * as a failed try.
 */
export function invoiceFailed(invoice: Json): PaymentFact {
  if (isFirst(invoice)) return { fact: 'failed', reason: 'other', vendorCode: 'invoice_payment_failed' };
  const subscriptionRef = subscriptionOf(invoice);
  const invoiceRef = idOf(invoice);
  const amount = amountAt(invoice, 'amount_remaining') ?? amountAt(invoice, 'amount_due');
  if (subscriptionRef === undefined || invoiceRef === undefined || amount === undefined) return nothing;
  const nextAttemptAt = timeAt(invoice, 'next_payment_attempt');
  return { fact: 'invoice_failed', subscriptionRef, invoiceRef, amount, ...optional('nextAttemptAt', nextAttemptAt) };
}

/** How an invoice stands, for a poll; undefined while nothing was tried. */
export function invoiceFact(invoice: Json): PaymentFact | undefined {
  if (textAt(invoice, 'status') === 'paid') return invoicePaid(invoice);
  return (integerAt(invoice, 'attempt_count') ?? 0) > 0 && !isFirst(invoice) ? invoiceFailed(invoice) : undefined;
}

/**
 * The service period, which stands on the lines: the invoice's own `period_*` is the time in which lines were added.
 * A line of a proration ends with the period and begins within it, so the one that ends last and begins first is taken.
 * Source: https://docs.stripe.com/api/invoices/object#invoice_object-period_end
 */
function periodOf(invoice: Json): { readonly periodStartsAt: string; readonly periodEndsAt: string } | undefined {
  const periods = listAt(invoice, 'lines')
    .map((line) => objectAt(line, 'period'))
    .map((period) => ({ start: integerAt(period, 'start'), end: integerAt(period, 'end'), period }))
    .sort((one, other) => (other.end ?? 0) - (one.end ?? 0) || (one.start ?? 0) - (other.start ?? 0));
  const periodStartsAt = timeAt(periods[0]?.period, 'start');
  const periodEndsAt = timeAt(periods[0]?.period, 'end');
  return periodStartsAt === undefined || periodEndsAt === undefined ? undefined : { periodStartsAt, periodEndsAt };
}
