import type { Clock } from '@fairlead/sdk';
import type { HealthBucketStore } from '../storage/index.ts';
import { letOthersIn } from './let-others-in.ts';

/** Attempts, and how many of them failed. */
export interface Tally {
  readonly calls: number;
  readonly errors: number;
}

/** The last hour by the minute, the running one included: of each connection in sum, of all together minute by minute. */
export interface LastHour {
  of(connectionId: string): Tally;
  /** Oldest first, minutes without calls included. `minute` in minutes since 1970. */
  minutes(): readonly (Tally & { readonly minute: number })[];
}

/** Kept while attempts are recorded, so that reading costs the same however many connections there are. */
export interface HourKeeper extends LastHour {
  /** Costs a few array writes. */
  add(connectionId: string, failed: boolean): void;
  forget(connectionId: string): void;
  /**
   * Adds what earlier processes have stored. Await it before anything of this process is stored, or that counts twice.
   * Repeating it is harmless; a rejected one is gone on with by the next.
   */
  load(): Promise<void>;
}

export const hourMinutes = 60;
const minuteMs = 60_000;

export function createLastHour(clock: Clock, buckets: Pick<HealthBucketStore, 'range'>): HourKeeper {
  const together = createRing();
  const each = new Map<string, Ring>();
  const current = (): number => Math.floor(clock.now() / minuteMs);
  const end = current() + 1;
  let loaded = end - hourMinutes;
  let loading: Promise<void> | undefined;

  const ringOf = (connectionId: string): Ring => {
    const known = each.get(connectionId);
    if (known !== undefined) return known;
    const made = createRing();
    each.set(connectionId, made);
    return made;
  };
  const add = (connectionId: string, minute: number, calls: number, errors: number): void => {
    ringOf(connectionId).add(minute, calls, errors);
    together.add(minute, calls, errors);
  };
  const load = async (): Promise<void> => {
    for (; loaded < end; loaded += 1) {
      const stored = await buckets.range({ from: loaded, to: loaded + 1 });
      for (const { connectionId, minute, calls, errors } of stored) add(connectionId, minute, calls, errors);
      // With many connections each minute is work: requests come in between.
      if (stored.length > 0) await letOthersIn();
    }
  };
  return {
    add: (connectionId, failed) => add(connectionId, current(), 1, failed ? 1 : 0),
    forget: (connectionId) => void each.delete(connectionId),
    load: () => {
      loading ??= load().finally(() => {
        loading = undefined;
      });
      return loading;
    },
    of: (connectionId) => each.get(connectionId)?.sum(current()) ?? { calls: 0, errors: 0 },
    minutes: () => {
      const now = current();
      return Array.from({ length: hourMinutes }, (_, index) => together.at(now - hourMinutes + 1 + index));
    },
  };
}

type Ring = ReturnType<typeof createRing>;

/** Counts of sixty minutes in one array, each in the place of the minute an hour before it. */
function createRing() {
  const counts = new Uint32Array(2 * hourMinutes);
  let latest = Number.NEGATIVE_INFINITY;

  const total = { calls: 0, errors: 0 };

  const clear = (place: number): void => {
    total.calls -= counts[place] as number;
    total.errors -= counts[place + 1] as number;
    counts.fill(0, place, place + 2);
  };
  /** Minutes that are an hour old make room. A clock that was set back changes nothing. */
  const turn = (minute: number): void => {
    if (minute <= latest) return;
    const first = Math.max(latest + 1, minute - hourMinutes + 1);
    for (let next = first; next <= minute; next += 1) clear(placeOf(next));
    latest = minute;
  };
  const holds = (minute: number): boolean => minute <= latest && minute > latest - hourMinutes;
  const at = (minute: number) => {
    const place = placeOf(minute);
    return holds(minute)
      ? { minute, calls: counts[place] as number, errors: counts[place + 1] as number }
      : { minute, calls: 0, errors: 0 };
  };
  return {
    at,
    add(minute: number, calls: number, errors: number): void {
      turn(minute);
      if (!holds(minute)) return;
      const place = placeOf(minute);
      total.calls += calls;
      total.errors += errors;
      counts[place] = (counts[place] as number) + calls;
      counts[place + 1] = (counts[place + 1] as number) + errors;
    },
    sum(now: number): Tally {
      turn(now);
      return { ...total };
    },
  };
}

function placeOf(minute: number): number {
  return 2 * (minute % hourMinutes);
}
