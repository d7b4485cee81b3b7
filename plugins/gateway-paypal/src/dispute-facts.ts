import type { PaymentFact } from '@fairlead/sdk';
import { moneyAt } from './amounts.ts';
import { nothing } from './object-facts.ts';
import { idAt, type Json, objectAt, objectsAt, optional, textAt, timeAt } from './reading.ts';

type DisputeStatus = Extract<PaymentFact, { fact: 'dispute' }>['status'];

/** What is decided: https://developer.paypal.com/docs/api/customer-disputes/v1/, `dispute_outcome.outcome_code` */
const outcomes: Readonly<Record<string, DisputeStatus>> = {
  RESOLVED_BUYER_FAVOUR: 'lost',
  RESOLVED_SELLER_FAVOUR: 'won',
  DENIED: 'won',
  // PayPal paid, or the buyer withdrew, or the two agreed: money that moved is told by refunds.
  RESOLVED_WITH_PAYOUT: 'closed',
  CANCELED_BY_BUYER: 'closed',
  ACCEPTED: 'closed',
  NONE: 'closed',
};

const open: Readonly<Record<string, DisputeStatus>> = {
  OPEN: 'under_review',
  WAITING_FOR_SELLER_RESPONSE: 'needs_response',
  WAITING_FOR_BUYER_RESPONSE: 'under_review',
  UNDER_REVIEW: 'under_review',
  OTHER: 'under_review',
};

function statusOf(dispute: Json): DisputeStatus | undefined {
  const word = textAt(dispute, 'status') ?? '';
  if (word === 'RESOLVED') {
    const outcome = textAt(objectAt(dispute, 'dispute_outcome'), 'outcome_code') ?? 'NONE';
    return Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : 'closed';
  }
  if (!Object.hasOwn(open, word)) return undefined;
  // While the two still talk, PayPal decides nothing.
  const inquiry = textAt(dispute, 'dispute_life_cycle_stage') === 'INQUIRY' && word !== 'UNDER_REVIEW';
  return inquiry ? 'inquiry' : open[word];
}

export function disputeFact(dispute: Json): PaymentFact {
  const disputeRef = idAt(dispute, 'dispute_id');
  const amount = moneyAt(dispute, 'dispute_amount');
  const status = statusOf(dispute);
  if (disputeRef === undefined || amount === undefined || status === undefined) return nothing;
  return {
    fact: 'dispute',
    disputeRef,
    amount,
    status,
    ...optional('reason', textAt(dispute, 'reason')?.slice(0, 255)),
    ...optional('respondBy', timeAt(dispute, 'seller_response_due_date')),
  };
}

/** The disputed transaction as the seller knows it: its capture, and the reference that the payment carried. */
export function disputedPayment(dispute: Json): { readonly captureId?: string; readonly reference?: string } {
  const transaction = objectsAt(dispute, 'disputed_transactions')[0];
  return {
    ...optional('captureId', idAt(transaction, 'seller_transaction_id')),
    ...optional('reference', textAt(transaction, 'custom')?.slice(0, 128)),
  };
}
