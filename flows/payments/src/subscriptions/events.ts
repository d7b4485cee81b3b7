import type { SubscriptionEventData, SubscriptionEventType } from '../model/subscription-events.ts';
import type { SubscriptionStanding } from './standing.ts';
import type { SubscriptionState } from './subscription.ts';

export interface SubscriptionView {
  readonly state: SubscriptionState;
  readonly standing: SubscriptionStanding;
}

export interface SubscriptionDraft {
  readonly type: SubscriptionEventType;
  readonly data: SubscriptionEventData;
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
): SubscriptionEventData {
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
