import { Type } from 'typebox';

const text = Type.Union([Type.String(), Type.Null()]);

const data = Type.Object({
  payoutId: Type.String(),
  connectionId: Type.String(),
  amount: Type.Object({ amountMinor: Type.String(), currency: Type.String() }),
  status: Type.Enum(['created', 'pending', 'succeeded', 'failed', 'cancelled', 'unknown']),
  /** The product's own name of it. */
  reference: text,
  /** Null until the provider named it. */
  payoutRef: text,
  reason: text,
});
const payout = (summary: string) => ({ summary, data });

export const payoutEvents = {
  'payout.created': payout('Money is to be sent; the provider has not been asked yet.'),
  'payout.pending': payout('The provider sends money.'),
  'payout.succeeded': payout('Money that was sent arrived.'),
  'payout.failed': payout('Money was not sent, or came back.'),
  'payout.cancelled': payout('Sending money was cancelled.'),
  'payout.outcome_unknown': payout('Money may have been sent or not; only the provider knows.'),
} as const;
export type PayoutEventType = keyof typeof payoutEvents;
