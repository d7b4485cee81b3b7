import { HubProblem, ok } from '@fairlead/client';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { QueryView } from '../../../components/query-view.tsx';
import { FaultAlert } from '../../../components/states.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { type Differences, type Plugin, usePlugin, usePluginsChanged } from '../use-plugins.ts';
import { DifferenceList } from './difference-list.tsx';
import { stepText } from './move-steps.ts';

/** Shows what another version changes before it is taken, and asks for what has to be agreed to. */
export function UpgradeDialog({
  plugin,
  version,
  onClose,
}: {
  readonly plugin: Plugin;
  readonly version: string | undefined;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened={version !== undefined}
      onClose={onClose}
      title={`Take ${plugin.displayName} to ${version ?? ''}?`}
      size="lg"
    >
      {version !== undefined && <Preview plugin={plugin} version={version} onClose={onClose} />}
    </Modal>
  );
}

function Preview({ plugin, version, onClose }: { plugin: Plugin; version: string; onClose: () => void }) {
  const { id } = plugin;
  const preview = useQuery({
    queryKey: ['plugins', 'upgrade', id, plugin.version, version],
    gcTime: 0,
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/plugins/{id}/upgrade', { params: { path: { id }, query: { version } }, signal })),
  });
  return (
    <QueryView query={preview}>
      {(differences) => (
        <Decision plugin={plugin} differences={differences} onClose={onClose} again={() => void preview.refetch()} />
      )}
    </QueryView>
  );
}

function Decision({
  plugin: { id, displayName },
  differences,
  onClose,
  again,
}: {
  readonly plugin: Plugin;
  readonly differences: Differences;
  readonly onClose: () => void;
  readonly again: () => void;
}) {
  const { to, consent } = differences;
  const changed = usePluginsChanged();
  const tell = useTell();
  const take = useMutation({
    mutationFn: async () =>
      ok(
        hub.POST('/api/plugins/{id}/upgrade', {
          params: { path: { id } },
          body: { version: to, ...(consent === null ? {} : { consent }) },
        }),
      ),
    async onSuccess() {
      await changed();
      tell.done(`${displayName} ${to} answers now.`);
      onClose();
    },
    async onError(error) {
      // What was shown is not what changes now: it is shown anew, and asked for again.
      if (error instanceof HubProblem && error.code === 'consent_required') again();
      await changed();
    },
  });
  return (
    <Stack>
      <DifferenceList differences={differences} />
      <Text size="sm">
        Calls under way end on the version before. The new one is tried out first; where that fails, nothing changes.
      </Text>
      {take.isPending && <Progress id={id} />}
      {take.isError && <FaultAlert error={take.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          {...(consent === null ? {} : { color: 'orange' })}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {consent === null ? `Take ${to}` : `Agree and take ${to}`}
        </Button>
      </Group>
    </Stack>
  );
}

/** The answer comes when the new version does; until then the plugin says how far it is. */
function Progress({ id }: { readonly id: string }) {
  const { data } = usePlugin(id, 500);
  return (
    <Text size="sm" role="status">
      {data?.upgrade === undefined ? 'Begins' : `Now: ${stepText(data.upgrade.step)}`} …
    </Text>
  );
}
