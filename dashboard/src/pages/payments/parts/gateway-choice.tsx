import { type Answer, ok } from '@fairlead/client';
import { Checkbox, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { isZero, moneyText } from '../../../components/money.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { hub } from '../../../hub.ts';

type Options = Answer<'/api/payments/options'>;
type Option = Options['options'][number];

const refusals: { readonly [Reason in Options['unavailable'][number]['reason']]: string } = {
  inactive: 'it is paused or disabled',
  disabled: 'it is not offered',
  breaker_open: 'it rests after failures',
  not_asked_for: 'it was not asked for',
  subscription: 'it cannot bill periods',
  capture: 'it cannot capture later',
  currency: 'it does not take this currency',
  country: 'it does not take this country',
  bounds: 'the amount is too small or too large for it',
  rule: 'a routing rule names others',
};

/** Which gateways may be asked: none chosen means all that would take the amount. */
export function GatewayChoice({
  amountMinor,
  currency,
  capture,
  chosen,
  onChange,
}: {
  readonly amountMinor: string | undefined;
  readonly currency: string;
  readonly capture: 'automatic' | 'manual';
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const [query] = useDebouncedValue({ amount: amountMinor, currency, capture }, 400);
  const { amount } = query;
  const usable = amount !== undefined && currency.length === 3;
  const options = useQuery({
    queryKey: ['payments', 'options', amount, query.currency, query.capture],
    enabled: usable,
    retry: false,
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/payments/options', { params: { query: { ...query, amount: amount ?? '' } }, signal })),
  });
  if (!usable) {
    return (
      <Text size="sm" c="dimmed">
        Enter an amount to see which gateways would take it.
      </Text>
    );
  }
  return (
    <QueryView query={options}>
      {({ options: found, unavailable }) => (
        <Stack gap="xs">
          <Checkbox.Group
            label="Only by these gateways"
            description="None chosen: all that would take it, best first."
            value={[...chosen]}
            onChange={onChange}
          >
            <Stack gap="xs" mt="xs">
              {found.map((option) => (
                <Checkbox key={option.connection} value={option.connection} label={optionText(option)} />
              ))}
            </Stack>
          </Checkbox.Group>
          {found.length === 0 && <Text size="sm">No gateway would take this amount now.</Text>}
          {unavailable.length > 0 && (
            <List size="sm" c="dimmed">
              {unavailable.map(({ connection, label, reason }) => (
                <List.Item key={connection}>
                  {label}: {refusals[reason]}
                </List.Item>
              ))}
            </List>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function optionText({ label, charge, chargePaidBy }: Option): string {
  if (isZero(charge)) return label;
  return `${label}: costs ${moneyText(charge)}, paid by the ${chargePaidBy}`;
}
