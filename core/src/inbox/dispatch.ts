import type { Clock, Logger, Timer } from '@fairlead/sdk';
import type { InboxItem, InboxOutcome, InboxStore } from '../storage/index.ts';

/** Takes items of one connection, oldest first. Rejecting gives them all back to be tried again. */
export type InboxHandler = (connectionId: string, items: readonly InboxItem[]) => Promise<void>;

export interface WorkerDependencies {
  readonly clock: Clock;
  readonly log: Logger;
  readonly store: InboxStore;
  /** False: items that are still to be verified. */
  readonly verified: boolean;
  /** Answers an outcome for each item. It must not reject. */
  readonly work: (items: readonly InboxItem[]) => Promise<readonly InboxOutcome[]>;
}

/** Works through what is due in the inbox, batch by batch, for as long as the hub runs. */
export interface InboxWorker {
  /** Something new may be due. */
  wake(): void;
  /** Items that were stored as claimed: worked on without being read back. */
  take(items: readonly InboxItem[]): void;
  /** False while so many items wait here that further ones should wait in the store. */
  hasRoom(): boolean;
  /** Resolves when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const batch = 256;
const mostTaken = 4_096;
/** A handler that takes longer runs beside a second one; both are told the same events, and commits sort it out. */
export const leaseMs = 120_000;
const longestWaitMs = 30_000;
/** Clocks are trimmed all the time; more than this was set by somebody. */
const clockSetMs = 1_000;
const longestUnlookedMs = 1_000;

export function createInboxWorker({ clock, log, store, verified, work }: WorkerDependencies): InboxWorker {
  let running: Promise<void> | undefined;
  let again = false;
  let offsetMs: number | undefined;
  let stopped = false;
  let look = true;
  let lookedAt = 0;
  let timer: Timer | undefined;

  const taken: InboxItem[] = [];
  let settling: Promise<unknown> = Promise.resolve();

  /** What becomes of a round is written while the next one is worked on, which waits for it in the end. */
  const settleNext = (next: Promise<unknown>): Promise<unknown> => {
    const before = settling;
    settling = next;
    // Whoever waits for it is told.
    next.catch(() => undefined);
    return before;
  };

  // Due times are of the wall clock. Both workers share the rows, so one of them minds it for both.
  const mindTheClock = async (): Promise<void> => {
    if (!verified) return;
    const before = offsetMs;
    offsetMs = clock.now() - clock.monotonic();
    if (before === undefined) await store.pullForward(clock.now() + longestBackoffMs);
    else if (before - offsetMs > clockSetMs) await store.setBack(before - offsetMs);
  };
  const round = async (): Promise<boolean> => {
    const items = taken.splice(0, batch);
    if (items.length < batch) items.push(...(await claim()));
    if (items.length === 0) return false;
    const outcomes = await work(items);
    await settleNext(store.settle(outcomes));
    return true;
  };
  /** Looks into the store when something there may be due: it was told so, or a second has passed under steady load. */
  const claim = async (): Promise<readonly InboxItem[]> => {
    if (!look && clock.monotonic() - lookedAt < longestUnlookedMs) return [];
    lookedAt = clock.monotonic();
    const items = await store.claim({ verified, now: clock.now(), leaseMs, limit: batch });
    look = items.length > 0;
    return items;
  };
  const run = async () => {
    do {
      again = false;
      await mindTheClock();
      while (!stopped && (await round()));
      await settleNext(Promise.resolve());
    } while (again && !stopped);
  };
  const later = async () => {
    if (stopped) return;
    const due = await store.nextDueAt();
    const waitMs = due === undefined ? longestWaitMs : Math.min(Math.max(due - clock.now(), 10), longestWaitMs);
    timer?.cancel();
    timer = clock.schedule(waitMs, wake);
  };
  const wake = () => {
    look = true;
    go();
  };
  const go = () => {
    again = true;
    if (running !== undefined || stopped) return;
    running = run()
      .then(later)
      .catch((error: unknown) => {
        log.error('The inbox could not be worked through; it is tried again.', { error });
        timer = clock.schedule(1_000, wake);
      })
      .finally(() => {
        running = undefined;
        if (again && !stopped) go();
      });
  };
  return {
    wake,
    take(items) {
      taken.push(...items);
      go();
    },
    hasRoom: () => taken.length < mostTaken,
    async idle() {
      while (running !== undefined) await running;
    },
    async stop() {
      stopped = true;
      timer?.cancel();
      await running;
    },
  };
}

const backoffMs = [1_000, 5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;
export const longestBackoffMs = 3_600_000;
const attemptsBeforeDead = 12;

/** What becomes of an item whose handling failed: tried again with growing waits, in the end given up. */
export function failure(item: InboxItem, error: unknown, now: number): InboxOutcome {
  const retryAt = item.attempts >= attemptsBeforeDead ? null : now + (backoffMs[item.attempts - 1] ?? longestBackoffMs);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { id: item.id, attempt: item.attempts, kind: 'failed', error: text.slice(0, 500), retryAt };
}

/**
 * Hands items to the handler, a connection at a time. When a batch fails, its items are tried one by one, so that one
 * that cannot be handled does not hold up the others.
 */
export async function dispatch(
  handler: InboxHandler,
  items: readonly InboxItem[],
  now: () => number,
): Promise<readonly InboxOutcome[]> {
  const outcomes: InboxOutcome[] = [];
  for (const [connectionId, group] of Map.groupBy(items, (item) => item.connectionId)) {
    try {
      await handler(connectionId, group);
      outcomes.push(...group.map(done));
    } catch (error) {
      if (group.length === 1) outcomes.push(failure(group[0] as InboxItem, error, now()));
      else for (const item of group) outcomes.push(await single(handler, item, now));
    }
  }
  return outcomes;
}

async function single(handler: InboxHandler, item: InboxItem, now: () => number): Promise<InboxOutcome> {
  try {
    await handler(item.connectionId, [item]);
    return done(item);
  } catch (error) {
    return failure(item, error, now());
  }
}

function done({ id, attempts }: InboxItem): InboxOutcome {
  return { id, attempt: attempts, kind: 'dispatched' };
}
