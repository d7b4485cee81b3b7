import { ok } from '@fairlead/client';
import { Card, Group, Stack, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { beginOf, type Span, SpanChoice, spans } from '../../../components/span-choice.tsx';
import { Waiting } from '../../../components/states.tsx';
import { hub } from '../../../hub.ts';
import type { Plugin } from '../use-plugins.ts';
import { ConnectionStates } from './connection-states.tsx';
import { Exits } from './exits.tsx';
import { Processes } from './processes.tsx';
import { RefusedHosts } from './refused-hosts.tsx';
import { VersionSums } from './version-sums.tsx';

const Charts = lazy(async () => ({ default: (await import('./usage-charts.tsx')).UsageCharts }));

/** How a plugin does: its calls, its failures, and what its processes use, version by version. */
export function UsageTab({ plugin }: { readonly plugin: Plugin }) {
  const [span, setSpan] = useState<Span>('1 h');
  const { id } = plugin;
  const health = useQuery({
    queryKey: ['plugins', 'health', id, span],
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const from = beginOf(span);
      return ok(hub.GET('/api/plugins/{id}/health', { params: { path: { id }, query: { from } }, signal }));
    },
  });
  return (
    <QueryView query={health}>
      {(data) => (
        <Stack>
          <Card withBorder>
            <Group justify="space-between" mb="xs">
              <Title order={2} size="h4">
                By version
              </Title>
              <SpanChoice span={span} onChange={setSpan} />
            </Group>
            <VersionSums versions={data.versions} />
            <Suspense fallback={<Waiting />}>
              <Charts health={data} hours={spans[span]} />
            </Suspense>
          </Card>
          <Processes processes={data.processes} host={plugin.host} />
          <ConnectionStates plugin={id} connections={data.connections} />
          <RefusedHosts refused={data.refused} />
          <Exits exits={plugin.exits} />
        </Stack>
      )}
    </QueryView>
  );
}
