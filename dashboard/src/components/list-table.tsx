import { Button, Center, Table } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { FaultAlert, Waiting } from './states.tsx';
import type { List } from './use-list.ts';

export interface Column<Item> {
  readonly title: string;
  readonly cell: (item: Item) => ReactNode;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
}

/** The one way to show a list: a table with “Load more”, and what it shows while it waits, fails or is empty. */
export function ListTable<Item>({
  list,
  columns,
  keyOf,
  empty,
  label,
  below,
}: {
  readonly list: List<Item>;
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string;
  readonly empty: ReactNode;
  /** What the table holds, for screen readers. */
  readonly label: string;
  /** What unfolds under a row, over its whole width; undefined while it is folded. */
  readonly below?: (item: Item) => ReactNode;
}) {
  if (list.data === undefined) {
    return list.isError ? <FaultAlert error={list.error} again={() => void list.refetch()} /> : <Waiting />;
  }
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    // Focusable, or the keyboard could not scroll it.
    <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
      <Table highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, numeric }) => (
              <Table.Th key={title} ta={numeric ? 'right' : 'left'}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => {
            const unfolded = below?.(item);
            return (
              <Fragment key={keyOf(item)}>
                <Table.Tr>
                  {columns.map(({ title, cell, numeric }) => (
                    <Table.Td key={title} ta={numeric ? 'right' : 'left'} className={numeric ? 'numbers' : undefined}>
                      {cell(item)}
                    </Table.Td>
                  ))}
                </Table.Tr>
                {unfolded !== undefined && (
                  <Table.Tr>
                    <Table.Td colSpan={columns.length}>{unfolded}</Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
      {list.hasNextPage && (
        <Center p="sm">
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Load more
          </Button>
        </Center>
      )}
    </div>
  );
}
