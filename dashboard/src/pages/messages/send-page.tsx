import { type Answer, HubProblem, ok } from '@fairlead/client';
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { useConnectionName } from '../../components/connection-link.tsx';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TextBlock } from '../../components/text-block.tsx';
import { hub } from '../../hub.ts';
import { useCanSend } from './use-can-send.ts';

interface Letter {
  readonly channel: string;
  readonly chatId: string;
  readonly text: string;
  readonly replyTo: string;
}

/** Sends one message, after a look at where it goes. */
export function SendPage() {
  const [search] = useSearchParams();
  const [letter, setLetter] = useState<Letter>({
    channel: search.get('channel') ?? '',
    chatId: search.get('chat') ?? '',
    text: '',
    replyTo: search.get('replyTo') ?? '',
  });
  const [asking, setAsking] = useState(false);
  // One key for one message, however often “Send” is pressed; what says something else is another message.
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const canSend = useCanSend(letter.channel);
  const name = useConnectionName(letter.channel);
  const client = useQueryClient();
  const navigate = useNavigate();
  const change = (part: Partial<Letter>) => {
    setLetter((before) => ({ ...before, ...part }));
    setIdempotencyKey(newIdempotencyKey());
  };
  async function send(): Promise<void> {
    try {
      const { id } = await post(letter, idempotencyKey);
      await client.invalidateQueries({ queryKey: ['messages'] });
      await navigate(`/messages/sent/${id}`);
    } catch (error) {
      // Nothing was sent, and the old key would only bring that back.
      if (error instanceof HubProblem && error.status === 429) setIdempotencyKey(newIdempotencyKey());
      throw error;
    }
  }
  return (
    <>
      <PageHeader title="Send a message" about="Text, through a channel, to one chat. It goes at once." />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <Stack maw={640}>
          <ConnectionSelect
            label="Channel"
            capability="channel"
            placeholder="Choose one"
            required
            value={letter.channel === '' ? null : letter.channel}
            onChange={(id) => change({ channel: id ?? '' })}
          />
          {canSend === false && (
            <Alert color="yellow" title="This channel only receives">
              Its plugin cannot send messages. Choose another one.
            </Alert>
          )}
          <TextInput
            label="Chat"
            description="As the vendor calls it: an id, or a name such as @my_channel."
            required
            maxLength={255}
            value={letter.chatId}
            onChange={({ currentTarget }) => change({ chatId: currentTarget.value })}
          />
          <Textarea
            label="Text"
            required
            autosize
            minRows={4}
            maxRows={16}
            maxLength={16_384}
            value={letter.text}
            onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          />
          <TextInput
            label="In reply to"
            description="The vendor’s id of the message it answers. May be empty."
            maxLength={512}
            value={letter.replyTo}
            onChange={({ currentTarget }) => change({ replyTo: currentTarget.value })}
          />
          <Group>
            <Button type="submit" disabled={letter.channel === '' || canSend === false}>
              Send …
            </Button>
          </Group>
        </Stack>
      </form>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Send this to ${letter.chatId}?`}
        act="Send"
        color="cyan"
        onConfirm={send}
      >
        <Stack gap="xs">
          <Text size="sm">
            It goes through {name} to {letter.chatId}
            {letter.replyTo === '' ? '' : `, as a reply to ${letter.replyTo}`}, at once and once. It cannot be taken
            back here.
          </Text>
          <TextBlock label="What is sent">{letter.text}</TextBlock>
        </Stack>
      </Confirm>
    </>
  );
}

async function post(
  { channel, chatId, text, replyTo }: Letter,
  key: string,
): Promise<Answer<'/api/channels/{connectionId}/messages', 'post'>> {
  return ok(
    hub.POST('/api/channels/{connectionId}/messages', {
      params: { path: { connectionId: channel }, header: { 'idempotency-key': key } },
      body: { chatId, text, ...(replyTo === '' ? {} : { replyTo }) },
    }),
  );
}
