import { ok } from '@fairlead/client';
import { Badge, Code, Group, Table } from '@mantine/core';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { type MasterKey, useVaultChanged } from './use-settings.ts';

export function KeysTable({ keys, mayRetire }: { readonly keys: readonly MasterKey[]; readonly mayRetire: boolean }) {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Master keys">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Key</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th ta="right">Secrets it wraps</Table.Th>
            <Table.Th>Added</Table.Th>
            {mayRetire && <Table.Th>Do</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.toSorted(byAge).map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>
                <Code>{key.id}</Code>
              </Table.Td>
              <Table.Td>
                <KeyState masterKey={key} />
              </Table.Td>
              <Table.Td ta="right" className="numbers">
                {key.inUse}
              </Table.Td>
              <Table.Td>
                <Time at={key.addedAt} ago />
              </Table.Td>
              {mayRetire && (
                <Table.Td>
                  <Retire masterKey={key} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** The active one, then the youngest. */
function byAge(left: MasterKey, right: MasterKey): number {
  return Number(right.active) - Number(left.active) || right.addedAt.localeCompare(left.addedAt);
}

const states: { readonly [state: string]: { readonly text: string; readonly color: string } } = {
  ok: { text: 'available', color: 'teal' },
  missing: { text: 'missing', color: 'red' },
  wrong: { text: 'not the right key', color: 'red' },
  retired: { text: 'retired', color: 'gray' },
};

function KeyState({ masterKey: { active, state, retiredAt } }: { readonly masterKey: MasterKey }) {
  const { text, color } = states[state] ?? { text: state, color: 'gray' };
  return (
    <Group gap="xs" wrap="nowrap">
      <Badge variant="outline" tt="none" color={color}>
        {text}
      </Badge>
      {active && (
        <Badge variant="outline" tt="none" color="blue">
          active
        </Badge>
      )}
      {retiredAt !== undefined && <Time at={retiredAt} ago />}
    </Group>
  );
}

function Retire({ masterKey: { id, active, state, inUse } }: { readonly masterKey: MasterKey }) {
  const changed = useVaultChanged();
  const tell = useTell();
  if (active || state === 'retired') return <>–</>;
  if (inUse > 0) return <>rotate first</>;
  return (
    <ConfirmButton
      label="Retire"
      button={{ size: 'compact-xs' }}
      title={`Retire the master key ${id}?`}
      act="Retire"
      typeToConfirm={id}
      onConfirm={async () => {
        await ok(hub.POST('/api/vault/keys/{id}/retire', { params: { path: { id } } }));
        await changed();
        tell.done(`The key ${id} is retired.`);
      }}
    >
      The hub gives it up for good and takes it out of the key file. No stored secret needs it any more. Backups of the
      database from before the rotation do: keep a copy of the key as long as you keep those.
    </ConfirmButton>
  );
}
