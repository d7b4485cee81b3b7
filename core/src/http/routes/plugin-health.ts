import type { Clock } from '@fairlead/sdk';
import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, type Route } from '../../flow-api/index.ts';
import { type PluginRecord, reasonOf } from '../../plugins/index.ts';
import type { ConnectionService, HealthService, PluginService, PluginUsageService } from '../services.ts';
import { healthQuery, healthState, minuteSpan, minuteView, showHealth, showMinute } from './health-schemas.ts';
import { processView, refusedView, showProcess, showRefused, showUsage, usageView } from './plugin-usage-schemas.ts';
import { idParams } from './schemas.ts';
import { sumVersions, versionView } from './version-sums.ts';

export interface PluginHealthRouteOptions {
  readonly plugins: PluginService;
  readonly health: HealthService;
  readonly connections: ConnectionService;
  readonly usage: PluginUsageService;
  readonly clock: Clock;
}

/** More would take longer to put together than anybody looks at. */
const mostConnections = 200;

/** How a plugin does: its processes, its connections, and what each version did and used. */
export function pluginHealthRoutes(options: PluginHealthRouteOptions): readonly Route[] {
  const { plugins, health, usage, clock } = options;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}/health',
      permission: 'plugins.read',
      summary: 'Its processes, connections, calls, errors, crashes, processor time and memory, by version.',
      description: `\`minutes\` are calls of each connection, \`usage\` is what processes used; what runs inside the hub has no figures of its own. At most ${mostConnections} connections.`,
      params: idParams,
      query: healthQuery,
      responses: {
        200: Type.Object({
          status: Type.String(),
          since: Type.String(),
          reason: Type.Optional(Type.String({ description: 'Why it does not run.' })),
          processes: Type.Array(processView),
          connections: Type.Array(
            Type.Object({ id: Type.String(), lifecycle: Type.String(), ...healthState.properties }),
          ),
          versions: Type.Array(versionView),
          minutes: Type.Array(minuteView),
          usage: Type.Array(usageView),
          refused: Type.Array(refusedView),
        }),
      },
      handler: async ({ params: { id }, query }) => {
        const { state } = findPlugin(plugins, id);
        const { from, to } = minuteSpan(query, clock);
        const [minutes, used, connections] = await Promise.all([
          health.minutes({ plugin: id }, from, to),
          usage.minutes(id, from, to),
          statesOf(options, id),
        ]);
        const reason = reasonOf(state);
        return {
          status: state.status,
          since: state.since,
          ...(reason === undefined ? {} : { reason }),
          processes: usage.running(id).map((one) => showProcess(one, usage.growth(one.process))),
          connections,
          versions: sumVersions(minutes, used),
          minutes: minutes.map(showMinute),
          usage: used.map(showUsage),
          refused: usage.refusedHosts(id).map(showRefused),
        };
      },
    }),
  ];
}

/** @throws HubError `not_found` */
export function findPlugin(plugins: Pick<PluginService, 'find'>, id: string): PluginRecord {
  const record = plugins.find(id);
  if (record === undefined) throw new HubError('not_found', { detail: 'There is no plugin of this id.' });
  return record;
}

async function statesOf({ connections, health }: PluginHealthRouteOptions, plugin: string) {
  const { items } = await connections.list({ plugin, limit: mostConnections });
  return Promise.all(
    items.map(async ({ id, status }) => ({ id, lifecycle: status, ...showHealth(await health.get(id)) })),
  );
}
