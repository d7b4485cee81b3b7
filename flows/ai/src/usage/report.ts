import type { Repository } from '@fairlead/core/flow-api';
import { addSums, emptySums, type UsageIndex, type UsageRow, type UsageState, type UsageSums } from './sums.ts';

export const usageGroups = ['configuration', 'model', 'purpose', 'prompt', 'day'] as const;
export type UsageGroup = (typeof usageGroups)[number];

export interface UsageLine {
  readonly configuration: string | null;
  readonly model: string | null;
  readonly purpose: string | null;
  readonly prompt: string | null;
  readonly day: string | null;
  readonly sums: UsageSums;
}

export interface ReportRequest {
  /** Hours as `2026-01-15T12`: from this one on … */
  readonly from: string;
  /** … to before this one. */
  readonly to: string;
  readonly groupBy: readonly UsageGroup[];
}

/** What was used in a time, by what it is grouped by; and all of it. Sums are exact. */
export async function usageReport(
  repository: Repository<UsageState, UsageIndex>,
  { from, to, groupBy }: ReportRequest,
): Promise<{ readonly items: readonly UsageLine[]; readonly total: UsageSums }> {
  const lines = new Map<string, UsageLine>();
  const total = emptySums();
  let cursor: string | null = null;
  do {
    const where = { hour: { gte: from, lt: to } };
    const order = { field: 'hour', direction: 'ascending' } as const;
    const page: Awaited<ReturnType<typeof repository.list>> = await repository.list({
      where,
      order,
      limit: 500,
      cursor,
    });
    for (const { state } of page.items) {
      for (const row of state.rows) {
        const key = keyOf(state, row, groupBy);
        const id = JSON.stringify(Object.values(key));
        const line = lines.get(id) ?? { ...key, sums: emptySums() };
        lines.set(id, line);
        addSums(line.sums, row.sums);
        addSums(total, row.sums);
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  const items = [...lines].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
  return { items, total };
}

function keyOf(state: UsageState, row: UsageRow, groupBy: readonly UsageGroup[]): Omit<UsageLine, 'sums'> {
  const all = { day: state.hour.slice(0, 10), configuration: state.configuration, ...row };
  const of = (group: UsageGroup) => (groupBy.includes(group) ? all[group] : null);
  return {
    configuration: of('configuration'),
    model: of('model'),
    purpose: of('purpose'),
    prompt: of('prompt'),
    day: of('day'),
  };
}
