import type { FaultHub, Patient } from './fault-hub.ts';
import { median } from './paced-load.ts';

/** How the other connection did while a plugin misbehaved, beside how it does when nothing happens. Milliseconds. */
export interface Comparison {
  readonly calmMs: number;
  readonly faultMs: number;
}

export interface RoundsOptions {
  readonly misbehave: (round: number) => Promise<unknown>;
  /** At most so many; five failures within ten minutes would be a quarantine. Default 4. */
  readonly rounds?: number;
  /** Windows of a measurement. Default 5. */
  readonly windows?: number;
  /** Default: the first round that is not disturbed is the last. */
  readonly untilUndisturbed?: boolean;
}

const windowMs = 400;
/** Below this a factor says nothing: a turn of the scheduler of a machine with two cores is as long. */
const floorMs = 10;

export function isUndisturbed({ calmMs, faultMs }: Comparison): boolean {
  return faultMs <= Math.max(2 * calmMs, floorMs);
}

/**
 * Has a plugin misbehave while events for another connection pour in, and compares the 95th percentile of their answers
 * with that of right before. Each is the median of windows, so that one hiccup of the machine decides nothing. A round
 * that looks disturbed is repeated, because something else on the machine may have been it: what a plugin does to the
 * hub, it does in every round.
 */
export async function compareRounds(
  { load }: FaultHub,
  patient: Patient,
  { misbehave, rounds = 4, windows = 5, untilUndisturbed = true }: RoundsOptions,
): Promise<readonly Comparison[]> {
  const compared: Comparison[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await patient.recovered();
    const calmMs = median(await load.measure(windows, windowMs));
    const [faultMs] = await Promise.all([load.measure(windows, windowMs).then(median), misbehave(round)]);
    const comparison = { calmMs, faultMs };
    compared.push(comparison);
    if (untilUndisturbed && isUndisturbed(comparison)) break;
  }
  return compared;
}
