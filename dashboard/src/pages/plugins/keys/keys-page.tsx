import { type Answer, ok } from '@fairlead/client';
import { Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { LinkButton } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { Who } from '../../../components/who.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { NewKey } from './new-key.tsx';

type Key = Answer<'/api/plugin-keys'>['items'][number];

/** Whose signatures of plugins this hub believes. */
export function KeysPage() {
  const may = useMay()('settings.write');
  const keys = useQuery({
    queryKey: ['plugins', 'keys'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/plugin-keys', { signal })),
  });
  return (
    <>
      <PageHeader title="Signing keys" about="Whose signatures of plugins this hub believes.">
        <LinkButton to="/plugins" variant="default">
          All plugins
        </LinkButton>
        {may && <NewKey />}
      </PageHeader>
      <QueryView query={keys}>
        {({ items }) => (items.length === 0 ? <NoKeys /> : <KeyTable keys={items} may={may} />)}
      </QueryView>
    </>
  );
}

function NoKeys() {
  return (
    <EmptyState title="No key is believed yet">
      An author signs a tarball with a secret key. With the public key of that author, this hub can tell that it comes
      from there and was not changed.
    </EmptyState>
  );
}

function KeyTable({ keys, may }: { readonly keys: readonly Key[]; readonly may: boolean }) {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Signing keys">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Whose</Table.Th>
            <Table.Th>Public key</Table.Th>
            <Table.Th>Added</Table.Th>
            {may && <Table.Th aria-label="What can be done" />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>{key.name}</Table.Td>
              <Table.Td miw={280}>
                <CopyText text={key.publicKey} label={`public key of ${key.name}`} />
              </Table.Td>
              <Table.Td>
                <Time at={key.addedAt} ago />, by <Who id={key.addedBy} />
              </Table.Td>
              {may && (
                <Table.Td>
                  <RemoveKey signer={key} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function RemoveKey({ signer: { id, name } }: { readonly signer: Key }) {
  const client = useQueryClient();
  return (
    <ConfirmButton
      label="Remove …"
      button={{ size: 'compact-sm' }}
      title={`Believe “${name}” no longer?`}
      act="Remove"
      onConfirm={async () => {
        await ok(hub.DELETE('/api/plugin-keys/{id}', { params: { path: { id } } }));
        await client.invalidateQueries({ queryKey: ['plugins'] });
      }}
    >
      <Text>
        What it signed before stays installed. Where this hub requires signatures, those plugins do not start again
        until the key is back.
      </Text>
    </ConfirmButton>
  );
}
