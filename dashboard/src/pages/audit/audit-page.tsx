import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { AuditLog } from './audit-log.tsx';
import { Seals } from './seals.tsx';

/** Who did what, and what proves it. */
export function AuditPage() {
  useTopics('audit');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'seals' ? 'seals' : 'log';
  return (
    <>
      <PageHeader title="Audit log" about="What was done or tried, by whom, from where. Rows are only ever added." />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => setSearch(value === 'seals' ? { tab: 'seals' } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="log">Log</Tabs.Tab>
          <Tabs.Tab value="seals">Seals</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="log">
          <AuditLog />
        </Tabs.Panel>
        <Tabs.Panel value="seals">
          <Seals />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
