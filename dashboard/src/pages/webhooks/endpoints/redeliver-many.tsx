import { type Answer, type Body, ok } from '@fairlead/client';
import { Button, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../../components/idempotency-key.ts';
import { Confirm } from '../../../components/confirm.tsx';
import { MomentInput } from '../../../components/moment-input.tsx';
import { hub } from '../../../hub.ts';
import { type Endpoint, useWebhooksChanged } from './use-endpoints.ts';

type Redelivery = Answer<'/api/webhook-endpoints/redeliveries/{id}'>;
type What = NonNullable<Body<'/api/webhook-endpoints/{id}/redeliver', 'post'>['what']>;

const pollMs = 1_000;

/** Sends what failed once more, or every event of a span, and shows how far that is. */
export function RedeliverMany({ endpoint: { id, url, status } }: { readonly endpoint: Endpoint }) {
  const [what, setWhat] = useState<What>('failed');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  // One for each time it is asked: what is confirmed twice while the network is away is sent again once.
  const [key, setKey] = useState(newIdempotencyKey);
  const [begun, setBegun] = useState<string>();
  const changed = useWebhooksChanged();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setKey(newIdempotencyKey());
        setSure(true);
      }}
    >
      <Stack gap="sm">
        <Radio.Group label="What" value={what} onChange={(value) => setWhat(value as What)}>
          <Stack gap="xs" mt="xs">
            <Radio value="failed" label="Deliveries that failed" />
            <Radio value="all" label="Every event that the endpoint takes, delivered before or not" />
          </Stack>
        </Radio.Group>
        <Group align="flex-end">
          <MomentInput label="From" value={from ?? undefined} onChange={setFrom} required={what === 'all'} />
          <MomentInput label="To" value={to ?? undefined} onChange={setTo} />
        </Group>
        <Group>
          <Button type="submit" variant="default" disabled={status === 'disabled'}>
            Send again …
          </Button>
          {status === 'disabled' && <Text size="sm">Enable the endpoint first.</Text>}
          {begun !== undefined && <How id={begun} />}
        </Group>
      </Stack>
      <Confirm
        opened={sure}
        onClose={() => setSure(false)}
        title={what === 'failed' ? `Send what failed to ${url} again?` : `Send all of the span to ${url} again?`}
        act="Send again"
        color="orange"
        onConfirm={async () => {
          const span = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
          const made = await ok(
            hub.POST('/api/webhook-endpoints/{id}/redeliver', {
              params: { path: { id }, header: { 'idempotency-key': key } },
              body: { what, ...span },
            }),
          );
          setBegun(made.id);
          await changed();
        }}
      >
        <Text>
          Your server gets these events once more, each with the same webhook-id as before. It has to know those that it
          has handled. It works in the background.
        </Text>
      </Confirm>
    </form>
  );
}

function How({ id }: { readonly id: string }) {
  const { data } = useQuery<Redelivery>({
    queryKey: ['webhook-endpoints', 'redelivery', id],
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'running' ? pollMs : false),
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/webhook-endpoints/redeliveries/{id}', { params: { path: { id } }, signal })),
  });
  if (data === undefined) return null;
  const { status, seen, queued } = data;
  return (
    <Group gap="xs" role="status">
      {status === 'running' && <Loader size="xs" />}
      <Text size="sm">
        {seen} looked at, {queued} to be sent. {words[status]}
      </Text>
    </Group>
  );
}

const words: { readonly [Status in Redelivery['status']]: string } = {
  running: 'It goes on.',
  finished: 'All are looked at.',
  stopped: 'It stopped, because the endpoint was disabled.',
};
