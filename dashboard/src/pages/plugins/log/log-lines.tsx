import { Badge, Code, Table, Text } from '@mantine/core';
import { RouterLink } from '../../../components/router-link.tsx';
import { Time } from '../../../components/time.tsx';
import { useConnectionNames } from '../use-plugins.ts';
import type { LogLine } from './use-plugin-log.ts';

const colors = { debug: 'gray', info: 'blue', warn: 'yellow', error: 'red' } as const;
const sources = { log: 'logged', stdout: 'printed', stderr: 'printed as an error', hub: 'said by the hub' } as const;

/** Lines of a log as text, whatever stands in them. */
export function LogLines({ plugin, lines }: { readonly plugin: string; readonly lines: readonly LogLine[] }) {
  const nameOf = useConnectionNames(plugin);
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Log">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Level</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>Version</Table.Th>
            <Table.Th>Connection</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            // Counted from the oldest, so that a line keeps its key when others come.
            <Row key={lines.length - index} line={line} nameOf={nameOf} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({
  line: { at, level, source, message, fields, version, connection },
  nameOf,
}: {
  readonly line: LogLine;
  readonly nameOf: (connection: string) => string;
}) {
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Time at={at} />
      </Table.Td>
      <Table.Td>
        <Badge variant="dot" color={colors[level]} tt="none" miw="max-content">
          {level}
        </Badge>
      </Table.Td>
      <Table.Td miw={280}>
        <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {message}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {sources[source]} {fields !== undefined && <Code>{JSON.stringify(fields)}</Code>}
        </Text>
      </Table.Td>
      <Table.Td>{version}</Table.Td>
      <Table.Td>
        {connection !== undefined && (
          <RouterLink to={`/connections/${connection}`} size="sm">
            {nameOf(connection)}
          </RouterLink>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
