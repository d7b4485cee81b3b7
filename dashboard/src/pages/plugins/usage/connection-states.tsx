import { HealthBadge } from '../../../components/health-badge.tsx';
import { ConnectionLink } from '../../../components/connection-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import type { PluginHealth } from '../use-plugins.ts';
import { Figures, Section } from './section.tsx';

const columns = [{ title: 'Connection' }, { title: 'Health' }, { title: 'Why' }] as const;

/** The connections made of it. */
export function ConnectionStates({ connections }: { readonly connections: PluginHealth['connections'] }) {
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
              <ConnectionLink id={id} />,
              <HealthBadge health={lifecycle === 'active' ? status : 'paused'} />,
              reasons.map(({ text }) => text).join(' '),
            ],
          }))}
        />
      )}
    </Section>
  );
}
