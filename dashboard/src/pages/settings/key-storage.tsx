import { Alert, Code, Stack, Text } from '@mantine/core';
import { useSettings } from './use-settings.ts';

/** Where the keys are kept, and what is lost with them. */
export function KeyStorage() {
  const settings = useSettings();
  const place = keyPlace(settings.data?.items ?? []);
  return (
    <Alert color="yellow" title="Back up the master keys" maw={860}>
      <Stack gap="xs">
        <Text size="sm">
          Without its master key no stored secret can be read again, by anyone. A backup needs both: the database, and
          all the keys that are in use. Keep the two apart, because whoever has both can read everything.
        </Text>
        {place !== undefined && (
          <Text size="sm">
            {place.kind === 'environment' ? (
              <>
                The keys come from <Code>FAIRLEAD_MASTER_KEYS</Code>. Keep its value where you keep secrets; keys are
                added and taken out there, and the hub is started anew.
              </>
            ) : (
              <>
                The keys are in the file <Code style={{ overflowWrap: 'anywhere' }}>{place.file}</Code>. Copy it after
                each key that is added.
              </>
            )}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

type KeyPlace = { readonly kind: 'environment' } | { readonly kind: 'file'; readonly file: string };

export function keyPlace(
  settings: readonly { readonly name: string; readonly value: unknown }[],
): KeyPlace | undefined {
  const value = (name: string) => settings.find((one) => one.name === name)?.value;
  const keys = value('FAIRLEAD_MASTER_KEYS');
  if (keys !== undefined && keys !== '' && keys !== null) return { kind: 'environment' };
  const file = value('FAIRLEAD_MASTER_KEY_FILE');
  return typeof file === 'string' && file !== '' ? { kind: 'file', file } : undefined;
}
