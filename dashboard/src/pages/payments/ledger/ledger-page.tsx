import { type Item, ok } from '@fairlead/client';
import { Group, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ListTable } from '../../../components/list-table.tsx';
import { MomentInput } from '../../../components/moment-input.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';
import { Balances } from './balances.tsx';
import { EntryLines } from './entry-lines.tsx';
import { ExportButton } from './export-button.tsx';
import { Rebuild } from './rebuild.tsx';

type Entry = Item<'/api/ledger'>;

/** The books: every movement twice, once where it comes from and once where it goes. */
export function LedgerPage() {
  const filter = useFilter('account', 'payment', 'from', 'to');
  const [account] = useDebouncedValue(filter.get('account'), 250);
  const [payment] = useDebouncedValue(filter.get('payment'), 250);
  const query = { account, payment, from: filter.get('from'), to: filter.get('to') };
  const list = useList<Entry>(['ledger', 'list', query], async (cursor, signal) =>
    ok(hub.GET('/api/ledger', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Ledger" about="Every movement of money is booked twice. Plus is a debit: what an account got.">
        <ExportButton query={query} />
        <Rebuild />
      </PageHeader>
      <Balances onChoose={(chosen) => filter.set('account', chosen)} />
      <Title order={2} size="h4" mt="xl" mb="xs">
        Entries
      </Title>
      <Group mb="md" align="flex-end">
        <TextInput
          label="Account"
          placeholder="Exact"
          value={filter.get('account') ?? ''}
          onChange={({ currentTarget }) => filter.set('account', currentTarget.value)}
        />
        <TextInput
          label="Payment"
          placeholder="Its id"
          value={filter.get('payment') ?? ''}
          onChange={({ currentTarget }) => filter.set('payment', currentTarget.value)}
        />
        <MomentInput label="From" value={query.from} onChange={(at) => filter.set('from', at)} />
        <MomentInput label="Before" value={query.to} onChange={(at) => filter.set('to', at)} />
      </Group>
      <ListTable
        label="Entries of the ledger"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Booked', cell: ({ at }) => <Time at={at} /> },
          { title: 'What', cell: ({ key }) => keyText(key) },
          {
            title: 'Payment or payout',
            cell: ({ key, paymentId }) => (
              <RouterLink
                size="sm"
                to={`${key.startsWith('payout:') ? '/payments/payouts' : '/payments'}/${paymentId}`}
              >
                <span style={{ whiteSpace: 'nowrap' }}>…{paymentId.slice(-8)}</span>
              </RouterLink>
            ),
          },
          { title: 'Lines', cell: ({ lines }) => <EntryLines lines={lines} /> },
        ]}
        empty={
          <EmptyState title={filter.isSet ? 'No entry is like that' : 'Nothing is booked yet'}>
            The first payment that is captured makes the first entries.
          </EmptyState>
        }
      />
    </>
  );
}

const kinds: { readonly [kind: string]: string } = {
  capture: 'Capture',
  fee: 'Fee of the gateway',
  charge: 'Charge paid by the customer',
  refund: 'Refund',
  reversal: 'Taken back by the provider',
  dispute: 'Lost dispute',
  payout: 'Payout',
};

/** `refund:1:re_1` → “Refund re_1”. */
function keyText(key: string): string {
  const [kind = '', , ...ref] = key.split(':');
  return [kinds[kind] ?? key, ref.join(':')].filter((part) => part !== '').join(' ');
}
