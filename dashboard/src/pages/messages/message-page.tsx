import { type Answer, ok } from '@fairlead/client';
import { Anchor, Grid, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ConnectionLink, useConnectionName } from '../../components/connection-link.tsx';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { TextBlock } from '../../components/text-block.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { MessageReading } from './message-reading.tsx';
import { Marks } from './messages-page.tsx';
import { useCanSend } from './use-can-send.ts';

type Message = Answer<'/api/messages/{id}'>;

/** One revision of a message: its whole text, where it came from, and what became of it. */
export function MessagePage() {
  const { id = '' } = useParams();
  useTopics('messages');
  const message = useQuery({
    queryKey: ['messages', 'one', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/messages/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={message}>{(one) => <Page message={one} />}</QueryView>;
}

function Page({ message }: { readonly message: Message }) {
  const may = useMay();
  const { connection, chat, messageId, text, title } = message;
  const name = useConnectionName(connection);
  const canSend = useCanSend(connection);
  const reply = new URLSearchParams({ channel: connection, chat: chat?.id ?? '', replyTo: messageId });
  return (
    <>
      <PageHeader title={`A message of ${name}`} about={<Marks message={message} />}>
        {may('messages.send') && canSend === true && chat !== undefined && message.change !== 'deleted' && (
          <LinkButton to={`/messages/send?${reply.toString()}`}>Reply</LinkButton>
        )}
      </PageHeader>
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Title order={2} size="h4">
              {title === undefined || title === '' ? 'Text' : title}
            </Title>
            {text === '' ? (
              <Text c="dimmed">{message.change === 'deleted' ? 'The message was deleted.' : 'It has no text.'}</Text>
            ) : (
              <TextBlock label="Text of the message">{text}</TextBlock>
            )}
            <Attachments attachments={message.attachments} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <Title order={2} size="h4">
              Where it comes from
            </Title>
            <Origin message={message} />
            {may('signals.read') && <MessageReading message={message} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Origin({ message }: { readonly message: Message }) {
  const { author, chat, link, sentAt, replyTo } = message;
  return (
    <Facts
      of={[
        ['Channel', <ConnectionLink key="channel" id={message.connection} />],
        ['Chat', chat?.title ?? chat?.id],
        ['Author', author?.name ?? author?.id],
        ['Sent', sentAt === undefined ? undefined : <Time key="sent" at={sentAt} />],
        ['Received', <Time key="received" at={message.receivedAt} />],
        ['Came by', message.via],
        ['Vendor’s id', message.messageId],
        ['Revision', message.revision],
        ['In reply to', replyTo],
        ['Link', link === undefined ? undefined : <OutsideLink key="link" address={link} />],
      ]}
    />
  );
}

function OutsideLink({ address }: { readonly address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>;
  return (
    <Anchor href={address} target="_blank" rel="noreferrer noopener" size="sm">
      {address}
    </Anchor>
  );
}

function Attachments({ attachments }: { readonly attachments: Message['attachments'] }) {
  if (attachments.length === 0) return null;
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        Attachments
      </Title>
      <List size="sm">
        {attachments.map((one, index) => (
          <List.Item key={`${index}${one.name ?? one.ref ?? ''}`}>{describe(one)}</List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed">
        They stay at the vendor; the hub keeps their names.
      </Text>
    </div>
  );
}

function describe({ kind, name, ref, url, mediaType, sizeBytes }: Message['attachments'][number]): string {
  const more = [mediaType, sizeBytes === undefined ? undefined : `${sizeBytes.toLocaleString()} bytes`];
  return [`${kind}: ${name ?? url ?? ref ?? 'without a name'}`, ...more]
    .filter((part) => part !== undefined)
    .join(', ');
}
