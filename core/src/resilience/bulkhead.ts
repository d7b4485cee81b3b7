export interface BulkheadPolicy {
  /** Calls under way at once. */
  readonly concurrent: number;
  /** Calls that may wait for a place; further ones are refused. */
  readonly waiting: number;
}

export const defaultBulkheadPolicy: BulkheadPolicy = { concurrent: 32, waiting: 256 };

/** Keeps one lane from taking all of the hub: a fixed number of places, a queue of fixed length, first come first served. */
export interface Bulkhead {
  /** Takes a place if one is free. */
  tryEnter(): boolean;
  /**
   * Waits for a place. Resolves to false when the queue is full. `cancel` of the answer gives up the place in the queue.
   */
  enter(): { readonly entered: Promise<boolean>; cancel(): void };
  /** Gives the place back; exactly once for each place taken. */
  leave(): void;
  readonly active: number;
  readonly queued: number;
}

export function createBulkhead({ concurrent, waiting }: BulkheadPolicy): Bulkhead {
  let active = 0;
  const queue = new Set<(entered: boolean) => void>();
  const tryEnter = () => {
    if (active >= concurrent) return false;
    active += 1;
    return true;
  };
  return {
    tryEnter,
    enter() {
      if (tryEnter()) return { entered: Promise.resolve(true), cancel: () => undefined };
      if (queue.size >= waiting) return { entered: Promise.resolve(false), cancel: () => undefined };
      let place: (entered: boolean) => void = () => undefined;
      const entered = new Promise<boolean>((resolve) => {
        place = resolve;
      });
      queue.add(place);
      return {
        entered,
        cancel: () => {
          if (queue.delete(place)) place(false);
        },
      };
    },
    leave() {
      const [next] = queue;
      if (next === undefined) {
        active -= 1;
        return;
      }
      // The place passes on directly, so that a newcomer cannot overtake the queue.
      queue.delete(next);
      next(true);
    },
    get active() {
      return active;
    },
    get queued() {
      return queue.size;
    },
  };
}
