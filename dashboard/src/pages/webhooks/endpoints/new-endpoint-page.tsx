import { ok } from '@fairlead/client';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../../components/idempotency-key.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { LinkButton } from '../../../components/router-link.tsx';
import { ShownOnce } from '../../../components/shown-once.tsx';
import { FaultAlert } from '../../../components/states.tsx';
import { hub } from '../../../hub.ts';
import { EndpointFields, newEndpoint } from './endpoint-fields.tsx';
import { useWebhooksChanged } from './use-endpoints.ts';

export function NewEndpointPage() {
  const [wish, setWish] = useState(newEndpoint);
  // One endpoint, however often the button is pressed while the network is away.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const changed = useWebhooksChanged();
  const create = useMutation({
    mutationFn: async () => {
      const { types, ...rest } = wish;
      return ok(
        hub.POST('/api/webhook-endpoints', {
          params: { header: { 'idempotency-key': idempotencyKey } },
          body: { ...rest, ...(types.length === 0 ? {} : { types }) },
        }),
      );
    },
    onSuccess: changed,
  });
  return (
    <>
      <PageHeader title="Add an endpoint" about="An address of yours that the hub tells of events from now on." />
      {create.data === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate();
          }}
        >
          <Stack maw={640}>
            <EndpointFields wish={wish} onChange={setWish} />
            {create.isError && <FaultAlert error={create.error} />}
            <Group>
              <Button type="submit" loading={create.isPending}>
                Add the endpoint
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack maw={640}>
          <ShownOnce
            title="The secret of the endpoint, shown this once"
            secrets={[{ label: 'the secret', text: create.data.secret }]}
          >
            Your server verifies with it that an event comes from this hub. If it is lost, make a new one with “Rotate
            the secret”.
          </ShownOnce>
          <Group>
            <LinkButton to={`/webhooks/${create.data.id}`}>I have kept it</LinkButton>
          </Group>
        </Stack>
      )}
    </>
  );
}
