import { join } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, createApi, eventually } from '../support/api.ts';
import { startInProcessHub } from '../support/in-process-hub.ts';
import { withSdk } from '../support/plugin-packages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type CountingVendor, countingVendor } from './counting-vendor.ts';
import type { SettledConnection } from './shop.ts';
import { pluginId, type VersionFiles, writePackage } from './versioned-plugin.ts';

let cleanup: AsyncDisposableStack;
let folder: string;
let vendor: CountingVendor;
let running: AsyncDisposableStack;
let api: Api;
let releases: number;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  folder = cleanup.use(await temporaryFolder()).path;
  vendor = cleanup.use(await countingVendor());
  running = new AsyncDisposableStack();
  cleanup.defer(() => running.disposeAsync());
  releases = 0;
  await withSdk(folder);
});
afterEach(() => cleanup.disposeAsync());

/** A start of the hub with another release, whose own plugin is so. */
async function release(files: VersionFiles): Promise<void> {
  await running.disposeAsync();
  running = new AsyncDisposableStack();
  releases += 1;
  const place = await writePackage(join(folder, 'releases', String(releases), pluginId), {
    ...files,
    manifest: { host: { prefers: 'inline' } },
  });
  const { hub } = await startInProcessHub(join(folder, 'data'), { clock: systemClock, extraPlugins: [place] });
  running.defer(() => hub.stop());
  api = createApi(hub.localUrl);
  await api.signIn();
}

async function connect(): Promise<string> {
  const settings = { vendor: vendor.url, greeting: 'hello' };
  const body = {
    plugin: pluginId,
    name: 'One',
    settings,
    secrets: { token: 'four' },
    allowedPrivateHosts: ['127.0.0.1'],
  };
  return (await api.ok<SettledConnection>('POST', '/api/connections', { body })).id;
}
const connection = (id: string) => api.ok<SettledConnection>('GET', `/api/connections/${id}`);
const plugin = () => api.ok<{ status: string; version: string; reason?: string }>('GET', `/api/plugins/${pluginId}`);
const incidents = async () => {
  const all = await api.all<{ code: string; detail: string; state: string; action?: { kind: string } }>(
    '/api/incidents',
  );
  return all.filter(({ code }) => code === 'plugin_settings_outdated');
};
async function fetchOnce(id: string): Promise<string> {
  const body = { input: { cursor: 'any', limit: 1 } };
  const answer = await api.ok<{ output: { cursor: string } }>('POST', `/api/connections/${id}/operations/fetch`, {
    body,
  });
  return answer.output.cursor;
}

test('a release of the hub whose plugin has new settings takes those of its connections along at the start', async () => {
  await release({ version: '1.0.0' });
  const id = await connect();
  expect(await fetchOnce(id)).toBe('1.0.0 hello 4');

  await release({ version: '2.0.0', settingsVersion: 2 });
  expect(await connection(id)).toMatchObject({ settings: { salutation: 'hello!' }, settingsVersion: 2 });
  expect(await fetchOnce(id)).toBe('2.0.0 hello! 4');
  expect(await incidents()).toEqual([]);

  // And no second time.
  await release({ version: '2.0.1', settingsVersion: 2 });
  expect(await fetchOnce(id)).toBe('2.0.1 hello! 4');
});

test('settings that cannot be taken along stay as they are; the plugin does not run, and an incident says why', async () => {
  await release({ version: '1.0.0' });
  const id = await connect();
  const { webhookUrl: _port, ...before } = await connection(id);

  await release({ version: '2.0.0', settingsVersion: 2, up: "throw new Error('no way');" });
  const refused = await eventually(plugin, ({ status }) => status === 'incompatible');
  expect(refused.reason).toContain('no way');
  const [open, ...others] = await incidents();
  expect(others).toEqual([]);
  expect(open).toMatchObject({ state: 'open', action: { kind: 'plugin.enable' } });
  expect(open?.detail).toMatch(
    /^Version 2\.0\.0 needs settings of version 2, and its connections have 1.*“One”.*no way/,
  );
  expect(await connection(id)).toMatchObject(before);
  // Once more, as the incident offers: the same code, the same answer.
  await api.ok('POST', `/api/plugins/${pluginId}/enable`, { body: {} });
  await eventually(plugin, ({ status }) => status === 'incompatible');

  await release({ version: '2.0.1', settingsVersion: 2 });
  expect(await fetchOnce(id)).toBe('2.0.1 hello! 4');
  expect((await incidents()).filter(({ state }) => state !== 'resolved')).toEqual([]);
});

test('a release before the one that took settings along does not touch them, and says so', async () => {
  await release({ version: '2.0.0', settingsVersion: 2 });
  const settings = { vendor: vendor.url, salutation: 'hello!' };
  const body = {
    plugin: pluginId,
    name: 'One',
    settings,
    secrets: { apiKey: 'four' },
    allowedPrivateHosts: ['127.0.0.1'],
  };
  const { id } = await api.ok<SettledConnection>('POST', '/api/connections', { body });
  const { webhookUrl: _port, ...before } = await connection(id);
  await release({ version: '1.9.0', settingsVersion: 1, withoutMigrations: true });
  expect((await eventually(plugin, ({ status }) => status === 'incompatible')).reason).toContain(
    'does not know the way back',
  );
  expect(await connection(id)).toMatchObject(before);
  await release({ version: '2.0.0', settingsVersion: 2 });
  expect(await fetchOnce(id)).toBe('2.0.0 hello! 4');
  expect((await incidents()).filter(({ state }) => state !== 'resolved')).toEqual([]);
});
