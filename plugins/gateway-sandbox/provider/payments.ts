import type { ProviderClock } from './clock.ts';
import type { ProviderDatabase } from './database.ts';
import {
  type Amount,
  ApiFailure,
  type Capture,
  type Checkout,
  type Payout,
  type ProviderEvent,
  type Refund,
} from './model.ts';

export interface PaymentsParts {
  readonly database: ProviderDatabase;
  readonly clock: ProviderClock;
  /** Told inside the transaction; the event is durable when it returns. */
  readonly publish: (event: ProviderEvent, checkout: Checkout | undefined) => void;
  /** Where checkout pages are; known once the server listens. */
  readonly baseUrl: () => string;
}

export interface CheckoutRequest extends Amount {
  readonly reference: string;
  readonly capture: 'automatic' | 'manual';
  readonly return_url: string;
  readonly cancel_url: string;
  readonly webhook_url?: string;
  readonly description?: string;
  readonly expires_at?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What a customer, a bank or a network does with a checkout. */
export const outcomes = [
  'pay',
  'decline',
  'authenticate',
  'authentication_failed',
  'cancel',
  'delay',
  'expire',
  'underpay',
  'dispute',
  'dispute_won',
  'dispute_lost',
  'reverse',
] as const;
export type Outcome = (typeof outcomes)[number];

const minute = 60_000;
const day = 86_400_000;
const longestExpiry = day;

/** The provider's books. Every method is one transaction of the caller's. */
export function createPayments({ database, clock, publish, baseUrl }: PaymentsParts) {
  const newId = (prefix: string) => `${prefix}_${String(database.nextNumber()).padStart(6, '0')}`;

  const save = (checkout: Checkout, type?: string, data: unknown = {}): Checkout => {
    database.put('checkout', checkout.id, checkout);
    if (type !== undefined) {
      const { id, reference } = checkout;
      publish({ id: newId('ev'), type, created_at: clock.stamp(), checkout: id, reference, data }, checkout);
    }
    return checkout;
  };

  /** The checkout as it stands now: one that nobody paid in time has expired. */
  const find = (id: string): Checkout => {
    const checkout = database.get<Checkout>('checkout', id);
    if (checkout === undefined)
      throw new ApiFailure(404, 'checkout_unknown', `There is no checkout ${id.slice(0, 80)}.`);
    const lapsed = checkout.status === 'open' && Date.parse(checkout.expires_at) <= clock.now();
    return lapsed ? end(checkout, 'expired') : checkout;
  };

  const end = (checkout: Checkout, status: 'cancelled' | 'expired'): Checkout =>
    save({ ...checkout, status, final: true, ended_at: clock.stamp() }, `checkout.${status}`);

  const charge = (checkout: Checkout, amount: bigint, final: boolean): { checkout: Checkout; capture: Capture } => {
    const { currency } = checkout;
    const capture: Capture = {
      id: newId('cap'),
      amount: String(amount),
      currency,
      fee: String(amount / 100n),
      final,
      created_at: clock.stamp(),
    };
    database.put('charge', capture.id, { ...capture, checkout: checkout.id, reference: checkout.reference });
    const captures = [...checkout.captures, capture];
    const whole = final || sum(captures) >= BigInt(checkout.amount);
    const status = whole ? 'paid' : 'partially_captured';
    return { capture, checkout: save({ ...checkout, captures, status, final: whole }, 'checkout.captured', capture) };
  };

  const pay = (checkout: Checkout): Checkout => {
    if (checkout.capture === 'automatic') return charge(checkout, BigInt(checkout.amount), true).checkout;
    const { amount, currency } = checkout;
    const authorization = {
      id: newId('auth'),
      amount,
      currency,
      created_at: clock.stamp(),
      capturable_until: clock.stamp(7 * day),
    };
    return save({ ...checkout, status: 'authorized', authorization }, 'checkout.authorized', authorization);
  };

  const decline = (checkout: Checkout, code: string, reason: string, message: string): Checkout => {
    const made = { id: newId('dec'), code, reason, message, created_at: clock.stamp() };
    return save({ ...checkout, status: 'open', declines: [...checkout.declines, made] }, 'checkout.declined', made);
  };

  const dispute = (checkout: Checkout, status: 'needs_response' | 'won' | 'lost'): Checkout => {
    const open = checkout.disputes.at(-1);
    const now = clock.stamp();
    const { amount, currency } = checkout;
    const made =
      status === 'needs_response' || open === undefined
        ? { id: newId('dp'), amount, currency, reason: 'fraudulent', respond_by: clock.stamp(7 * day), created_at: now }
        : open;
    const updated = { ...made, status, updated_at: now };
    const disputes = [...checkout.disputes.filter(({ id }) => id !== updated.id), updated];
    return save({ ...checkout, disputes }, 'dispute.updated', updated);
  };

  const reverse = (checkout: Checkout): Checkout => {
    const made = { id: newId('rev'), amount: checkout.amount, currency: checkout.currency, created_at: clock.stamp() };
    return save({ ...checkout, reversals: [...checkout.reversals, made] }, 'checkout.reversed', made);
  };

  const underpay = (checkout: Checkout): Checkout => {
    const underpayment = {
      id: newId('up'),
      expected: '1.00',
      received: '0.75',
      asset: 'SBX',
      created_at: clock.stamp(),
    };
    return save({ ...checkout, status: 'underpaid', underpayment }, 'checkout.underpaid', underpayment);
  };

  const payable = (checkout: Checkout): Checkout => {
    if (['open', 'processing', 'underpaid'].includes(checkout.status)) return checkout;
    throw new ApiFailure(409, 'checkout_closed', `The checkout is ${checkout.status}.`);
  };
  const paid = (checkout: Checkout): Checkout => {
    if (checkout.captures.length > 0) return checkout;
    throw new ApiFailure(409, 'checkout_unpaid', `The checkout is ${checkout.status}: nothing was charged.`);
  };

  return {
    find,
    newId,

    create(request: CheckoutRequest): Checkout {
      const latest = clock.now() + longestExpiry;
      const wished = request.expires_at === undefined ? clock.now() + 30 * minute : Date.parse(request.expires_at);
      const id = newId('co');
      const checkout: Checkout = {
        ...request,
        id,
        status: 'open',
        final: false,
        url: `${baseUrl()}/pay/${id}`,
        created_at: clock.stamp(),
        expires_at: new Date(Math.min(Math.max(wished, clock.now() + minute), latest)).toISOString(),
        captures: [],
        declines: [],
        refunds: [],
        disputes: [],
        reversals: [],
      };
      return save(checkout, 'checkout.created');
    },

    /** @throws ApiFailure 409 when the checkout is not in a state for it */
    act(id: string, outcome: Outcome): Checkout {
      const checkout = find(id);
      switch (outcome) {
        case 'pay':
        case 'authenticate':
          return pay(payable(checkout));
        case 'decline':
          return decline(payable(checkout), 'card_declined', 'insufficient_funds', 'Not enough money.');
        case 'authentication_failed':
          return decline(payable(checkout), '3ds_failed', 'authentication_failed', 'The second factor was wrong.');
        case 'cancel':
          return end(payable(checkout), 'cancelled');
        case 'expire':
          return end(payable(checkout), 'expired');
        case 'delay':
          return save(
            { ...payable(checkout), status: 'processing', processing_at: clock.stamp() },
            'checkout.processing',
          );
        case 'underpay':
          return underpay(payable(checkout));
        case 'dispute':
          return dispute(paid(checkout), 'needs_response');
        case 'dispute_won':
          return dispute(paid(checkout), 'won');
        case 'dispute_lost':
          return dispute(paid(checkout), 'lost');
        case 'reverse':
          return reverse(paid(checkout));
      }
    },

    /** @throws ApiFailure 402 when there is nothing, or not enough, to capture */
    capture(id: string, { amount, currency }: Amount, final: boolean): Capture {
      const checkout = find(id);
      const held = checkout.authorization;
      if (held === undefined || held.voided_at !== undefined || checkout.final) {
        throw new ApiFailure(402, 'nothing_authorized', 'There is no authorization to capture.', 'other');
      }
      const left = BigInt(held.amount) - sum(checkout.captures);
      if (currency !== checkout.currency || BigInt(amount) > left || BigInt(amount) <= 0n) {
        throw new ApiFailure(402, 'amount_too_large', `At most ${left} ${checkout.currency} can be captured.`, 'other');
      }
      return charge(checkout, BigInt(amount), final || BigInt(amount) === left).capture;
    },

    /** @throws ApiFailure 402 when money was taken already */
    void(id: string): Checkout {
      const checkout = find(id);
      if (checkout.captures.length > 0)
        throw new ApiFailure(402, 'already_captured', 'Captured money has to be refunded.', 'other');
      if (checkout.final) return checkout;
      const held = checkout.authorization;
      if (held === undefined) return end(checkout, 'cancelled');
      const authorization = { ...held, voided_at: clock.stamp() };
      const ended = { ...checkout, status: 'cancelled', final: true, ended_at: clock.stamp(), authorization } as const;
      return save(ended, 'checkout.voided', authorization);
    },

    /** @throws ApiFailure 402 when more is asked back than was captured */
    refund(
      request: Amount & { checkout: string; capture?: string; reference: string; reason?: string },
      status: Refund['status'],
    ): Refund {
      const checkout = find(request.checkout);
      const { capture: asked, ...rest } = request;
      const from = checkout.captures.find(({ id }) => id === (asked ?? checkout.captures[0]?.id));
      const back = checkout.refunds.filter(({ status: stands }) => stands === 'pending' || stands === 'succeeded');
      const left = sum(checkout.captures) - sum(back);
      if (
        from === undefined ||
        request.currency !== checkout.currency ||
        BigInt(request.amount) > left ||
        BigInt(request.amount) <= 0n
      ) {
        throw new ApiFailure(402, 'amount_too_large', `At most ${left} ${checkout.currency} can be refunded.`, 'other');
      }
      const now = clock.stamp();
      const refund: Refund = { ...rest, id: newId('re'), capture: from.id, status, created_at: now, updated_at: now };
      database.put('refund', refund.id, refund);
      save({ ...checkout, refunds: [...checkout.refunds, refund] }, 'refund.updated', refund);
      return refund;
    },

    findRefund(id: string): Refund {
      const refund = database.get<Refund>('refund', id);
      if (refund === undefined) throw new ApiFailure(404, 'refund_unknown', 'There is no such refund.');
      return refund;
    },

    /** A refund that was pending ends, or one that had succeeded fails after all. */
    settleRefund(id: string, status: Refund['status']): Refund {
      const refund: Refund = { ...this.findRefund(id), status, updated_at: clock.stamp() };
      const checkout = find(refund.checkout);
      database.put('refund', id, refund);
      const refunds = checkout.refunds.map((each) => (each.id === id ? refund : each));
      save({ ...checkout, refunds }, 'refund.updated', refund);
      return refund;
    },

    payout(request: Amount & { reference: string; destination: string }): Payout {
      const payout: Payout = { ...request, id: newId('po'), status: 'succeeded', created_at: clock.stamp() };
      database.put('payout', payout.id, payout);
      return payout;
    },
  };
}

export type Payments = ReturnType<typeof createPayments>;

function sum(amounts: readonly Amount[]): bigint {
  return amounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
}
