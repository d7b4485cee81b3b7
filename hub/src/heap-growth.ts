import { setFlagsFromString } from 'node:v8';

/** How much of what lives may be added to it as garbage before V8 collects. */
const growingPercent = 25;

/**
 * Keeps the heap of this process near what lives in it. V8 on its own lets a heap grow to up to four times what the last
 * collection left, so a hub with 100 MB of live objects holds more than 500 MB after some minutes of steady polling. What
 * that costs in processor time is told in the bench of feeds (`bench/src/rss-many.ts`). The option is read at each
 * collection, so it is set by the process itself and holds however the hub was started. Repeating it is harmless.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
}
