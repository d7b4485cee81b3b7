import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../../components/confirm.tsx';
import { useConnectionName } from '../../../components/connection-link.tsx';
import { amountFault, editText, MoneyInput, moneyText, toMinor } from '../../../components/money.tsx';
import { hub } from '../../../hub.ts';
import { nameOf } from '../payment-table.tsx';
import type { Payment } from '../use-payments.ts';
import { useAct } from './act.ts';
import { refundable } from './allowed.ts';

interface Props {
  readonly payment: Payment;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const reasons = [
  { value: 'requested_by_customer', label: 'The customer asked for it' },
  { value: 'duplicate', label: 'It was paid twice' },
  { value: 'fraudulent', label: 'It was fraud' },
] as const;
type Reason = (typeof reasons)[number]['value'];

/** Sends captured money back, all of it or a part. */
export function RefundModal(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={`Refund ${nameOf(props.payment)}`}>
      {props.opened && <RefundForm {...props} />}
    </Modal>
  );
}

function RefundForm({ payment, onClose }: Props) {
  const { captured, captures } = payment;
  const { currency } = captured;
  const left = refundable(payment).toString();
  const [text, setText] = useState(editText({ amountMinor: left, currency }));
  const [reason, setReason] = useState<Reason>();
  const [movementRef, setMovementRef] = useState<string>();
  const [sure, setSure] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (amountFault(text, currency, left) === undefined) setSure(true);
      }}
    >
      <Stack>
        <MoneyInput label="Amount" currency={currency} value={text} onChange={setText} most={left} />
        <Text size="sm" c="dimmed">
          {moneyText({ amountMinor: left, currency })} can go back.
        </Text>
        {captures.length > 1 && (
          <Select
            label="From the capture"
            placeholder="Let the provider choose"
            clearable
            value={movementRef ?? null}
            data={captures.map((one) => ({
              value: one.movementRef,
              label: `${moneyText(one.amount)}, ${one.movementRef}`,
            }))}
            onChange={(value) => setMovementRef(value ?? undefined)}
          />
        )}
        <Select
          label="Reason"
          placeholder="None"
          clearable
          value={reason ?? null}
          data={reasons}
          onChange={(value) => setReason((value ?? undefined) as Reason | undefined)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Go on</Button>
        </Group>
      </Stack>
      <RefundQuestion
        payment={payment}
        wish={{ amountMinor: toMinor(text, currency) ?? '0', reason, movementRef }}
        opened={sure}
        onClose={() => setSure(false)}
        onDone={onClose}
      />
    </form>
  );
}

function RefundQuestion({
  payment: { id, captured, captures, attempts },
  wish,
  opened,
  onClose,
  onDone,
}: {
  readonly payment: Payment;
  readonly wish: { readonly amountMinor: string; readonly reason?: Reason; readonly movementRef?: string };
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const act = useAct();
  const from = captures.find(({ movementRef }) => movementRef === wish.movementRef) ?? captures.at(-1);
  const name = useConnectionName(attempts.find(({ number }) => number === from?.attempt)?.connection ?? '');
  const amount = moneyText({ amountMinor: wish.amountMinor, currency: captured.currency });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Refund ${amount}?`}
      act={`Refund ${amount}`}
      onConfirm={async () => {
        await act(
          (header) => hub.POST('/api/payments/{id}/refund', { params: { path: { id }, header }, body: wish }),
          `The refund of ${amount} was taken by the provider.`,
        );
        onDone();
      }}
    >
      <Text>
        {amount} leave your account{name === '' ? '' : ` at ${name}`} and go back to the customer. This cannot be
        undone. Fees that the provider kept may not come back.
      </Text>
    </Confirm>
  );
}
