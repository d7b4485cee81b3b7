import { Badge, Code, Group, List, Stack, Text } from '@mantine/core';
import { EmptyState } from '../../../components/states.tsx';
import { type Setting, settingsOf } from './describe-settings.ts';

/** A schema as a person reads it: what each setting is for and what it takes. */
export function SettingsInWords({ schema }: { readonly schema: object }) {
  const settings = settingsOf(schema);
  if (settings.length === 0) return <EmptyState title="Nothing" />;
  return (
    <Stack gap="sm" component="dl" m={0}>
      {settings.map((setting) => (
        <OneSetting key={setting.name} setting={setting} />
      ))}
    </Stack>
  );
}

function OneSetting({
  setting: { name, title, description, isRequired, isSecret, rules, inside },
}: {
  readonly setting: Setting;
}) {
  return (
    <div>
      <Group component="dt" gap="xs">
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Code>{name}</Code>
        {isRequired && (
          <Badge size="sm" variant="default" tt="none">
            needed
          </Badge>
        )}
        {isSecret && (
          <Badge size="sm" variant="default" tt="none">
            secret
          </Badge>
        )}
      </Group>
      <Text component="dd" size="sm" m={0}>
        {description}
        <Text size="xs" c="dimmed">
          {rules.join(', ')}
        </Text>
        {inside.length > 0 && (
          <List size="sm">
            {inside.map((one) => (
              <List.Item key={one.name}>
                {one.title} <Code>{one.name}</Code>: {one.rules.join(', ')}
                <Text size="xs" c="dimmed">
                  {one.description}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Text>
    </div>
  );
}
