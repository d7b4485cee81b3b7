import { Code, Group, Tabs } from '@mantine/core';
import { useParams, useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useMay } from '../../session/use-session.ts';
import { AboutTab } from './about/about-tab.tsx';
import { LogTab } from './log/log-tab.tsx';
import { PluginActions } from './plugin-actions.tsx';
import { StatusBadge } from './status-badge.tsx';
import { UsageTab } from './usage/usage-tab.tsx';
import { type Plugin, usePlugin } from './use-plugins.ts';
import { VersionsTab } from './versions/versions-tab.tsx';

const tabs = ['about', 'versions', 'usage', 'log'] as const;

/** One plugin: what it is and may, its versions, how it does, what it says. */
export function PluginPage() {
  const { id = '' } = useParams();
  return <QueryView query={usePlugin(id)}>{(plugin) => <Page key={plugin.id} plugin={plugin} />}</QueryView>;
}

function Page({ plugin }: { readonly plugin: Plugin }) {
  const [search, setSearch] = useSearchParams();
  const mayReadLog = useMay()('plugins.log');
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'about';
  return (
    <>
      <PageHeader
        title={plugin.displayName}
        about={
          <Group gap="xs">
            <StatusBadge status={plugin.status} />
            <span>
              <Code>{plugin.id}</Code> {plugin.version}
            </span>
          </Group>
        }
      >
        <PluginActions plugin={plugin} />
      </PageHeader>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => setSearch({ tab: value ?? 'about' }, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="about">About</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
          <Tabs.Tab value="usage">Health and usage</Tabs.Tab>
          {mayReadLog && <Tabs.Tab value="log">Log</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="about">
          <AboutTab plugin={plugin} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsTab plugin={plugin} />
        </Tabs.Panel>
        <Tabs.Panel value="usage">
          <UsageTab plugin={plugin} />
        </Tabs.Panel>
        {mayReadLog && (
          <Tabs.Panel value="log">
            <LogTab plugin={plugin} />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}
