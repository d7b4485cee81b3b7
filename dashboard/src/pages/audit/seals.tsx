import { type Item, ok } from '@fairlead/client';
import { Stack, Text, Title } from '@mantine/core';
import { CopyText } from '../../components/copy-text.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { Verify } from './verify.tsx';

type Seal = Item<'/api/audit/seals'>;

/** The chain that shows whether the log is what it was. */
export function Seals() {
  const list = useList<Seal>(['audit', 'seals'], async (cursor, signal) =>
    ok(hub.GET('/api/audit/seals', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  return (
    <Stack>
      <Text size="sm" maw={720}>
        About once a minute the hub seals the rows since the last seal: a digest of each, and a hash over these and the
        seal before. Whoever changes or removes a row afterwards breaks the chain from there on. Keep the newest hash
        somewhere else from time to time: by it alone one can tell that the end of the log was cut off.
      </Text>
      <Verify />
      <Title order={2} size="h4">
        Seals
      </Title>
      <ListTable
        label="Seals"
        list={list}
        keyOf={({ number }) => String(number)}
        columns={[
          { title: 'Number', numeric: true, cell: ({ number }) => number },
          { title: 'Sealed', cell: ({ sealedAt }) => <Time at={sealedAt} /> },
          { title: 'Rows', numeric: true, cell: ({ rows }) => rows },
          {
            title: 'Hash (SHA-256)',
            cell: ({ number, hash }) => <CopyText text={hash} label={`the hash of seal ${number}`} />,
          },
        ]}
        empty={
          <EmptyState title="There are no seals yet">
            The first one is made within a minute of the first row.
          </EmptyState>
        }
      />
    </Stack>
  );
}
