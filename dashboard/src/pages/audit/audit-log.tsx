import { ok } from '@fairlead/client';
import { Badge, Button, Code, Text } from '@mantine/core';
import { useState } from 'react';
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
  const { inAddress, now, filter } = useAuditFilter();
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
  const fold = (id: string) =>
    setUnfolded((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const list = useList<AuditRow>(['audit', 'list', filter], async (cursor, signal) =>
    ok(hub.GET('/api/audit', { params: { query: { ...filter, cursor, limit: 50 } }, signal })),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <AuditFilters inAddress={inAddress} filter={now} rows={rows} />
      <AuditExport filter={filter} />
      <ListTable
        label="Audit log"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'When', cell: ({ at }) => <Time at={at} /> },
          { title: 'Who', cell: (row) => <Actor row={row} onChoose={(id) => inAddress.set('actor', id)} /> },
          { title: 'What', cell: ({ action }) => <Code style={{ whiteSpace: 'nowrap' }}>{action}</Code> },
          {
            title: 'On',
            cell: ({ target }) => <Target target={target} onChoose={(id) => inAddress.set('target', id)} />,
          },
          { title: 'Outcome', cell: ({ outcome, problem }) => <OutcomeBadge outcome={outcome} problem={problem} /> },
          {
            title: 'Details',
            cell: ({ id }) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-expanded={unfolded.includes(id)}
                onClick={() => fold(id)}
              >
                {unfolded.includes(id) ? 'Less' : 'More'}
              </Button>
            ),
          },
        ]}
        below={(row) => (unfolded.includes(row.id) ? <RowDetails row={row} /> : undefined)}
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
