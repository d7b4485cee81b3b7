import type { Clock, Timer } from '@fairlead/sdk';
import type { StoredEvent } from '../storage/index.ts';
import type { EventFeed } from './feed.ts';
import type { Tail } from './tail.ts';

export interface FollowOptions {
  readonly tail: Tail;
  readonly clock: Clock;
  /** The sequence after which to begin. */
  readonly after: number;
  /** Types to give, each may end in `*`. Default: all. */
  readonly types?: readonly string[] | undefined;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** An empty batch is given after so long without an event. Default 15,000 ms. */
  readonly idleMs?: number;
}

const batch = 100;

/**
 * Events from the log, then those that follow, joined by their sequence: none is left out, none comes twice. It reads
 * only when it is asked for more, so a slow reader holds one batch and nothing grows.
 */
export async function* follow(options: FollowOptions): AsyncGenerator<readonly StoredEvent[], void, void> {
  const { tail, clock, types, signal } = options;
  const bell = createBell(tail, clock, signal);
  let position = options.after;
  try {
    while (!signal.aborted) {
      bell.reset();
      const read = await tail.read(position, { types, limit: batch });
      position = read.position;
      if (read.events.length > 0) yield read.events;
      else if (!(await bell.rings(options.idleMs ?? 15_000)) && !signal.aborted) yield [];
    }
  } finally {
    bell.dispose();
  }
}

interface Bell {
  reset(): void;
  /** True when something was added since `reset`, false when the time is over or the signal is aborted. */
  rings(withinMs: number): Promise<boolean>;
  dispose(): void;
}

function createBell(tail: Tail, clock: Clock, signal: AbortSignal): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rung = true;
    wake?.();
  };
  const stop = () => wake?.();
  const end = tail.onNews(ring);
  signal.addEventListener('abort', stop);
  return {
    reset: () => {
      rung = false;
    },
    rings: async (withinMs) => {
      let timer: Timer | undefined;
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = clock.schedule(withinMs, resolve);
        });
        timer?.cancel();
        wake = undefined;
      }
      return rung;
    },
    dispose: () => {
      end();
      signal.removeEventListener('abort', stop);
    },
  };
}

export interface StartingPoint {
  readonly after: number;
  /** Events between the place asked for and this one are no longer kept, or never were. */
  readonly missed: boolean;
}

/** Where to begin for a reader that has seen everything up to `asked`; without it, with what comes next. */
export async function startingPoint(feed: EventFeed, asked: number | undefined): Promise<StartingPoint> {
  const latest = await feed.latest();
  if (asked === undefined) return { after: latest, missed: false };
  // A place that was never given out: another database.
  if (asked > latest) return { after: latest, missed: true };
  const oldest = await feed.oldest();
  return { after: asked, missed: asked > 0 && oldest !== undefined && oldest > asked + 1 };
}
