import { eachItem, type Item, ok } from '@fairlead/client';
import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { browserName } from './browser-name.ts';
import { useAccountChanged } from './use-totp.ts';

type SessionRow = Item<'/api/auth/sessions'>;

/** Where one is signed in. */
export function SessionsCard() {
  const changed = useAccountChanged();
  const tell = useTell();
  const list = useList<SessionRow>(['account', 'sessions'], async (cursor, signal) =>
    ok(hub.GET('/api/auth/sessions', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  const others = list.data?.pages.some(({ items }) => items.some(({ current }) => !current)) ?? false;
  return (
    <Card withBorder component="section" aria-labelledby="sessions">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="sessions">
          Sessions
        </Title>
        {others && (
          <ConfirmButton
            label="End all others"
            button={{ size: 'xs' }}
            title="End all your other sessions?"
            act="End them"
            color="orange"
            onConfirm={async () => {
              await endOthers();
              await changed();
              tell.done('Only this session is left.');
            }}
          >
            Wherever else you are signed in, you have to sign in again. This session goes on.
          </ConfirmButton>
        )}
      </Group>
      <ListTable
        label="Your sessions"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Where',
            cell: ({ userAgent, current, ip }) => (
              <>
                <Group gap="xs" wrap="nowrap">
                  <Text size="sm" title={userAgent}>
                    {browserName(userAgent)}
                  </Text>
                  {current && (
                    <Badge variant="outline" tt="none" color="teal">
                      this one
                    </Badge>
                  )}
                </Group>
                <Text size="xs" c="dimmed">
                  from {ip}
                </Text>
              </>
            ),
          },
          { title: 'Signed in', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
          { title: 'Last used', cell: ({ lastUsedAt }) => <Time at={lastUsedAt} ago /> },
          { title: 'Ends', cell: ({ expiresAt }) => <Time at={expiresAt} ago /> },
          { title: 'Do', cell: (row) => (row.current ? <>–</> : <EndSession row={row} />) },
        ]}
        empty={<EmptyState title="No session is open" />}
      />
    </Card>
  );
}

function EndSession({ row: { id, userAgent, ip } }: { readonly row: SessionRow }) {
  const changed = useAccountChanged();
  return (
    <ConfirmButton
      label="End"
      button={{ size: 'compact-xs' }}
      title={`End the session of ${browserName(userAgent)}?`}
      act="End it"
      color="orange"
      onConfirm={async () => {
        await endSession(id);
        await changed();
      }}
    >
      Whoever uses it, from {ip}, has to sign in again. If that is not you, change your password as well.
    </ConfirmButton>
  );
}

async function endSession(id: string): Promise<void> {
  await ok(hub.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } }));
}

async function endOthers(): Promise<void> {
  const pages = eachItem(async (cursor) => ok(hub.GET('/api/auth/sessions', { params: { query: { cursor } } })));
  const ids: string[] = [];
  for await (const { id, current } of pages) if (!current) ids.push(id);
  await Promise.all(ids.map(endSession));
}
