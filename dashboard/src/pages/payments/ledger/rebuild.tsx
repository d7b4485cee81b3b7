import { type Answer, ok } from '@fairlead/client';
import { Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { Time } from '../../../components/time.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';

type State = Answer<'/api/ledger/rebuild'>;

const pollMs = 1_000;

/** Compares the books with what the payments hold, and mends them; shows how far that is. */
export function Rebuild() {
  const may = useMay();
  const client = useQueryClient();
  const query = useQuery<State>({
    queryKey: ['ledger', 'rebuild'],
    refetchInterval: ({ state: { data } }) => (isRunning(data) ? pollMs : false),
    queryFn: async ({ signal }) => ok(hub.GET('/api/ledger/rebuild', { signal })),
  });
  const state = query.data;
  return (
    <Stack gap={4} align="flex-end">
      {may('payments.configure') && (
        <ConfirmButton
          label="Compare and mend …"
          button={{ disabled: isRunning(state) }}
          title="Compare the ledger with all payments?"
          act="Compare and mend"
          color="orange"
          onConfirm={async () => {
            await ok(hub.POST('/api/ledger/rebuild'));
            await client.invalidateQueries({ queryKey: ['ledger'] });
          }}
        >
          <Text>
            The lists of the ledger are made anew from what each payment holds: what is missing is added, what is wrong
            is mended. No payment changes and no money moves. It works in the background and may take a while.
          </Text>
        </ConfirmButton>
      )}
      {state !== undefined && state.state !== 'never' && <How state={state} />}
    </Stack>
  );
}

function isRunning(state: State | undefined): boolean {
  return state !== undefined && state.state !== 'never' && state.state !== 'done';
}

function How({ state }: { readonly state: State }) {
  const { payments, ofPayments, added, mended, voided, changedAt } = state;
  if (isRunning(state)) {
    const part = ofPayments === 0 ? 0 : (payments / ofPayments) * 100;
    return (
      <Stack gap={2} w={220} role="status">
        <Progress value={part} aria-label="How far the comparison is" />
        <Text size="xs" c="dimmed">
          {payments} of {ofPayments} payments
        </Text>
      </Stack>
    );
  }
  return (
    <Group gap={4} role="status">
      <Text size="xs" c="dimmed">
        Compared {changedAt === null ? '' : <Time at={changedAt} ago />}: {added} added, {mended} mended, {voided} taken
        out
      </Text>
    </Group>
  );
}
