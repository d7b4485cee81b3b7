import {
  type Call,
  FairleadError,
  type InputOf,
  type OutputOf,
  type PaymentFact,
  type paymentGateway,
} from '@fairlead/sdk';
import { moneyAt, toPayPalAmount } from './amounts.ts';
import { type PayPalClient, vendorKey } from './client.ts';
import { decline, declinedBy } from './declined.ts';
import { nothing } from './object-facts.ts';
import { idAt, type Json, objectAt, optional, textAt } from './reading.ts';

type PaidOut = OutputOf<typeof paymentGateway.payout>;
type PayoutStatus = Extract<PaymentFact, { fact: 'payout' }>['status'];

/** https://developer.paypal.com/docs/api/payments.payouts-batch/v1/, `transaction_status` of an item */
const itemStatuses: Readonly<Record<string, PayoutStatus>> = {
  SUCCESS: 'succeeded',
  PENDING: 'pending',
  UNCLAIMED: 'pending',
  ONHOLD: 'pending',
  NEW: 'pending',
  FAILED: 'failed',
  DENIED: 'failed',
  BLOCKED: 'failed',
  RETURNED: 'failed',
  REFUNDED: 'failed',
  REVERSED: 'failed',
  CANCELED: 'cancelled',
};

/**
 * Sends money as a batch of one: `POST /v1/payments/payouts`. PayPal remembers the batch's id for 30 days and refuses it a
 * second time with a link to the first, which is then the answer.
 * Source: https://developer.paypal.com/docs/api/payments.payouts-batch/v1/#payouts_post
 */
export async function payout(
  client: PayPalClient,
  { reference, amount, destination, description }: InputOf<typeof paymentGateway.payout>,
  call: Call,
): Promise<PaidOut> {
  const units = toPayPalAmount(amount);
  if ('refused' in units) {
    return decline(units.code, units.refused);
  }
  const batchId = vendorKey(call);
  const body = {
    sender_batch_header: { sender_batch_id: batchId },
    items: [
      {
        recipient_type: recipientType(destination),
        receiver: destination,
        amount: { currency: units.currency, value: units.value },
        ...(reference.length <= 63 ? { sender_item_id: reference } : {}),
        ...optional('note', description),
      },
    ],
  };
  const { done, refused } = await client.act(call, '/v1/payments/payouts', body);
  if (done !== undefined) return { outcome: 'pending', movementRef: batchOf(done), amount };
  const earlier = /\/payouts\/([A-Za-z0-9-]{1,64})$/.exec(refused.link ?? '')?.[1];
  if (earlier !== undefined) {
    // Only the batch that has our id answers for it.
    const batch = await client.read(call, `/v1/payments/payouts/${earlier}`);
    const header = objectAt(batch, 'batch_header', 'sender_batch_header');
    if (textAt(header, 'sender_batch_id') === batchId) {
      return { outcome: 'pending', movementRef: batchOf(batch), amount };
    }
  }
  return declinedBy(refused);
}

function batchOf(answer: Json): string {
  const id = idAt(objectAt(answer, 'batch_header'), 'payout_batch_id');
  if (id === undefined) throw new FairleadError('answer_unreadable');
  return id;
}

function recipientType(destination: string): string {
  if (destination.includes('@')) return 'EMAIL';
  return /^\+?[0-9() -]{6,20}$/.test(destination) ? 'PHONE' : 'PAYPAL_ID';
}

/** Of an event about an item or a batch. The batch is what `payout` answered; it holds one item. */
export function payoutFact(resource: Json, type: string): PaymentFact {
  return type.startsWith('PAYMENT.PAYOUTSBATCH.') ? batchFact(resource) : itemFact(resource);
}

function itemFact(item: Json): PaymentFact {
  const payoutRef = idAt(item, 'payout_batch_id');
  const sent = objectAt(item, 'payout_item');
  const amount = moneyAt(sent, 'amount');
  const word = textAt(item, 'transaction_status') ?? '';
  if (payoutRef === undefined || amount === undefined || !Object.hasOwn(itemStatuses, word)) return nothing;
  return {
    fact: 'payout',
    payoutRef,
    amount,
    status: itemStatuses[word] ?? 'pending',
    ...optional('reference', textAt(sent, 'sender_item_id')?.slice(0, 128)),
    ...optional('reason', textAt(objectAt(item, 'errors'), 'message')?.slice(0, 500)),
  };
}

/** A batch that PayPal denies never gets to its item. Its other states are told by the item. */
function batchFact(batch: Json): PaymentFact {
  const header = objectAt(batch, 'batch_header');
  const payoutRef = idAt(header, 'payout_batch_id');
  const amount = moneyAt(header, 'amount');
  if (payoutRef === undefined || amount === undefined || textAt(header, 'batch_status') !== 'DENIED') return nothing;
  return { fact: 'payout', payoutRef, amount, status: 'failed' };
}
