import { join } from 'node:path';
import {
  type Connections,
  conditionsOf,
  connectionsCollection,
  type Credentials,
  createConnections,
  createInlineHost,
  createPluginDiscovery,
  createPluginKeys,
  createPluginRegistry,
  createPluginStore,
  createProcessHost,
  createSecretHandles,
  installedPackagesCollection,
  meteredHost,
  type PluginRegistry,
  type PluginStore,
  pluginCollection,
  pluginKeysCollection,
  pluginStateCollection,
  readSdkVersion,
  requireSignatures,
  type SettingsMoves,
  type UnsavedConnections,
} from '@fairlead/core';
import { builtInCapabilities, type SecretHandles } from '@fairlead/sdk';
import { releasePluginFolders } from '../release.ts';
import type { Foundation } from './foundation.ts';
import { composePluginUse, journalStates, type PluginUse } from './plugin-usage.ts';
import { composeInstalls, type Installs } from './installs.ts';
import { tellRefusedAttempts } from './refused-attempts.ts';

/** Plugins, what brings them here, and the connections made of them. */
export interface Installed extends Installs, PluginUse {
  readonly plugins: PluginRegistry;
  readonly pluginStore: PluginStore;
  readonly connections: Connections;
  /** For the guard alone. */
  readonly credentials: Credentials;
  /** For the guard alone. */
  readonly unsaved: UnsavedConnections;
  /** For upgrades alone. */
  readonly moves: SettingsMoves;
  readonly handles: SecretHandles;
}

export interface InstalledOptions {
  /** Folders of plugins that may run inline besides those of the release. */
  readonly extraPlugins: readonly string[];
}

/** Nothing is searched for and nothing runs yet. */
export function composePlugins(
  foundation: Foundation,
  options: InstalledOptions,
  cleanup: AsyncDisposableStack,
): Installed {
  const { storage, keys, clock, access } = foundation;
  const handles = createSecretHandles();
  const use = composePluginUse(foundation, cleanup);
  const plugins = createRegistry(foundation, options, {
    handles,
    use,
    // Of connections, which are made below and know plugins themselves.
    forgetSecrets: (id) => forgetSecrets(id),
    settingsMoves: () => moves,
  });
  journalStates(plugins, use.journal);
  cleanup.defer(() => plugins.dispose());
  const pluginStore = createPluginStore({
    repository: storage.repository(pluginStateCollection),
    vault: keys.vault.for('plugin-secret'),
    clock,
    audit: ({ connectionId, action, name }) => access.audit.append(pluginAudit(connectionId, action, name)),
  });
  const { connections, credentials, unsaved, moves, forgetSecrets, holder } = createConnections({
    repository: storage.repository(connectionsCollection),
    vault: keys.vault.for('connection'),
    catalog: plugins,
    clock,
    clearPluginState: (id) => pluginStore.clear(id),
  });
  keys.rotation.registerHolder(holder);
  keys.rotation.registerHolder(pluginStore.holder);
  const installs = composeInstalls(foundation, { plugins, connections }, cleanup);
  return { plugins, pluginStore, connections, credentials, unsaved, moves, handles, ...use, ...installs };
}

interface RegistryParts {
  readonly handles: SecretHandles;
  readonly use: PluginUse;
  readonly forgetSecrets: (pluginId: string) => Promise<void>;
  readonly settingsMoves: () => SettingsMoves;
}

function createRegistry(
  { settings, storage, clock, logger, redactor, incidents }: Foundation,
  { extraPlugins }: InstalledOptions,
  { handles, use: { meter, journal }, forgetSecrets, settingsMoves }: RegistryParts,
): PluginRegistry {
  const discovery = createPluginDiscovery({
    places: {
      release: [...releasePluginFolders(), ...extraPlugins],
      nodeModules: [join(settings.workFolder, 'node_modules')],
      folders: [join(settings.dataDir, 'plugins'), ...settings.pluginDirs],
    },
    sdkVersion: readSdkVersion(),
    capabilities: builtInCapabilities,
    conditions: conditionsOf(process.execArgv),
  });
  const signed = () =>
    requireSignatures(discovery, {
      folder: join(settings.dataDir, 'plugins'),
      packages: storage.repository(installedPackagesCollection),
      keys: createPluginKeys({ repository: storage.repository(pluginKeysCollection), clock }),
    });
  return createPluginRegistry({
    discovery: settings.pluginSignatures === 'required' ? signed() : discovery,
    hosts: [
      createInlineHost({ clock, capabilities: builtInCapabilities, handles }),
      createProcessHost({
        clock,
        capabilities: builtInCapabilities,
        handles,
        ownFolder: (id) => join(settings.dataDir, 'plugin-files', id),
        launch: {
          conditions: conditionsOf(process.execArgv),
          protectedPaths: [settings.dataDir, settings.masterKeyFile, ...databaseFiles(settings)],
          environment: process.env,
        },
        redact: redactor.text,
        log: logger,
        printed: ({ id, version }, { stream, text }) =>
          journal.write({
            plugin: id,
            version,
            level: stream === 'stderr' ? 'warn' : 'info',
            source: stream,
            message: text,
          }),
        refused: tellRefusedAttempts({ clock, log: logger, meter, journal }),
      }),
    ].map((host) => meteredHost(host, meter)),
    repository: storage.repository(pluginCollection),
    clock,
    log: logger,
    incidents,
    forgetSecrets,
    settingsMoves,
  });
}

/** Wherever an operator has put it. https://www.sqlite.org/tempfiles.html */
function databaseFiles({ databaseFile }: Foundation['settings']): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((suffix) => `${databaseFile}${suffix}`);
}

/** A plugin has no address and makes no request; what it did is told like any other act. */
function pluginAudit(connectionId: string, action: string, name: string) {
  return {
    actorKind: 'plugin',
    actorId: connectionId,
    actorName: '',
    action,
    target: connectionId,
    outcome: 'ok',
    problem: null,
    ip: '',
    requestId: '',
    details: { secret: name },
  } as const;
}
