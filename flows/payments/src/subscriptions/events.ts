import type { JsonObject } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import type { SubscriptionState } from './subscription.ts';
import { type SubscriptionStanding, subscriptionStatuses } from './standing.ts';

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

export interface SubscriptionView {
  readonly state: SubscriptionState;
  readonly standing: SubscriptionStanding;
}

export interface SubscriptionDraft {
  readonly type: SubscriptionEventType;
  readonly data: JsonObject;
}

/** What a change of a subscription tells. One that never started tells nothing: its payment does. */
export function subscriptionDrafts(
  id: string,
  before: SubscriptionView | undefined,
  after: SubscriptionView,
  publicUrl: string,
): readonly SubscriptionDraft[] {
  const { state, standing } = after;
  const last = standing.periods.at(-1);
  const [had, has] = [before?.standing.periods.length ?? 0, standing.periods.length];
  const types: SubscriptionEventType[] = [];
  if (had === 0 && has > 0) types.push('subscription.started');
  else if (has > had) types.push('subscription.renewed');
  const ended = turnOf(before, after, has > had);
  if (has > 0 && ended !== undefined) types.push(ended);
  const dues = state.known.billed.filter(
    ({ period }) =>
      standing.status !== 'cancelled' && before?.state.known.billed.every((each) => each.period !== period) !== false,
  );
  return [
    ...types.map((type) => ({ type, data: eventData(id, after, last?.paymentId ?? null, null) })),
    ...dues.map(({ paymentId, checkoutToken }) => ({
      type: 'subscription.payment_due' as const,
      data: eventData(id, after, paymentId, `${publicUrl}/pay/${checkoutToken}`),
    })),
  ];
}

function turnOf(
  before: SubscriptionView | undefined,
  { standing }: SubscriptionView,
  renewed: boolean,
): SubscriptionEventType | undefined {
  const was = before?.standing;
  if (standing.status !== was?.status) {
    if (standing.status === 'past_due' || standing.status === 'cancelled' || standing.status === 'expired') {
      return `subscription.${standing.status}`;
    }
    if (was !== undefined && was.status !== 'pending' && !renewed) return 'subscription.changed';
  }
  return was !== undefined && was.cancelsAt !== standing.cancelsAt && standing.status !== 'cancelled'
    ? 'subscription.changed'
    : undefined;
}

function eventData(
  subscriptionId: string,
  { state, standing }: SubscriptionView,
  paymentId: string | null,
  checkoutUrl: string | null,
): JsonObject {
  const { terms, template } = state;
  return {
    subscriptionId,
    status: standing.status,
    billing: terms.billing,
    name: terms.name,
    amount: { ...template.amount },
    reference: template.reference,
    customerId: template.customer?.id ?? null,
    periods: standing.periods.length,
    currentPeriodEnd: standing.currentPeriodEnd,
    cancelsAt: standing.cancelsAt,
    paymentId,
    checkoutUrl,
    metadata: { ...template.metadata },
  };
}
