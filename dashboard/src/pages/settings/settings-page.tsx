import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { useMay } from '../../session/use-session.ts';
import { MasterKeys } from './master-keys.tsx';
import { SettingsTable } from './settings-table.tsx';
import { System } from './system.tsx';

const tabs = [
  { name: 'system', title: 'System', permission: 'system.read' },
  { name: 'settings', title: 'Settings', permission: 'settings.read' },
  { name: 'keys', title: 'Master keys', permission: 'vault.read' },
] as const;

/** How this hub is: its process, how it is set, what it encrypts with. */
export function SettingsPage() {
  const [search, setSearch] = useSearchParams();
  const may = useMay();
  const shown = tabs.filter(({ permission }) => may(permission));
  const tab = shown.find(({ name }) => name === search.get('tab'))?.name ?? 'system';
  return (
    <>
      <PageHeader title="Settings" about="How this hub is and how it was started." />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => setSearch({ tab: value ?? 'system' }, { replace: true })}
      >
        <Tabs.List mb="md">
          {shown.map(({ name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="system">
          <System />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SettingsTable />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <MasterKeys />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
