import { ok } from '@fairlead/client';
import { Badge, Button, Code, Text } from '@mantine/core';
import { startTransition, useState } from 'react';
import { ListTable } from '../../components/list-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { RowDetails } from './row-details.tsx';
import { type AuditRow, type Outcome, useAuditFilter } from './use-audit-filter.ts';

/** Newest first. */
export function AuditLog() {
  const { inAddress, filter } = useAuditFilter();
  // What is chosen in the table begins the inputs anew: they hold what is typed.
  const [chosen, setChosen] = useState(0);
  const choose = (name: 'actor' | 'target', id: string) => {
    inAddress.set(name, id);
    // Together with the address, which changes in a transition.
    startTransition(() => setChosen((before) => before + 1));
  };
  const list = useList<AuditRow>(['audit', 'list', filter], async (cursor, signal) =>
    ok(hub.GET('/api/audit', { params: { query: { ...filter, cursor, limit: 50 } }, signal })),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <AuditFilters key={chosen} inAddress={inAddress} filter={filter} rows={rows} />
      <AuditExport filter={filter} />
      <ListTable
        label="Audit log"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'When', cell: ({ at }) => <Time at={at} /> },
          { title: 'Who', cell: (row) => <Actor row={row} onChoose={(id) => choose('actor', id)} /> },
          { title: 'What', cell: ({ action }) => <Code style={{ whiteSpace: 'nowrap' }}>{action}</Code> },
          { title: 'On', cell: ({ target }) => <Target target={target} onChoose={(id) => choose('target', id)} /> },
          { title: 'Outcome', cell: ({ outcome, problem }) => <OutcomeBadge outcome={outcome} problem={problem} /> },
          { title: 'Details', cell: (row) => <RowDetails row={row} /> },
        ]}
        empty={
          <EmptyState title={inAddress.isSet ? 'No row is like that' : 'Nothing was done yet'}>
            {inAddress.isSet ? 'Change or clear the filters above.' : 'Each act of a person or a key adds a row.'}
          </EmptyState>
        }
      />
    </>
  );
}

function Actor({ row, onChoose }: { readonly row: AuditRow; readonly onChoose: (id: string) => void }) {
  const { kind, id, name } = row.actor;
  if (kind === 'anonymous') return <NotSignedIn email={row.details['email']} />;
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => onChoose(id)} aria-label={`Only what ${name} did`}>
        {name}
      </Button>
      {kind !== 'user' && (
        <Text size="xs" c="dimmed">
          {kind === 'api-key' ? 'API key' : kind}
        </Text>
      )}
    </>
  );
}

/** Whoever signs in is nobody yet; what they said they are is in the details. */
function NotSignedIn({ email }: { readonly email: string | number | undefined }) {
  return (
    <>
      nobody signed in
      {email !== undefined && (
        <Text size="xs" c="dimmed">
          as {email}
        </Text>
      )}
    </>
  );
}

function Target({ target, onChoose }: { readonly target: string | null; readonly onChoose: (id: string) => void }) {
  if (target === null) return <>–</>;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      ff="monospace"
      title={target}
      onClick={() => onChoose(target)}
      aria-label={`Only what was done on ${target}`}
    >
      {target.length > 16 ? `…${target.slice(-12)}` : target}
    </Button>
  );
}

const colors: Readonly<Record<Outcome, string>> = { ok: 'teal', denied: 'red', failed: 'orange' };

function OutcomeBadge({ outcome, problem }: { readonly outcome: Outcome; readonly problem: string | null }) {
  return (
    <>
      <Badge variant="outline" tt="none" color={colors[outcome]}>
        {outcome}
      </Badge>
      {problem !== null && (
        <Text size="xs" c="dimmed">
          {problem}
        </Text>
      )}
    </>
  );
}
