import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { MomentInput } from '../../../components/moment-input.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { type DeliveryStatus, deliveryStatuses } from './delivery-badge.tsx';
import { DeliveryTable } from './delivery-table.tsx';

/** What was sent, to whom, and what came of it. */
export function DeliveriesPage() {
  const filter = useFilter('endpoint', 'status', 'type', 'from', 'to');
  const endpoints = useEndpoints();
  const [type] = useDebouncedValue(filter.get('type'), 400);
  return (
    <>
      <PageHeader title="Deliveries" about="What was sent to your endpoints. Kept for 30 days after it ended." />
      <Group mb="md" align="flex-end">
        <Select
          label="Endpoint"
          clearable
          placeholder="All"
          value={filter.get('endpoint') ?? null}
          data={(endpoints.data?.items ?? []).map(({ id, url }) => ({ value: id, label: url }))}
          onChange={(value) => filter.set('endpoint', value)}
        />
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={filter.get('status') ?? null}
          data={deliveryStatuses}
          onChange={(value) => filter.set('status', value)}
        />
        <TextInput
          label="Type of event"
          placeholder="payment.*"
          value={filter.get('type') ?? ''}
          onChange={({ currentTarget }) => filter.set('type', currentTarget.value)}
        />
        <MomentInput label="From" value={filter.get('from')} onChange={(at) => filter.set('from', at)} />
        <MomentInput label="Before" value={filter.get('to')} onChange={(at) => filter.set('to', at)} />
      </Group>
      <DeliveryTable
        query={{
          endpoint: filter.get('endpoint'),
          status: filter.get('status') as DeliveryStatus | undefined,
          type,
          from: filter.get('from'),
          to: filter.get('to'),
        }}
      />
    </>
  );
}
