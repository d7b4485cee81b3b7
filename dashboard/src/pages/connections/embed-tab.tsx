import { type Item, ok } from '@fairlead/client';
import { Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { useList } from '../../components/use-list.ts';
import { useNow } from '../../components/use-now.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { EmbedSnippet } from './embed-snippet.tsx';
import { type MadeEmbed, NewEmbed } from './new-embed.tsx';
import { type Connection, useConnectionsChanged } from './use-connections.ts';

type Embed = Item<'/api/connections/{id}/embeds'>;

/** Where else the health of this connection may be shown. */
export function EmbedTab({ connection }: { readonly connection: Connection }) {
  const { id } = connection;
  const mayWrite = useMay()('connections.write');
  const now = useNow();
  const [made, setMade] = useState<MadeEmbed>();
  const list = useList<Embed>(['connections', 'embeds', id], async (cursor, signal) =>
    ok(
      hub.GET('/api/connections/{id}/embeds', {
        params: { path: { id }, query: { cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text size="sm" maw={720}>
          A page of another product can show how this connection does. An embed has a token of its own, which opens its
          health and nothing else of the hub. Whoever sees the page can see the token.
        </Text>
        {mayWrite && <NewEmbed connection={connection} onMade={setMade} />}
      </Group>
      {made !== undefined && (
        <Stack gap="xs" align="flex-start">
          <EmbedSnippet embed={made} />
          <Button variant="default" onClick={() => setMade(undefined)}>
            I have kept it
          </Button>
        </Stack>
      )}
      <ListTable
        label="Embeds"
        list={list}
        keyOf={(embed) => embed.id}
        columns={[
          { title: 'Shown as', cell: ({ name }) => name },
          { title: 'State', cell: (embed) => <EmbedState embed={embed} nowMs={now} /> },
          {
            title: 'On pages of',
            cell: ({ allowedOrigins }) =>
              allowedOrigins.map((origin) => (
                <Code key={origin} display="block" w="max-content">
                  {origin}
                </Code>
              )),
          },
          {
            title: 'Expires',
            cell: ({ expiresAt }) => (expiresAt === undefined ? 'never' : <Time at={expiresAt} ago />),
          },
          { title: 'Made', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
          ...(mayWrite ? [{ title: 'Do', cell: (embed: Embed) => <Revoke embed={embed} /> }] : []),
        ]}
        empty={
          <EmptyState title="It is shown nowhere else">
            An embed is a frame for a status page of yours, or an address that a script of it reads.
          </EmptyState>
        }
      />
    </Stack>
  );
}

function EmbedState({ embed: { revokedAt, expiresAt }, nowMs }: { readonly embed: Embed; readonly nowMs: number }) {
  const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= nowMs;
  const text = revokedAt !== undefined ? 'revoked' : isOver ? 'expired' : 'active';
  return (
    <Badge variant="outline" tt="none" color={text === 'active' ? 'teal' : 'gray'}>
      {text}
    </Badge>
  );
}

function Revoke({ embed: { id, name, revokedAt } }: { readonly embed: Embed }) {
  const changed = useConnectionsChanged();
  const tell = useTell();
  if (revokedAt !== undefined) return <Time at={revokedAt} ago />;
  return (
    <ConfirmButton
      label="Revoke"
      button={{ size: 'compact-xs' }}
      title={`Revoke the embed ${name}?`}
      act="Revoke"
      onConfirm={async () => {
        await ok(hub.DELETE('/api/embeds/{id}', { params: { path: { id } } }));
        await changed();
        tell.done(`The embed ${name} shows nothing any more.`);
      }}
    >
      Pages that show it say that it was revoked, from now on and for good. The connection itself stays as it is.
    </ConfirmButton>
  );
}
