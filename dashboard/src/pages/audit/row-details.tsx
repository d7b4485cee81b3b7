import { Button, Code, Table } from '@mantine/core';
import { useState } from 'react';
import type { AuditRow } from './use-audit-filter.ts';

/** What else is known of a row, unfolded on demand. What callers sent is text, whatever it looks like. */
export function RowDetails({ row }: { readonly row: AuditRow }) {
  const [opened, setOpened] = useState(false);
  const lines = [
    ...Object.entries(row.details),
    ['target', row.target ?? ''],
    ['address', row.ip],
    ['actor', row.actor.id],
    ['request', row.requestId],
    ['row', row.id],
  ] as const;
  return (
    <>
      <Button size="compact-xs" variant="default" aria-expanded={opened} onClick={() => setOpened((before) => !before)}>
        {opened ? 'Less' : 'More'}
      </Button>
      {opened && (
        <Table variant="vertical" withTableBorder mt="xs" miw={440} maw={560}>
          <Table.Tbody>
            {lines
              .filter(([, value]) => value !== '')
              .map(([name, value]) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                    {name}
                  </Table.Th>
                  <Table.Td>
                    <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{String(value)}</Code>
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
