import { type Clock, delay, systemClock } from '@fairlead/sdk';
import type { Stage } from './stage.ts';

export interface Step {
  readonly title: string;
  /** Shows something; `tell` says what was proved. Rejects when the proof fails. */
  readonly run: (stage: Stage, tell: (proved: string) => void) => Promise<void>;
}

/** @throws Error that says what was expected */
export function prove(holds: boolean, expected: string): asserts holds {
  if (!holds) throw new Error(`it was expected that ${expected}.`);
}

/** Seldom enough to stay far below the calls a minute that the hub takes from one address. */
const lookEveryMs = 100;

/**
 * Looks again until there is something.
 * @throws Error that says what was expected, when it has not come within `withinMs`
 */
export async function until<Found>(
  expected: string,
  look: () => Found | undefined | Promise<Found | undefined>,
  { withinMs = 30_000, clock = systemClock }: { readonly withinMs?: number; readonly clock?: Clock } = {},
): Promise<Found> {
  const deadline = clock.monotonic() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (clock.monotonic() > deadline) throw new Error(`it was expected within ${withinMs / 1_000} s that ${expected}.`);
    await delay(clock, lookEveryMs);
  }
}
