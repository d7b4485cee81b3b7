import type { Books } from './books.ts';
import type { Charges } from './charges.ts';
import type { Deposits } from './deposits.ts';
import { type Amount, ApiFailure, type Checkout, type Dispute } from './model.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What a customer, a bank or a network does with a checkout. README.md says what each means. */
export const outcomes = [
  'pay',
  'decline',
  'authenticate',
  'authentication_failed',
  'cancel',
  'delay',
  'expire',
  'pay_less',
  'pay_more',
  'pay_other_currency',
  'pay_late',
  'pay_late_less',
  'pay_crypto',
  'underpay',
  'underpay_late',
  'top_up_part',
  'top_up',
  'overpay',
  'inquiry',
  'dispute',
  'dispute_review',
  'dispute_won',
  'dispute_lost',
  'dispute_closed',
  'reverse',
  'bill_paid',
  'bill_failed',
  'bill_given_up',
] as const;
export type Outcome = (typeof outcomes)[number];

const day = 86_400_000;

export interface OutcomesParts {
  readonly books: Books;
  readonly charges: Charges;
  readonly deposits: Deposits;
  readonly subscriptions: Subscriptions;
}

/** Decides checkouts. Every method is one transaction of the caller's. */
export function createOutcomes({ books, charges, deposits, subscriptions }: OutcomesParts) {
  const { clock, newId, save, end, find } = books;

  const decline = (checkout: Checkout, code: string, reason: string, message: string): Checkout => {
    const made = { id: newId('dec'), code, reason, message, created_at: clock.stamp() };
    return save({ ...checkout, status: 'open', declines: [...checkout.declines, made] }, 'checkout.declined', made);
  };

  /** Opens a dispute, or carries on the one there is. */
  const dispute = (checkout: Checkout, status: Dispute['status']): Checkout => {
    const open = checkout.disputes.at(-1);
    const now = clock.stamp();
    const { amount, currency } = checkout.captures[0] ?? checkout;
    const made: Dispute = {
      id: open?.id ?? newId('dp'),
      amount,
      currency,
      status,
      reason: 'fraudulent',
      respond_by: open?.respond_by ?? clock.stamp(7 * day),
      created_at: open?.created_at ?? now,
      updated_at: now,
    };
    const others = checkout.disputes.filter(({ id }) => id !== made.id);
    return save({ ...checkout, disputes: [...others, made] }, 'dispute.updated', made);
  };

  const reverse = (checkout: Checkout): Checkout => {
    const { amount, currency } = checkout.captures[0] ?? checkout;
    const made = { id: newId('rev'), amount, currency, created_at: clock.stamp() };
    return save({ ...checkout, reversals: [...checkout.reversals, made] }, 'checkout.reversed', made);
  };

  const delay = (checkout: Checkout): Checkout =>
    save({ ...checkout, status: 'processing', processing_at: clock.stamp() }, 'checkout.processing');

  /** Another amount or currency than was asked for, taken at once. */
  const takeOther = (checkout: Checkout, other: Partial<Amount>): Checkout => {
    const { amount, currency } = checkout;
    return charges.charge(checkout, { amount, currency, ...other, final: true }).checkout;
  };

  const bill = (checkout: Checkout, outcome: 'paid' | 'failed' | 'given_up'): Checkout => {
    if (checkout.subscription === undefined)
      throw new ApiFailure(409, 'no_subscription', 'Nothing of this checkout is billed again.');
    subscriptions.bill(checkout.subscription.id, outcome);
    return find(checkout.id);
  };

  const settle: { readonly [Name in Outcome]: (checkout: Checkout) => Checkout } = {
    pay: (checkout) => charges.pay(payable(checkout)),
    authenticate: (checkout) => charges.pay(payable(checkout)),
    decline: (checkout) => decline(payable(checkout), 'card_declined', 'insufficient_funds', 'Not enough money.'),
    authentication_failed: (checkout) =>
      decline(payable(checkout), '3ds_failed', 'authentication_failed', 'The second factor was wrong.'),
    cancel: (checkout) => end(endable(checkout), 'cancelled'),
    expire: (checkout) => end(endable(checkout), 'expired'),
    delay: (checkout) => delay(payable(checkout)),
    pay_less: (checkout) => takeOther(payable(checkout), { amount: lessOf(checkout) }),
    pay_more: (checkout) => takeOther(payable(checkout), { amount: String(BigInt(checkout.amount) + 100n) }),
    pay_other_currency: (checkout) =>
      takeOther(payable(checkout), { currency: checkout.currency === 'USD' ? 'EUR' : 'USD' }),
    pay_late: (checkout) => takeOther(ended(checkout), {}),
    pay_late_less: (checkout) => takeOther(ended(checkout), { amount: lessOf(checkout) }),
    pay_crypto: (checkout) => deposits.exact(payable(checkout)),
    underpay: (checkout) => deposits.under(payable(checkout)),
    underpay_late: (checkout) => deposits.under(ended(checkout)),
    top_up_part: (checkout) => deposits.topUpPart(checkout),
    top_up: (checkout) => deposits.topUp(checkout),
    overpay: (checkout) => deposits.over(payable(checkout)),
    inquiry: (checkout) => dispute(paid(checkout), 'inquiry'),
    dispute: (checkout) => dispute(paid(checkout), 'needs_response'),
    dispute_review: (checkout) => dispute(paid(checkout), 'under_review'),
    dispute_won: (checkout) => dispute(paid(checkout), 'won'),
    dispute_lost: (checkout) => dispute(paid(checkout), 'lost'),
    dispute_closed: (checkout) => dispute(paid(checkout), 'closed'),
    reverse: (checkout) => reverse(paid(checkout)),
    bill_paid: (checkout) => bill(checkout, 'paid'),
    bill_failed: (checkout) => bill(checkout, 'failed'),
    bill_given_up: (checkout) => bill(checkout, 'given_up'),
  };

  /**
   * @param other for `pay` and `pay_late`: the amount and currency that is taken instead of what was asked for
   * @throws ApiFailure 409 when the checkout is not in a state for it
   */
  return (id: string, outcome: Outcome, other?: Partial<Amount>): Checkout => {
    const checkout = find(id);
    if (other === undefined) return settle[outcome](checkout);
    if (outcome === 'pay') return takeOther(payable(checkout), other);
    if (outcome === 'pay_late') return takeOther(ended(checkout), other);
    throw new ApiFailure(400, 'field_invalid', 'Only “pay” and “pay_late” take an amount or a currency.');
  };
}

export const payableStates = ['open', 'processing', 'underpaid'];

function payable(checkout: Checkout): Checkout {
  if (payableStates.includes(checkout.status)) return checkout;
  throw new ApiFailure(409, 'checkout_closed', `The checkout is ${checkout.status}.`);
}

function endable(checkout: Checkout): Checkout {
  return checkout.status === 'approved' ? checkout : payable(checkout);
}

function ended(checkout: Checkout): Checkout {
  if (['expired', 'cancelled'].includes(checkout.status) && checkout.captures.length === 0) return checkout;
  throw new ApiFailure(409, 'checkout_not_ended', `The checkout is ${checkout.status}: money of it cannot be late.`);
}

function paid(checkout: Checkout): Checkout {
  if (checkout.captures.length > 0) return checkout;
  throw new ApiFailure(409, 'checkout_unpaid', `The checkout is ${checkout.status}: nothing was charged.`);
}

function lessOf({ amount }: Checkout): string {
  return String(BigInt(amount) / 2n || 1n);
}
