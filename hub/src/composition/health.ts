import {
  type Circumstances,
  type Connection,
  type Connections,
  connectionsCollection,
  createHealthMonitor,
  createOverview,
  type HealthMonitor,
  healthRecords,
  type Inbox,
  type Incidents,
  isHubError,
  type LaneState,
  type Overview,
  type PluginRegistry,
  reasonOf,
  type Storage,
} from '@fairlead/core';
import { builtInCapabilities, type Clock, type Logger, type Manifest, type Operation } from '@fairlead/sdk';
import type { Calls } from './calls.ts';

interface HealthOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly incidents: Incidents;
  readonly connections: Connections;
  readonly plugins: PluginRegistry;
  /** Made after the monitor, because the guard records what it does here. */
  readonly later: () => Pick<Calls, 'guard' | 'lanes' | 'lockOf'> & {
    readonly inbox: Inbox;
    readonly overview: Overview;
  };
}

const probeIntervalMs = 300_000;

export function composeHealth({
  storage,
  clock,
  log,
  incidents,
  connections,
  plugins,
  later,
}: HealthOptions): HealthMonitor {
  return createHealthMonitor({
    clock,
    log,
    repository: storage.repository(healthRecords),
    buckets: storage.hot.buckets,
    incidents: {
      raise: async (report) => void (await incidents.raise(report)),
      resolve: async (subject, code) => void (await incidents.resolve(subject, code)),
    },
    connectionIds: () => later().overview.ids(),
    async circumstances(id) {
      const connection = await find(connections, id);
      return connection === undefined ? undefined : circumstancesOf(connection, plugins, clock, later());
    },
    async probe(id) {
      const connection = await connections.get(id);
      const operation = probeOf(plugins.find(connection.plugin)?.manifest);
      if (operation !== undefined) await later().guard.invoke(id, operation, {});
    },
  });
}

export function composeOverview(storage: Storage, { lastHour }: Pick<HealthMonitor, 'lastHour'>): Overview {
  return createOverview({
    storage,
    connections: storage.repository(connectionsCollection),
    health: storage.repository(healthRecords),
    collections: { connections: connectionsCollection.name, health: healthRecords.name },
    lastHour,
  });
}

async function circumstancesOf(
  connection: Connection,
  plugins: PluginRegistry,
  clock: Clock,
  { lanes, inbox, lockOf }: Pick<Calls, 'lanes' | 'lockOf'> & { readonly inbox: Inbox },
): Promise<Circumstances> {
  const record = plugins.find(connection.plugin);
  const states = await lanes.lanes(connection.id);
  const backlog = await inbox.backlog(connection.id);
  const { locked } = connection;
  return {
    pluginId: connection.plugin,
    probeIntervalMs: record?.manifest?.health?.probeIntervalMs ?? probeIntervalMs,
    lifecycle: connection.status,
    plugin: {
      running: record?.state.status === 'running',
      quarantined: record?.state.status === 'quarantined',
      why: record === undefined ? 'It is not installed.' : (reasonOf(record.state) ?? `It is ${record.state.status}.`),
    },
    locked: locked === undefined ? lockOf(connection.id) : `${locked.reason}: ${locked.keyId}`,
    lanes: {
      resting: named(states, 'open', 'half_open'),
      forced: named(states, 'forced_open', 'forced_closed'),
    },
    webhooks: {
      waiting: backlog.waiting,
      oldestAgeMs: backlog.oldestAt === null ? 0 : clock.now() - Date.parse(backlog.oldestAt),
      dead: backlog.dead,
      unverified: backlog.unverified,
      invalid: inbox.invalid(connection.id).recent,
    },
  };
}

function named(
  lanes: readonly { readonly name: string; readonly state: LaneState }[],
  ...states: readonly LaneState['state'][]
) {
  return lanes.filter(({ state }) => states.includes(state.state)).map(({ name }) => name);
}

interface LookOptions extends Pick<HealthOptions, 'connections' | 'plugins' | 'log'> {
  readonly health: Pick<HealthMonitor, 'touch'>;
}

/** What becomes of a plugin shows on its connections soon, not with the next round. */
export function lookAfterPlugins({ connections, plugins, log, health }: LookOptions): void {
  const seen = new Map<string, string>();
  plugins.onChange(({ id, state }) => {
    if (seen.get(id) === state.status) return;
    seen.set(id, state.status);
    idsOf(connections, id).then(
      (ids) => ids.forEach((one) => health.touch(one)),
      (error: unknown) => log.warn(`The connections of “${id}” are looked at with the next round.`, { error }),
    );
  });
}

/** The operation that tests a connection: the probe of the first capability that its plugin has. */
export function probeOf(manifest: Manifest | undefined): Operation | undefined {
  const capability = builtInCapabilities.find(({ id }) => manifest?.capabilities[id] !== undefined);
  return capability?.operations[capability.probe];
}

export async function find(connections: Connections, id: string): Promise<Connection | undefined> {
  try {
    return await connections.get(id);
  } catch (error) {
    if (isHubError(error, 'not_found')) return undefined;
    throw error;
  }
}

async function idsOf(connections: Connections, plugin: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await connections.list({ plugin, limit: 1_000, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}
