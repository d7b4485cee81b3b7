import { Button, Center, Checkbox, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { EmptyState, FaultAlert, Waiting } from '../../../components/states.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { type Plugin, useConnectionsOf } from '../use-plugins.ts';
import { LogLines } from './log-lines.tsx';
import { usePluginLog } from './use-plugin-log.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const;

/** What a plugin logged and printed since the hub started. */
export function LogTab({ plugin: { id } }: { readonly plugin: Plugin }) {
  const filter = useFilter('level', 'connection');
  const [isFollowed, setFollowed] = useState(true);
  const level = levels.find((one) => one === filter.get('level'));
  const connection = filter.get('connection');
  const connections = useConnectionsOf(id, true);
  const log = usePluginLog(id, { level, connection }, isFollowed);
  const lines = log.data?.pages.flatMap(({ items }) => items);
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label="Level"
          clearable
          placeholder="All"
          value={level ?? null}
          data={[
            { value: 'debug', label: 'debug and graver' },
            { value: 'info', label: 'info and graver' },
            { value: 'warn', label: 'warn and graver' },
            { value: 'error', label: 'error' },
          ]}
          onChange={(value) => filter.set('level', value)}
        />
        <Select
          label="Connection"
          clearable
          searchable
          placeholder="All"
          value={connection ?? null}
          data={(connections.data?.items ?? []).map(({ id: value, name }) => ({ value, label: name }))}
          onChange={(value) => filter.set('connection', value)}
        />
        <Checkbox
          label="Follow"
          mb={8}
          checked={isFollowed}
          onChange={({ currentTarget }) => setFollowed(currentTarget.checked)}
        />
      </Group>
      {lines === undefined ? (
        log.isError ? (
          <FaultAlert error={log.error} again={() => void log.refetch()} />
        ) : (
          <Waiting />
        )
      ) : lines.length === 0 ? (
        <EmptyState title={filter.isSet ? 'No line is like that' : 'It said nothing yet'}>
          The latest 2,000 lines since the hub started are kept. Secrets are taken out.
        </EmptyState>
      ) : (
        <LogLines plugin={id} lines={lines} />
      )}
      {log.hasNextPage && (
        <Center>
          <Button variant="default" size="xs" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Load more
          </Button>
        </Center>
      )}
    </Stack>
  );
}
