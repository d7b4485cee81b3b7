import { Table } from '@mantine/core';
import { type Amount, isZero, Money } from '../../../components/money.tsx';
import type { Payment } from '../use-payments.ts';

/** What was asked, and what came of it. Of the rarer ones only those that there are. */
export function PaymentAmounts({ payment }: { readonly payment: Payment }) {
  const { amount, authorized, captured, refunded, refunding, reversed, disputed, overpaid, overpaidAsset } = payment;
  const rare: readonly (readonly [string, Amount])[] = [
    ['Being refunded', refunding],
    ['Taken back by the provider', reversed],
    ['Disputed', disputed],
    ['Paid too much', overpaid],
  ];
  const rows: readonly (readonly [string, Amount])[] = [
    ['Asked', amount],
    ['Authorized', authorized],
    ['Captured', captured],
    ['Refunded', refunded],
    ...rare.filter(([, one]) => !isZero(one)),
  ];
  return (
    <>
      <Table>
        <Table.Tbody>
          {rows.map(([name, of]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right">
                <Money of={of} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {overpaidAsset && 'More of the crypto asset came than was asked for.'}
    </>
  );
}
