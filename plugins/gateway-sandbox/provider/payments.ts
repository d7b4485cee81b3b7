import { type Books, type BooksParts, createBooks, sum } from './books.ts';
import { type Charges, createCharges } from './charges.ts';
import { createDeposits } from './deposits.ts';
import { type Amount, ApiFailure, type Capture, type Checkout, type SubscriptionPlan } from './model.ts';
import { createOutcomes } from './outcomes.ts';
import { createPayouts } from './payouts.ts';
import { createRefunds } from './refunds.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface PaymentsParts extends BooksParts {
  /** Where checkout pages are; known once the server listens. */
  readonly baseUrl: () => string;
}

export interface CheckoutRequest extends Amount {
  readonly reference: string;
  readonly capture: 'automatic' | 'manual';
  readonly confirmation?: 'automatic' | 'required';
  readonly plan?: SubscriptionPlan;
  readonly return_url: string;
  readonly cancel_url: string;
  readonly webhook_url?: string;
  readonly description?: string;
  readonly expires_at?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

const minute = 60_000;
const longestExpiry = 86_400_000;

/** The provider's books. Every method is one transaction of the caller's. */
export function createPayments({ baseUrl, ...parts }: PaymentsParts) {
  const books = createBooks(parts);
  const subscriptions = createSubscriptions(books);
  const charges = createCharges(books, subscriptions);
  const deposits = createDeposits(books, charges);
  return {
    find: books.find,
    act: createOutcomes({ books, charges, deposits, subscriptions }),
    subscriptions,
    ...createCheckouts(books, baseUrl),
    ...createMovements(books, charges),
    ...createRefunds(books),
    ...createPayouts(books),
  };
}

export type Payments = ReturnType<typeof createPayments>;

function createCheckouts({ clock, newId, save }: Books, baseUrl: () => string) {
  return {
    create(request: CheckoutRequest): Checkout {
      if (request.plan !== undefined && request.capture === 'manual')
        throw new ApiFailure(422, 'subscription_manual', 'A subscription is charged at once.');
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
  };
}

function createMovements({ database, clock, newId, save, find }: Books, charges: Charges) {
  return {
    /**
     * Moves the money of an approved checkout. A checkout that was confirmed before stays as it is, and that it was asked
     * again is counted.
     * @param pending it is accepted, and not certain until `pay` is posted
     * @throws ApiFailure 402 when nobody has approved it, or the approval has lapsed
     */
    confirm(id: string, capture: 'automatic' | 'manual' | undefined, pending: boolean): Checkout {
      const checkout = find(id);
      if (checkout.confirmed_at !== undefined) {
        database.put('repeated-confirm', newId('again'), { checkout: id });
        return checkout;
      }
      if (checkout.status !== 'approved')
        throw new ApiFailure(402, 'not_approved', `The checkout is ${checkout.status}.`, 'other');
      const confirmed_at = clock.stamp();
      const confirmed = { ...checkout, ...(capture === undefined ? {} : { capture }), confirmed_at };
      database.put('confirm', id, { checkout: id, confirmed_at });
      if (!pending) return charges.take(confirmed);
      return save({ ...confirmed, status: 'processing', processing_at: confirmed_at }, 'checkout.processing');
    },

    /** @throws ApiFailure 402 when there is nothing, or not enough, to capture */
    capture(id: string, { amount, currency }: Amount, final: boolean): Capture {
      const checkout = find(id);
      const held = checkout.authorization;
      if (held === undefined || held.voided_at !== undefined || checkout.final) {
        throw new ApiFailure(402, 'nothing_authorized', 'There is no authorization to capture.', 'other');
      }
      const left = BigInt(held.amount) - sum(checkout.captures);
      if (currency !== checkout.currency || BigInt(amount) > left) {
        throw new ApiFailure(402, 'amount_too_large', `At most ${left} ${checkout.currency} can be captured.`, 'other');
      }
      return charges.charge(checkout, { amount, currency, final: final || BigInt(amount) === left }).capture;
    },

    /** @throws ApiFailure 402 when money was taken already */
    void(id: string): Checkout {
      const checkout = find(id);
      if (checkout.captures.length > 0)
        throw new ApiFailure(402, 'already_captured', 'Captured money has to be refunded.', 'other');
      return checkout.final ? checkout : charges.release(checkout);
    },
  };
}
