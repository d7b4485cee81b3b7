import { type Body, ok } from '@fairlead/client';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../../components/confirm.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { nameOf } from '../payment-table.tsx';
import { type Payment, usePaymentsChanged } from '../use-payments.ts';

type Decision = Body<'/api/payments/{id}/resolve', 'post'>['status'];

const decisions: readonly { readonly value: Decision; readonly label: string; readonly about: string }[] = [
  { value: 'captured', label: 'It is paid', about: 'What came is accepted. Whoever waits for the money may deliver.' },
  {
    value: 'refunded',
    label: 'It is refunded',
    about: 'The money went back to the customer, at the provider or by hand.',
  },
  { value: 'failed', label: 'It failed', about: 'Nothing was taken, or what came does not count.' },
  { value: 'cancelled', label: 'It is cancelled', about: 'It is not wanted any more.' },
  { value: 'expired', label: 'It expired', about: 'Its time was over before enough came.' },
];

/** A person says what a payment in review is, and why. */
export function DecideForm({ payment }: { readonly payment: Payment }) {
  const { id } = payment;
  const [status, setStatus] = useState<Decision>();
  const [note, setNote] = useState('');
  const [sure, setSure] = useState(false);
  const changed = usePaymentsChanged();
  const tell = useTell();
  const decision = decisions.find(({ value }) => value === status);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSure(true);
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label="What is it?"
          required
          value={status ?? null}
          onChange={(value) => setStatus(value as Decision)}
        >
          <Stack gap="xs" mt="xs">
            {decisions.map(({ value, label, about }) => (
              <Radio key={value} value={value} label={label} description={about} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="Why"
          description="Shown on the timeline and in the audit log, with your name."
          required
          maxLength={1_000}
          autosize
          minRows={2}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={decision === undefined || note.trim() === ''}>
            Decide
          </Button>
        </Group>
      </Stack>
      <Confirm
        opened={sure}
        onClose={() => setSure(false)}
        title={`${nameOf(payment)}: ${decision?.label.replace('It ', 'it ') ?? ''}?`}
        act="Decide"
        color="orange"
        onConfirm={async () => {
          if (status === undefined) return;
          await ok(
            hub.POST('/api/payments/{id}/resolve', { params: { path: { id } }, body: { status, note: note.trim() } }),
          );
          await changed();
          tell.done('The decision is on the timeline.');
        }}
      >
        <Text>
          {decision?.about} No money moves by this. It holds for what is known now: when the provider tells something
          new, the payment comes back into review.
        </Text>
      </Confirm>
    </form>
  );
}
