import { Badge, Code, Table, Text } from '@mantine/core';
import { QueryView } from '../../components/query-view.tsx';
import { useSettings } from './use-settings.ts';

/** What is in force, and where it comes from. Changed where the hub is started. */
export function SettingsTable() {
  return (
    <>
      <Text size="sm" mb="md" maw={720}>
        Settings are read from the environment when the hub starts. To change one, change it there and start the hub
        anew. Secrets are not shown.
      </Text>
      <QueryView query={useSettings()}>
        {({ items }) => (
          <div className="scrolls" tabIndex={0} role="region" aria-label="Settings">
            <Table verticalSpacing="xs" highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Setting</Table.Th>
                  <Table.Th>Value</Table.Th>
                  <Table.Th>Comes from</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ name, value, source }) => (
                  <Table.Tr key={name}>
                    <Table.Th scope="row" fw={400}>
                      <Code>{name}</Code>
                    </Table.Th>
                    <Table.Td>
                      {value === null || value === '' ? (
                        <Text size="sm" c="dimmed">
                          not set
                        </Text>
                      ) : (
                        <Code style={{ overflowWrap: 'anywhere' }}>{String(value)}</Code>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <Badge variant="outline" tt="none" color={source === 'default' ? 'gray' : 'blue'}>
                        {source}
                      </Badge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </QueryView>
    </>
  );
}
