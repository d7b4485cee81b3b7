import type { Item } from '@fairlead/client';
import { useDebouncedValue } from '@mantine/hooks';
import { useSearchParams } from 'react-router';

export type AuditRow = Item<'/api/audit'>;

export const outcomes = ['ok', 'denied', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export interface AuditFilter {
  readonly action?: string;
  readonly actor?: string;
  readonly target?: string;
  readonly outcome?: Outcome;
  /** ISO 8601, UTC. */
  readonly from?: string;
  readonly to?: string;
}

export type FilterName = keyof AuditFilter;

/** Filters of the log, kept in the address. `filter` follows what is typed after a moment. */
export function useAuditFilter() {
  const [search, setSearch] = useSearchParams();
  const value = (name: FilterName) => search.get(name) ?? '';
  const outcome = outcomes.find((one) => one === value('outcome'));
  const texts = (['action', 'actor', 'target', 'from', 'to'] as const).map((name) => [name, value(name)] as const);
  const now = JSON.stringify({
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
    ...(outcome === undefined ? {} : { outcome }),
  });
  const [settled] = useDebouncedValue(now, 250);
  const filter = JSON.parse(settled) as AuditFilter;
  const set = (name: FilterName, text: string | null) =>
    setSearch(
      (before) => {
        if (text === null || text === '') before.delete(name);
        else before.set(name, text);
        return before;
      },
      { replace: true },
    );
  return { value, outcome, filter, set, filtered: settled !== '{}' };
}
