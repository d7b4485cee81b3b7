import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  builtInCapabilities,
  channel,
  type Clock,
  definePlugin,
  FairleadError,
  type Logger,
  type Plugin,
  type PluginContext,
  type SettingsSchema,
} from '@fairlead/sdk';
import { moveSettings, servePlugin } from '@fairlead/sdk/host';
import { eventCheck } from '../../events/index.ts';
import { connectionsCollection, createConnections, pluginStateCollection } from '../../connections/index.ts';
import { createRecorder, type Recorder } from '../../health/index.ts';
import { createIncidents, incidentsCollection } from '../../incidents/index.ts';
import {
  createPluginDiscovery,
  createPluginRegistry,
  createPluginUpgrades,
  createSecretHandles,
  type PluginFault,
  type PluginHost,
  pluginCollection,
} from '../../plugins/index.ts';
import {
  createDeadlines,
  defaultBreakerPolicy,
  defaultBulkheadPolicy,
  defaultRetryPolicy,
} from '../../resilience/index.ts';
import { createStorage } from '../../storage/index.ts';
import {
  createKeyRegister,
  createRedactor,
  createVault,
  KeyRing,
  parseMasterKeys,
  vaultKeys,
} from '../../vault/index.ts';
import { createContracts } from '../contracts.ts';
import { createGuard } from '../guard.ts';
import { type ConnectionSource, createLines } from '../lines.ts';
import { openTrial } from '../trial.ts';
import { writeShop } from './write-shop.ts';

export const shopId = 'channel-shop';
export const secretText = 'the-token-of-the-shop';

const silent: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** The same in each process. */
const key = `k1:${createHash('sha256').update('the key of the tests').digest('base64')}`;

/** What the code of all versions does; a test changes it. */
export interface ShopBehaviour {
  /** Called by every `fetch` with its cursor, after it was counted. */
  fetched(version: string, cursor: string): Promise<void>;
  /** Called when settings are taken down. Default: nothing. */
  down?: () => void;
}

/**
 * Connections, registry, upgrades and guard as the hub puts them together, on a real database and real packages. Only
 * the host is of the tests: it runs the versions here, and lets them crash when it is told to.
 */
export async function openUpgradeBench(folder: string, clock: Clock) {
  const places = await writeShop(folder, '1.0.0');
  const collections = [pluginCollection, connectionsCollection, pluginStateCollection, incidentsCollection, vaultKeys];
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections, clock, checkEvent: eventCheck() });
  await storage.migrate();
  const keyRing = new KeyRing(parseMasterKeys(key, 'the test'));
  const vault = createVault({ keyRing, redactor: createRedactor() });
  await createKeyRegister({ keyRing, repository: storage.repository(vaultKeys), clock }).check();
  const handles = createSecretHandles();
  const behaviour: ShopBehaviour = { fetched: async () => undefined };
  const host = shopHost(handles, behaviour);
  const repository = storage.repository(pluginCollection);
  const discovery = createPluginDiscovery({
    places: { release: [], nodeModules: [], folders: [places] },
    sdkVersion: '0.1.0',
    capabilities: builtInCapabilities,
    conditions: new Set(),
  });
  const incidents = createIncidents({ repository: storage.repository(incidentsCollection), clock });
  const random = () => 1;
  const registry = createPluginRegistry({
    discovery,
    hosts: [host],
    repository,
    clock,
    log: silent,
    random,
    incidents,
  });
  const { connections, credentials, moves } = createConnections({
    repository: storage.repository(connectionsCollection),
    vault: vault.for('connection'),
    catalog: registry,
    clock,
    clearPluginState: async () => undefined,
  });
  const nothing = { get: async () => undefined, put: async () => undefined, delete: async () => undefined };
  const opened = (revealed: Awaited<ReturnType<typeof credentials.reveal>>) => {
    if (revealed.outcome === 'open') return { state: 'open', settings: revealed.settings } as const;
    throw new FairleadError('settings_invalid');
  };
  const source: ConnectionSource = {
    describe: async (id) => ({ ...(await connections.get(id)), overrides: {} }),
    reveal: async (id) => opened(await credentials.reveal(id)),
    state: () => nothing,
    secrets: () => nothing,
  };
  const common = {
    clock,
    connections: source,
    log: () => silent,
    webhookUrl: (id: string) => `http://127.0.0.1/hooks/${id}`,
    invoke: () => Promise.reject(new FairleadError('feature_unsupported')),
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    redact: (error: FairleadError) => error,
  };
  const seen = (plugin: string, version: string): Recorder => {
    const recorder = createRecorder(clock);
    return {
      ...recorder,
      record(outcome, durationMs) {
        recorder.record(outcome, durationMs);
        upgrades.saw(plugin, version, outcome);
      },
    };
  };
  const lines = createLines({
    ...common,
    plugins: registry,
    recorder: (_connection, plugin, version) => seen(plugin, version),
    breaker: defaultBreakerPolicy,
    bulkhead: defaultBulkheadPolicy,
    laneChanged: () => undefined,
  });
  const guard = createGuard({
    ...common,
    random,
    lines,
    retry: defaultRetryPolicy,
    reportBug: (id, error) => registry.reportBug(id, error),
  });
  const upgrades = createPluginUpgrades({
    registry,
    moves,
    ports: {
      async try(version, target, copy) {
        const reveal = async () => opened(await credentials.revealMoved(target, copy));
        const connection = await connections.get(copy.connectionId);
        const trial = await openTrial(common, { connection, plugin: version, reveal });
        return {
          test: async () => void (await trial.call(channel.testCredentials, {})),
          probe: async () => undefined,
          dispose: async () => trial[Symbol.asyncDispose](),
        };
      },
      testPresent: async (id) => void (await guard.invoke(id, channel.testCredentials, {})),
      recentCalls: async () => ({ calls: 0, errors: 0 }),
    },
    incidents,
    clock,
    log: silent,
  });
  connections.onChange(({ id }) => lines.replace(id));
  registry.onChange(({ id }) => lines.replacePlugin(id));
  return {
    storage,
    registry,
    connections,
    credentials,
    guard,
    upgrades,
    host,
    behaviour,
    /** Puts version 2.0.0 beside the first, and enables that one. */
    async enable() {
      await registry.enable(shopId, 'admin');
      await writeShop(folder, '2.0.0');
    },
    /** To 2.0.0, agreeing to what changes. */
    async upgrade() {
      const { consent } = await upgrades.preview(shopId, '2.0.0');
      return upgrades.upgrade(shopId, { version: '2.0.0', by: 'admin', consent: consent ?? undefined });
    },
    /** As the hub starts. */
    async start() {
      await upgrades.recover();
      await registry.start();
      upgrades.start();
    },
    async connect(name: string) {
      const settings = { greeting: `hello-${name}` };
      const secrets = { token: secretText };
      return connections.create({ plugin: shopId, name, settings, secrets, createdBy: 'admin' });
    },
    async dispose() {
      await upgrades.dispose();
      await lines.dispose();
      await registry.dispose();
      await storage.dispose();
    },
  };
}

export type UpgradeBench = Awaited<ReturnType<typeof openUpgradeBench>>;

/** Runs every version in this process; `crash` ends the one that started last of a version. */
function shopHost(handles: ReturnType<typeof createSecretHandles>, behaviour: ShopBehaviour) {
  const exits = new Map<string, (fault: PluginFault) => void>();
  const count = { starts: 0, alive: new Map<string, number>() };
  const host: PluginHost = {
    kind: 'process',
    accepts: ({ source }) => source === 'folder',
    async start(plugin, { onExit }) {
      const code = shopCode(plugin.version, plugin.settingsSchema as SettingsSchema, behaviour);
      let stopped = false;
      const counted = (by: number) => count.alive.set(plugin.version, (count.alive.get(plugin.version) ?? 0) + by);
      const end = () => {
        if (!stopped) counted(-1);
        stopped = true;
      };
      count.starts += 1;
      counted(1);
      exits.set(plugin.version, (fault) => {
        if (stopped) return;
        end();
        onExit(fault);
      });
      let served = 0;
      let emptied = () => undefined as void;
      return {
        running: {
          id: plugin.id,
          version: plugin.version,
          manifest: plugin.manifest,
          settingsSchema: plugin.settingsSchema,
          async serve({ connection, settings, services }) {
            if (stopped) throw new FairleadError('plugin_not_running');
            served += 1;
            const context = { ...services, connection, settings, http: { fetch } } as unknown as PluginContext;
            const made = servePlugin({ plugin: code, manifest: plugin.manifest, context, handles });
            return {
              ...made,
              async call(operation, input, call) {
                const gone = () => {
                  if (stopped) throw new FairleadError('plugin_not_running');
                };
                gone();
                const output = await made.call(operation, input, call);
                gone();
                return output;
              },
              async dispose() {
                served -= 1;
                if (served === 0) emptied();
                await made.dispose();
              },
            };
          },
          migrateSettings: async (move) => moveSettings(code, move),
        },
        usage: () => undefined,
        async stop() {
          end();
        },
        async retire() {
          await new Promise<void>((resolve) => {
            emptied = resolve;
            if (served === 0) resolve();
          });
          end();
        },
      };
    },
  };
  const crash = (version: string) => exits.get(version)?.({ code: 'crashed', message: 'It was told to.' });
  return {
    ...host,
    crash,
    get starts() {
      return count.starts;
    },
    /** How many of a version run. */
    alive: (version: string) => count.alive.get(version) ?? 0,
  };
}

/** Answers a fetch with the version, the greeting and the secret that it was given. */
function shopCode(version: string, settings: SettingsSchema, behaviour: ShopBehaviour): Plugin {
  const [greeting, secret] = version === '1.0.0' ? ['greeting', 'token'] : ['salutation', 'apiKey'];
  return definePlugin({ id: shopId, settings })({
    capabilities: {
      channel: (context) => ({
        async fetch({ cursor = '' }) {
          await behaviour.fetched(version, cursor);
          const given = context.settings as Record<string, unknown>;
          const token = (given[secret ?? ''] as { reveal(): string }).reveal();
          return { messages: [], cursor: `${version} ${String(given[greeting ?? ''])} ${token}`, more: false };
        },
        testCredentials: async () => ({ account: { id: version }, mode: 'test' }),
      }),
    },
    migrations: {
      2: {
        up: ({ greeting: text, ...rest }) => ({ ...rest, salutation: text }),
        down: ({ salutation, ...rest }) => {
          behaviour.down?.();
          return { ...rest, greeting: salutation };
        },
        renamedSecrets: { token: 'apiKey' },
      },
    },
  });
}
