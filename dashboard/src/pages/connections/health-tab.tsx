import { ok } from '@fairlead/client';
import { Alert, Card, Code, Grid, Group, List, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { CopyText } from '../../components/copy-text.tsx';
import { HealthBadge } from '../../components/health-badge.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { beginOf, type Span, SpanChoice, spans } from '../../components/span-choice.tsx';
import { EmptyState, Waiting } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import { Lanes } from './lanes.tsx';
import { uptimeShare } from './uptime-share.ts';
import type { Connection, ConnectionHealth } from './use-connections.ts';

const Charts = lazy(async () => ({ default: (await import('./health-charts.tsx')).HealthCharts }));

/** What is known of a connection and why, its calls over time, and its breakers. */
export function HealthTab({ connection }: { readonly connection: Connection }) {
  const [span, setSpan] = useState<Span>('1 h');
  const { id } = connection;
  const health = useQuery({
    queryKey: ['connections', 'health', id, span],
    refetchInterval: 30_000,
    queryFn: async ({ signal }) => {
      const from = beginOf(span);
      return ok(hub.GET('/api/connections/{id}/health', { params: { path: { id }, query: { from } }, signal }));
    },
  });
  return (
    <QueryView query={health}>
      {(data) => (
        <Grid>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack>
              <Reasons health={data} locked={connection.locked} />
              <Card withBorder>
                <Group justify="space-between" mb="xs">
                  <Title order={2} size="h4">
                    Calls
                  </Title>
                  <SpanChoice span={span} onChange={setSpan} />
                </Group>
                <Summary minutes={data.minutes} />
                <Suspense fallback={<Waiting />}>
                  <Charts minutes={data.minutes} hours={spans[span]} />
                </Suspense>
              </Card>
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack>
              <Lanes connectionId={id} lanes={data.lanes} />
              <Card withBorder>
                <Title order={2} size="h4" mb="xs">
                  Webhooks
                </Title>
                <Text size="sm" c="dimmed" mb={4}>
                  Where the vendor sends them
                </Text>
                <CopyText text={connection.webhookUrl} label="webhook address" />
              </Card>
              <History history={data.history} hours={spans[span]} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </QueryView>
  );
}

function Reasons({ health, locked }: { readonly health: ConnectionHealth; readonly locked: Connection['locked'] }) {
  return (
    <Card withBorder>
      <Group justify="space-between">
        <HealthBadge health={health.status} />
        <Text size="sm" c="dimmed">
          {health.checkedAt === undefined ? (
            'never heard of yet'
          ) : (
            <>
              heard of <Time at={health.checkedAt} ago />
            </>
          )}
        </Text>
      </Group>
      {locked !== undefined && (
        <Alert color="red" mt="sm" title="Its secrets cannot be opened">
          {locked.reason}: the master key <Code>{locked.keyId}</Code> is missing or wrong. Nothing is lost; give the hub
          that key.
        </Alert>
      )}
      {health.reasons.length === 0 ? (
        <Text size="sm" mt="sm">
          There is no reason for concern.
        </Text>
      ) : (
        <List size="sm" mt="sm" spacing="xs">
          {health.reasons.map(({ source, code, text, since }) => (
            <List.Item key={source + code}>
              {text}{' '}
              <Text span size="xs" c="dimmed">
                {source}, <Code>{code}</Code>, since <Time at={since} />
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Card>
  );
}

function Summary({ minutes }: { readonly minutes: ConnectionHealth['minutes'] }) {
  const calls = minutes.reduce((sum, one) => sum + one.calls, 0);
  const errors = minutes.reduce((sum, one) => sum + one.errors, 0);
  const worst = Math.max(0, ...minutes.map(({ p95Ms }) => p95Ms ?? 0));
  const facts = [
    ['Attempts', String(calls)],
    ['Failed', calls === 0 ? '–' : `${((errors / calls) * 100).toFixed(1)} %`],
    ['Slowest minute, p95', worst === 0 ? '–' : `${Math.round(worst)} ms`],
  ] as const;
  return (
    <SimpleGrid cols={3} mb="xs" component="dl" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed" component="dt">
            {name}
          </Text>
          <Text fw={600} className="numbers" component="dd" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function History({ history, hours }: { readonly history: ConnectionHealth['history']; readonly hours: number }) {
  const uptime = useMemo(() => uptimeShare(history, Date.now() - hours * 3_600_000, Date.now()), [history, hours]);
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          Changes of health
        </Title>
        {uptime !== undefined && (
          <Text size="sm" className="numbers">
            {(uptime * 100).toFixed(2)} % up
          </Text>
        )}
      </Group>
      {history.length === 0 ? (
        <EmptyState title="None yet" />
      ) : (
        <Table>
          <Table.Tbody>
            {history
              .toReversed()
              .slice(0, 20)
              .map(({ status, at, codes }) => (
                <Table.Tr key={at}>
                  <Table.Td>
                    <HealthBadge health={status} />
                  </Table.Td>
                  <Table.Td>
                    <Time at={at} />
                    <Text size="xs" c="dimmed">
                      {codes.join(', ')}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
