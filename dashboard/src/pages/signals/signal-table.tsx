import { Text } from '@mantine/core';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import type { List } from '../../components/use-list.ts';
import { SignalStatus } from './signal-status.tsx';
import { rangeText } from './signal-words.ts';
import type { SignalRow } from './use-signals.ts';

export function SignalTable({ list, isFiltered }: { readonly list: List<SignalRow>; readonly isFiltered: boolean }) {
  return (
    <ListTable
      label="Signals"
      list={list}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Signal',
          cell: ({ id, symbol, side }) => (
            <RouterLink to={`/signals/${id}`} fw={600}>
              {symbol} {side}
            </RouterLink>
          ),
        },
        { title: 'Status', cell: ({ status }) => <SignalStatus status={status} /> },
        { title: 'Entry', cell: ({ entry }) => rangeText(entry), numeric: true },
        { title: 'Stop', cell: ({ stopLoss }) => stopLoss ?? 'none', numeric: true },
        { title: 'Targets', cell: ({ takeProfits }) => takeProfits.join(', ') || 'none', numeric: true },
        { title: 'Confidence', cell: ({ confidence }) => `${Math.round(confidence * 100)} %`, numeric: true },
        { title: 'Channel', cell: (one) => <ConnectionLink id={one.connection} /> },
        { title: 'Read', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
        {
          title: 'Why',
          cell: ({ reasons: [first] }) => (
            <Text span size="sm" c="dimmed" miw={200} display="block">
              {first?.text ?? ''}
            </Text>
          ),
        },
      ]}
      empty={
        isFiltered ? (
          <EmptyState title="No signal is like that">Change or clear the filters above.</EmptyState>
        ) : (
          <EmptyState title="There are no signals yet">
            A message that says to buy or sell something becomes one. “Try a text” shows what is read, before any
            message comes.
          </EmptyState>
        )
      }
    />
  );
}
