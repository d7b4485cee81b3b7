import { type Body, ok } from '@fairlead/client';
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { amountFault, MoneyInput, toMinor } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { hub } from '../../hub.ts';
import { CustomerFields, type CustomerTexts, customerOf } from './parts/customer-fields.tsx';
import { GatewayChoice } from './parts/gateway-choice.tsx';
import { usePaymentsChanged } from './use-payments.ts';

type Wish = Body<'/api/payments', 'post'>;
type Way = NonNullable<Wish['checkout']>;
type Capture = NonNullable<Wish['capture']>;

/** Makes a payment by hand, to send its address to a customer. */
export function NewPaymentPage() {
  const [text, setText] = useState('');
  const [currency, setCurrency] = useState('USD');
  const [reference, setReference] = useState('');
  const [description, setDescription] = useState('');
  const [customer, setCustomer] = useState<CustomerTexts>({});
  const [capture, setCapture] = useState<NonNullable<Wish['capture']>>('automatic');
  const [checkout, setCheckout] = useState<Way>('page');
  const [connections, setConnections] = useState<readonly string[]>([]);
  // One payment, however often the button is pressed while the network is away.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const navigate = useNavigate();
  const changed = usePaymentsChanged();
  const amountMinor = toMinor(text, currency);
  const create = useMutation({
    mutationFn: async (minor: string) =>
      ok(
        hub.POST('/api/payments', {
          params: { header: { 'idempotency-key': idempotencyKey } },
          body: {
            amountMinor: minor,
            currency,
            capture,
            checkout,
            ...(reference === '' ? {} : { reference }),
            ...(description === '' ? {} : { description }),
            ...(connections.length === 0 ? {} : { connections: [...connections] }),
            ...customerOf(customer),
          },
        }),
      ),
    async onSuccess({ id }) {
      await changed();
      await navigate(`/payments/${id}`);
    },
  });
  return (
    <>
      <PageHeader title="New payment" about="Usually your back end makes them. This one is made by hand." />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (amountMinor !== undefined && amountFault(text, currency) === undefined) create.mutate(amountMinor);
        }}
      >
        <Stack maw={640}>
          <Group align="flex-start" grow>
            <MoneyInput label="Amount" currency={currency} value={text} onChange={setText} />
            <TextInput
              label="Currency"
              description="Three letters, such as USD."
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              maxLength={3}
              value={currency}
              onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
            />
          </Group>
          <TextInput
            label="Reference"
            description="Your own name of it, such as the number of the order."
            maxLength={128}
            value={reference}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          <TextInput
            label="Description"
            description="What the customer reads."
            maxLength={255}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
          <CustomerFields texts={customer} onChange={setCustomer} />
          <Radio.Group label="The money is taken" value={capture} onChange={(value) => setCapture(value as Capture)}>
            <Stack gap="xs" mt="xs">
              <Radio value="automatic" label="At once" />
              <Radio value="manual" label="By hand: it is only held until somebody captures it" />
            </Stack>
          </Radio.Group>
          <Radio.Group label="How the customer pays" value={checkout} onChange={(value) => setCheckout(value as Way)}>
            <Stack gap="xs" mt="xs">
              <Radio value="page" label="They choose a gateway on the checkout page" />
              <Radio value="direct" label="One gateway is asked at once" />
            </Stack>
          </Radio.Group>
          <GatewayChoice
            amountMinor={amountMinor}
            currency={currency}
            capture={capture}
            chosen={connections}
            onChange={setConnections}
          />
          {create.isError && <FaultAlert error={create.error} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              Make the payment
            </Button>
            <Text size="sm" c="dimmed">
              Nobody pays yet: you get an address to send to the customer.
            </Text>
          </Group>
        </Stack>
      </form>
    </>
  );
}
