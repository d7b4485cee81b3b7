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
  const { id, name, status, health, reason, calls, errors } = connection;
  const shown = status === 'active' ? health : 'paused';
  const text =
    shown === 'paused' ? status : (reason ?? '') !== '' && shown !== 'healthy' ? reason : traffic(calls, errors);
  return (
    <Link to={`/connections/${id}`} className="wall-tile" data-health={shown} title={`${name}: ${shown}`}>
      <span className="wall-name">{name}</span>
      <span className="wall-text">
        {shown} · {text}
      </span>
    </Link>
  );
});

function traffic(calls: number, errors: number): string {
  if (calls === 0) return 'no calls this hour';
  const failed = errors === 0 ? '' : `, ${errors} failed`;
  return `${countOf(calls, 'call')} this hour${failed}`;
}
