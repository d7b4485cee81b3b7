import { Badge, Card, Group, SimpleGrid, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type Plugin, usePlugins } from './use-connections.ts';

/** The plugins that a connection can be made of, found by what they are called or for. */
export function PluginChoice({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const plugins = usePlugins();
  const [text, setText] = useState('');
  return (
    <QueryView query={plugins}>
      {({ items }) => {
        const shown = items.filter((plugin) => matches(plugin, text));
        return (
          <>
            <TextInput
              label="Find a plugin"
              placeholder="Stripe, telegram, payment …"
              mb="md"
              maw={360}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            {shown.length === 0 && (
              <EmptyState title="No plugin is like that">Others can be installed on the page Plugins.</EmptyState>
            )}
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {shown.map((plugin) => (
                <PluginCard key={plugin.id} plugin={plugin} onChoose={() => onChoose(plugin.id)} />
              ))}
            </SimpleGrid>
          </>
        );
      }}
    </QueryView>
  );
}

function PluginCard({ plugin, onChoose }: { readonly plugin: Plugin; readonly onChoose: () => void }) {
  const usable = plugin.status === 'running';
  return (
    <UnstyledButton onClick={onChoose} disabled={!usable} opacity={usable ? 1 : 0.6} h="100%">
      <Card withBorder h="100%" padding="md">
        <Text fw={600}>{plugin.displayName ?? plugin.id}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {plugin.description}
        </Text>
        <Group gap={4} mt="auto">
          {Object.keys(plugin.capabilities ?? {}).map((capability) => (
            <Badge key={capability} variant="light" tt="none">
              {capability}
            </Badge>
          ))}
          {!usable && (
            <Badge color="gray" tt="none">
              {plugin.status}
            </Badge>
          )}
        </Group>
      </Card>
    </UnstyledButton>
  );
}

function matches({ id, displayName, description, capabilities }: Plugin, text: string): boolean {
  const words = [id, displayName, description, ...Object.keys(capabilities ?? {})].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
