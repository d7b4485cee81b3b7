import type { Clock, Timer } from '@fairlead/sdk';
import { matchesType } from '../events/index.ts';
import type { StoredEvent } from '../storage/index.ts';
import type { EventFeed } from './feed.ts';

export interface ReadOptions {
  /** Each may end in `*`. Default: all. */
  readonly types?: readonly string[] | undefined;
  readonly limit: number;
}

export interface Reading {
  readonly events: readonly StoredEvent[];
  /** Everything up to here was looked at: where to go on. */
  readonly position: number;
}

/** The log for many who follow it. */
export interface Tail {
  /** Events after a place, in order: the very same objects for everybody who is at the end of the log. */
  read(position: number, options: ReadOptions): Promise<Reading>;
  /** Told when there may be more to read. @returns a function that ends it */
  onNews(listener: () => void): () => void;
}

export interface TailOptions {
  readonly feed: EventFeed;
  readonly clock: Clock;
  /** The log is looked at after so long in any case: another node may have written. Default 15,000 ms. */
  readonly idleMs?: number;
}

const batch = 200;
const afterFailureMs = 1_000;
/** Events at the end of the log that are kept; whoever is further behind reads for itself. */
const most = 256;
/** Listeners that are told before others have their turn: five thousand at once would hold up everything else. */
const told = 100;

/** Reads each new event once, however many follow. It holds nothing for a client, and nothing while nobody follows. */
export function createTail({ feed, clock, idleMs = 15_000 }: TailOptions): Tail {
  const listeners = new Set<() => void>();
  let end: EndOfLog | undefined;
  return {
    read: async (position, options) => end?.read(position, options) ?? readLog(feed, position, options),
    onNews(listener) {
      listeners.add(listener);
      end ??= followEnd({ feed, clock, idleMs, tell: () => tell(listeners) });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        end?.dispose();
        end = undefined;
      };
    },
  };
}

async function readLog(feed: EventFeed, position: number, { types, limit }: ReadOptions): Promise<Reading> {
  // Before the events: what is added between the two is found next time.
  const head = await feed.latest();
  const events = await feed.after(position, { types, limit });
  return reading(events, { position, limit, head });
}

/** Events of other types are passed over for good. */
function reading(
  events: readonly StoredEvent[],
  { position, limit, head }: { readonly position: number; readonly limit: number; readonly head: number },
): Reading {
  const last = events.at(-1)?.sequence ?? position;
  return { events, position: events.length < limit ? Math.max(position, head, last) : last };
}

async function tell(listeners: ReadonlySet<() => void>): Promise<void> {
  let count = 0;
  for (const listener of [...listeners]) {
    listener();
    count += 1;
    if (count % told === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

interface EndOfLog {
  /** Undefined for a place that is not in memory. */
  read(position: number, options: ReadOptions): Reading | undefined;
  dispose(): void;
}

interface EndOptions extends Required<TailOptions> {
  readonly tell: () => Promise<void>;
}

function followEnd({ feed, clock, idleMs, tell: tellAll }: EndOptions): EndOfLog {
  let kept: readonly StoredEvent[] = [];
  /** All events between the two are kept; undefined until the log was looked at. */
  let known: { readonly from: number; readonly head: number } | undefined;
  let rung = false;
  let looking = false;
  let disposed = false;
  let timer: Timer | undefined;

  async function look(): Promise<void> {
    const { head = await feed.latest(), from = head } = known ?? {};
    const found = await feed.after(head, { limit: batch });
    kept = [...kept, ...found];
    const dropped = kept.length > most ? kept[kept.length - most - 1] : undefined;
    kept = kept.slice(-most);
    known = { from: dropped?.sequence ?? from, head: found.at(-1)?.sequence ?? head };
    if (found.length === batch) rung = true;
    if (found.length > 0) await tellAll();
  }

  async function lookAll(): Promise<void> {
    if (looking || disposed) return;
    looking = true;
    timer?.cancel();
    try {
      while (rung && !disposed) {
        rung = false;
        await look();
      }
    } catch {
      // Who follows reads for itself then, and learns what is wrong.
      known = undefined;
      kept = [];
      await tellAll();
    }
    looking = false;
    if (!disposed) timer = clock.schedule(known === undefined ? afterFailureMs : idleMs, ring);
  }

  function ring(): void {
    rung = true;
    void lookAll();
  }

  const endListening = feed.onAppend(ring);
  ring();
  return {
    read(position, { types, limit }) {
      if (known === undefined || position < known.from) return undefined;
      const first = kept.findLastIndex(({ sequence }) => sequence <= position) + 1;
      const events = kept.slice(first).filter(({ type }) => matchesType(type, types));
      return reading(events.slice(0, limit), { position, limit, head: known.head });
    },
    dispose() {
      disposed = true;
      timer?.cancel();
      endListening();
    },
  };
}
