import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { moneyText } from '../../../components/money.tsx';
import { useMay } from '../../../session/use-session.ts';
import type { Payment } from '../use-payments.ts';
import { DecideForm } from './decide-form.tsx';
import { reasonText } from './reason-text.ts';

/** What does not fit, what is known, and the decision. */
export function Review({ payment }: { readonly payment: Payment }) {
  const { reasons, amount, captured, authorized, refunded } = payment;
  const may = useMay();
  return (
    <Alert color="orange" variant="outline" role="region" aria-label="Review">
      <Stack gap="xs">
        <Title order={2} size="h4">
          This payment waits for a decision
        </Title>
        <List size="sm">
          {reasons.map((reason) => (
            <List.Item key={reason}>{reasonText(reason, amount.currency)}</List.Item>
          ))}
        </List>
        <Text size="sm">
          Asked: {moneyText(amount)}. Held: {moneyText(authorized)}. Captured: {moneyText(captured)}. Refunded:{' '}
          {moneyText(refunded)}. Compare this with the provider’s own pages and with the timeline below.
        </Text>
        {may('payments.review') ? (
          <DecideForm payment={payment} />
        ) : (
          <Text size="sm">Somebody who may review payments decides what it is.</Text>
        )}
      </Stack>
    </Alert>
  );
}
