import type { Clock, Timer } from '../src/values/clock.ts';

interface Pending {
  readonly dueMs: number;
  readonly action: () => void;
}

/** Where a fake clock starts unless told: 15 January 2026, noon UTC. */
export const fakeClockStartMs = Date.UTC(2026, 0, 15, 12);

/** Turns of the event loop given to promises and local sockets before time moves on. */
const settlingTurns = 24;

/** Times that code elsewhere and code here get their turn after each other. */
const settlingRounds = 4;

/** Lets promises and local I/O go on for some turns of the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < settlingTurns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A clock that a test moves by hand. Timers fire in the order in which they are due, and between two of them promises
 * and local I/O get their turn.
 *
 * Local I/O is real, so a test that waits for a request to arrive says so (`counterparty.received(1)`) before it moves
 * the clock, rather than trusting the turns given here.
 */
export class FakeClock implements Clock {
  #nowMs: number;
  #monotonicMs = 0;
  readonly #timers = new Set<Pending>();
  readonly #others = new Set<() => Promise<void>>();

  /** @param startMs milliseconds since 1970 UTC */
  constructor(startMs: number = fakeClockStartMs) {
    this.#nowMs = startMs;
  }

  /** Milliseconds since 1970 UTC: where it started, and what it was moved by. */
  now(): number {
    return this.#nowMs;
  }

  /** Milliseconds that `advance` has moved it; `jump` does not count. */
  monotonic(): number {
    return this.#monotonicMs;
  }

  /** Runs `action` once `advance` has come to its time. */
  schedule(delayMs: number, action: () => void): Timer {
    const timer: Pending = { dueMs: this.#monotonicMs + Math.max(delayMs, 0), action };
    this.#timers.add(timer);
    return { cancel: () => void this.#timers.delete(timer) };
  }

  /** Timers that have neither fired nor been cancelled. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Milliseconds until the next timer is due, or undefined without one. */
  get nextDueMs(): number | undefined {
    const next = this.#next();
    return next === undefined ? undefined : next.dueMs - this.#monotonicMs;
  }

  /** Moves time forward, firing what becomes due, timers that those set included. */
  async advance(ms: number): Promise<void> {
    const targetMs = this.#monotonicMs + ms;
    await this.settle();
    for (let next = this.#next(); next !== undefined && next.dueMs <= targetMs; next = this.#next()) {
      this.#moveTo(next.dueMs);
      this.#timers.delete(next);
      next.action();
      await this.settle();
    }
    this.#moveTo(targetMs);
  }

  /** Sets the clock as a person would: `now` moves by `ms` (back when negative), durations and timers do not notice. */
  jump(ms: number): void {
    this.#nowMs += ms;
  }

  /** Lets promises and local I/O go on without moving time. */
  async settle(): Promise<void> {
    await settle();
    if (this.#others.size === 0) return;
    // What one side has done may give the other something to do.
    for (let round = 0; round < settlingRounds; round++) {
      await Promise.all([...this.#others].map((other) => other()));
      await settle();
    }
  }

  /**
   * Has this clock wait for code elsewhere as well (in another process) before it moves on.
   * @param other resolves when that code has done what it can do now
   * @returns a function that ends it
   */
  settleWith(other: () => Promise<void>): () => void {
    this.#others.add(other);
    return () => void this.#others.delete(other);
  }

  #next(): Pending | undefined {
    let next: Pending | undefined;
    for (const timer of this.#timers) if (next === undefined || timer.dueMs < next.dueMs) next = timer;
    return next;
  }

  #moveTo(monotonicMs: number): void {
    const passedMs = Math.max(monotonicMs - this.#monotonicMs, 0);
    this.#monotonicMs += passedMs;
    this.#nowMs += passedMs;
  }
}
