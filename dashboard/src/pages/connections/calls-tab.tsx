import { ok } from '@fairlead/client';
import { Badge, Code, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import type { Connection } from './use-connections.ts';

/** The latest attempts, since the hub started. */
export function CallsTab({ connection: { id } }: { readonly connection: Connection }) {
  const calls = useQuery({
    queryKey: ['connections', 'calls', id],
    refetchInterval: 5_000,
    queryFn: async ({ signal }) => ok(hub.GET('/api/connections/{id}/calls', { params: { path: { id } }, signal })),
  });
  return (
    <QueryView query={calls}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="Nothing was asked of the vendor yet">
            Since the hub started. “Test” makes a call.
          </EmptyState>
        ) : (
          <div className="scrolls" tabIndex={0} role="region" aria-label="Recent calls">
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>When</Table.Th>
                  <Table.Th>Operation</Table.Th>
                  <Table.Th ta="right">Attempt</Table.Th>
                  <Table.Th ta="right">Duration</Table.Th>
                  <Table.Th>Outcome</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((call, index) => (
                  <Table.Tr key={`${call.at}${call.operation}${index}`}>
                    <Table.Td>
                      <Time at={call.at} />
                    </Table.Td>
                    <Table.Td>
                      <Code>{call.operation}</Code>
                    </Table.Td>
                    <Table.Td ta="right">{call.attempt}</Table.Td>
                    <Table.Td ta="right" className="numbers">
                      {Math.round(call.durationMs)} ms
                    </Table.Td>
                    <Table.Td>
                      <Badge tt="none" variant="outline" color={call.outcome === 'success' ? 'teal' : 'red'}>
                        {call.code ?? call.outcome}
                      </Badge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )
      }
    </QueryView>
  );
}
