import { createHash } from 'node:crypto';
import type { Clock, KeyValueState } from '@fairlead/sdk';
import { asObject, integerAt, objectAt } from './reading.ts';

/** Seconds after which Stripe has forgotten an idempotency key. */
const keyLifetimeS = 86_400;
const slots = 256;

/**
 * Remembers which `expires_at` went out under an idempotency key. What Stripe allows depends on the present, so a repeat
 * that worked it out anew would send other parameters, and Stripe refuses those under a key that it knows.
 *
 * Entries live in a fixed number of slots, each cleared of what is older than a key's life when it is written, so that
 * they do not pile up. Two calls that write one slot at the same moment may lose one entry; only a repeat of that
 * call would notice, by `idempotency_conflict`.
 */
export function expiryMemory(state: KeyValueState, clock: Clock) {
  return {
    /** @param decide seconds since 1970, or null for none; asked when the key is new */
    async recall(key: string, decide: (nowS: number) => number | null): Promise<number | null> {
      const digest = createHash('sha256').update(key).digest('hex');
      const place = `expiry:${Number.parseInt(digest.slice(0, 8), 16) % slots}`;
      const name = digest.slice(8, 40);
      const slot = asObject(await state.get(place)) ?? {};
      const known = objectAt(slot, name);
      if (known !== undefined) return integerAt(known, 'expiresAt') ?? null;
      const nowS = Math.floor(clock.now() / 1_000);
      const expiresAt = decide(nowS);
      const fresh = Object.entries(slot).filter(
        ([, entry]) => (integerAt(asObject(entry), 'at') ?? 0) > nowS - keyLifetimeS,
      );
      await state.put(place, { ...Object.fromEntries(fresh), [name]: { expiresAt, at: nowS } });
      return expiresAt;
    },
  };
}
