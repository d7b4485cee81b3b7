import { Type } from 'typebox';
import { subscriptionStatuses } from './subscription-status.ts';

const text = Type.Union([Type.String(), Type.Null()]);

const data = Type.Object({
  subscriptionId: Type.String(),
  status: Type.Enum([...subscriptionStatuses]),
  billing: Type.Enum(['provider', 'hub']),
  name: Type.String(),
  amount: Type.Object({ amountMinor: Type.String(), currency: Type.String() }),
  /** The product's own name of it, as the first payment had it. */
  reference: text,
  customerId: text,
  /** Periods that are paid. */
  periods: Type.Integer(),
  /** Until when it is paid. */
  currentPeriodEnd: text,
  /** Not renewed after this. */
  cancelsAt: text,
  /** Of the newest period; of `payment_due` the one that is to be paid. */
  paymentId: text,
  /** Of `payment_due`: the page on which it can be paid. */
  checkoutUrl: text,
  metadata: Type.Record(Type.String(), Type.String()),
});

const subscription = (summary: string) => ({ summary, data });

export const subscriptionEvents = {
  'subscription.started': subscription('The first period of a subscription is paid.'),
  'subscription.renewed': subscription('A further period is paid.'),
  'subscription.payment_due': subscription('The next period is to be paid, at the link.'),
  'subscription.past_due': subscription('A period is not paid in time; the days of grace run.'),
  'subscription.changed': subscription('Its end was planned, it was paused, or it goes on.'),
  'subscription.cancelled': subscription('It ended because somebody wished so.'),
  'subscription.expired': subscription('It ended because nobody paid.'),
} as const;
export type SubscriptionEventType = keyof typeof subscriptionEvents;
