import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Money } from '../../../components/money.tsx';
import { Time } from '../../../components/time.tsx';
import { DisputeBadge } from '../dispute-badge.tsx';
import type { Payment } from '../use-payments.ts';

const refundWords: { readonly [Status in Payment['refunds'][number]['status']]: { text: string; color: string } } = {
  pending: { text: 'under way', color: 'blue' },
  succeeded: { text: 'went back', color: 'teal' },
  failed: { text: 'failed', color: 'red' },
  cancelled: { text: 'cancelled', color: 'gray' },
  declined: { text: 'declined', color: 'red' },
  unknown: { text: 'unknown', color: 'orange' },
};

export function Refunds({ payment: { refunds } }: { readonly payment: Payment }) {
  return (
    <Rows label="Refunds" titles={['Refund', 'Status', 'Amount']}>
      {refunds.map(({ id, refundRef, amount, status, problem }, index) => (
        <Table.Tr key={id ?? refundRef ?? index}>
          <Table.Td>
            {refundRef ?? id ?? 'not known yet'}
            {problem !== null && (
              <Text size="xs" c="dimmed">
                {problem.text}
              </Text>
            )}
          </Table.Td>
          <Table.Td>
            <Badge variant="outline" tt="none" color={refundWords[status].color}>
              {refundWords[status].text}
            </Badge>
          </Table.Td>
          <Table.Td ta="right">
            <Money of={amount} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

export function Disputes({ payment: { disputes } }: { readonly payment: Payment }) {
  return (
    <Rows label="Disputes" titles={['Dispute', 'Status', 'Respond by', 'Amount']}>
      {disputes.map(({ disputeRef, amount, status, reason, respondBy }) => (
        <Table.Tr key={disputeRef}>
          <Table.Td>
            {disputeRef}
            <Text size="xs" c="dimmed">
              {reason}
            </Text>
          </Table.Td>
          <Table.Td>
            <DisputeBadge status={status} />
          </Table.Td>
          <Table.Td>{respondBy === null ? '–' : <Time at={respondBy} />}</Table.Td>
          <Table.Td ta="right">
            <Money of={amount} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function Rows({
  label,
  titles,
  children,
}: {
  readonly label: string;
  readonly titles: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {titles.map((title) => (
              <Table.Th key={title} ta={title === 'Amount' ? 'right' : 'left'}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
