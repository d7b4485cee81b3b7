import { Alert, List, Progress, Stack, Text } from '@mantine/core';
import { Time } from '../../components/time.tsx';
import type { Rotation } from './use-settings.ts';

/** How far the latest rotation is, or what came of it. */
export function RotationProgress({ rotation }: { readonly rotation: Rotation }) {
  const { state, targetKeyId, total, done, finishedAt } = rotation;
  if (state === 'running') {
    return (
      <Stack gap={4} mb="md">
        <Progress value={total === 0 ? 0 : (done / total) * 100} animated aria-label="Secrets that were wrapped anew" />
        <Text size="sm" role="status">
          Rotating to {targetKeyId}: {done} of {total} secrets.
        </Text>
        <Failures rotation={rotation} />
      </Stack>
    );
  }
  return (
    <Stack gap={4} mb="md">
      <Text size="sm" role="status">
        {state === 'finished'
          ? `Rotated to ${targetKeyId}: ${done} of ${total} secrets are wrapped by it`
          : `The rotation to ${targetKeyId} stopped after ${done} of ${total} secrets`}
        {finishedAt !== undefined && (
          <>
            , <Time at={finishedAt} ago />
          </>
        )}
        .
      </Text>
      <Failures rotation={rotation} />
    </Stack>
  );
}

function Failures({ rotation: { failed, failedCount } }: { readonly rotation: Rotation }) {
  if (failedCount === 0) return null;
  return (
    <Alert color="red" role="alert" title={`${failedCount} could not be wrapped anew`}>
      <Text size="sm" mb="xs">
        They stay wrapped by their key, which cannot be retired. Put the missing key back, or enter those secrets anew.
      </Text>
      <List size="sm">
        {failed.map(({ holder, recordId, field, keyId, code }) => (
          <List.Item key={`${holder} ${recordId} ${field}`}>
            {holder} {recordId}, {field}: {code} ({keyId})
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
