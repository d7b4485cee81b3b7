import { declareEvent } from '@fairlead/core/flow-api';
import { type Static, Type } from 'typebox';

const text = Type.String();
const statuses = ['created', 'pending', 'succeeded', 'failed', 'cancelled', 'unknown'] as const;

const data = Type.Object({
  payoutId: text,
  connectionId: text,
  amount: Type.Object({ amountMinor: text, currency: text }),
  status: Type.Enum([...statuses]),
  reference: Type.Union([text, Type.Null()], { description: 'The product’s own name of it.' }),
  payoutRef: Type.Union([text, Type.Null()], { description: 'Null until the provider named it.' }),
  reason: Type.Union([text, Type.Null()]),
});
const payout = (status: (typeof statuses)[number], summary: string) =>
  declareEvent({
    summary,
    subject: 'the id of the payout',
    data,
    example: {
      payoutId: '01k9v8g7h9j1k3m5n7p9q1r3s5',
      connectionId: '01k9v7d1m2q4x8r6t0b3n5c7ae',
      amount: { amountMinor: '5000', currency: 'USD' },
      status,
      reference: 'affiliate-2026-03',
      payoutRef: status === 'created' ? null : 'po_8f31',
      reason: status === 'failed' ? 'account_closed' : null,
    },
  });

export const payoutEvents = {
  'payout.created': payout('created', 'Money is to be sent; the provider has not been asked yet.'),
  'payout.pending': payout('pending', 'The provider sends money.'),
  'payout.succeeded': payout('succeeded', 'Money that was sent arrived.'),
  'payout.failed': payout('failed', 'Money was not sent, or came back.'),
  'payout.cancelled': payout('cancelled', 'Sending money was cancelled.'),
  'payout.outcome_unknown': payout('unknown', 'Money may have been sent or not; only the provider knows.'),
} as const;
export type PayoutEventData = Static<typeof data>;
export type PayoutEventType = keyof typeof payoutEvents;
