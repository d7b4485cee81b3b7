import type { Item } from '@fairlead/client';
import { useDebouncedValue } from '@mantine/hooks';
import { useFilter } from '../../components/use-filter.ts';

export type AuditRow = Item<'/api/audit'>;

export const outcomes = ['ok', 'denied', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** As the API takes it. Moments are ISO 8601, UTC. */
export interface AuditFilter {
  readonly action: string | undefined;
  readonly actor: string | undefined;
  readonly target: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What the log is narrowed to, kept in the address: `now`, and as it is asked for once nobody types any more. */
export function useAuditFilter() {
  const inAddress = useFilter('action', 'actor', 'target', 'outcome', 'from', 'to');
  const now: AuditFilter = {
    action: inAddress.get('action'),
    actor: inAddress.get('actor'),
    target: inAddress.get('target'),
    outcome: outcomes.find((one) => one === inAddress.get('outcome')),
    from: inAddress.get('from'),
    to: inAddress.get('to'),
  };
  // By its text: an object is another one each time.
  const [settled] = useDebouncedValue(JSON.stringify(now), 250);
  return { inAddress, now, filter: JSON.parse(settled) as Partial<AuditFilter> };
}
