import type { Clock } from '@fairlead/sdk';

/** Webhooks that were not believed, counted per connection; nothing of them is stored. */
export interface InvalidCounts {
  add(connectionId: string, reason: string): void;
  /** Of the last ten minutes. */
  recent(connectionId: string): number;
  /** Since the hub started, by reason. */
  total(connectionId: string): Readonly<Record<string, number>>;
}

const windowMs = 600_000;
/** Enough to tell "many"; the exact number beyond it helps nobody. */
const kept = 1_000;

export function createInvalidCounts(clock: Clock): InvalidCounts {
  const counts = new Map<string, { times: number[]; byReason: Record<string, number> }>();
  const recent = (times: readonly number[]) => times.filter((time) => time > clock.now() - windowMs);
  return {
    add(connectionId, reason) {
      const entry = counts.get(connectionId) ?? { times: [], byReason: {} };
      counts.set(connectionId, entry);
      if (entry.times.length >= kept) entry.times = recent(entry.times);
      if (entry.times.length < kept) entry.times.push(clock.now());
      entry.byReason[reason] = (entry.byReason[reason] ?? 0) + 1;
    },
    recent: (connectionId) => recent(counts.get(connectionId)?.times ?? []).length,
    total: (connectionId) => counts.get(connectionId)?.byReason ?? {},
  };
}
