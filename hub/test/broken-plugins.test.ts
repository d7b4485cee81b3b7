import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, createApi, eventually } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { startInProcessHub } from './support/in-process-hub.ts';
import { entryOf, manifestOf, type PackageFiles, withSdk, writePackage } from './support/plugin-packages.ts';
import { addStripe, sendEvent, signature, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface PluginView {
  readonly id: string;
  readonly status: string;
  readonly source: string;
  readonly reason?: string;
}

let cleanup: AsyncDisposableStack;
let dataDir: string;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  dataDir = cleanup.use(await temporaryFolder()).path;
});
afterEach(() => cleanup.disposeAsync());

const listed = (api: Api) => api.all<PluginView>('/api/plugins');
const released = [
  'ai-openrouter',
  'channel-api',
  'channel-rss',
  'channel-scrape',
  'channel-telegram',
  'gateway-crypto',
  'gateway-paypal',
  'gateway-sandbox',
  'gateway-stripe',
];

test('plugins that cannot be used are listed, each with its reason, while the hub and its other plugins run', async () => {
  const plugins = join(dataDir, 'plugins');
  await withSdk(dataDir);
  const bare = '{"name":"@somebody/bare","version":"1.0.0","keywords":["fairlead-plugin"]}';
  const part = (id: string, other: object): PackageFiles => ({ manifest: { ...manifestOf(id), ...other } });
  const broken: Readonly<Record<string, readonly [reason: RegExp, files: PackageFiles]>> = {
    'channel-not-json': [/^package\.json: it is not JSON/, { packageJson: '{"name":' }],
    'channel-bare': [/has no member “fairlead”/, { packageJson: bare }],
    'channel-wrong': [/^\/fairlead\/egress must be array/, part('channel-wrong', { egress: 'everything' })],
    'channel-text': [/^\/fairlead must be object/, { manifest: 'text' }],
    'channel-too-new': [/for version \^99\.0\.0 of the SDK; this hub/, part('channel-too-new', { sdk: '^99.0.0' })],
    'channel-no-range': [/“newest” is not a range/, part('channel-no-range', { sdk: 'newest' })],
    'channel-no-settings': [/settings schema \S+ does not exist/, { settings: null }],
    'channel-open-settings': [/must be closed/, { settings: '{"type":"object"}' }],
    'channel-no-entry': [/entry \.\/index\.js does not exist/, { entry: null }],
    'channel-leads-out': [
      /^\/fairlead\/settings must match/,
      part('channel-leads-out', { settings: '../../master.key' }),
    ],
    'channel-unheard-of': [
      /No capability “mind-reading” is known/,
      part('channel-unheard-of', { capabilities: { 'mind-reading': { version: 1, operations: {} } } }),
    ],
    'channel-thief': [/“gateway-stripe” belongs to a plugin of the release/, part('gateway-stripe', {})],
  };
  for (const [id, [, files]] of Object.entries(broken)) await writePackage(plugins, id, files);
  await mkdir(join(plugins, 'empty'));
  await symlink('/nowhere/at/all', join(plugins, 'dangling'));
  await symlink(plugins, join(plugins, 'itself'));
  await writePackage(plugins, 'channel-sound');

  const hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  await api.signIn();
  const found = await eventually(
    () => listed(api),
    (plugins) => plugins.every(({ id, status }) => !released.includes(id) || status !== 'starting'),
  );
  for (const [folder, [reason]] of Object.entries(broken)) {
    const claimed = folder === 'channel-thief' ? 'gateway-stripe' : folder;
    const plugin = found.find(
      ({ id, source }) => source === 'folder' && (id === claimed || id.startsWith(`${claimed}~`)),
    );
    expect(plugin, `${folder} in ${found.map(({ id }) => id).join(', ')}`).toBeDefined();
    expect(plugin?.status, folder).toBe('incompatible');
    expect(plugin?.reason, folder).toMatch(reason);
    expect(JSON.stringify(plugin), folder).not.toContain(dataDir);
    const enabling = await api.call('POST', `/api/plugins/${encodeURIComponent(plugin?.id ?? '')}/enable`);
    expect(enabling.status, `${folder}: ${enabling.text}`).toBe(409);
  }
  expect(found.filter(({ id }) => released.includes(id)).map(({ status, source }) => [status, source])).toEqual(
    released.map(() => ['running', 'release']),
  );
  expect(found.find(({ id }) => id === 'channel-sound')).toMatchObject({ source: 'folder' });
  const { id } = await addStripe(api);
  expect((await sendEvent(hub.url, id, stripeEvent('evt_first'))).status).toBe(200);
  expect((await api.call('GET', '/readyz')).status).toBe(200);
});

test('a plugin whose import throws, and one whose import never ends, do not hold up the start; each is listed with its reason', async () => {
  const packages = join(dataDir, 'packages');
  await withSdk(dataDir);
  const extraPlugins = await Promise.all([
    writePackage(packages, 'channel-throws', {
      entry: entryOf('channel-throws', "throw new Error('No good at all.');"),
    }),
    writePackage(packages, 'channel-hangs', { entry: entryOf('channel-hangs', 'await new Promise(() => {});') }),
    writePackage(packages, 'channel-other', { entry: entryOf('channel-somebody-else') }),
    writePackage(packages, 'channel-garbage', { entry: 'this is not a module' }),
    writePackage(packages, 'channel-nothing', { entry: 'export default 7;' }),
    writePackage(packages, 'channel-works'),
  ]);
  const clock = new FakeClock();
  const log: string[] = [];
  const starting = startInProcessHub(join(dataDir, 'data'), { clock, extraPlugins, log });
  let started = false;
  void starting.finally(() => (started = true));
  // Loading code is real work: the clock stands still until each of these has failed, however long that takes.
  const failing = ['channel-throws', 'channel-garbage', 'channel-other', 'channel-nothing'];
  while (!failing.every((id) => log.some((line) => line.includes(`“${id}” is `)))) await clock.settle();
  // It waits a little for plugins, and not for the one that hangs.
  await clock.advance(1_000);
  while (!started) await clock.settle();
  const { hub } = await starting;
  cleanup.defer(() => hub.stop());
  const api = createApi(hub.url);
  await api.signIn();
  const stateOf = async (id: string) => (await listed(api)).find((plugin) => plugin.id === id);
  // Nor does the clock move while one of the sound ones is still being loaded: it would be over its time at once.
  for (const id of [...released, 'channel-works'])
    while ((await stateOf(id))?.status === 'starting') await clock.settle();
  expect((await stateOf('channel-works'))?.status).toBe('running');
  expect((await stateOf('channel-hangs'))?.status).toBe('starting');
  // Each is tried again now and then, and has no reason for the moment of a try.
  const reasonOf = async (id: string): Promise<string> => {
    for (;;) {
      const plugin = await stateOf(id);
      if (plugin?.reason !== undefined) return plugin.reason;
      expect(plugin?.status, id).toBe('starting');
      await clock.settle();
    }
  };
  expect(await reasonOf('channel-throws')).toContain('No good at all.');
  expect(await reasonOf('channel-garbage')).toMatch(/cannot be loaded/);
  expect(await reasonOf('channel-other')).toContain('channel-somebody-else');
  expect(await reasonOf('channel-nothing')).toMatch(/definePlugin|export/);
  // A second at a time: soon after it is given up it is tried again.
  let hangs = await stateOf('channel-hangs');
  while (hangs?.status === 'starting') {
    await clock.advance(1_000);
    hangs = await stateOf('channel-hangs');
  }
  expect(hangs?.reason).toMatch(/did not start within \d+ seconds/);
  // However long one waits: tried again, or given up, and never in the way of the others.
  for (let hour = 0; hour < 3; hour += 1) await clock.advance(3_600_000);
  await api.signIn();
  for (const id of ['channel-throws', 'channel-hangs', 'channel-other', 'channel-garbage', 'channel-nothing']) {
    expect(['quarantined', 'backoff', 'incompatible', 'starting'], id).toContain((await stateOf(id))?.status);
  }
  for (const id of [...released, 'channel-works']) expect((await stateOf(id))?.status, id).toBe('running');
  const { id } = await addStripe(api);
  const body = stripeEvent('evt_first', clock.now());
  expect((await sendEvent(hub.url, id, body, signature(body, undefined, clock.now()))).status).toBe(200);
});
