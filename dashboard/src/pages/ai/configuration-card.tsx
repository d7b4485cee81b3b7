import { Card, Group, Text } from '@mantine/core';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { ConfigurationActions } from './configuration-actions.tsx';
import { type Moves, MoveButtons, MoveHandle } from './move-buttons.tsx';
import { Standing } from './standing.tsx';
import type { Configuration } from './use-configurations.ts';

interface CardProps {
  readonly configuration: Configuration;
  /** From 1. */
  readonly place: number;
  readonly of: number;
  readonly isDragged: boolean;
  /** Absent where it cannot be moved. */
  readonly moves?: Moves;
}

/** A configuration at its place. */
export function ConfigurationCard({ configuration, place, of, isDragged, moves }: CardProps) {
  const { id, name, model, connection, budgetUsdPerDay, purposes } = configuration;
  return (
    <Card component="li" withBorder padding="sm" data-dragged={isDragged || undefined} className="sortable">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" style={{ flex: '1 1 260px', minWidth: 0 }} wrap="nowrap">
          {moves !== undefined && <MoveHandle name={name} moves={moves} />}
          <Text fw={700} className="numbers" aria-hidden>
            {place}
          </Text>
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              <RouterLink to={`/ai/configurations/${id}`} fw={600}>
                {name}
              </RouterLink>
              <Standing standing={configuration.standing} />
            </Group>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} component="div">
              {model} by <ConnectionLink id={connection} />
              {budgetUsdPerDay === null ? '' : `, ${budgetUsdPerDay} USD a day at most`}
              {purposes.length === 0 ? '' : `, for ${purposes.join(', ')}`}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          {moves !== undefined && (
            <MoveButtons name={name} isFirst={place === 1} isLast={place === of} onMove={moves.onMove} />
          )}
          <ConfigurationActions configuration={configuration} />
        </Group>
      </Group>
    </Card>
  );
}
