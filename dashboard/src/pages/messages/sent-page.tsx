import { type Item, ok } from '@fairlead/client';
import { Group, Select, Text } from '@mantine/core';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { MessageSections } from './message-sections.tsx';
import { OutgoingStatus, outgoingStatuses } from './outgoing-status.tsx';

type Row = Item<'/api/channels/{connectionId}/messages'>;

/** What was sent through a channel, and what became of it. */
export function SentPage() {
  useTopics('messages');
  const may = useMay();
  const filter = useFilter('channel', 'status');
  const channel = filter.get('channel');
  return (
    <>
      <PageHeader title="Sent messages" about="Each was sent once, or not at all, or a person says what became of it.">
        {may('messages.send') && <LinkButton to="/messages/send">Send a message</LinkButton>}
      </PageHeader>
      <MessageSections />
      <Group mb="md" align="flex-end">
        <ConnectionSelect
          label="Channel"
          capability="channel"
          placeholder="Choose one"
          value={channel ?? null}
          onChange={(id) => filter.set('channel', id)}
        />
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={filter.get('status') ?? null}
          data={outgoingStatuses}
          onChange={(value) => filter.set('status', value)}
        />
      </Group>
      {channel === undefined ? (
        <EmptyState title="Choose a channel">What was sent is kept with the channel it went through.</EmptyState>
      ) : (
        <Sent channel={channel} status={filter.get('status') as Row['status'] | undefined} />
      )}
    </>
  );
}

function Sent({ channel, status }: { readonly channel: string; readonly status: Row['status'] | undefined }) {
  const list = useList<Row>(['messages', 'sent', channel, status], async (cursor, signal) =>
    ok(
      hub.GET('/api/channels/{connectionId}/messages', {
        params: { path: { connectionId: channel }, query: { status, cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  return (
    <ListTable
      label="Sent messages"
      list={list}
      keyOf={({ id }) => id}
      columns={[
        { title: 'When', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
        { title: 'To', cell: ({ chatId }) => chatId },
        {
          title: 'Message',
          cell: ({ id, text }) => (
            <RouterLink to={`/messages/sent/${id}`} miw={220} maw={520} display="block">
              <Text span size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {text}
              </Text>
            </RouterLink>
          ),
        },
        { title: 'Status', cell: (one) => <OutgoingStatus status={one.status} /> },
      ]}
      empty={
        status === undefined ? (
          <EmptyState title="Nothing was sent through this channel yet">
            “Send a message” does, where the channel’s plugin can.
          </EmptyState>
        ) : (
          <EmptyState title="No message is like that">Change or clear the filters above.</EmptyState>
        )
      }
    />
  );
}
