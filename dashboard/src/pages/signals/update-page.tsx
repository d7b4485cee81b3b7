import { ok } from '@fairlead/client';
import { Alert, Button, Grid, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { numbered } from './evidence.ts';
import { EvidenceText } from './evidence-text.tsx';
import { ResolveModal } from './resolve-modal.tsx';
import { actionText, signalText } from './signal-words.ts';
import { UpdateStatus } from './update-status.tsx';
import { type Update, useSignalsChanged, useUpdate } from './use-signals.ts';

/** One update: what its message says, what it asks for, and of which signal. */
export function UpdatePage() {
  const { id = '' } = useParams();
  useTopics('signals');
  return <QueryView query={useUpdate(id)}>{(update) => <Page update={update} />}</QueryView>;
}

function Page({ update }: { readonly update: Update }) {
  const may = useMay();
  return (
    <>
      <PageHeader
        title={`Update: ${update.actions.map(actionText).join(', ') || 'the message was edited'}`}
        about={<UpdateStatus status={update.status} />}
      >
        {may('signals.review') && update.status === 'unresolved' && <Actions update={update} />}
      </PageHeader>
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Title order={2} size="h4" mb="xs">
            Message
          </Title>
          {may('messages.read') ? <Message update={update} /> : <Text c="dimmed">You may not read messages.</Text>}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <Title order={2} size="h4">
              What it asks for
            </Title>
            <Asked update={update} />
            <Reasons update={update} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Actions({ update }: { readonly update: Update }) {
  const [opened, setOpened] = useState(false);
  const changed = useSignalsChanged();
  return (
    <>
      <Button onClick={() => setOpened(true)}>Resolve</Button>
      <ConfirmButton
        label="Dismiss"
        title="Dismiss this update?"
        act="Dismiss"
        onConfirm={async () => {
          await ok(hub.POST('/api/signals/updates/{id}/dismiss', { params: { path: { id: update.id } } }));
          await changed();
        }}
      >
        It is set aside and changes no signal. It cannot be applied later.
      </ConfirmButton>
      <ResolveModal update={update} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function Message({ update: { revision, evidence } }: { readonly update: Update }) {
  const message = useQuery({
    queryKey: ['messages', 'one', revision],
    queryFn: async ({ signal }) => ok(hub.GET('/api/messages/{id}', { params: { path: { id: revision } }, signal })),
  });
  return (
    <QueryView query={message}>
      {({ title, text }) => {
        // As the rules read it: evidence counts from the title on.
        const whole = title === undefined || title === '' || text.startsWith(title) ? text : `${title}\n${text}`;
        return (
          <>
            <EvidenceText text={whole} evidence={numbered(whole, evidence)} />
            <Text size="xs" c="dimmed" mt="xs">
              <RouterLink to={`/messages/${revision}`}>The message by itself</RouterLink>
            </Text>
          </>
        );
      }}
    </QueryView>
  );
}

function Asked({ update }: { readonly update: Update }) {
  const { actions, wanted, target, foundBy, symbol } = update;
  return (
    <>
      <List size="sm">
        {actions.map((action, index) => (
          <List.Item key={`${action.type}${index}`}>{actionText(action)}</List.Item>
        ))}
        {wanted !== null && <List.Item>The message says now: {signalText(wanted)}</List.Item>}
      </List>
      <Facts
        of={[
          [
            'Signal',
            target === null ? (
              'nobody knows which'
            ) : (
              <RouterLink key="to" to={`/signals/${target}`}>
                The one it is about
              </RouterLink>
            ),
          ],
          ['Found by', foundBy === null ? undefined : foundText[foundBy]],
          ['Symbol', symbol],
          ['Confidence', `${Math.round(update.confidence * 100)} %`],
          ['Channel', <ConnectionLink key="channel" id={update.connection} />],
          ['When', <Time key="at" at={update.createdAt} />],
          ['Settled by', update.settledBy],
        ]}
      />
    </>
  );
}

const foundText: Readonly<Record<string, string>> = {
  reply: 'it replies to the signal',
  symbol: 'its symbol',
  only_open: 'it is the only one that is open',
  edit: 'it is an edit of the signal’s own message',
  person: 'a person',
};

function Reasons({ update: { reasons, status } }: { readonly update: Update }) {
  if (reasons.length === 0) return null;
  return (
    <Alert color={status === 'unresolved' ? 'orange' : 'gray'} title="Why a person is asked">
      <Group gap={4}>
        {reasons.map(({ code, text }) => (
          <Text key={code} size="sm">
            {text}
          </Text>
        ))}
      </Group>
    </Alert>
  );
}
