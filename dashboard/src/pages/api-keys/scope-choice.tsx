import { Button, Checkbox, Fieldset, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMe } from '../../session/use-session.ts';

/** A key cannot have what only a person at a screen does. */
const personal = 'account.self';

/** Permissions of the one signed in, by the area that they are of: `connections.read` is of `connections`. */
export function ScopeChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const scopes = useMe().permissions.filter((one) => one !== personal);
  const areas = Map.groupBy(scopes, (scope) => scope.split('.', 1)[0] ?? scope);
  return (
    <Fieldset legend="What it may do">
      <Stack>
        <Text size="sm" c="dimmed">
          What you may yourself can be given. Choose no more than the program needs: {chosen.length} of {scopes.length}{' '}
          chosen.
        </Text>
        <Group gap="xs">
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange(scopes.filter((scope) => scope.endsWith('.read')))}
          >
            All that only reads
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onChange([...scopes])}>
            Everything
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onChange([])}>
            Nothing
          </Button>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} verticalSpacing="md">
          {[...areas].map(([area, members]) => (
            <Checkbox.Group
              key={area}
              label={area}
              value={members.filter((one) => chosen.includes(one))}
              onChange={(now) => onChange([...chosen.filter((one) => !members.includes(one)), ...now])}
            >
              <Stack gap={8} mt={6}>
                {members.map((scope) => (
                  <Checkbox key={scope} value={scope} label={scope} />
                ))}
              </Stack>
            </Checkbox.Group>
          ))}
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}
