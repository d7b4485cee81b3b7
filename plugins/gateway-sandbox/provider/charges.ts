import { type Books, sum } from './books.ts';
import type { Amount, Capture, Checkout } from './model.ts';
import type { Subscriptions } from './subscriptions.ts';

const hour = 3_600_000;
const day = 86_400_000;

export interface Taken extends Amount {
  /** False when more of the same authorization may follow. */
  readonly final: boolean;
  /** Of the capture; default a new one. */
  readonly id?: string;
  /** What came, when it was paid in the crypto asset. */
  readonly deposit?: Pick<Capture, 'expected' | 'received' | 'asset'>;
}

/** Moves money of checkouts. Each capture is counted in the books on its own. */
export function createCharges({ database, clock, newId, save, end }: Books, subscriptions: Subscriptions) {
  const charge = (checkout: Checkout, taken: Taken): { readonly checkout: Checkout; readonly capture: Capture } => {
    const { amount, currency, final, deposit } = taken;
    const id = taken.id ?? newId('cap');
    const fee = String(BigInt(amount) / 100n);
    const capture: Capture = { id, amount, currency, fee, final, created_at: clock.stamp(), ...deposit };
    database.put('charge', id, { ...capture, checkout: checkout.id, reference: checkout.reference });
    const captures = [...checkout.captures, capture];
    const whole = final || sum(captures) >= BigInt(checkout.amount);
    const { underpayment: _made, ...rest } = checkout;
    const status = whole ? 'paid' : 'partially_captured';
    const saved = save({ ...rest, captures, status, final: whole }, 'checkout.captured', capture);
    return { capture, checkout: subscriptions.begin(saved, capture) };
  };

  const authorize = (checkout: Checkout): Checkout => {
    const { amount, currency } = checkout;
    const until = clock.stamp(7 * day);
    const authorization = { id: newId('auth'), amount, currency, created_at: clock.stamp(), capturable_until: until };
    return save({ ...checkout, status: 'authorized', authorization }, 'checkout.authorized', authorization);
  };

  /** Takes or authorizes all of it, as the checkout asks. */
  const take = (checkout: Checkout): Checkout => {
    const { amount, currency } = checkout;
    return checkout.capture === 'manual'
      ? authorize(checkout)
      : charge(checkout, { amount, currency, final: true }).checkout;
  };

  return {
    charge,
    take,

    /** The customer agrees: money moves now, or when the checkout is confirmed. */
    pay(checkout: Checkout): Checkout {
      if (checkout.confirmation !== 'required' || checkout.confirmed_at !== undefined) return take(checkout);
      const approved_at = clock.stamp();
      const confirm_by = clock.stamp(3 * hour);
      return save({ ...checkout, status: 'approved', approved_at, confirm_by }, 'checkout.approved', { confirm_by });
    },

    /** @throws nothing: an authorization or a checkout that has ended already stays as it is */
    release(checkout: Checkout): Checkout {
      const held = checkout.authorization;
      if (held === undefined) return end(checkout, 'cancelled');
      const authorization = { ...held, voided_at: clock.stamp() };
      const ended = { ...checkout, status: 'cancelled', final: true, ended_at: clock.stamp(), authorization } as const;
      return save(ended, 'checkout.voided', authorization);
    },
  };
}

export type Charges = ReturnType<typeof createCharges>;
