import { join } from 'node:path';
import { builtInCapabilities, channel, type Logger, Secret, systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPluginDiscovery } from '../../discovery/discover-plugins.ts';
import { type PluginFolder, pluginFolder } from '../../testing/plugin-files.ts';
import type { ConnectionServices, StartablePackage } from '../plugin-host.ts';
import { createSecretHandles } from '../secret-handles.ts';
import { createProcessHost } from './process-host.ts';

let folder: PluginFolder;
beforeEach(async () => {
  folder = await pluginFolder();
});
afterEach(() => folder.dispose());

const logged: string[] = [];
const write = (message: string) => void logged.push(message);
const log: Logger = { debug: write, info: write, warn: write, error: write };

const services: ConnectionServices = {
  log,
  state: { get: async () => undefined, put: async () => undefined, delete: async () => undefined },
  secrets: { get: async () => undefined, put: async () => undefined, delete: async () => undefined },
  clock: systemClock,
  signal: new AbortController().signal,
  webhookUrl: 'http://127.0.0.1/hooks/c1',
  allowedPrivateHosts: [],
  invoke: async () => undefined,
};

async function discovered(): Promise<StartablePackage> {
  await folder.write(join(folder.plugins, 'channel-echo'));
  const discovery = createPluginDiscovery({
    places: { release: [], nodeModules: [], folders: [folder.plugins] },
    sdkVersion: '0.1.0',
    capabilities: builtInCapabilities,
    conditions: new Set(),
  });
  const [found] = await discovery.discover();
  return { ...found, id: 'channel-echo' } as unknown as StartablePackage;
}

describe('the process host', () => {
  it('calls a plugin in a process of its own', async () => {
    const host = createProcessHost({
      clock: systemClock,
      capabilities: builtInCapabilities,
      handles: createSecretHandles(),
      ownFolder: (id) => join(folder.path, 'own', id),
      launch: { conditions: ['@fairlead/source'], protectedPaths: [], environment: process.env },
      redact: (text) => text,
      log,
      printed: (_plugin, line) => console.log(line),
    });
    const hosted = await host.start(await discovered(), {
      signal: new AbortController().signal,
      onExit: (fault) => console.log('exit', fault),
      permissions: {},
    });
    const served = await hosted.running.serve({
      connection: { id: 'c1', name: 'One' },
      settings: { greeting: 'hello', token: new Secret('tok-1') },
      services,
    });
    const call = { signal: new AbortController().signal, timeoutMs: 1_000, attempt: 1 };
    expect(await served.call(channel.fetch, { limit: 1 }, call)).toEqual({
      messages: [],
      cursor: 'hello tok-1',
      more: false,
    });
    await served.dispose();
    await hosted.stop();
    expect(logged).toContain('disposed');
  });
});
