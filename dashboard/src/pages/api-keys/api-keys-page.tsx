import { ok } from '@fairlead/client';
import { Badge, Code, Group, Text } from '@mantine/core';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { useList } from '../../components/use-list.ts';
import { useNow } from '../../components/use-now.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { ChangeApiKey } from './change-api-key.tsx';
import { Scopes } from './scopes.tsx';
import { type ApiKey, type KeyState, stateOf, useApiKeysChanged } from './use-api-keys.ts';

/** Every key for machines, those that ended included. */
export function ApiKeysPage() {
  const mayWrite = useMay()('api-keys.write');
  const now = useNow();
  const list = useList<ApiKey>(['api-keys', 'list'], async (cursor, signal) =>
    ok(hub.GET('/api/api-keys', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  const addition = mayWrite && <LinkButton to="/api-keys/new">Make a key</LinkButton>;
  return (
    <>
      <PageHeader title="API keys" about="For programs that call this hub. A key does what its maker may, and no more.">
        {addition}
      </PageHeader>
      <ListTable
        label="API keys"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Name',
            cell: ({ name, prefix }) => (
              <>
                <Text fw={600} size="sm">
                  {name}
                </Text>
                <Code>{prefix}…</Code>
              </>
            ),
          },
          { title: 'State', cell: (key) => <StateBadge state={stateOf(key, now)} /> },
          { title: 'May', cell: ({ scopes }) => <Scopes scopes={scopes} /> },
          { title: 'Counts from', cell: ({ allowedAddresses }) => <Addresses addresses={allowedAddresses} /> },
          {
            title: 'Expires',
            cell: ({ expiresAt }) => (expiresAt === undefined ? 'never' : <Time at={expiresAt} ago />),
          },
          {
            title: 'Last used',
            cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? 'not yet' : <Time at={lastUsedAt} ago />),
          },
          { title: 'Made', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
          ...(mayWrite ? [{ title: 'Do', cell: (key: ApiKey) => <KeyActions apiKey={key} /> }] : []),
        ]}
        empty={
          <EmptyState title="There are no API keys yet" action={addition}>
            A program, such as your shop, sends one with each call. The routes are in the API reference, in the menu of
            your account.
          </EmptyState>
        }
      />
    </>
  );
}

const colors: Readonly<Record<KeyState, string>> = { active: 'teal', expired: 'orange', revoked: 'gray' };

function StateBadge({ state }: { readonly state: KeyState }) {
  return (
    <Badge variant="outline" tt="none" color={colors[state]}>
      {state}
    </Badge>
  );
}

function Addresses({ addresses }: { readonly addresses: readonly string[] | undefined }) {
  if (addresses === undefined) return <>everywhere</>;
  return addresses.map((one) => (
    <Code key={one} display="block" w="max-content">
      {one}
    </Code>
  ));
}

function KeyActions({ apiKey }: { readonly apiKey: ApiKey }) {
  const { id, name, prefix, revokedAt } = apiKey;
  const changed = useApiKeysChanged();
  const tell = useTell();
  if (revokedAt !== undefined) return <Time at={revokedAt} ago />;
  return (
    <Group gap="xs" wrap="nowrap">
      <ChangeApiKey apiKey={apiKey} />
      <ConfirmButton
        label="Revoke"
        button={{ size: 'compact-xs' }}
        title={`Revoke the key ${name}?`}
        act="Revoke"
        onConfirm={async () => {
          await ok(hub.DELETE('/api/api-keys/{id}', { params: { path: { id } } }));
          await changed();
          tell.done(`The key ${name} no longer counts.`);
        }}
      >
        Whatever sends the key that begins with <Code>{prefix}</Code> is refused from now on. It cannot be taken back:
        make another key instead. What was done with it stays.
      </ConfirmButton>
    </Group>
  );
}
