import { ok } from '@fairlead/client';
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { JsonBlock } from '../../components/json-block.tsx';
import type { Tagged } from '../../components/tagged.ts';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import type { Parser } from './rules-draft.ts';
import { useSignalsChanged } from './use-signals.ts';

/** What the rules were before; any of them comes back as a new version. */
export function VersionsTab({ found: { value: parser, tag } }: { readonly found: Tagged<Parser> }) {
  const connectionId = parser.connection;
  const may = useMay()('parsers.write');
  const changed = useSignalsChanged();
  const tell = useTell();
  const versions = useQuery({
    queryKey: ['signals', 'versions', connectionId],
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/parsers/{connectionId}/versions', { params: { path: { connectionId } }, signal })),
  });
  async function restore(version: number): Promise<void> {
    await ok(
      hub.POST('/api/parsers/{connectionId}/restore', {
        params: { path: { connectionId } },
        headers: { 'if-match': tag },
        body: { version },
      }),
    );
    tell.done(`Version ${version} is back, as a new version.`);
    await changed();
  }
  return (
    <QueryView query={versions}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="There are no former versions">What is changed is kept here, the latest twenty.</EmptyState>
        ) : (
          <Stack>
            {items.map(({ version, changedAt, changedBy, rules, policy, ai }) => (
              <Card key={version} withBorder>
                <Group justify="space-between" mb="xs">
                  <div>
                    <Title order={2} size="h5">
                      Version {version}
                    </Title>
                    <Text size="xs" c="dimmed">
                      by {changedBy}, <Time at={changedAt} />
                    </Text>
                  </div>
                  {may && (
                    <ConfirmButton
                      label={`Restore version ${version}`}
                      button={{ size: 'xs' }}
                      title={`Restore version ${version}?`}
                      act="Restore"
                      color="orange"
                      onConfirm={async () => restore(version)}
                    >
                      Messages are read with it from now on. What there is now stays among the former versions. Signals
                      stay as they are.
                    </ConfirmButton>
                  )}
                </Group>
                <JsonBlock label={`Rules of version ${version}`} value={{ rules, policy, ai }} />
              </Card>
            ))}
          </Stack>
        )
      }
    </QueryView>
  );
}
