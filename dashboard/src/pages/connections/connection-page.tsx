import { ok } from '@fairlead/client';
import { Badge, Group, Tabs } from '@mantine/core';
import { useParams, useSearchParams } from 'react-router';
import { HealthBadge } from '../../components/health-badge.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { hub } from '../../hub.ts';
import { useQuery } from '@tanstack/react-query';
import { CallsTab } from './calls-tab.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { EmbedTab } from './embed-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { type Connection, useConnection } from './use-connections.ts';

const tabs = ['health', 'settings', 'calls', 'embed'] as const;

/** One connection: how it does and why, how it is set, what it was asked lately. */
export function ConnectionPage() {
  const { id = '' } = useParams();
  return <QueryView query={useConnection(id)}>{(connection) => <Page connection={connection} />}</QueryView>;
}

function Page({ connection }: { readonly connection: Connection }) {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'health';
  return (
    <>
      <PageHeader
        title={connection.name}
        about={
          <Group gap="xs">
            <Status connection={connection} />
            <RouterLink to={`/plugins/${encodeURIComponent(connection.plugin)}`} size="sm">
              {connection.plugin}
            </RouterLink>
          </Group>
        }
      >
        <ConnectionActions connection={connection} />
      </PageHeader>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => setSearch({ tab: value ?? 'health' }, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="health">Health</Tabs.Tab>
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
          <Tabs.Tab value="calls">Recent calls</Tabs.Tab>
          <Tabs.Tab value="embed">Embed</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="health">
          <HealthTab connection={connection} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SettingsTab connection={connection} />
        </Tabs.Panel>
        <Tabs.Panel value="calls">
          <CallsTab connection={connection} />
        </Tabs.Panel>
        <Tabs.Panel value="embed">
          <EmbedTab connection={connection} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Status({ connection }: { readonly connection: Connection }) {
  const { id, status, statusReason } = connection;
  const health = useQuery({
    queryKey: ['connections', 'health', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/connections/{id}/health', { params: { path: { id } }, signal })),
  });
  if (status === 'active') return <HealthBadge health={health.data?.status ?? 'unknown'} />;
  return (
    <Badge color="gray" variant="outline" tt="none" title={statusReason}>
      {status}
    </Badge>
  );
}
