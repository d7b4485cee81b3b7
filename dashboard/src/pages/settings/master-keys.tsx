import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { QueryView } from '../../components/query-view.tsx';
import { useMay } from '../../session/use-session.ts';
import { AddKey, RotateKeys } from './key-actions.tsx';
import { KeysTable } from './keys-table.tsx';
import { KeyStorage } from './key-storage.tsx';
import { RotationProgress } from './rotation-progress.tsx';
import { useVaultKeys } from './use-settings.ts';

/** What the stored secrets are encrypted with. */
export function MasterKeys() {
  const keys = useVaultKeys();
  const mayRotate = useMay()('vault.rotate');
  return (
    <Stack>
      <Text size="sm" maw={720}>
        Each stored secret has a data key of its own, and a master key wraps those. New secrets are wrapped by the
        active key. To change keys: add one, rotate so that everything is wrapped by it, then retire the old one.
      </Text>
      <KeyStorage />
      <QueryView query={keys}>
        {({ items, rotation }) => (
          <Card withBorder component="section" aria-labelledby="keys">
            <Group justify="space-between" mb="xs">
              <Title order={2} size="h4" id="keys">
                Keys
              </Title>
              {mayRotate && (
                <Group gap="xs">
                  <AddKey />
                  <RotateKeys keys={items} rotation={rotation} />
                </Group>
              )}
            </Group>
            {rotation !== null && <RotationProgress rotation={rotation} />}
            <KeysTable keys={items} mayRetire={mayRotate && rotation?.state !== 'running'} />
          </Card>
        )}
      </QueryView>
      {!mayRotate && (
        <Text size="sm" c="dimmed">
          Only an owner adds, rotates and retires master keys.
        </Text>
      )}
    </Stack>
  );
}
