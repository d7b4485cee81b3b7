import { join } from 'node:path';
import { builtInCapabilities, channel, FairleadError, type Logger } from '@fairlead/sdk';
import {
  connectionsCollection,
  createConnections,
  createPluginStore,
  pluginStateCollection,
  type Revealed,
} from '../../connections/index.ts';
import { createEventCatalogue, EventLog, Relay, toCloudEvent } from '../../events/index.ts';
import { createEmbeds, embedsCollection } from '../../embeds/index.ts';
import {
  type ConnectionSource,
  createConnectionTrials,
  createContracts,
  createGuard,
  createLaneControl,
  createLines,
  laneOverridesCollection,
} from '../../guard/index.ts';
import { createHealthMonitor, createOverview, healthRecords } from '../../health/index.ts';
import { createInbox } from '../../inbox/index.ts';
import { createIncidents, incidentsCollection } from '../../incidents/index.ts';
import { StoredJobQueue } from '../../jobs/index.ts';
import {
  createInlineHost,
  createPluginJournal,
  createPluginMeter,
  meteredHost,
  type PluginMeter,
  createPackageInspector,
  createPluginInstaller,
  createPluginKeys,
  createPluginDiscovery,
  createPluginRegistry,
  createPluginUpgrades,
  createSecretHandles,
  installationsCollection,
  installedPackagesCollection,
  pluginCollection,
  pluginKeysCollection,
  readSdkVersion,
} from '../../plugins/index.ts';
import { totpHolder } from '../../access/index.ts';
import type { Route } from '../../flow-api/index.ts';
import { coreTopics, createRealtime } from '../../realtime/index.ts';
import {
  createDeadlines,
  defaultBreakerPolicy,
  defaultBulkheadPolicy,
  defaultRetryPolicy,
} from '../../resilience/index.ts';
import type { JsonValue, Repository } from '../../storage/index.ts';
import {
  createKeyRegister,
  createMasterKey,
  type KeyStatus,
  createRotation,
  createRedactor,
  vaultKeys,
  vaultRotations,
} from '../../vault/index.ts';
import { createWebhooks, webhookDeliveries, webhookEndpoints, webhookRedeliveries } from '../../webhooks/index.ts';
import { asyncApiExtension } from '../asyncapi.ts';
import { homeExtension } from '../home-page.ts';
import { embedExtension } from '../embed/embed-extension.ts';
import { hooksExtension } from '../hooks.ts';
import { createMetrics } from '../metrics.ts';
import { openApiExtension } from '../openapi.ts';
import { coreRoutes } from '../routes/index.ts';
import { registerPluginMetrics } from '../plugin-metrics.ts';
import type { PluginUsageService } from '../services.ts';
import { streamCaller } from '../stream-caller.ts';
import { createTestApp, type TestAppOptions, type TestBase } from './test-app.ts';
import { writeTestPlugin } from './write-test-plugin.ts';

const log: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const report = (problem: { readonly error: unknown }) => {
  throw problem.error;
};

const collections = [
  connectionsCollection,
  embedsCollection,
  pluginStateCollection,
  laneOverridesCollection,
  healthRecords,
  incidentsCollection,
  installationsCollection,
  installedPackagesCollection,
  pluginCollection,
  pluginKeysCollection,
  vaultKeys,
  vaultRotations,
  webhookDeliveries,
  webhookEndpoints,
  webhookRedeliveries,
];

/** Everything the routes reach, for real: one plugin of the tests runs inline. */
async function services({ folder, storage, clock, access, keyRing, vault }: TestBase) {
  const register = createKeyRegister({ keyRing, repository: storage.repository(vaultKeys), clock });
  await register.check();
  const rotation = createRotation({
    vault,
    keyRing,
    register,
    repository: storage.repository(vaultRotations) as never,
    clock,
    onError: (error) => report({ error }),
  });
  const keyStatus = async (id: string) => (await register.list()).find((key) => key.id === id) as KeyStatus;
  const eventLog = new EventLog({ store: storage.hot.events, clock, report });
  const relay = new Relay({ storage, log: eventLog, clock, report });
  const handles = createSecretHandles();
  const meter = createPluginMeter({ clock, log, buckets: storage.hot.usage });
  const redactor = createRedactor();
  const journal = createPluginJournal({ clock, redactor });
  const plugins = createPluginRegistry({
    discovery: createPluginDiscovery({
      places: { release: [await writeTestPlugin(folder)], nodeModules: [], folders: [join(folder, 'plugins')] },
      sdkVersion: readSdkVersion(),
      capabilities: builtInCapabilities,
      conditions: new Set(['node', 'import', '@fairlead/source']),
    }),
    hosts: [meteredHost(createInlineHost({ clock, capabilities: builtInCapabilities, handles }), meter)],
    repository: storage.repository(pluginCollection) as never,
    clock,
    log,
  });
  await plugins.start();
  const store = createPluginStore({
    repository: storage.repository(pluginStateCollection),
    vault: vault.for('plugin-secret'),
    clock,
    audit: () => undefined,
  });
  const catalog = {
    get: (id: string) => plugins.get(id),
    pluginsWith: (capability: string) =>
      plugins
        .list()
        .filter(({ manifest }) => manifest !== undefined && capability in manifest.capabilities)
        .map(({ id }) => id),
  };
  const { connections, credentials, unsaved, moves, holder } = createConnections({
    repository: storage.repository(connectionsCollection),
    vault: vault.for('connection'),
    catalog: catalog as never,
    clock,
    clearPluginState: (id) => store.clear(id),
  });
  rotation.registerHolder(holder);
  rotation.registerHolder(totpHolder(storage));
  const pluginKeys = createPluginKeys({ repository: storage.repository(pluginKeysCollection) as never, clock });
  const installer = createPluginInstaller({
    folder: join(folder, 'plugins'),
    packages: storage.repository(installedPackagesCollection) as never,
    installations: storage.repository(installationsCollection) as never,
    keys: pluginKeys,
    signatures: 'optional',
    registry: async () => ({ registry: 'http://127.0.0.1:9/', fetchRetries: 0 }),
    inspect: createPackageInspector({
      sdkVersion: readSdkVersion(),
      capabilities: builtInCapabilities,
      conditions: new Set(),
    }),
    plugins,
    uses: { connections: async () => [] },
    clock,
    log,
  });
  const incidents = createIncidents({ repository: storage.repository(incidentsCollection), clock });
  const webhookUrl = (id: string) => `http://127.0.0.1:7400/hooks/${id}`;
  const health = createHealthMonitor({
    clock,
    log,
    repository: storage.repository(healthRecords) as never,
    buckets: storage.hot.buckets,
    incidents: {
      raise: async (incident) => void (await incidents.raise(incident as never)),
      resolve: async (subject, code) => void (await incidents.resolve(subject, code)),
    },
    connectionIds: async () => [],
    circumstances: async () => undefined,
    probe: async () => undefined,
  });
  const overview = createOverview({
    storage,
    connections: storage.repository(connectionsCollection),
    health: storage.repository(healthRecords),
    collections: { connections: connectionsCollection.name, health: healthRecords.name },
    lastHour: health.lastHour,
  });
  const embeds = createEmbeds({ repository: storage.repository(embedsCollection), clock });
  const laneRepository = storage.repository(laneOverridesCollection) as never;
  const source: ConnectionSource = {
    describe: async (id) => {
      const found = await connections.get(id).catch(() => undefined);
      return found && { ...found, allowedPrivateHosts: [], overrides: await lanes.stored(id) };
    },
    reveal: async (id) => {
      return opened(await credentials.reveal(id));
    },
    state: (id) => store.stateOf(id),
    secrets: (id) => store.secretsOf(id),
  };
  const common = {
    clock,
    connections: source,
    plugins,
    log: () => log,
    webhookUrl,
    invoke: () => Promise.reject(new FairleadError('feature_unsupported')),
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    redact: (error: FairleadError) => error,
  };
  const lines = createLines({
    ...common,
    recorder: (id, plugin, version) => health.recorder(id, plugin, version),
    breaker: defaultBreakerPolicy,
    bulkhead: defaultBulkheadPolicy,
    laneChanged: () => undefined,
  });
  const lanes = createLaneControl({ repository: laneRepository as Repository<never>, lines, clock });
  connections.onChange(({ id }) => lines.replace(id));
  const trials = createConnectionTrials({ ...common, unsaved, redactor, opened });
  const guard = createGuard({
    ...common,
    random: Math.random,
    lines,
    retry: defaultRetryPolicy,
    reportBug: (id, error) => plugins.reportBug(id, error),
  });
  const upgrades = createPluginUpgrades({
    registry: plugins,
    moves,
    ports: {
      try: () => Promise.reject(new FairleadError('feature_unsupported')),
      testPresent: async () => undefined,
      recentCalls: async () => ({ calls: 0, errors: 0 }),
    },
    incidents,
    clock,
    log,
  });
  const inbox = createInbox({
    clock,
    log,
    store: storage.hot.inbox,
    receiver: async (id) => {
      const found = await connections.get(id).catch(() => undefined);
      return found === undefined ? undefined : channel.receive;
    },
    invoke: (id, operation, input) => guard.invoke(id, operation, input as never),
    encodeEvent: (_operation, event) => event as JsonValue,
    publicUrl: webhookUrl,
    vault: vault.for('webhook'),
    handler: async () => undefined,
  });
  const jobs = new StoredJobQueue({ store: storage.hot.jobs, clock, report });
  const webhooks = createWebhooks({
    storage,
    events: eventLog,
    jobs,
    incidents,
    vault: vault.for('signing'),
    clock,
    log,
    redact: redactor.text,
  });
  rotation.registerHolder(webhooks.holder);
  const streamLog: string[] = [];
  const realtime = createRealtime({
    feed: eventLog,
    clock,
    topics: coreTopics,
    show: toCloudEvent,
    log: { warn: (_fields, message) => void streamLog.push(message), error: (fields) => report({ error: fields }) },
    stillAllowed: (viewer) => access.stillValid(viewer as never),
    allowedOrigins: ['https://desk.example.com'],
    authenticate: streamCaller(access),
  });
  return {
    vault: {
      register,
      rotation,
      keeper: {
        add: async () => {
          const key = createMasterKey();
          await register.add(key);
          return keyStatus(key.id);
        },
        retire: async (id: string) => {
          await rotation.retire(id);
          return keyStatus(id);
        },
      },
    },
    eventLog,
    relay,
    plugins,
    installer,
    pluginKeys,
    meter,
    redactor,
    journal,
    usage: usageOf(meter),
    connections,
    upgrades,
    incidents,
    health,
    overview,
    embeds,
    embedUrl: (id: string) => `http://127.0.0.1:7400/embed/${id}`,
    lanes,
    lines,
    guard,
    trials,
    inbox,
    jobs,
    webhooks,
    realtime,
    streamLog,
    webhookUrl,
  };
}

function opened(revealed: Revealed) {
  if (revealed.outcome === 'open') return { state: 'open', settings: revealed.settings } as const;
  throw new FairleadError('settings_invalid');
}

/** Nothing watches for leaks here. */
function usageOf(meter: PluginMeter): PluginUsageService {
  return {
    running: (id) => meter.running(id),
    minutes: (id, from, to) => meter.minutes(id, from, to),
    refusedHosts: (id) => meter.refusedHosts(id),
    growth: () => undefined,
  };
}

/** The whole API over real services. */
export async function createFullApp(options: Omit<TestAppOptions, 'parts'> = {}) {
  let made: Awaited<ReturnType<typeof services>> | undefined;
  let routes: readonly Route[] = [];
  const ready = { broken: undefined as string | undefined };
  const app = await createTestApp({
    ...options,
    collections,
    withoutSignIn: true,
    parts: async (base) => {
      const core = await services(base);
      made = core;
      const metrics = createMetrics({ clock: base.clock });
      registerPluginMetrics({
        registry: metrics.registry,
        running: () => core.meter.running(),
        totals: () => core.meter.totals(),
        attempts: core.health.totals,
      });
      const eventTypes = createEventCatalogue({ topics: coreTopics });
      routes = coreRoutes({
        ...base,
        ...core,
        feed: core.eventLog,
        eventTypes,
        secureCookies: false,
        capabilities: builtInCapabilities,
        flowRoutes: { channel: 'POST /api/messages' },
        version: '0.0.0-test',
        ready: { database: () => base.storage.ping().then(() => ready.broken) },
        metrics,
        settings: () => [{ name: 'FAIRLEAD_PORT', value: 7400, source: 'default' }],
        system: async () => ({ plugins: core.plugins.list().length }),
      });
      return {
        routes,
        extensions: [
          openApiExtension({ version: '0.0.0-test', publicUrl: () => 'http://127.0.0.1:7400' }),
          asyncApiExtension({
            version: '0.0.0-test',
            publicUrl: () => 'http://127.0.0.1:7400',
            eventTypes,
            topics: coreTopics,
          }),
          metrics.extension,
          homeExtension({ version: '0.0.0-test' }),
          embedExtension(core),
          hooksExtension(core.inbox),
          core.realtime,
        ],
      };
    },
  });
  const core = made as Awaited<ReturnType<typeof services>>;
  return {
    ...app,
    ...core,
    routes,
    ready,
    async dispose(): Promise<void> {
      await app.server.close();
      core.realtime.dispose();
      await core.inbox.dispose();
      await core.webhooks.dispose();
      await core.jobs.dispose();
      await core.relay.dispose();
      await core.eventLog.dispose();
      await core.lines.dispose();
      core.overview.dispose();
      await core.health.dispose();
      await core.installer.dispose();
      await core.upgrades.dispose();
      await core.plugins.dispose();
      await core.meter.dispose();
      await app.dispose();
    },
  };
}

export type FullApp = Awaited<ReturnType<typeof createFullApp>>;
