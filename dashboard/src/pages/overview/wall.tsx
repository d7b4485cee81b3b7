import { Text } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import { countOf } from '../../components/count-of.ts';
import type { Overview } from './use-overview.ts';

type Tile = Overview['connections'][number];

/** Every connection as a tile, the worst first. */
export function Wall({ connections, total }: { readonly connections: readonly Tile[]; readonly total: number }) {
  return (
    <>
      <ul className="wall">
        {connections.map((one) => (
          <li key={one.id}>
            <WallTile connection={one} />
          </li>
        ))}
      </ul>
      {total > connections.length && (
        <Text size="sm" c="dimmed" mt="xs">
          The {connections.length} that need a look most, of {total}.
        </Text>
      )}
    </>
  );
}

/** Drawn anew only when its own connection changes: plain elements, because there are hundreds. */
const WallTile = memo(function WallTile({ connection }: { readonly connection: Tile }) {
  const { id, name, status, health } = connection;
  const shown = status === 'active' ? health : 'paused';
  return (
    <Link to={`/connections/${id}`} className="wall-tile" data-health={shown} title={`${name}: ${shown}`}>
      <span className="wall-name">{name}</span>
      <span className="wall-text">{status === 'active' ? `${health} · ${detail(connection)}` : status}</span>
    </Link>
  );
});

/** Why it is as it is; where it is well, what it does. */
function detail({ health, reason, calls, errors }: Tile): string {
  if (health !== 'healthy' && reason !== undefined && reason !== '') return reason;
  if (calls === 0) return 'no calls this hour';
  const failed = errors === 0 ? '' : `, ${errors} failed`;
  return `${countOf(calls, 'call')} this hour${failed}`;
}
