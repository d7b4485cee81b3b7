import { DatabaseSync } from 'node:sqlite';

/** Collects for when the hub plans its polls, by looking into its database from this process, and only reading. */
export interface PlannedPolls extends Disposable {
  look(): void;
  /** Milliseconds since 1970 by connection. */
  readonly plans: ReadonlyMap<string, ReadonlySet<number>>;
}

export function plannedPolls(databaseFile: string): PlannedPolls {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  const select = database.prepare(
    `SELECT key, run_at AS runAt FROM jobs WHERE name = 'messages.poll' AND status = 'waiting'`,
  );
  const plans = new Map<string, Set<number>>();
  return {
    plans,
    look() {
      for (const { key, runAt } of select.all() as { key: string; runAt: number }[]) {
        const known = plans.get(key) ?? new Set();
        plans.set(key, known.add(runAt));
      }
    },
    [Symbol.dispose]: () => database.close(),
  };
}

/** How much later than planned each poll came to the publisher, in milliseconds, of those planned in the span. */
export function latenesses(
  plans: readonly (readonly [planned: ReadonlySet<number>, arrivals: readonly number[]])[],
  [from, to]: readonly [number, number],
): readonly number[] {
  return plans.flatMap(([planned, arrivals]) =>
    [...planned]
      .filter((plan) => plan >= from && plan < to)
      // One that never came is as late as the end of the measurement says.
      .map((plan) => Math.max(0, (arrivals.find((arrival) => arrival >= plan - 5) ?? to) - plan)),
  );
}
