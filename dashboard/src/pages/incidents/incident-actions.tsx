import { ok } from '@fairlead/client';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { type Incident, useIncidentsChanged } from './use-incidents.ts';

/** What can be said of an incident, by whoever may. */
export function IncidentActions({ incident: { id, state, title } }: { readonly incident: Incident }) {
  const path = { params: { path: { id } } };
  const may = useMay();
  const tell = useTell();
  const changed = useIncidentsChanged();
  const acknowledge = useMutation({
    mutationFn: async () => ok(hub.POST('/api/incidents/{id}/acknowledge', path)),
    async onSuccess() {
      await changed();
      tell.done('Others see now that you have seen it.');
    },
    onError: tell.failed,
  });
  return (
    <>
      {may('incidents.acknowledge') && state === 'open' && (
        <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          Acknowledge
        </Button>
      )}
      {may('incidents.resolve') && state !== 'resolved' && (
        <ConfirmButton
          label="Resolve"
          title={`Resolve “${title}”?`}
          act="Resolve"
          color="cyan"
          onConfirm={async () => {
            await ok(hub.POST('/api/incidents/{id}/resolve', path));
            await changed();
          }}
        >
          <Text>
            It says that this is dealt with, and takes it off the list. Nothing is mended by it: what is wrong still is
            told of again when it changes.
          </Text>
        </ConfirmButton>
      )}
    </>
  );
}
