import { type Item, ok } from '@fairlead/client';
import { Group, Text } from '@mantine/core';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { MessageSections } from './message-sections.tsx';

type Row = Item<'/api/messages'>;

/** What the channels have brought, the newest first, as it comes. */
export function MessagesPage() {
  useTopics('messages');
  const may = useMay();
  const filter = useFilter('channel');
  const connection = filter.get('channel');
  const list = useList<Row>(['messages', 'list', connection], async (cursor, signal) =>
    ok(hub.GET('/api/messages', { params: { query: { connection, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Messages" about="What channels have brought: each revision of each message once.">
        {may('messages.send') && <LinkButton to="/messages/send">Send a message</LinkButton>}
      </PageHeader>
      <MessageSections />
      <Group mb="md" align="flex-end">
        <ConnectionSelect
          label="Channel"
          capability="channel"
          value={connection ?? null}
          onChange={(id) => filter.set('channel', id)}
        />
      </Group>
      <ListTable
        label="Messages"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Received', cell: ({ receivedAt }) => <Time at={receivedAt} ago /> },
          { title: 'Channel', cell: (one) => <ConnectionLink id={one.connection} /> },
          { title: 'From', cell: ({ author, chat }) => author?.name ?? author?.id ?? chat?.title ?? chat?.id ?? '' },
          { title: 'Message', cell: (one) => <Excerpt message={one} /> },
          { title: 'Marks', cell: (one) => <Marks message={one} /> },
        ]}
        empty={
          filter.isSet ? (
            <EmptyState title="This channel has brought nothing yet">
              What it brings from now on appears here by itself.
            </EmptyState>
          ) : (
            <EmptyState
              title="There are no messages yet"
              action={may('connections.write') && <LinkButton to="/connections/new">Add a channel</LinkButton>}
            >
              Connections that are channels bring them: Telegram, feeds, web pages, or a signed endpoint of your own.
            </EmptyState>
          )
        }
      />
    </>
  );
}

function Excerpt({ message: { id, title, text } }: { readonly message: Row }) {
  const whole = [title, text].filter((part) => part !== undefined && part !== '').join('\n');
  return (
    <RouterLink to={`/messages/${id}`} miw={220} maw={520} display="block">
      <Text span size="sm" lineClamp={2} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {whole === '' ? '(no text)' : whole}
      </Text>
    </RouterLink>
  );
}

/** What is special about a message: that it was edited or deleted, was there before, came in a flood. */
export function Marks({ message: { change, seeded, flooded } }: { readonly message: Row }) {
  return (
    <Group gap={4} wrap="nowrap">
      {change !== 'created' && (
        <ToneBadge size="sm" tone="warning">
          {change}
        </ToneBadge>
      )}
      {seeded && (
        <ToneBadge size="sm" tone="plain">
          was there before
        </ToneBadge>
      )}
      {flooded && (
        <ToneBadge size="sm" tone="bad">
          in a flood
        </ToneBadge>
      )}
    </Group>
  );
}
