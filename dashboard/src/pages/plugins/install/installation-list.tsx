import { Badge, Table, Text } from '@mantine/core';
import { QueryView } from '../../../components/query-view.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { type Installation, useInstallations } from './use-installations.ts';

const colors = { running: 'blue', installed: 'teal', failed: 'red' } as const;

/** What was installed lately, and what was not. */
export function InstallationList() {
  return (
    <QueryView query={useInstallations()}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title="None yet">What is installed is listed here with what came of it.</EmptyState>
        ) : (
          <div className="scrolls" tabIndex={0} role="region" aria-label="Installations">
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Begun</Table.Th>
                  <Table.Th>From</Table.Th>
                  <Table.Th>Outcome</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Row key={one.id} installation={one} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )
      }
    </QueryView>
  );
}

function Row({
  installation: { id, startedAt, spec, status, error, result },
}: {
  readonly installation: Installation;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        <Time at={startedAt} ago />
      </Table.Td>
      <Table.Td maw={340} style={{ overflowWrap: 'anywhere' }}>
        <RouterLink to={`/plugins/install?installation=${id}`}>{spec}</RouterLink>
      </Table.Td>
      <Table.Td maw={340}>
        <Badge variant="dot" color={colors[status]} tt="none" miw="max-content">
          {status === 'running' ? 'under way' : status}
        </Badge>
        <Text size="xs">{error?.message ?? (result === null ? '' : `${result.plugin} ${result.version}`)}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
