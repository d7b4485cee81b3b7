import { Text } from '@mantine/core';
import { HealthBadge } from '../../../components/health-badge.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { type PluginHealth, useConnectionNames } from '../use-plugins.ts';
import { Figures, Section } from './section.tsx';

const columns = [{ title: 'Connection' }, { title: 'Health' }, { title: 'Why' }] as const;

/** The connections made of it. */
export function ConnectionStates({
  plugin,
  connections,
}: {
  readonly plugin: string;
  readonly connections: PluginHealth['connections'];
}) {
  const nameOf = useConnectionNames(plugin);
  return (
    <Section title="Connections">
      {connections.length === 0 ? (
        <EmptyState title="It is not used" />
      ) : (
        <Figures
          label="Connections"
          columns={columns}
          rows={connections.map(({ id, lifecycle, status, reasons }) => ({
            key: id,
            cells: [
              <RouterLink to={`/connections/${id}`} size="sm">
                {nameOf(id)}
              </RouterLink>,
              <HealthBadge health={lifecycle === 'active' ? status : 'paused'} />,
              <Text size="sm" miw={220}>
                {reasons.map(({ text }) => text).join(' ')}
              </Text>,
            ],
          }))}
        />
      )}
    </Section>
  );
}
