import {
  type AttemptTotals,
  type Caller,
  asyncApiExtension,
  type CoreRouteOptions,
  coreRoutes,
  coreTopics,
  createEmbeds,
  createEventCatalogue,
  createHttpApp,
  createMetrics,
  createRealtime,
  dashboardExtension,
  embedExtension,
  embedsCollection,
  type EventLog,
  hooksExtension,
  type HttpApp,
  type Inbox,
  openApiExtension,
  type PluginMeter,
  type Realtime,
  type ReadyCheck,
  registerPluginMetrics,
  type Storage,
  streamCaller,
  type TopicTable,
  toCloudEvent,
} from '@fairlead/core';
import type { Flow } from '@fairlead/core/flow-api';
import { builtInCapabilities, type Clock } from '@fairlead/sdk';
import type { Logger as Pino } from 'pino';
import type { SettingRow, Settings } from '../config/settings.ts';
import { dashboardFolder } from '../dashboard-folder.ts';
import type { BoundFlow } from './flows.ts';

type Services = Pick<
  CoreRouteOptions,
  | 'access'
  | 'connections'
  | 'plugins'
  | 'installer'
  | 'pluginKeys'
  | 'upgrades'
  | 'usage'
  | 'journal'
  | 'guard'
  | 'trials'
  | 'lanes'
  | 'health'
  | 'overview'
  | 'incidents'
  | 'jobs'
  | 'vault'
  | 'webhooks'
>;

export interface WebOptions extends Services {
  readonly settings: Settings;
  readonly rows: readonly SettingRow[];
  readonly version: string;
  /** Known for sure once the hub listens. */
  readonly publicUrl: () => string;
  readonly webhookUrl: (connectionId: string) => string;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Pino;
  readonly fingerprintKey: Uint8Array;
  readonly inbox: Inbox;
  readonly events: EventLog;
  readonly meter: PluginMeter;
  /** Attempts of calls since the hub started. */
  readonly attempts: () => readonly AttemptTotals[];
  readonly flows: readonly BoundFlow[];
  readonly ready: Readonly<Record<string, ReadyCheck>>;
}

export interface Web {
  readonly app: HttpApp;
  readonly realtime: Realtime;
}

/** Flows that act for a capability, by their route: what a call by hand is sent to instead. */
const flowRoutes = {
  'payment-gateway': 'POST /api/payments',
  channel: 'POST /api/channels/{connectionId}/poll',
} as const;

/** Everything that is reached over HTTP. Not listening yet. */
export async function composeWeb(options: WebOptions): Promise<Web> {
  const { settings, rows, version, publicUrl, clock, log, access, events, inbox, flows } = options;
  const metrics = createMetrics({ clock });
  const { meter, attempts } = options;
  registerPluginMetrics({
    registry: metrics.registry,
    running: () => meter.running(),
    totals: () => meter.totals(),
    attempts,
  });
  const topics = topicsOf(flows.map(({ flow }) => flow));
  const eventTypes = createEventCatalogue({ flows: flows.map(({ flow }) => flow.events), topics });
  const realtime = createRealtime({
    feed: events,
    clock,
    topics,
    show: toCloudEvent,
    authenticate: streamCaller(access),
    stillAllowed: (viewer) => access.stillValid(viewer as Caller),
    allowedOrigins: [],
    log,
  });
  const secureCookies = publicUrl().startsWith('https:');
  const embeds = createEmbeds({ repository: options.storage.repository(embedsCollection), clock });
  const core = coreRoutes({
    ...options,
    embeds,
    embedUrl: (id) => `${publicUrl()}/embed/${id}`,
    secureCookies,
    feed: events,
    eventTypes,
    realtime,
    metrics,
    capabilities: builtInCapabilities,
    flowRoutes,
    settings: () => rows,
    system: async () => systemParts(options, realtime),
  });
  const app = await createHttpApp({
    routes: [...core, ...flows.flatMap(({ body }) => body.routes ?? [])],
    access,
    storage: options.storage,
    clock,
    log,
    fingerprintKey: options.fingerprintKey,
    trustProxy: settings.trustProxy,
    // The document has to be there before the routes that it lists.
    extensions: [
      openApiExtension({ version, publicUrl }),
      asyncApiExtension({ version, publicUrl, eventTypes, topics }),
      metrics.extension,
      dashboardExtension({ version, folder: dashboardFolder() }),
      embedExtension({ embeds }),
      hooksExtension(inbox),
      realtime,
    ],
  });
  return { app, realtime };
}

/** What can be followed by name. */
export function topicsOf(flows: readonly Flow[]): TopicTable {
  return { ...coreTopics, ...Object.fromEntries(flows.flatMap(({ topics = {} }) => Object.entries(topics))) };
}
/** How much there is of what can grow. */
async function systemParts({ jobs, plugins, overview }: WebOptions, realtime: Realtime) {
  const counts = await jobs.counts();
  const { sockets, sse } = realtime.open();
  const sum = (state: 'waiting' | 'running' | 'dead') => counts.reduce((total, one) => total + one[state], 0);
  return {
    connections: (await overview.wall({ connections: 0, changes: 0 })).total,
    pluginsRunning: plugins.list().filter(({ state }) => state.status === 'running').length,
    jobsWaiting: sum('waiting'),
    jobsRunning: sum('running'),
    jobsDead: sum('dead'),
    websockets: sockets,
    eventStreams: sse,
  };
}
