import { ok } from '@fairlead/client';
import { Button, Menu, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Confirm } from '../../../components/confirm.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { RotateSecret } from './rotate-secret.tsx';
import { type Endpoint, useWebhooksChanged } from './use-endpoints.ts';

/** What can be done with an endpoint, by whoever may. */
export function EndpointActions({ endpoint }: { readonly endpoint: Endpoint }) {
  const { id, url, status, version } = endpoint;
  const path = { params: { path: { id } } };
  const may = useMay();
  const tell = useTell();
  const changed = useWebhooksChanged();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'disable' | 'remove' | 'rotate'>();
  const close = () => setAsking(undefined);
  const change = async (next: Endpoint['status']) => {
    await ok(
      hub.PATCH('/api/webhook-endpoints/{id}', {
        ...path,
        headers: { 'if-match': `"${version}"` },
        body: { status: next },
      }),
    );
    await changed();
  };
  const test = useMutation({
    mutationFn: async () => ok(hub.POST('/api/webhook-endpoints/{id}/test', path)),
    async onSuccess(delivery) {
      await changed();
      await navigate(`/webhooks/deliveries/${delivery.id}`);
    },
    onError: tell.failed,
  });
  const enable = useMutation({
    mutationFn: async () => change('enabled'),
    onSuccess: () => tell.done('Events are sent there again.'),
    onError: tell.failed,
  });
  return (
    <>
      {may('webhooks.redeliver') && status === 'enabled' && (
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          Send a test
        </Button>
      )}
      {may('webhooks.write') && status === 'disabled' && (
        <Button loading={enable.isPending} onClick={() => enable.mutate()}>
          Enable
        </Button>
      )}
      {may('webhooks.write') && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label="More">
              …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsking('rotate')}>Rotate the secret …</Menu.Item>
            {status === 'enabled' && <Menu.Item onClick={() => setAsking('disable')}>Disable …</Menu.Item>}
            <Menu.Item color="red" onClick={() => setAsking('remove')}>
              Remove …
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <RotateSecret endpoint={endpoint} opened={asking === 'rotate'} onClose={close} />
      <Confirm
        opened={asking === 'disable'}
        onClose={close}
        title={`Disable ${url}?`}
        act="Disable"
        color="orange"
        onConfirm={async () => change('disabled')}
      >
        <Text>Nothing is sent there until it is enabled again. What waits is kept and sent then.</Text>
      </Confirm>
      <Confirm
        opened={asking === 'remove'}
        onClose={close}
        title={`Remove ${url}?`}
        act="Remove"
        onConfirm={async () => {
          await ok(hub.DELETE('/api/webhook-endpoints/{id}', path));
          await navigate('/webhooks');
          await changed();
        }}
      >
        <Text>
          Nothing is sent there any more, and what waits is cancelled. Its secret is deleted and cannot be brought back.
          The events themselves stay in the hub.
        </Text>
      </Confirm>
    </>
  );
}
