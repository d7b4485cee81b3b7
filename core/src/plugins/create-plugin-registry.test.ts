import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { channel, FairleadError, Secret } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIncidents, incidentsCollection } from '../incidents/index.ts';
import { pluginCollection } from './plugin-collection.ts';
import type { PluginRegistry } from './plugin-registry.ts';
import { workingCode } from './testing/plugin-files.ts';
import { failureOf, reached, type RegistryHarness, registryHarness } from './testing/registry-harness.ts';

let harness: RegistryHarness;
beforeEach(async () => {
  harness = await registryHarness();
});
afterEach(() => harness.dispose());

const id = 'channel-echo';
const bug = new FairleadError('output_invalid', { message: 'no cursor' });

async function started(code = workingCode(), options = {}): Promise<PluginRegistry> {
  const place = await harness.folder.write(join(harness.folder.release, 'echo'), { code });
  const registry = await harness.open([place], options);
  await registry.start();
  return registry;
}

const statuses = (registry: PluginRegistry) =>
  Object.fromEntries(registry.list().map((record) => [record.id.replace(/~.*/, '~'), record.state.status]));

describe('a hub with good and bad plugins', () => {
  test('runs the good ones and lists each bad one with its reason', async () => {
    const { folder } = harness;
    const write = (name: string, files = {}) =>
      folder.write(join(folder.release, name), {
        ...files,
        manifest: { id: `channel-${name}`, ...(files as { manifest?: object }).manifest },
      });
    const release = [
      await write('good', {}),
      await write('member', { manifest: { colour: 'red' } }),
      await write('sdk', { manifest: { sdk: '^9.0.0' } }),
      await write('settings', { settings: null }),
      await write('entry', { code: null }),
      await write('throws', { code: `throw new Error('at import in ${folder.release}/throws');` }),
      await write('hangs', { code: 'await new Promise(() => {});' }),
      await write('nothing', { code: 'export const plugin = 1;' }),
      await write('other', { code: workingCode('channel-another') }),
      await write('odd', { code: `export default { [Symbol.for('fairlead.plugin')]: true, id: 'channel-odd' };` }),
      join(folder.release, 'absent'),
    ];
    await folder.write(join(folder.plugins, 'thief'), { manifest: { id: 'channel-good' } });
    const registry = await harness.open(release);
    const starting = registry.start();
    const throwing = await reached(registry, 'channel-throws', 'backoff');
    await reached(registry, 'channel-good', 'running');
    expect(registry.find('channel-hangs')?.state.status).toBe('starting');
    await harness.clock.advance(1_000);
    await starting;
    await harness.clock.advance(9_000);

    // Time has moved on: by now the next start of “throws” is under way.
    const records = registry.list().map((record) => (record.id === throwing.id ? throwing : record));
    const reasons = Object.fromEntries(
      records.map(({ id: name, state }) => [
        name.replace(/~.*/, '~'),
        'reasons' in state ? state.reasons[0]?.code : 'reason' in state ? state.reason?.code : state.status,
      ]),
    );
    expect(reasons).toEqual({
      'channel-good': 'running',
      'channel-good~': 'id_reserved',
      'channel-member': 'manifest_invalid',
      'channel-sdk': 'sdk_mismatch',
      'channel-settings': 'settings_missing',
      'channel-entry': 'entry_missing',
      'channel-throws': 'import_failed',
      'channel-hangs': 'start_timeout',
      'channel-nothing': 'contract_broken',
      'channel-other': 'contract_broken',
      'channel-odd': 'contract_broken',
      'absent~': 'package_unreadable',
    });
    expect(JSON.stringify(records.map(({ state }) => state))).not.toContain(folder.path);
  });

  test('a plugin whose factory throws or misspells a member runs, and each call of it fails', async () => {
    const registry = await started(workingCode().replace('testCredentials: async', 'testCredential: async'));
    const spec = { connection: { id: 'c1', name: 'One' }, settings: {}, services: harness.services() };
    const failure = await failureOf(registry.running(id).serve(spec));
    expect(failure).toMatchObject({
      code: 'plugin_threw',
      message: expect.stringContaining('“testCredential” is not named'),
    });
  });
});

describe('a running plugin', () => {
  test('serves a connection with settings, opened secrets and context, and is disposed of', async () => {
    const registry = await started();
    const running = registry.running(id);
    expect(running).toMatchObject({ id, version: '1.0.0', manifest: { id }, settingsSchema: { type: 'object' } });
    const served = await running.serve({
      connection: { id: 'c1', name: 'One' },
      settings: { greeting: 'hello', token: new Secret('s3cret') },
      services: harness.services(),
    });
    const call = { signal: new AbortController().signal, timeoutMs: 1_000, attempt: 1 };
    expect(await served.call(channel.fetch, { limit: 1 }, call)).toEqual({
      messages: [],
      cursor: 'hello s3cret',
      more: false,
    });
    expect(await served.call(channel.testCredentials, {}, call)).toEqual({ account: { id: 'c1' }, mode: 'test' });
    await served.dispose();
    expect(harness.logged).toContain('disposed');
  });

  test('that is stopped disposes of its instances, and a hanging dispose is left behind', async () => {
    const hanging = workingCode().replace(`() => context.log.info('disposed')`, '() => new Promise(() => {})');
    const registry = await started(hanging);
    const running = registry.running(id);
    const spec = { connection: { id: 'c1', name: 'One' }, settings: {}, services: harness.services() };
    await running.serve(spec);
    const disabling = registry.disable(id, 'admin');
    await harness.clock.advance(0);
    for (let turn = 0; registry.find(id)?.state.status !== 'disabled' && turn < 100; turn++)
      await harness.clock.advance(1_000);
    expect((await disabling).state.status).toBe('disabled');
    expect(await failureOf(running.serve(spec))).toMatchObject({ code: 'plugin_not_running' });
  });
});

describe('enabling and disabling', () => {
  test('a plugin of the release runs from the first start on, and an admin’s “no” is remembered', async () => {
    const registry = await started();
    expect(statuses(registry)).toEqual({ [id]: 'running' });
    await registry.disable(id, 'admin');
    expect(await harness.events(id)).toEqual(['plugin.enabled', 'plugin.started', 'plugin.disabled']);
    const again = await harness.open([join(harness.folder.release, 'echo')]);
    await again.start();
    expect(statuses(again)).toEqual({ [id]: 'disabled' });
    expect((await again.enable(id, 'admin')).state).toMatchObject({ status: 'running', host: 'inline' });
    expect(await harness.storage.repository(pluginCollection).get(id)).toMatchObject({
      state: {
        enabled: true,
        enabledBy: 'admin',
        packageName: '@test/channel-echo',
        source: 'release',
        settingsVersion: 1,
      },
    });
  });

  test('one from elsewhere is only ever enabled by somebody, and then says that no host runs it', async () => {
    await harness.folder.write(join(harness.folder.nodeModules, 'echo'));
    const registry = await harness.open([]);
    await registry.start();
    expect(statuses(registry)).toEqual({ [id]: 'discovered' });
    const { state } = await registry.enable(id, 'admin');
    expect(state).toMatchObject({ status: 'enabled', reason: { code: 'host_missing', message: /process of its own/ } });
    expect(() => registry.running(id)).toThrow(/“channel-echo” is not running \(enabled\)\. .*process of its own/);
  });

  test('repeating either publishes nothing more', async () => {
    const registry = await started();
    await Promise.all([registry.enable(id, 'admin'), registry.enable(id, 'admin')]);
    await registry.disable(id, 'admin');
    await registry.disable(id, 'admin');
    expect(await harness.events(id)).toEqual(['plugin.enabled', 'plugin.started', 'plugin.disabled']);
  });

  test('an unknown id and an incompatible plugin are refused', async () => {
    const registry = await started('export default 1;');
    expect(await failureOf(registry.enable('channel-none', 'admin'))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(registry.disable('channel-none', 'admin'))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(registry.enable(id, 'admin'))).toMatchObject({
      code: 'plugin_unavailable',
      message: expect.stringContaining('was not made by definePlugin'),
    });
  });

  test('an id that was enabled for one package does not go to another', async () => {
    const registry = await started();
    await registry.disable(id, 'admin');
    await harness.folder.write(join(harness.folder.plugins, 'thief'), { packageJson: { name: 'thief' } });
    const without = await harness.open([]);
    await without.start();
    expect(without.find(id)).toMatchObject({
      packageName: 'thief',
      state: { status: 'incompatible', reasons: [{ code: 'source_changed' }] },
    });
    expect(await failureOf(without.enable(id, 'admin'))).toMatchObject({ code: 'plugin_unavailable' });
  });

  test('an enabled version that is gone waits for an admin’s word', async () => {
    const { folder } = harness;
    await folder.write(join(folder.plugins, 'echo/1.0.0'));
    const first = await harness.open([]);
    await first.start();
    await first.enable(id, 'admin');
    await rm(join(folder.plugins, 'echo/1.0.0'), { recursive: true });
    await folder.write(join(folder.plugins, 'echo/1.1.0'), { packageJson: { version: '1.1.0' } });
    const second = await harness.open([]);
    await second.start();
    expect(second.find(id)?.state).toMatchObject({ status: 'incompatible', reasons: [{ code: 'version_missing' }] });
    expect(await second.enable(id, 'admin')).toMatchObject({ version: '1.1.0', state: { status: 'enabled' } });
  });

  test('an enabled plugin of which nothing is left is still listed', async () => {
    await started();
    const without = await harness.open([]);
    await without.start();
    expect(without.find(id)?.state).toMatchObject({ status: 'incompatible', reasons: [{ code: 'package_missing' }] });
  });
});

describe('failures', () => {
  const counted = `
    globalThis.loads = (globalThis.loads ?? 0) + 1;
    if (globalThis.loads < 3) throw new Error('not yet');
    ${workingCode().replaceAll('import ', '\nimport ')}
  `;
  afterEach(() => Reflect.deleteProperty(globalThis, 'loads'));

  test('a failing start is tried again after growing waits, and may succeed', async () => {
    const registry = await started(counted);
    const first = registry.find(id)?.state;
    expect(first).toMatchObject({ status: 'backoff', attempt: 1, reason: { code: 'import_failed' } });
    expect(first?.status === 'backoff' && Date.parse(first.retryAt) - harness.clock.now()).toBe(1_000);
    const second = reached(registry, id, 'starting').then(() => reached(registry, id, 'backoff'));
    await harness.clock.advance(1_000);
    expect((await second).state).toMatchObject({ attempt: 2 });
    await harness.clock.advance(2_000);
    await reached(registry, id, 'running');
    expect(registry.running(id).id).toBe(id);
  });

  test('an admin need not wait for the next try', async () => {
    const registry = await started(counted);
    await registry.retry(id);
    expect((await registry.retry(id)).state.status).toBe('running');
  });

  test('five failures within the window end in quarantine, over restarts too, until somebody enables it', async () => {
    const registry = await started(`throw new Error('always');`);
    for (let attempt = 2; attempt <= 5; attempt++) await registry.retry(id);
    expect(registry.find(id)?.state).toMatchObject({ status: 'quarantined', reason: { code: 'import_failed' } });
    expect(await failureOf(registry.retry(id))).toMatchObject({ code: 'plugin_unavailable' });
    const again = await harness.open([join(harness.folder.release, 'echo')]);
    await again.start();
    expect(again.find(id)?.state).toMatchObject({ status: 'quarantined', reason: { message: /always/ } });
    await writeFile(join(harness.folder.release, 'echo/index.js'), workingCode());
    expect((await again.enable(id, 'admin')).state.status).toBe('running');
    await again.dispose();
    expect(await harness.events(id)).toEqual([
      'plugin.enabled',
      ...Array.from({ length: 5 }, () => 'plugin.failed'),
      'plugin.quarantined',
      'plugin.enabled',
      'plugin.started',
    ]);
  });

  test('broken contracts in calls count as well, and old ones are forgotten', async () => {
    const registry = await started();
    for (let count = 0; count < 4; count++) registry.reportBug(id, bug);
    await harness.clock.advance(600_001);
    for (let count = 0; count < 4; count++) registry.reportBug(id, bug);
    expect(registry.find(id)?.state.status).toBe('running');
    registry.reportBug(id, bug);
    expect(registry.find(id)?.state).toMatchObject({
      status: 'quarantined',
      reason: { code: 'plugin_bug', message: 'It broke its contract (output_invalid): no cursor' },
    });
    expect(await failureOf((async () => registry.running(id))())).toMatchObject({
      code: 'plugin_not_running',
      message: expect.stringContaining('(quarantined). It broke its contract'),
    });
  });

  test('a quarantine is put before a person until the plugin is enabled', async () => {
    const incidents = createIncidents({
      repository: harness.storage.repository(incidentsCollection),
      clock: harness.clock,
    });
    const registry = await started(workingCode(), { incidents });
    for (let count = 0; count < 5; count++) registry.reportBug(id, bug);
    await registry.enable(id, 'admin');
    const { items } = await incidents.list({ limit: 10 });
    expect(items).toMatchObject([
      { subject: { kind: 'plugin', id }, code: 'plugin_quarantined', severity: 'error', state: 'resolved' },
    ]);
  });

  test('a start that comes to an end after its deadline changes nothing', async () => {
    const late = `await new Promise((resolve) => { globalThis.finish = resolve; });\n${workingCode()}`;
    const place = await harness.folder.write(join(harness.folder.release, 'echo'), { code: late });
    const registry = await harness.open([place]);
    const starting = registry.start();
    await reached(registry, id, 'starting');
    await harness.clock.advance(10_000);
    await starting;
    expect(registry.find(id)?.state).toMatchObject({ status: 'backoff', reason: { code: 'start_timeout' } });
    (globalThis as unknown as { finish?: () => void }).finish?.();
    Reflect.deleteProperty(globalThis, 'finish');
    await harness.clock.advance(0);
    expect(registry.find(id)?.state.status).toBe('backoff');
  });

  test('disabling while it starts wins', async () => {
    const place = await harness.folder.write(join(harness.folder.release, 'echo'), {
      code: 'await new Promise(() => {});',
    });
    const registry = await harness.open([place]);
    const starting = registry.start();
    await reached(registry, id, 'starting');
    await registry.disable(id, 'admin');
    await harness.clock.advance(60_000);
    await starting;
    expect(registry.find(id)?.state.status).toBe('disabled');
  });

  test('a manifest that was mended is read again on “retry”', async () => {
    const place = await harness.folder.write(join(harness.folder.release, 'echo'), { manifest: { sdk: '^9.0.0' } });
    const registry = await harness.open([place]);
    await registry.start();
    expect((await registry.retry(id)).state.status).toBe('incompatible');
    await harness.folder.write(place);
    expect((await registry.retry(id)).state.status).toBe('running');
  });

  test('a listener that throws is logged, and the others are told', async () => {
    const registry = await started();
    const told: string[] = [];
    registry.onChange(() => {
      throw new Error('listener');
    });
    const stop = registry.onChange(({ state }) => told.push(state.status));
    await registry.disable(id, 'admin');
    stop();
    await registry.enable(id, 'admin');
    expect(told).toEqual(['disabled']);
    expect(harness.logged).toContain('A listener of plugin changes threw.');
  });

  test('nothing starts any more once disposed of', async () => {
    const registry = await started(`throw new Error('always');`);
    await registry.dispose();
    await registry.dispose();
    await harness.clock.advance(60_000);
    expect(registry.find(id)?.state).toMatchObject({ status: 'backoff', attempt: 1 });
    expect(await failureOf(registry.enable(id, 'admin'))).toMatchObject({ code: 'unavailable' });
  });
});

test('settings are told for what is sound, whether or not it runs', async () => {
  await harness.folder.write(join(harness.folder.plugins, 'sound'), {
    manifest: { id: 'channel-sound', settingsVersion: 3 },
  });
  await mkdir(join(harness.folder.plugins, 'unsound'));
  const registry = await harness.open([]);
  await registry.start();
  expect(registry.get('channel-sound')).toMatchObject({ settingsVersion: 3, capabilities: ['channel'] });
  expect(registry.get('channel-none')).toBeUndefined();
  expect(registry.pluginsWith('channel')).toEqual(['channel-sound']);
  expect(registry.pluginsWith('payment-gateway')).toEqual([]);
});
