import { join } from 'node:path';
import { builtInCapabilities, type Logger } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { eventCheck } from '../../events/index.ts';
import { incidentsCollection } from '../../incidents/index.ts';
import { createStorage, type Storage } from '../../storage/index.ts';
import { createPluginRegistry, type PluginRegistryOptions } from '../create-plugin-registry.ts';
import { createPluginDiscovery } from '../discovery/discover-plugins.ts';
import { createInlineHost } from '../host/inline-host.ts';
import type { ConnectionServices } from '../host/plugin-host.ts';
import { createSecretHandles } from '../host/secret-handles.ts';
import { pluginCollection } from '../plugin-collection.ts';
import type { PluginRecord, PluginState } from '../plugin-record.ts';
import type { PluginRegistry } from '../plugin-registry.ts';
import { type PluginFolder, pluginFolder } from './plugin-files.ts';

/** A registry on a real database and real packages; only time is made up. */
export interface RegistryHarness {
  readonly folder: PluginFolder;
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly logged: string[];
  /** A registry as after a start of the hub; not started yet. The one before is disposed of. */
  open(release: readonly string[], options?: Partial<PluginRegistryOptions>): Promise<PluginRegistry>;
  /** Types of all events that wait for the relay, in order, per plugin. */
  events(id: string): Promise<readonly string[]>;
  services(part?: Partial<ConnectionServices>): ConnectionServices;
  dispose(): Promise<void>;
}

export async function registryHarness(): Promise<RegistryHarness> {
  const folder = await pluginFolder();
  const clock = new FakeClock();
  const path = join(folder.path, 'hub.db');
  const storage = await createStorage({
    path,
    collections: [pluginCollection, incidentsCollection],
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  const logged: string[] = [];
  const write = (message: string) => void logged.push(message);
  const log: Logger = { debug: write, info: write, warn: write, error: write };
  let current: PluginRegistry | undefined;
  const inline = createInlineHost({ clock, capabilities: builtInCapabilities, handles: createSecretHandles() });
  return {
    folder,
    clock,
    storage,
    logged,
    async open(release, options = {}) {
      await current?.dispose();
      const discovery = createPluginDiscovery({
        places: { release, nodeModules: [folder.nodeModules], folders: [folder.plugins] },
        sdkVersion: '0.1.0',
        capabilities: builtInCapabilities,
        conditions: new Set(),
      });
      const repository = storage.repository(pluginCollection);
      const random = () => 1;
      current = createPluginRegistry({ discovery, hosts: [inline], repository, clock, log, random, ...options });
      return current;
    },
    async events(id) {
      const stored = await storage.repository(pluginCollection).get(id);
      return stored?.pending.map(({ type }) => type) ?? [];
    },
    services: (part) => ({
      log,
      state: { get: async () => undefined, put: async () => undefined, delete: async () => undefined },
      secrets: { get: async () => undefined, put: async () => undefined, delete: async () => undefined },
      clock,
      signal: new AbortController().signal,
      webhookUrl: 'http://127.0.0.1/hooks/c1',
      allowedPrivateHosts: [],
      invoke: async () => undefined,
      ...part,
    }),
    async dispose() {
      await current?.dispose();
      await storage.dispose();
      await folder.dispose();
    },
  };
}

/** Resolves once a plugin is in one of the states; at once when it is. */
export function reached(
  registry: PluginRegistry,
  id: string,
  ...statuses: readonly PluginState['status'][]
): Promise<PluginRecord> {
  const matches = (record: PluginRecord | undefined) =>
    record?.id === id && statuses.includes(record.state.status) ? record : undefined;
  return new Promise((resolve) => {
    const now = matches(registry.find(id));
    if (now !== undefined) return resolve(now);
    const stop = registry.onChange((record) => {
      if (matches(record) === undefined) return;
      stop();
      resolve(record);
    });
  });
}

/** Code and message of the error that a call ends with. @throws Error when it succeeds */
export async function failureOf(call: Promise<unknown>): Promise<{ readonly code: unknown; readonly message: string }> {
  try {
    await call;
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    return { code, message };
  }
  throw new Error('An error was expected.');
}
