import { ok } from '@fairlead/client';
import { Alert, Anchor, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Money } from '../../../components/money.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { hub } from '../../../hub.ts';
import { AccountName } from './account-name.tsx';

/** What each account holds, by currency; and whether all of it together is nothing, as it must be. */
export function Balances({ onChoose }: { readonly onChoose: (account: string) => void }) {
  const query = useQuery({
    queryKey: ['ledger', 'balances'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/ledger/balances', { signal })),
  });
  return (
    <section aria-labelledby="balances">
      <Title order={2} size="h4" mb="xs" id="balances">
        Balances
      </Title>
      <QueryView query={query}>
        {({ balances, balanced, entries }) =>
          balances.length === 0 ? (
            <EmptyState title="All accounts are empty">Nothing is booked yet.</EmptyState>
          ) : (
            <>
              {!balanced && (
                <Alert color="red" role="alert" mb="xs" title="The books are wrong">
                  All accounts together should hold nothing. “Compare and mend” makes the ledger anew from the payments.
                </Alert>
              )}
              <div className="scrolls" tabIndex={0} role="region" aria-label="Balances">
                <Table verticalSpacing="xs" maw={640}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Account</Table.Th>
                      <Table.Th ta="right">Balance</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {balances.map(({ account, ...amount }) => (
                      <Table.Tr key={account + amount.currency}>
                        <Table.Td>
                          <Anchor
                            component="button"
                            type="button"
                            size="sm"
                            ta="left"
                            onClick={() => onChoose(account)}
                          >
                            <AccountName account={account} />
                          </Anchor>
                        </Table.Td>
                        <Table.Td ta="right">
                          <Money of={amount} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </div>
              <Text size="sm" c="dimmed" mt="xs">
                {entries} {entries === 1 ? 'entry' : 'entries'}
                {balanced ? '; all accounts together hold nothing, as it must be.' : '.'}
              </Text>
            </>
          )
        }
      </QueryView>
    </section>
  );
}
