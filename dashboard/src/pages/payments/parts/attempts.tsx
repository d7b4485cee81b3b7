import { Alert, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { ConnectionLink } from '../../../components/connection-link.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { Facts } from '../../../components/facts.tsx';
import { isZero, moneyText } from '../../../components/money.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { type Payment } from '../use-payments.ts';

type Attempt = Payment['attempts'][number];

export function Attempts({ payment: { attempts } }: { readonly payment: Payment }) {
  if (attempts.length === 0) {
    return (
      <EmptyState title="No gateway was asked yet">
        The customer chooses one at the checkout address. The attempt is shown here then.
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm">
      {attempts.map((attempt) => (
        <OneAttempt key={attempt.number} attempt={attempt} />
      ))}
    </Stack>
  );
}

function OneAttempt({ attempt }: { readonly attempt: Attempt }) {
  const { number, connection, status, asked, charge, chargePaidBy, providerRef, problem, createdAt } = attempt;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Text fw={600}>
          {number}. <ConnectionLink id={connection} />
        </Text>
        <Badge variant="outline" tt="none" color="gray">
          {status.replaceAll('_', ' ')}
        </Badge>
      </Group>
      <Facts
        of={[
          ['Begun', <Time key="at" at={createdAt} />],
          ['Asked', moneyText(asked)],
          isZero(charge)
            ? undefined
            : ['Charge', `${moneyText(charge)}, paid by the ${chargePaidBy === 'merchant' ? 'merchant' : 'customer'}`],
          [
            'At the provider',
            providerRef === null ? null : <CopyText key="ref" text={providerRef} label="the provider’s id" />,
          ],
        ]}
      />
      {problem !== null && (
        <Alert color="red" mt="xs" p="xs">
          {problem.text}
        </Alert>
      )}
    </Card>
  );
}
