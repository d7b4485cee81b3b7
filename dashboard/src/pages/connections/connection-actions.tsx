import { ok } from '@fairlead/client';
import { Button, Menu, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Confirm } from '../../components/confirm.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { type Connection, useConnectionsChanged } from './use-connections.ts';

/** What can be done with a connection, by whoever may. */
export function ConnectionActions({ connection }: { readonly connection: Connection }) {
  const { id, name, status } = connection;
  const path = { params: { path: { id } } };
  const may = useMay();
  const tell = useTell();
  const changed = useConnectionsChanged();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'pause' | 'remove'>();

  const test = useMutation({
    mutationFn: async () => ok(hub.POST('/api/connections/{id}/test', path)),
    async onSuccess({ outcome, message, code, mode }) {
      await changed();
      if (outcome === 'ok')
        tell.done(`${name} works${mode === undefined || mode === 'unknown' ? '' : `, in ${mode} mode`}.`);
      else tell.failed(new Error(message ?? code ?? 'The vendor did not accept it.'));
    },
    onError: tell.failed,
  });
  const resume = useMutation({
    mutationFn: async () => ok(hub.POST('/api/connections/{id}/resume', path)),
    async onSuccess() {
      await changed();
      tell.done(`${name} is called again.`);
    },
    onError: tell.failed,
  });

  return (
    <>
      {may('connections.operate') && status === 'active' && (
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          Test
        </Button>
      )}
      {may('connections.operate') && status === 'active' && (
        <Button variant="default" onClick={() => setAsking('pause')}>
          Pause
        </Button>
      )}
      {may('connections.operate') && status !== 'active' && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          Resume
        </Button>
      )}
      {may('connections.write') && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label="More">
              …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" onClick={() => setAsking('remove')}>
              Remove …
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Confirm
        opened={asking === 'pause'}
        onClose={() => setAsking(undefined)}
        title={`Pause ${name}?`}
        act="Pause"
        color="orange"
        onConfirm={async () => {
          await ok(hub.POST('/api/connections/{id}/pause', { ...path, body: {} }));
          await changed();
        }}
      >
        <Text>
          The vendor is not called until it is resumed. Webhooks that arrive meanwhile are kept. Nothing is lost.
        </Text>
      </Confirm>
      <Confirm
        opened={asking === 'remove'}
        onClose={() => setAsking(undefined)}
        title={`Remove ${name}?`}
        act="Remove"
        typeToConfirm={name}
        onConfirm={async () => {
          await ok(hub.DELETE('/api/connections/{id}', path));
          await navigate('/connections');
          await changed();
        }}
      >
        <Text>
          Its settings and secrets are deleted and cannot be brought back. Its webhooks are refused from now on.
          Payments, messages and events that came through it stay.
        </Text>
      </Confirm>
    </>
  );
}
