import { Group, Stack, Text } from '@mantine/core';
import { type Amount, Money } from '../../../components/money.tsx';
import { AccountName } from './account-name.tsx';

export function EntryLines({ lines }: { readonly lines: readonly (Amount & { readonly account: string })[] }) {
  return (
    <Stack gap={2} miw={280}>
      {lines.map(({ account, ...amount }, index) => (
        <Group key={`${account}${index}`} justify="space-between" wrap="nowrap">
          <Text size="sm">
            <AccountName account={account} />
          </Text>
          <Text size="sm">
            <Money of={amount} />
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
