import { ok } from '@fairlead/client';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultAlert } from '../../../components/states.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { EndpointFields, type EndpointWish } from './endpoint-fields.tsx';
import { type Endpoint, useWebhooksChanged } from './use-endpoints.ts';

export function ChangeEndpoint({ endpoint }: { readonly endpoint: Endpoint }) {
  const { id, version, url, description, types, ordered, allowPrivateAddresses } = endpoint;
  const [wish, setWish] = useState<EndpointWish>({
    url,
    description,
    // All events are shown as none chosen.
    types: types.filter((type) => type !== '*'),
    ordered,
    allowPrivateAddresses,
  });
  const changed = useWebhooksChanged();
  const tell = useTell();
  const save = useMutation({
    mutationFn: async () =>
      ok(
        hub.PATCH('/api/webhook-endpoints/{id}', {
          params: { path: { id } },
          headers: { 'if-match': `"${version}"` },
          body: { ...wish, types: wish.types.length === 0 ? ['*'] : wish.types },
        }),
      ),
    async onSuccess() {
      await changed();
      tell.done('Events from now on go by it.');
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack maw={640}>
        <EndpointFields wish={wish} onChange={setWish} />
        {save.isError && <FaultAlert error={save.error} />}
        <Group>
          <Button type="submit" variant="default" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
