import type { ProviderClock } from './clock.ts';
import type { ProviderDatabase } from './database.ts';
import { ApiFailure, type Amount, type Checkout, type ProviderEvent } from './model.ts';

export interface BooksParts {
  readonly database: ProviderDatabase;
  readonly clock: ProviderClock;
  /** Told inside the transaction; the event is durable when it returns. `webhookUrl` is where it goes beside the registered. */
  readonly publish: (event: ProviderEvent, webhookUrl: string | undefined) => void;
}

/** What every kind of entry in the books needs: ids, the checkout as it stands, and events about it. */
export function createBooks({ database, clock, publish }: BooksParts) {
  const newId = (prefix: string) => `${prefix}_${String(database.nextNumber()).padStart(6, '0')}`;

  /** Tells of something that is no checkout. */
  const tell = (type: string, data: unknown, webhookUrl: string | undefined): void =>
    publish({ id: newId('ev'), type, created_at: clock.stamp(), data }, webhookUrl);

  /** Tells of something that belongs to a checkout. */
  const tellOf = ({ id, reference, webhook_url }: Checkout, type: string, data: unknown = {}): void =>
    publish({ id: newId('ev'), type, created_at: clock.stamp(), checkout: id, reference, data }, webhook_url);

  const save = (checkout: Checkout, type?: string, data: unknown = {}): Checkout => {
    database.put('checkout', checkout.id, checkout);
    if (type !== undefined) tellOf(checkout, type, data);
    return checkout;
  };

  const end = (checkout: Checkout, status: 'cancelled' | 'expired'): Checkout =>
    save({ ...checkout, status, final: true, ended_at: clock.stamp() }, `checkout.${status}`);

  /** The checkout as it stands now: one that nobody paid, or confirmed, in time has expired. */
  const find = (id: string): Checkout => {
    const checkout = database.get<Checkout>('checkout', id);
    if (checkout === undefined)
      throw new ApiFailure(404, 'checkout_unknown', `There is no checkout ${id.slice(0, 80)}.`);
    const limit = { open: checkout.expires_at, approved: checkout.confirm_by }[checkout.status as 'open' | 'approved'];
    return limit !== undefined && Date.parse(limit) <= clock.now() ? end(checkout, 'expired') : checkout;
  };

  return { database, clock, newId, tell, tellOf, save, end, find };
}

export type Books = ReturnType<typeof createBooks>;

export function sum(amounts: readonly Amount[]): bigint {
  return amounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
}
