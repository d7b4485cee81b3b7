import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../../components/confirm.tsx';
import { amountFault, editText, MoneyInput, moneyText, toMinor } from '../../../components/money.tsx';
import { hub } from '../../../hub.ts';
import { nameOf } from '../payment-table.tsx';
import type { Payment } from '../use-payments.ts';
import { useAct } from './act.ts';
import { capturable } from './allowed.ts';

interface Props {
  readonly payment: Payment;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Takes what is held for us, all of it or a part. */
export function CaptureModal(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={`Capture ${nameOf(props.payment)}`}>
      {props.opened && <CaptureForm {...props} />}
    </Modal>
  );
}

function CaptureForm({ payment, onClose }: Props) {
  const { id, authorized } = payment;
  const { currency } = authorized;
  const left = capturable(payment).toString();
  const [text, setText] = useState(editText({ amountMinor: left, currency }));
  const [final, setFinal] = useState(false);
  const [sure, setSure] = useState(false);
  const act = useAct();
  const amountMinor = toMinor(text, currency);
  const isPart = amountMinor !== left;
  const amount = moneyText({ amountMinor: amountMinor ?? '0', currency });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (amountFault(text, currency, left) === undefined) setSure(true);
      }}
    >
      <Stack>
        <MoneyInput label="Amount" currency={currency} value={text} onChange={setText} most={left} />
        <Checkbox
          label="Give the rest back to the customer"
          disabled={!isPart}
          checked={final && isPart}
          onChange={({ currentTarget }) => setFinal(currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Go on</Button>
        </Group>
      </Stack>
      <Confirm
        opened={sure}
        onClose={() => setSure(false)}
        title={`Capture ${amount}?`}
        act={`Capture ${amount}`}
        color="teal"
        onConfirm={async () => {
          await act(
            (header) =>
              hub.POST('/api/payments/{id}/capture', {
                params: { path: { id }, header },
                body: { ...(amountMinor === undefined ? {} : { amountMinor }), final: final && isPart },
              }),
            `${amount} are captured.`,
          );
          onClose();
        }}
      >
        <Text>
          The customer pays {amount}. {restText(isPart, final)}
        </Text>
      </Confirm>
    </form>
  );
}

function restText(isPart: boolean, final: boolean): string {
  if (!isPart) return 'That is all that is held.';
  return final ? 'The rest goes back to them and cannot be captured any more.' : 'The rest stays held.';
}
