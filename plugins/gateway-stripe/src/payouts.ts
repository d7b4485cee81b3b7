import {
  type Call,
  FairleadError,
  type InputOf,
  type OutputOf,
  type PaymentFact,
  type paymentGateway,
} from '@fairlead/sdk';
import type Stripe from 'stripe';
import { toStripePayout } from './amounts.ts';
import type { StripeClient } from './client.ts';
import { amountAt, nothing, optional } from './object-facts.ts';
import { idOf, type Json, objectAt, textAt, timeAt } from './reading.ts';
import { exactly } from './status.ts';

type Paid = OutputOf<typeof paymentGateway.payout>;

/** The metadata member that carries the hub's reference of a payout. */
const payoutKey = 'fairlead_payout';

/** `default` is the account's default bank account for the currency. */
const destinationForm = /^(default|(ba|card)_[A-Za-z0-9_]{1,240})$/;

const payoutStatuses = {
  pending: 'pending',
  in_transit: 'pending',
  paid: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
} as const;

/** https://docs.stripe.com/api/payouts/object; a payout that was paid may still fail. */
export function payoutFact(payout: Json): PaymentFact {
  const payoutRef = idOf(payout);
  const amount = amountAt(payout, 'amount');
  const word = textAt(payout, 'status') ?? '';
  if (payoutRef === undefined || amount === undefined || !Object.hasOwn(payoutStatuses, word)) return nothing;
  return {
    fact: 'payout',
    payoutRef,
    ...optional('reference', textAt(objectAt(payout, 'metadata'), payoutKey)?.slice(0, 128)),
    amount,
    status: payoutStatuses[word as keyof typeof payoutStatuses],
    ...optional('reason', (textAt(payout, 'failure_message') ?? textAt(payout, 'failure_code'))?.slice(0, 500)),
    ...optional('arrivesAt', timeAt(payout, 'arrival_date')),
  };
}

/**
 * Sends money of the account's balance to one of its own bank accounts or debit cards: `POST /v1/payouts`. Stripe pays
 * nobody else this way. Source: https://docs.stripe.com/api/payouts/create
 */
export async function payout(
  client: StripeClient,
  { reference, amount, destination, description }: InputOf<typeof paymentGateway.payout>,
  call: Call,
): Promise<Paid> {
  if (!destinationForm.test(destination)) {
    return decline('destination_unsupported', 'Stripe pays out to ba_… or card_… of the account, or to “default”.');
  }
  const units = toStripePayout(amount);
  if ('refused' in units) return decline('amount_not_representable', units.refused);
  const params: Stripe.PayoutCreateParams = {
    amount: units.amount,
    currency: units.currency,
    metadata: { [payoutKey]: reference },
    ...(destination === 'default' ? {} : { destination }),
    ...optional('description', description),
  };
  const { done, refused } = await client.act(call, (stripe, options) => stripe.payouts.create(params, options));
  if (refused !== undefined) return { outcome: 'declined', ...refused };
  const made = exactly(() => payoutFact(done));
  if (made.fact !== 'payout') throw new FairleadError('answer_unreadable');
  const { status, payoutRef: movementRef } = made;
  if (status === 'failed' || status === 'cancelled') return decline(status, made.reason ?? `The payout is ${status}.`);
  return { outcome: status, movementRef, amount: made.amount };
}

function decline(vendorCode: string, message: string): Paid {
  return { outcome: 'declined', reason: 'other', vendorCode, message };
}
