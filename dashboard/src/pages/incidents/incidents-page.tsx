import { ok } from '@fairlead/client';
import { Group, Select } from '@mantine/core';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { SeverityBadge, StateBadge } from './incident-badges.tsx';
import { IncidentSubject } from './incident-subject.tsx';
import type { Incident } from './use-incidents.ts';

/** By what the filter is called in the address. */
const states = {
  unresolved: ['open', 'acknowledged'],
  open: ['open'],
  acknowledged: ['acknowledged'],
  resolved: ['resolved'],
  all: undefined,
} as const;
type States = keyof typeof states;
const severities = ['info', 'warning', 'error', 'critical'] as const;

/** What a person should know or do, and what has been done. */
export function IncidentsPage() {
  const filter = useFilter('state', 'severity');
  const asked = filter.get('state') ?? 'unresolved';
  const state: States = asked in states ? (asked as States) : 'unresolved';
  const severity = severities.find((one) => one === filter.get('severity'));
  const list = useList<Incident>(['incidents', 'list', state, severity], async (cursor, signal) => {
    const wanted = states[state];
    const query = { ...(wanted === undefined ? {} : { state: [...wanted] }), severity, cursor, limit: 50 };
    return ok(hub.GET('/api/incidents', { params: { query }, signal }));
  });
  return (
    <>
      <PageHeader title="Incidents" about="What somebody should know of or do. Most pass by themselves, and say so." />
      <Group mb="md" align="flex-end">
        <Select
          label="State"
          allowDeselect={false}
          value={state}
          data={[
            { value: 'unresolved', label: 'not resolved' },
            { value: 'open', label: 'open' },
            { value: 'acknowledged', label: 'acknowledged' },
            { value: 'resolved', label: 'resolved' },
            { value: 'all', label: 'all' },
          ]}
          onChange={(value) => filter.set('state', value === 'unresolved' ? null : value)}
        />
        <Select
          label="Severity"
          clearable
          placeholder="All"
          value={severity ?? null}
          data={[...severities]}
          onChange={(value) => filter.set('severity', value)}
        />
      </Group>
      <ListTable
        label="Incidents"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Severity', cell: SeverityBadge },
          {
            title: 'What',
            cell: ({ id, title }) => (
              <RouterLink to={`/incidents/${id}`} fw={600}>
                {title}
              </RouterLink>
            ),
          },
          { title: 'About', cell: (incident) => <IncidentSubject incident={incident} /> },
          { title: 'State', cell: StateBadge },
          { title: 'Since', cell: ({ since }) => <Time at={since} ago /> },
          { title: 'Times', numeric: true, cell: ({ count }) => count },
        ]}
        empty={<Empty state={state} isNarrowed={severity !== undefined} />}
      />
    </>
  );
}

function Empty({ state, isNarrowed }: { readonly state: States; readonly isNarrowed: boolean }) {
  if (isNarrowed || (state !== 'unresolved' && state !== 'all')) {
    return <EmptyState title="No incident is like that">Change or clear the filters above.</EmptyState>;
  }
  return (
    <EmptyState title={state === 'all' ? 'There was no incident yet' : 'Nothing to do'}>
      When credentials are refused, a plugin fails or money needs a look, it is told here.
    </EmptyState>
  );
}
