import { join } from 'node:path';
import { builtInCapabilities, type Logger } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { eventCheck } from '../../../events/index.ts';
import { incidentsCollection } from '../../../incidents/index.ts';
import { createStorage, type Storage } from '../../../storage/index.ts';
import { createPluginRegistry } from '../../create-plugin-registry.ts';
import { createManifestChecker } from '../../discovery/check-manifest.ts';
import { createPluginDiscovery } from '../../discovery/discover-plugins.ts';
import { inspectPackage } from '../../discovery/inspect-package.ts';
import { createInlineHost } from '../../host/inline-host.ts';
import { createSecretHandles } from '../../host/secret-handles.ts';
import { pluginCollection } from '../../plugin-collection.ts';
import type { PluginRegistry } from '../../plugin-registry.ts';
import { type PluginFolder, pluginFolder } from '../../testing/plugin-files.ts';
import { createPluginInstaller, type PluginInstallerOptions } from '../create-plugin-installer.ts';
import { type Installation, installationsCollection } from '../installation.ts';
import { installedPackagesCollection } from '../installed-package.ts';
import type { InstallRequest, PluginInstaller } from '../plugin-installer.ts';
import { createPluginKeys, type PluginKeys, pluginKeysCollection } from '../plugin-keys.ts';
import { type LocalRegistry, localRegistry } from './local-registry.ts';

/** An installer and a plugin registry on a real database, real files and a package registry over HTTP. */
export interface InstallerHarness extends AsyncDisposable {
  readonly folder: PluginFolder;
  readonly packages: LocalRegistry;
  readonly plugins: PluginRegistry;
  readonly keys: PluginKeys;
  readonly logged: readonly string[];
  /** Names of the connections that a plugin is said to have. */
  readonly connections: string[];
  readonly storage: Storage;
  /** As after a start of the hub. */
  open(options?: Partial<PluginInstallerOptions>): PluginInstaller;
  /** Installs, and waits for the end. */
  run(installer: PluginInstaller, request: InstallRequest | string): Promise<Installation>;
}

export async function installerHarness(): Promise<InstallerHarness> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await pluginFolder();
  cleanup.defer(() => folder.dispose());
  const packages = cleanup.use(await localRegistry());
  const clock = new FakeClock();
  const storage = await createStorage({
    path: join(folder.path, 'hub.db'),
    collections: [
      pluginCollection,
      incidentsCollection,
      installationsCollection,
      installedPackagesCollection,
      pluginKeysCollection,
    ],
    clock,
    checkEvent: eventCheck(),
  });
  cleanup.defer(() => storage.dispose());
  await storage.migrate();
  const logged: string[] = [];
  const write = (message: string, fields?: unknown) => void logged.push(`${message} ${String(fields)}`);
  const log: Logger = { debug: write, info: write, warn: write, error: write };
  const keys = createPluginKeys({ repository: storage.repository(pluginKeysCollection), clock });
  const connections: string[] = [];
  const plugins = await startedRegistry({ folder, storage, clock, log });
  cleanup.defer(() => plugins.dispose());
  const checker = createManifestChecker({ sdkVersion: '0.1.0', capabilities: builtInCapabilities });
  const kept = cleanup.move();
  return {
    folder,
    packages,
    plugins,
    keys,
    logged,
    connections,
    storage,
    open(options = {}) {
      const installer = createPluginInstaller({
        folder: folder.plugins,
        packages: storage.repository(installedPackagesCollection),
        installations: storage.repository(installationsCollection),
        keys,
        signatures: 'optional',
        registry: async () => ({ registry: packages.url, fetchRetries: 0 }),
        inspect: (location) => inspectPackage({ source: 'folder', location }, { checker, conditions: new Set() }),
        plugins,
        uses: { connections: async () => connections },
        clock,
        log,
        ...options,
      });
      kept.defer(() => installer.dispose());
      return installer;
    },
    async run(installer, request) {
      const { id } = await installer.install(typeof request === 'string' ? { spec: request } : request, 'admin');
      return installer.ended(id);
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function startedRegistry(parts: {
  readonly folder: PluginFolder;
  readonly storage: Storage;
  readonly clock: FakeClock;
  readonly log: Logger;
}): Promise<PluginRegistry> {
  const { folder, storage, clock, log } = parts;
  const plugins = createPluginRegistry({
    discovery: createPluginDiscovery({
      places: { release: [folder.release], nodeModules: [folder.nodeModules], folders: [folder.plugins] },
      sdkVersion: '0.1.0',
      capabilities: builtInCapabilities,
      conditions: new Set(),
    }),
    hosts: [createInlineHost({ clock, capabilities: builtInCapabilities, handles: createSecretHandles() })],
    repository: storage.repository(pluginCollection),
    clock,
    log,
  });
  await plugins.start();
  return plugins;
}
