import type { Answer, HubEvent } from '@fairlead/client';

export type Overview = Answer<'/api/overview'>;
type Health = Overview['connections'][number]['health'];

/** The wall after a change of one connection’s health. What tells of other things leaves it as it is. */
export function applied(known: Overview, { type, data, time }: HubEvent): Overview {
  if (type !== 'connection.health_changed') return known;
  const index = known.connections.findIndex(({ id }) => id === data['connection']);
  const before = known.connections[index];
  if (before === undefined) return known;
  const health = data['to'] as Health;
  const [first] = data['reasons'] as readonly {
    readonly text: string;
    readonly code: string;
    readonly since: string;
  }[];
  const connections = [...known.connections];
  connections[index] = {
    ...before,
    health,
    since: time,
    ...(first === undefined ? { reason: '' } : { reason: first.text }),
  };
  if (before.status !== 'active' || before.health === health) return { ...known, connections };
  const counts = {
    ...known.counts,
    [before.health]: known.counts[before.health] - 1,
    [health]: known.counts[health] + 1,
  };
  const change = {
    connection: before.id,
    name: before.name,
    status: health,
    at: time,
    codes: first === undefined ? [] : [first.code],
  };
  return { ...known, connections, counts, changes: [change, ...known.changes].slice(0, 20) };
}
