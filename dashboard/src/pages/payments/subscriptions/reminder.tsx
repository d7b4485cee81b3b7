import { ok } from '@fairlead/client';
import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultAlert } from '../../../components/states.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { usePaymentsChanged } from '../use-payments.ts';

/** How long before the end of a period the hub asks for the next, of the subscriptions that it bills. */
export function Reminder() {
  const mayChange = useMay()('payments.configure');
  const { data } = useQuery({
    queryKey: ['payments', 'subscription-settings'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/subscriptions/settings', { signal })),
  });
  if (data === undefined) return null;
  const { reminderDays } = data;
  if (mayChange) return <ReminderForm key={reminderDays} reminderDays={reminderDays} />;
  return (
    <Text size="sm" c="dimmed" mt="md">
      The hub asks for the next period {reminderDays} days before its begin, where it bills itself.
    </Text>
  );
}

function ReminderForm({ reminderDays }: { readonly reminderDays: number }) {
  const [days, setDays] = useState<number | string>(reminderDays);
  const changed = usePaymentsChanged();
  const tell = useTell();
  const save = useMutation({
    mutationFn: async () => ok(hub.PUT('/api/subscriptions/settings', { body: { reminderDays: Number(days) } })),
    async onSuccess() {
      await changed();
      tell.done('Each subscription takes it up with its next change.');
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Group align="flex-end" mt="md">
        <NumberInput
          label="Days before a period at which the hub asks for it"
          required
          min={0}
          max={30}
          allowDecimal={false}
          value={days}
          onChange={setDays}
        />
        <Button
          type="submit"
          variant="default"
          loading={save.isPending}
          disabled={days === '' || days === reminderDays}
        >
          Save
        </Button>
      </Group>
      {save.isError && <FaultAlert error={save.error} />}
    </form>
  );
}
