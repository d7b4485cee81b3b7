import { type Answer, ok } from '@fairlead/client';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { TextBlock } from '../../components/text-block.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { OutgoingStatus, statusTexts } from './outgoing-status.tsx';
import { SettleModal } from './settle-modal.tsx';

type Outgoing = Answer<'/api/outgoing-messages/{id}'>;

/** One message that was sent, or should have been. */
export function OutgoingPage() {
  const { id = '' } = useParams();
  useTopics('messages');
  const outgoing = useQuery({
    queryKey: ['messages', 'outgoing', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/outgoing-messages/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={outgoing}>{(one) => <Page outgoing={one} />}</QueryView>;
}

function Page({ outgoing }: { readonly outgoing: Outgoing }) {
  const { status, chatId, text, problem, settled } = outgoing;
  return (
    <>
      <PageHeader title={`A message to ${chatId}`} about={<OutgoingStatus status={status} />} />
      <Stack maw={720}>
        {status === 'unknown' ? <Unknown outgoing={outgoing} /> : <Text>{statusTexts[status]}</Text>}
        {problem !== null && (
          <Text size="sm" c="dimmed">
            {problem.text} ({problem.code})
          </Text>
        )}
        <Title order={2} size="h4">
          Text
        </Title>
        <TextBlock label="Text of the message">{text}</TextBlock>
        <Facts
          of={[
            ['Channel', <ConnectionLink key="channel" id={outgoing.connection} />],
            ['To', chatId],
            ['In reply to', outgoing.replyTo],
            ['Vendor’s id', outgoing.messageId],
            ['Written', <Time key="at" at={outgoing.createdAt} />],
            [
              'Settled',
              settled === null ? undefined : (
                <>
                  <Time at={settled.at} /> by {settled.by}: “{settled.reason}”
                </>
              ),
            ],
          ]}
        />
        <Text size="sm">
          <RouterLink to={`/messages/sent?channel=${outgoing.connection}`}>All that was sent through it</RouterLink>
        </Text>
      </Stack>
    </>
  );
}

function Unknown({ outgoing }: { readonly outgoing: Outgoing }) {
  const [opened, setOpened] = useState(false);
  const may = useMay();
  return (
    <Alert color="orange" title="Nobody knows whether it was sent">
      <Stack gap="xs" align="flex-start">
        {statusTexts.unknown}
        {may('messages.send') && (
          <Button size="xs" variant="default" onClick={() => setOpened(true)}>
            Say what became of it …
          </Button>
        )}
        <SettleModal outgoing={outgoing} opened={opened} onClose={() => setOpened(false)} />
      </Stack>
    </Alert>
  );
}
