import { Card, Grid, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { HealthBadge } from '../../components/health-badge.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useMay } from '../../session/use-session.ts';
import { FirstRunGuide } from './first-run-guide.tsx';
import { OpenIncidents } from './open-incidents.tsx';
import { Throughput } from './throughput.tsx';
import { type Overview, useOverview } from './use-overview.ts';
import { Wall } from './wall.tsx';

/** How everything is, on one page. */
export function OverviewPage() {
  const overview = useOverview();
  const may = useMay();
  return (
    <>
      <PageHeader title="Overview">
        {may('connections.write') && <LinkButton to="/connections/new">Add a connection</LinkButton>}
      </PageHeader>
      <QueryView query={overview}>
        {(data) => (data.total === 0 ? <FirstRunGuide /> : <Everything data={data} />)}
      </QueryView>
    </>
  );
}

function Everything({ data }: { readonly data: Overview }) {
  const may = useMay();
  return (
    <Stack>
      <Counts counts={data.counts} />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <section aria-labelledby="wall">
            <Title order={2} size="h4" mb="xs" id="wall">
              Connections
            </Title>
            <Wall connections={data.connections} total={data.total} />
          </section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack>
            <Throughput minutes={data.minutes} />
            {may('incidents.read') && <OpenIncidents />}
            <Changes changes={data.changes} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const order = ['unhealthy', 'degraded', 'unknown', 'healthy', 'paused'] as const;

function Counts({ counts }: { readonly counts: Overview['counts'] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 5 }} aria-label="Connections by health" component="dl" m={0}>
      {order.map((health) => (
        <Card key={health} withBorder padding="sm">
          <dt>
            <HealthBadge health={health} />
          </dt>
          <Text component="dd" m={0} size="xl" fw={700} className="numbers">
            {counts[health]}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}

function Changes({ changes }: { readonly changes: Overview['changes'] }) {
  return (
    <Card withBorder component="section" aria-labelledby="changes">
      <Title order={2} size="h4" mb="xs" id="changes">
        What changed
      </Title>
      {changes.length === 0 ? (
        <EmptyState title="Nothing yet" />
      ) : (
        <Stack gap="xs">
          {changes.slice(0, 10).map(({ connection, name, status, at }) => (
            <Group key={connection + at} justify="space-between" wrap="nowrap" gap="xs">
              <RouterLink to={`/connections/${connection}`} size="sm" truncate>
                {name}
              </RouterLink>
              <Group gap="xs" wrap="nowrap">
                <HealthBadge health={status} />
                <Text size="xs" c="dimmed">
                  <Time at={at} ago />
                </Text>
              </Group>
            </Group>
          ))}
        </Stack>
      )}
    </Card>
  );
}
