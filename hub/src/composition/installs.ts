import { join } from 'node:path';
import {
  type Connections,
  conditionsOf,
  createPackageInspector,
  createPluginInstaller,
  createPluginKeys,
  installationsCollection,
  installedPackagesCollection,
  neededFor,
  type PluginInstaller,
  type PluginKeys,
  type PluginRegistry,
  pluginKeysCollection,
  readSdkVersion,
} from '@fairlead/core';
import { builtInCapabilities } from '@fairlead/sdk';
import { readNpmSettings } from '../config/npm-settings.ts';
import type { Foundation } from './foundation.ts';

/** What brings plugins into the hub. */
export interface Installs {
  readonly installer: PluginInstaller;
  readonly pluginKeys: PluginKeys;
}

/** Nothing is installed yet. */
export function composeInstalls(
  { settings, storage, clock, logger: log }: Foundation,
  { plugins, connections }: { readonly plugins: PluginRegistry; readonly connections: Connections },
  cleanup: AsyncDisposableStack,
): Installs {
  const pluginKeys = createPluginKeys({ repository: storage.repository(pluginKeysCollection), clock });
  const installer = createPluginInstaller({
    folder: join(settings.dataDir, 'plugins'),
    packages: storage.repository(installedPackagesCollection),
    installations: storage.repository(installationsCollection),
    keys: pluginKeys,
    signatures: settings.pluginSignatures,
    registry: () =>
      readNpmSettings({ folder: settings.workFolder, environment: process.env, registry: settings.registry }),
    environment: environmentOfRegistry(process.env),
    inspect: createPackageInspector({
      sdkVersion: readSdkVersion(),
      capabilities: builtInCapabilities,
      conditions: conditionsOf(process.execArgv),
    }),
    plugins,
    uses: {
      connections: async (plugin) => {
        const { items } = await connections.list({ plugin, limit: 100 });
        return items.map(({ name }) => name);
      },
      version: (plugin, version) => neededFor(plugins.find(plugin), version),
    },
    clock,
    log,
  });
  cleanup.defer(() => installer.dispose());
  return { installer, pluginKeys };
}

/** What the process that speaks with registries may know: certificates of the machine, and where temporary files go. */
function environmentOfRegistry(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
  return Object.fromEntries(
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}
