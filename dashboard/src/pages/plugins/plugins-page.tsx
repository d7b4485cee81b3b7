import { Group, Select, Table, Text, TextInput } from '@mantine/core';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useMay } from '../../session/use-session.ts';
import { Capabilities } from './capabilities.tsx';
import { Quality } from './quality.tsx';
import { StatusBadge, statusChoices } from './status-badge.tsx';
import { type PluginUse, usePluginUse } from './use-plugin-use.ts';
import { type PluginRow, useAllPlugins } from './use-plugins.ts';

/** Everything that this hub can be connected with. */
export function PluginsPage() {
  const may = useMay();
  const filter = useFilter('find', 'status');
  const plugins = useAllPlugins();
  const text = filter.get('find') ?? '';
  const status = filter.get('status');
  return (
    <>
      <PageHeader title="Plugins" about="Each speaks with one kind of vendor. Connections are made of them.">
        {may('plugins.read') && (
          <LinkButton to="/plugins/keys" variant="default">
            Signing keys
          </LinkButton>
        )}
        {may('plugins.write') && <LinkButton to="/plugins/install">Install a plugin</LinkButton>}
      </PageHeader>
      <Group mb="md" align="flex-end">
        <TextInput
          label="Find a plugin"
          placeholder="Stripe, telegram, payment …"
          value={text}
          onChange={({ currentTarget }) => filter.set('find', currentTarget.value)}
        />
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={status ?? null}
          data={statusChoices}
          onChange={(value) => filter.set('status', value)}
        />
      </Group>
      <QueryView query={plugins}>
        {(all) => (
          <PluginTable
            plugins={all.filter((one) => matches(one, text) && (status === undefined || one.status === status))}
          />
        )}
      </QueryView>
    </>
  );
}

function PluginTable({ plugins }: { readonly plugins: readonly PluginRow[] }) {
  const use = usePluginUse();
  if (plugins.length === 0) {
    return <EmptyState title="No plugin is like that">Change or clear the filters above, or install one.</EmptyState>;
  }
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Plugins">
      <Table highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Plugin</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th>Version</Table.Th>
            <Table.Th>Offers</Table.Th>
            <Table.Th>Comes</Table.Th>
            {use !== undefined && <Table.Th>Used</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plugins.map((plugin) => (
            <Row key={plugin.id} plugin={plugin} use={use} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ plugin, use }: { readonly plugin: PluginRow; readonly use: PluginUse | undefined }) {
  const { id, displayName, description, status, reason, version, otherVersions } = plugin;
  return (
    <Table.Tr>
      <Table.Td miw={220} maw={340}>
        <RouterLink to={`/plugins/${encodeURIComponent(id)}`} fw={600}>
          {displayName}
        </RouterLink>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {description}
        </Text>
      </Table.Td>
      <Table.Td maw={320}>
        <StatusBadge status={status} />
        {reason !== undefined && (
          <Text size="xs" mt={4} lineClamp={3}>
            {reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {version}
        {otherVersions.length > 0 && (
          <Text size="xs" c="dimmed">
            and {otherVersions.length} more
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Capabilities plugin={plugin} />
      </Table.Td>
      <Table.Td miw={150}>
        <Quality plugin={plugin} />
      </Table.Td>
      {use !== undefined && (
        <Table.Td miw={140} className="numbers">
          {use.textOf(id)}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function matches(plugin: PluginRow, text: string): boolean {
  const { id, packageName, displayName, description, capabilities, reason = '' } = plugin;
  const words = [id, packageName, displayName, description, ...Object.keys(capabilities), reason]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
