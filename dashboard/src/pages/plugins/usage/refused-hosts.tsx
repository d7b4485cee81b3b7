import { Text } from '@mantine/core';
import { Time } from '../../../components/time.tsx';
import type { PluginHealth } from '../use-plugins.ts';
import { Figures, Section } from './section.tsx';

const columns = [{ title: 'Host' }, { title: 'How' }, { title: 'Attempts', numeric: true }, { title: 'Last' }] as const;

/** What it tried to reach and may not. */
export function RefusedHosts({ refused }: { readonly refused: PluginHealth['refused'] }) {
  if (refused.length === 0) return null;
  return (
    <Section title="What it tried to reach and may not">
      <Text size="sm" c="dimmed">
        Since the hub started. Its manifest does not name these hosts.
      </Text>
      <Figures
        label="Refused hosts"
        columns={columns}
        rows={refused.map(({ host, kind, attempts, lastAt }) => ({
          key: `${kind} ${host}`,
          cells: [host, kind, attempts, <Time at={lastAt} ago />],
        }))}
      />
    </Section>
  );
}
