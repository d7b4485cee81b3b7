import { ok } from '@fairlead/client';
import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { Time } from '../../../components/time.tsx';
import { Who } from '../../../components/who.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { Signature } from '../quality.tsx';
import { type Installed, isOff, type Plugin, usePluginsChanged } from '../use-plugins.ts';
import { UpgradeDialog } from './upgrade-dialog.tsx';

const origins: Readonly<Record<Installed['origin'], string>> = {
  registry: 'registry',
  address: 'address',
  tarball: 'tarball',
  folder: 'folder, copied',
  link: 'folder, linked',
};

export function VersionTable({
  plugin,
  installed,
}: {
  readonly plugin: Plugin;
  readonly installed: readonly Installed[];
}) {
  const [chosen, setChosen] = useState<string>();
  const versions = [plugin.version, ...plugin.otherVersions];
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Versions">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Version</Table.Th>
            <Table.Th>Came</Table.Th>
            <Table.Th>Signature</Table.Th>
            <Table.Th>Bytes</Table.Th>
            <Table.Th aria-label="What can be done" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <Row
              key={version}
              plugin={plugin}
              version={version}
              installed={installed.find((one) => one.version === version)}
              onChoose={() => setChosen(version)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <UpgradeDialog plugin={plugin} version={chosen} onClose={() => setChosen(undefined)} />
    </div>
  );
}

function Row({
  plugin,
  version,
  installed,
  onChoose,
}: {
  readonly plugin: Plugin;
  readonly version: string;
  readonly installed: Installed | undefined;
  readonly onChoose: () => void;
}) {
  const may = useMay()('plugins.write');
  const isChosen = version === plugin.version;
  const isPrevious = version === plugin.previous;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {version}
          {isChosen && (
            <Badge variant="default" tt="none" miw="max-content">
              {plugin.status === 'running' ? 'answers' : 'chosen'}
            </Badge>
          )}
          {isPrevious && (
            <Badge variant="default" tt="none" miw="max-content">
              the one before
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td miw={200}>
        <Origin plugin={plugin} installed={installed} />
      </Table.Td>
      <Table.Td>{installed === undefined ? '' : <Signature installed={installed} />}</Table.Td>
      <Table.Td>
        <Text size="xs" truncate maw={160} title={installed?.integrity ?? ''}>
          {installed?.integrity ?? ''}
        </Text>
      </Table.Td>
      <Table.Td>
        {may && (
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            {!isChosen && (
              <Button size="compact-sm" variant="default" onClick={onChoose}>
                Take {version} …
              </Button>
            )}
            {installed !== undefined && (!isChosen || isOff(plugin)) && !isPrevious && (
              <RemoveVersion plugin={plugin} version={version} />
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Origin({ plugin, installed }: { readonly plugin: Plugin; readonly installed: Installed | undefined }) {
  if (installed === undefined) {
    return <>{plugin.source === 'release' ? 'with the release' : 'not installed by this hub'}</>;
  }
  const { origin, spec, installedAt, installedBy, packages } = installed;
  const others = packages.filter(({ location }) => location !== '').length;
  return (
    <>
      <Text size="sm">
        {origins[origin]}, <Time at={installedAt} ago />, by <Who id={installedBy} />
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {spec}
        {others > 0 && `, with ${others} packages that it needs`}
      </Text>
    </>
  );
}

function RemoveVersion({ plugin, version }: { readonly plugin: Plugin; readonly version: string }) {
  const changed = usePluginsChanged();
  const isLast = plugin.otherVersions.length === 0;
  return (
    <ConfirmButton
      label={`Remove ${version} …`}
      button={{ size: 'compact-sm' }}
      title={`Remove version ${version} of ${plugin.displayName}?`}
      act="Remove"
      onConfirm={async () => {
        const path = { id: plugin.id, version };
        await ok(hub.DELETE('/api/plugins/{id}/versions/{version}', { params: { path } }));
        await changed();
      }}
    >
      <Text>
        Its files are deleted from this hub, and it has to be installed again to come back.{' '}
        {isLast ? 'It is the only version: the plugin goes with it.' : 'Other versions stay.'}
      </Text>
    </ConfirmButton>
  );
}
