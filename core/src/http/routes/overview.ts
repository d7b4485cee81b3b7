import { Type } from 'typebox';
import { defineRoute, type Route } from '../../flow-api/index.ts';
import type { OverviewService } from '../services.ts';
import { connectionStatus } from './connection-schemas.ts';
import { healthStatus } from './health-schemas.ts';
import { closed } from './schemas.ts';

export interface OverviewRouteOptions {
  readonly overview: OverviewService;
}

const mostChanges = 20;
const minuteMs = 60_000;
const count = Type.Integer();

const overviewView = Type.Object({
  counts: Type.Object(
    { healthy: count, degraded: count, unhealthy: count, unknown: count, paused: count },
    { description: 'Of active connections by their health; those that are paused or disabled count as paused alone.' },
  ),
  total: count,
  connections: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      plugin: Type.String(),
      status: connectionStatus,
      health: healthStatus,
      since: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String({ description: 'The first one.' })),
      calls: count,
      errors: count,
    }),
    { description: 'The worst first, then by name. Calls and errors are attempts of the last hour.' },
  ),
  minutes: Type.Array(Type.Object({ at: Type.String(), calls: count, errors: count }), {
    description: 'The last 60, oldest first, of all connections together.',
  }),
  changes: Type.Array(
    Type.Object({
      connection: Type.String(),
      name: Type.String(),
      status: healthStatus,
      at: Type.String(),
      codes: Type.Array(Type.String()),
    }),
    { description: `The latest ${mostChanges} changes of health, newest first.` },
  ),
});

/** How everything does, for whoever looks at all of it at once. */
export function overviewRoutes({ overview }: OverviewRouteOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/overview',
      permission: 'connections.read',
      summary: 'How all connections do: counts, the worst ones, their calls of the last hour, the latest changes.',
      query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, default: 500 })) }, closed),
      responses: { 200: overviewView },
      handler: async ({ query }) => {
        const wall = await overview.wall({ connections: query.limit ?? 500, changes: mostChanges });
        return {
          counts: wall.counts,
          total: wall.total,
          connections: wall.connections.map(showConnection),
          minutes: wall.minutes.map(({ minute, calls, errors }) => ({
            at: new Date(minute * minuteMs).toISOString(),
            calls,
            errors,
          })),
          changes: wall.changes,
        };
      },
    }),
  ];
}

type WallConnection = Awaited<ReturnType<OverviewService['wall']>>['connections'][number];

function showConnection({ id, name, plugin, status, health, lastHour }: WallConnection) {
  const { status: known, since, reason } = health;
  return {
    id,
    name,
    plugin,
    status,
    health: known,
    ...(since === undefined ? {} : { since }),
    ...(reason === undefined ? {} : { reason }),
    calls: lastHour.calls,
    errors: lastHour.errors,
  };
}
