import type { FlowServices, OutboxEvent } from '@fairlead/core/flow-api';
import type { CallRecord } from './call-record.ts';

/** Tells of calls that nobody answered; not of each, when all of them fail. */
export interface FailureTold {
  eventsOf(call: CallRecord): readonly OutboxEvent[];
}

const onceInMs = 10_000;
/** Callers name purposes as they like. */
const mostPurposes = 200;

export function createFailureTold({ clock, event }: Pick<FlowServices, 'clock' | 'event'>): FailureTold {
  const byPurpose = new Map<string, { toldMs: number; calls: number }>();
  return {
    eventsOf({ id, purpose, prompt, outcome, attempts, skipped }) {
      const now = clock.monotonic();
      const place = byPurpose.get(purpose) ?? { toldMs: -onceInMs, calls: 0 };
      if (byPurpose.size < mostPurposes) byPurpose.set(purpose, place);
      place.calls += 1;
      if (now - place.toldMs < onceInMs) return [];
      const { calls } = place;
      Object.assign(place, { toldMs: now, calls: 0 });
      const why = [
        ...attempts.map((each) => ({ configuration: each.configuration, reason: each.outcome })),
        ...skipped.map(({ configuration, reason }) => ({ configuration, reason })),
      ];
      return [event('ai.call_failed', id, { purpose, prompt, code: outcome, attempts: why, calls })];
    },
  };
}
