import { Badge, Group } from '@mantine/core';
import type { PluginRow } from './use-plugins.ts';

/** What a plugin offers. */
export function Capabilities({ plugin: { capabilities, webhooks } }: { readonly plugin: PluginRow }) {
  const names = [...Object.keys(capabilities), ...(webhooks ? ['webhooks'] : [])];
  return (
    <Group gap={4}>
      {names.map((name) => (
        <Badge key={name} variant="default" tt="none" miw="max-content">
          {name}
        </Badge>
      ))}
    </Group>
  );
}
