import { Code, Table } from '@mantine/core';
import type { AuditRow } from './use-audit-filter.ts';

/** What else is known of a row. What callers sent is text, whatever it looks like. */
export function RowDetails({ row }: { readonly row: AuditRow }) {
  const lines = [
    ...Object.entries(row.details),
    ['target', row.target ?? ''],
    ['address', row.ip],
    ['actor', row.actor.id],
    ['request', row.requestId],
    ['row', row.id],
  ] as const;
  return (
    <Table variant="vertical" withTableBorder>
      <Table.Tbody>
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={180}>
                {name}
              </Table.Th>
              <Table.Td>
                <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{String(value)}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
