import type { Clock } from '@fairlead/sdk';

export interface MinuteWindowOptions<Bucket> {
  readonly clock: Clock;
  /** Minutes that `recent` gives, the running one included. */
  readonly recentMinutes: number;
  /** What was added to the running minute, or undefined when that was nothing. Changes nothing. */
  readonly sum: (minute: number) => Bucket | undefined;
  /** Begins again with nothing. */
  readonly clear: () => void;
}

/** The minutes of something that is counted: the running one, those of late, and those nobody has fetched yet. */
export interface MinuteWindow<Bucket> {
  /** Call it before anything is added: the minute before is closed when it is over. @returns milliseconds since 1970 */
  enter(): number;
  /** The minute that is not over yet, or undefined when nothing was added to it. */
  peek(): Bucket | undefined;
  /** Oldest first, the running one included. */
  recent(): readonly Bucket[];
  /**
   * Gives out minutes that are over and were not given out before. `all`: the running one as well, up to now; what is added
   * to it afterwards makes another of the same minute.
   */
  drain(which?: 'over' | 'all'): readonly Bucket[];
}

const minuteMs = 60_000;

/** A clock that is set back closes the running minute too: nothing that was added is lost. */
export function createMinuteWindow<Bucket extends { readonly minute: number }>(
  options: MinuteWindowOptions<Bucket>,
): MinuteWindow<Bucket> {
  const { clock, recentMinutes, sum, clear } = options;
  const closed: Bucket[] = [];
  let undrained: Bucket[] = [];
  let minute = Number.NaN;
  let beginsAt = Number.NaN;

  const close = (): void => {
    const done = sum(minute);
    if (done === undefined) return;
    undrained.push(done);
    closed.push(done);
    if (closed.length >= recentMinutes) closed.shift();
    clear();
  };
  const turn = (now: number): void => {
    const current = Math.floor(now / minuteMs);
    if (current === minute) return;
    close();
    minute = current;
    beginsAt = current * minuteMs;
  };
  return {
    enter() {
      const now = clock.now();
      if (!(now >= beginsAt && now < beginsAt + minuteMs)) turn(now);
      return now;
    },
    peek() {
      turn(clock.now());
      return sum(minute);
    },
    recent() {
      turn(clock.now());
      // By their time, not their number: where little happens, so many minutes may reach back for hours.
      const fresh = closed.filter((done) => done.minute > minute - recentMinutes);
      const running = sum(minute);
      return running === undefined ? fresh : [...fresh, running];
    },
    drain(which = 'over') {
      turn(clock.now());
      if (which === 'all') close();
      const drained = undrained;
      undrained = [];
      return drained;
    },
  };
}
