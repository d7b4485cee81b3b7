import { ok } from '@fairlead/client';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { Time } from '../../../components/time.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { type Plugin, usePluginsChanged } from '../use-plugins.ts';
import { stepText } from './move-steps.ts';

type Move = NonNullable<Plugin['upgrade']>;

const kinds: Readonly<Record<string, string>> = {
  upgrade: 'Taken',
  rollback: 'Taken back',
  automatic: 'Taken back by the hub itself',
};

/** The way from one version to another: under way, or how the latest one ended. */
export function LatestMove({ plugin, move }: { readonly plugin: Plugin; readonly move: Move }) {
  const { kind, from, to, step, startedAt, watchUntil, reason } = move;
  const color = step === 'failed' || kind === 'automatic' ? 'orange' : step === 'done' ? 'gray' : 'blue';
  const title =
    step === 'failed' ? `The way from ${from} to ${to} was given up` : `${kinds[kind] ?? kind} from ${from} to ${to}`;
  return (
    <Alert color={color} title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          <Time at={startedAt} ago />: {stepText(step)}
          {step === 'watching' && watchUntil !== undefined && (
            <>
              , until <Time at={watchUntil} />
            </>
          )}
        </Text>
        {reason !== undefined && <Text size="sm">{reason.message}</Text>}
        <RollbackButton plugin={plugin} />
      </Stack>
    </Alert>
  );
}

function RollbackButton({ plugin: { id, displayName, version, previous } }: { readonly plugin: Plugin }) {
  const may = useMay()('plugins.write');
  const changed = usePluginsChanged();
  if (!may || previous === undefined) return null;
  return (
    <Group>
      <ConfirmButton
        label={`Go back to ${previous} …`}
        button={{ size: 'xs' }}
        title={`Take ${displayName} back to ${previous}?`}
        act="Go back"
        color="orange"
        onConfirm={async () => {
          await ok(hub.POST('/api/plugins/{id}/rollback', { params: { path: { id } } }));
          await changed();
        }}
      >
        <Text>
          Calls are answered by {previous} instead of {version} from then on, with the settings as they were for it.
          Calls under way end first. No connection is stopped.
        </Text>
      </ConfirmButton>
    </Group>
  );
}
