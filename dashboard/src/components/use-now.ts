import { useSyncExternalStore } from 'react';

const everyMs = 15_000;

/** One timer for all ages on a page. */
function createTicks() {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    read: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener);
      now = Date.now();
      timer ??= setInterval(() => {
        now = Date.now();
        for (const one of listeners) one();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const ticks = createTicks();

/** Milliseconds since 1970, renewed every 15 seconds. */
export function useNow(): number {
  return useSyncExternalStore(ticks.subscribe, ticks.read);
}
