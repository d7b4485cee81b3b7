import { pathToFileURL } from 'node:url';
import {
  type Capability,
  type Clock,
  FairleadError,
  isFairleadError,
  type Plugin,
  type PluginContext,
  type SecretHandles,
} from '@fairlead/sdk';
import { checkPlugin, createHttpClient, moveSettings, type ServedConnection, servePlugin } from '@fairlead/sdk/host';
import { fault, PluginStartError } from '../plugin-fault.ts';
import type { HostedPlugin, PluginHost, RunningPlugin, ServeSpec, StartablePackage } from './plugin-host.ts';
import { withDeadline } from './with-deadline.ts';

export interface InlineHostOptions {
  readonly clock: Clock;
  readonly capabilities: readonly Capability[];
  /** The guard's own table, so that a secret in an input is the same on both sides. */
  readonly handles: SecretHandles;
  /** Milliseconds that a plugin's `dispose` may take when it stops. Default 5,000. */
  readonly stopTimeoutMs?: number;
}

/**
 * Runs plugins inside the hub, and only those of the release's own list: code that runs here can do what the hub can.
 * A plugin that never gives back the thread cannot be stopped by this host.
 */
export function createInlineHost(options: InlineHostOptions): PluginHost {
  const loads = new Map<string, number>();
  return {
    kind: 'inline',
    accepts: ({ source }) => source === 'release',
    async start(plugin, { signal }) {
      const load = loads.get(plugin.entry) ?? 0;
      loads.set(plugin.entry, load + 1);
      const loaded = await importEntry(plugin, load);
      signal.throwIfAborted();
      const faults = checkLoaded(loaded, plugin, options.capabilities);
      if (faults.length > 0) {
        throw new PluginStartError(
          faults.map((message) => fault('contract_broken', message)),
          { permanent: true },
        );
      }
      return host(plugin, loaded as Plugin, options);
    },
  };
}

/** Node keeps the outcome of a failed import for each address, so a second try needs another one. */
async function importEntry({ entry, location }: StartablePackage, load: number): Promise<unknown> {
  const { href } = pathToFileURL(entry);
  try {
    const module = (await import(load === 0 ? href : `${href}?load=${load}`)) as { readonly default?: unknown };
    return module.default;
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const message = `Its code cannot be loaded: ${text.replaceAll(location, '.')}`;
    throw new PluginStartError([fault('import_failed', message)], { permanent: false, cause: error });
  }
}

function checkLoaded(
  loaded: unknown,
  { manifest }: StartablePackage,
  capabilities: readonly Capability[],
): readonly string[] {
  try {
    return checkPlugin(loaded, manifest, capabilities);
  } catch (error) {
    return [`The default export is not a plugin: ${String(error)}`];
  }
}

function host(plugin: StartablePackage, code: Plugin, options: InlineHostOptions): HostedPlugin {
  const served = new Set<ServedConnection>();
  let stopped = false;
  let emptied: (() => void) | undefined;
  const running: RunningPlugin = {
    id: plugin.id,
    version: plugin.version,
    manifest: plugin.manifest,
    settingsSchema: plugin.settingsSchema,
    async serve(spec) {
      if (stopped) throw new FairleadError('plugin_not_running');
      const connection = serveInline(plugin, code, spec, options.handles);
      served.add(connection);
      return {
        ...connection,
        async dispose() {
          served.delete(connection);
          if (served.size === 0) emptied?.();
          await connection.dispose();
        },
      };
    },
    migrateSettings: async (move) => moveSettings(code, move),
  };
  const stop = async () => {
    stopped = true;
    const all = [...served];
    served.clear();
    const disposed = Promise.allSettled(all.map((connection) => connection.dispose()));
    // A plugin that hangs here is left behind: its instances are unreachable from now on.
    await withDeadline(options.clock, options.stopTimeoutMs ?? 5_000, disposed);
  };
  return {
    running,
    usage: () => undefined,
    stop,
    async retire(withinMs) {
      const empty = new Promise<void>((resolve) => {
        emptied = resolve;
        if (served.size === 0) resolve();
      });
      await withDeadline(options.clock, withinMs, empty);
      await stop();
    },
  };
}

function serveInline(
  { manifest }: StartablePackage,
  plugin: Plugin,
  { connection, settings, services }: ServeSpec,
  handles: SecretHandles,
): ServedConnection {
  const { log, state, secrets, clock, signal, webhookUrl, allowedPrivateHosts } = services;
  const http = createHttpClient({ clock, egress: manifest.egress, settings, allowedPrivateHosts });
  const context: PluginContext = Object.freeze({
    connection,
    settings,
    log,
    http: { fetch: http.fetch.bind(http), stream: http.stream.bind(http) },
    state,
    secrets,
    clock,
    signal,
    webhookUrl,
    invoke: services.invoke.bind(services) as PluginContext['invoke'],
  });
  try {
    const served = servePlugin({ plugin, manifest, context, handles });
    return { ...served, dispose: async () => void (await Promise.allSettled([served.dispose(), http.dispose()])) };
  } catch (error) {
    void http.dispose();
    if (isFairleadError(error)) throw error;
    throw new FairleadError('plugin_threw', { message: String(error).slice(0, 500), cause: error });
  }
}
