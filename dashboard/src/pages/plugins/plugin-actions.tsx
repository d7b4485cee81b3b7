import { ok } from '@fairlead/client';
import { Button, Menu, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Confirm } from '../../components/confirm.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { useConsented } from './consent.tsx';
import { StoppedConnections } from './stopped-connections.tsx';
import { isOff, type Plugin, usePluginsChanged } from './use-plugins.ts';

/** What can be done with a plugin, by whoever may. */
export function PluginActions({ plugin }: { readonly plugin: Plugin }) {
  const may = useMay();
  const { id, status } = plugin;
  const mayEnable = isOff(plugin) || status === 'quarantined' || status === 'incompatible';
  return (
    <>
      {may('connections.write') && status === 'running' && (
        <LinkButton to={`/connections/new?plugin=${encodeURIComponent(id)}`} variant="default">
          Add a connection
        </LinkButton>
      )}
      {may('plugins.write') && mayEnable && <EnableButton plugin={plugin} />}
      {may('plugins.write') && !isOff(plugin) && <DisableButton plugin={plugin} />}
      {may('plugins.write') && plugin.source === 'folder' && <MoreMenu plugin={plugin} />}
    </>
  );
}

function EnableButton({ plugin: { id, displayName, status } }: { readonly plugin: Plugin }) {
  const changed = usePluginsChanged();
  const tell = useTell();
  const enable = useConsented({
    title: `Enable ${displayName}?`,
    act: async (consent) =>
      ok(
        hub.POST('/api/plugins/{id}/enable', {
          params: { path: { id } },
          body: consent === undefined ? {} : { consent },
        }),
      ),
    async onDone() {
      await changed();
      tell.done(`${displayName} is enabled.`);
    },
    onFailed: tell.failed,
  });
  return (
    <>
      <Button loading={enable.isPending} onClick={enable.begin}>
        {isOff({ status }) ? 'Enable' : 'Try again'}
      </Button>
      {enable.dialog}
    </>
  );
}

function DisableButton({ plugin: { id, displayName } }: { readonly plugin: Plugin }) {
  const [isAsking, setAsking] = useState(false);
  const changed = usePluginsChanged();
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Disable
      </Button>
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={`Disable ${displayName}?`}
        act="Disable"
        color="orange"
        onConfirm={async () => {
          await ok(hub.POST('/api/plugins/{id}/disable', { params: { path: { id } } }));
          await changed();
        }}
      >
        <StoppedConnections plugin={id} isWanted={isAsking} />
        <Text mt="sm">
          It stops until it is enabled again. Settings and secrets stay, and webhooks that arrive meanwhile are kept.
        </Text>
      </Confirm>
    </>
  );
}

function MoreMenu({ plugin }: { readonly plugin: Plugin }) {
  const { id, displayName, status } = plugin;
  const [isAsking, setAsking] = useState(false);
  const changed = usePluginsChanged();
  const navigate = useNavigate();
  const tell = useTell();
  const reload = useMutation({
    mutationFn: async () => ok(hub.POST('/api/plugins/{id}/reload', { params: { path: { id } } })),
    async onSuccess() {
      await changed();
      tell.done('Its code is read anew and answers from here on.');
    },
    onError: tell.failed,
  });
  // As the hub has it: what runs is not removed.
  const isRemovable = isOff(plugin) || status === 'incompatible';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label="More" loading={reload.isPending}>
            …
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {status === 'running' && <Menu.Item onClick={() => reload.mutate()}>Read its code anew</Menu.Item>}
          <Menu.Item color="red" disabled={!isRemovable} onClick={() => setAsking(true)}>
            {isRemovable ? 'Remove …' : 'Remove (disable it first)'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={`Remove ${displayName}?`}
        act="Remove"
        typeToConfirm={id}
        onConfirm={async () => {
          await ok(hub.DELETE('/api/plugins/{id}', { params: { path: { id } } }));
          await navigate('/plugins');
          await changed();
        }}
      >
        <Text>
          All its versions are deleted from this hub. It is refused while connections use it. What came through it
          stays.
        </Text>
      </Confirm>
    </>
  );
}
