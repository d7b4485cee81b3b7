import { ok } from '@fairlead/client';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../../components/idempotency-key.ts';
import { Confirm } from '../../../components/confirm.tsx';
import { useConnectionName } from '../../../components/connection-link.tsx';
import { ConnectionSelect } from '../../../components/connection-select.tsx';
import { amountFault, MoneyInput, moneyText, toMinor } from '../../../components/money.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { hub } from '../../../hub.ts';
import { usePaymentsChanged } from '../use-payments.ts';

/** Sends money of ours to somebody. */
export function NewPayoutPage() {
  const [connection, setConnection] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [currency, setCurrency] = useState('USD');
  const [destination, setDestination] = useState('');
  const [reference, setReference] = useState('');
  const [description, setDescription] = useState('');
  const [sure, setSure] = useState(false);
  // One payout, however often the button is pressed while the network is away.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const name = useConnectionName(connection ?? '');
  const navigate = useNavigate();
  const changed = usePaymentsChanged();
  const amountMinor = toMinor(text, currency);
  const amount = moneyText({ amountMinor: amountMinor ?? '0', currency });

  async function send(): Promise<void> {
    if (connection === null || amountMinor === undefined) return;
    const { id } = await ok(
      hub.POST('/api/payouts', {
        params: { header: { 'idempotency-key': idempotencyKey } },
        body: {
          connection,
          amountMinor,
          currency,
          destination,
          ...(reference === '' ? {} : { reference }),
          ...(description === '' ? {} : { description }),
        },
      }),
    );
    await changed();
    await navigate(`/payments/payouts/${id}`);
  }

  return (
    <>
      <PageHeader title="New payout" about="Sends money of yours to somebody, through a gateway that can do so." />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (connection !== null && amountFault(text, currency) === undefined) setSure(true);
        }}
      >
        <Stack maw={560}>
          <ConnectionSelect
            label="Through"
            required
            placeholder="Choose a gateway"
            capability="payment-gateway"
            value={connection}
            onChange={setConnection}
          />
          <Group align="flex-start" grow>
            <MoneyInput label="Amount" currency={currency} value={text} onChange={setText} />
            <TextInput
              label="Currency"
              required
              maxLength={3}
              value={currency}
              onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
            />
          </Group>
          <TextInput
            label="To"
            description="An account, an e-mail address or a wallet address, in the provider’s form."
            required
            maxLength={255}
            autoComplete="off"
            value={destination}
            onChange={({ currentTarget }) => setDestination(currentTarget.value)}
          />
          <TextInput
            label="Reference"
            description="Your own name of it."
            maxLength={128}
            value={reference}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          <TextInput
            label="Description"
            maxLength={255}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
          <Group>
            <Button type="submit">Go on</Button>
          </Group>
        </Stack>
      </form>
      <Confirm
        opened={sure}
        onClose={() => setSure(false)}
        title={`Send ${amount} to ${destination}?`}
        act={`Send ${amount}`}
        onConfirm={send}
      >
        <Text>
          {amount} leave your account at {name} and go to {destination}. Compare each character: what was sent cannot be
          called back.
        </Text>
      </Confirm>
    </>
  );
}
