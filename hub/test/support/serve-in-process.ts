import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProcessHost, type HostedPlugin, type StartablePackage } from '@fairlead/core';
import { builtInCapabilities, systemClock } from '@fairlead/sdk';
import { type ConnectionRequest, FakeClock, type ServeConnection } from '@fairlead/sdk/testing';

export interface ProcessServing extends AsyncDisposable {
  readonly serve: ServeConnection;
  /** Ids of the plugins that run, each with the id of its process. */
  running(): Promise<ReadonlyMap<string, number>>;
}

const plugins = fileURLToPath(new URL('../../../plugins', import.meta.url));

/** Has plugins of the release serve connections in a process of their own, as the hub runs those of others. */
export function serveInProcess(ownFolder: string): ProcessServing {
  const running = new Map<string, Promise<HostedPlugin>>();
  const noSecrets = () => {
    throw new TypeError('No operation of these capabilities carries a secret.');
  };
  const silent = () => undefined;
  const host = createProcessHost({
    clock: systemClock,
    capabilities: builtInCapabilities,
    handles: { toHandle: noSecrets, fromHandle: noSecrets },
    ownFolder: (id) => join(ownFolder, id),
    launch: { conditions: ['@fairlead/source'], protectedPaths: [], environment: {} },
    redact: (text) => text,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const start = ({ manifest, plugin }: ConnectionRequest): Promise<HostedPlugin> => {
    const key = JSON.stringify(manifest);
    const known = running.get(key);
    if (known !== undefined) return known;
    const started = packageOf(manifest, plugin.settings).then((found) =>
      host.start(found, { signal: new AbortController().signal, onExit: () => running.delete(key), permissions: {} }),
    );
    running.set(key, started);
    return started;
  };
  return {
    async serve(request) {
      const { context, allowedPrivateHosts } = request;
      const { connection, settings, clock, ...services } = context;
      const hosted = await start(request);
      const roundTrip = async () => {
        await hosted.running.migrateSettings({ settings: {}, from: 1, to: 1 });
      };
      const leave = clock instanceof FakeClock ? clock.settleWith(roundTrip) : silent;
      const served = await hosted.running.serve({
        connection,
        settings,
        services: { ...services, clock, allowedPrivateHosts },
      });
      return {
        call: served.call.bind(served),
        open: served.open.bind(served),
        async dispose() {
          leave();
          await served.dispose();
        },
      };
    },
    async running() {
      const all = await Promise.all(running.values());
      return new Map(all.map((hosted) => [hosted.running.id, hosted.usage()?.pid ?? 0]));
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...running.values()].map(async (hosted) => (await hosted).stop()));
    },
  };
}

async function packageOf(manifest: ConnectionRequest['manifest'], settingsSchema: object): Promise<StartablePackage> {
  const location = join(plugins, manifest.id);
  const { name, version } = JSON.parse(await readFile(join(location, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const entry = join(location, 'src/index.ts');
  const found = { source: 'release', packageName: name, version, otherVersions: [], faults: [] };
  return { ...found, id: manifest.id, location, entry, manifest, settingsSchema } as unknown as StartablePackage;
}
