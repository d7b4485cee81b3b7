import { type Answer, ok } from '@fairlead/client';
import { Button, Card, Group, List, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FaultAlert } from '../../../components/states.tsx';
import { hub } from '../../../hub.ts';
import type { Plugin } from '../use-plugins.ts';

type Check = Answer<'/api/plugins/{id}/integrity'>['items'][number];

/** Reads all its files, when somebody wants to know. */
export function IntegrityCheck({ plugin: { id } }: { readonly plugin: Plugin }) {
  const check = useMutation({
    mutationFn: async () => ok(hub.GET('/api/plugins/{id}/integrity', { params: { path: { id } } })),
  });
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          Files
        </Title>
        <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          Compare with what was installed
        </Button>
      </Group>
      {check.isError && <FaultAlert error={check.error} again={() => check.mutate()} />}
      <div role="status">
        {check.data !== undefined && (
          <List size="sm" mt="xs">
            {check.data.items.map((one) => (
              <List.Item key={one.version}>
                {one.packageName} {one.version}: <Outcome check={one} />
              </List.Item>
            ))}
          </List>
        )}
      </div>
    </Card>
  );
}

function Outcome({ check: { outcome, changed } }: { readonly check: Check }) {
  if (outcome === 'intact') return <>intact, file by file</>;
  if (outcome === 'unknown') return <>it is linked, so there is nothing to compare with</>;
  return (
    <Text span c="var(--status-unhealthy)" fw={600}>
      changed since: {changed.join(', ')}
    </Text>
  );
}
