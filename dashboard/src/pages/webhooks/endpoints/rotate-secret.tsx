import { ok } from '@fairlead/client';
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../../components/idempotency-key.ts';
import { ShownOnce } from '../../../components/shown-once.tsx';
import { FaultAlert } from '../../../components/states.tsx';
import { hub } from '../../../hub.ts';
import { type Endpoint, useWebhooksChanged } from './use-endpoints.ts';

interface Props {
  readonly endpoint: Endpoint;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const overlaps = { 'not at all': 0, '1 hour': 1, '24 hours': 24, '7 days': 168 } as const;
type Overlap = keyof typeof overlaps;

/** Makes a new secret; the one before signs as well for a while, so that nothing is refused meanwhile. */
export function RotateSecret(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Make a new secret?">
      {props.opened && <Rotate {...props} />}
    </Modal>
  );
}

function Rotate({ endpoint: { id }, onClose }: Props) {
  const [overlap, setOverlap] = useState<Overlap>('24 hours');
  // One secret, however often the button is pressed while the network is away.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const changed = useWebhooksChanged();
  const rotate = useMutation({
    mutationFn: async () =>
      ok(
        hub.POST('/api/webhook-endpoints/{id}/rotate-secret', {
          params: { path: { id }, header: { 'idempotency-key': idempotencyKey } },
          body: { overlapHours: overlaps[overlap] },
        }),
      ),
    onSuccess: changed,
  });
  if (rotate.data !== undefined) {
    return (
      <Stack>
        <ShownOnce
          title="The new secret, shown this once"
          secrets={[{ label: 'the secret', text: rotate.data.secret }]}
        >
          Enter it at your server. Until the overlap is over both secrets sign.
        </ShownOnce>
        <Group justify="flex-end">
          <Button onClick={onClose}>I have kept it</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack>
      <Text size="sm">Both the new and the old secret sign for a while, so that your server may know either.</Text>
      <Select
        label="The old one still signs"
        data={Object.keys(overlaps)}
        allowDeselect={false}
        value={overlap}
        onChange={(value) => setOverlap((value ?? '24 hours') as Overlap)}
      />
      {rotate.isError && <FaultAlert error={rotate.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={rotate.isPending} onClick={() => rotate.mutate()}>
          Make a new secret
        </Button>
      </Group>
    </Stack>
  );
}
