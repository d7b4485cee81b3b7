import { createHash } from 'node:crypto';
import type { Clock, KeyValueState } from '@fairlead/sdk';
import { asObject, type Json } from './reading.ts';

const slots = 256;
const rememberedForMs = 10 * 86_400_000;
/** Entries of some 40 bytes; a slot holds 64 KiB. */
const mostInSlot = 1_000;

export interface RememberedOrders {
  /** Repeating it keeps the first time. */
  add(orderId: string): Promise<void>;
  /** When the order was made here, milliseconds since 1970; undefined when it was not, or longer ago than ten days. */
  madeAt(orderId: string): Promise<number | undefined>;
}

/**
 * Remembers which orders were made here and when. PayPal answers 404 for an order that lapsed, as for one of another
 * account; only of an order that we made, three hours ago or more, does it mean that it lapsed.
 *
 * Entries live in a fixed number of slots, each cleared of what is old when it is written. Two orders that are
 * written to one slot at the same moment may lose one entry; then a lapsed order is merely not found.
 */
export function rememberedOrders(state: KeyValueState, clock: Clock): RememberedOrders {
  return {
    async add(orderId) {
      const place = placeOf(orderId);
      const slot = asObject(await state.get(place)) ?? {};
      if (timeIn(slot, orderId) !== undefined) return;
      const oldest = clock.now() - rememberedForMs;
      const kept = Object.entries(slot)
        .filter(([, at]) => typeof at === 'number' && at > oldest)
        .slice(-mostInSlot + 1);
      await state.put(place, { ...Object.fromEntries(kept), [orderId]: clock.now() });
    },
    async madeAt(orderId) {
      return timeIn(asObject(await state.get(placeOf(orderId))) ?? {}, orderId);
    },
  };
}

function timeIn(slot: Json, orderId: string): number | undefined {
  const at = Object.hasOwn(slot, orderId) ? slot[orderId] : undefined;
  return typeof at === 'number' && Number.isSafeInteger(at) ? at : undefined;
}

function placeOf(orderId: string): string {
  const [first = 0] = createHash('sha256').update(orderId).digest();
  return `orders:${first % slots}`;
}
