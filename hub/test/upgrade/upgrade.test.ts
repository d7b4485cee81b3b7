import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../support/api.ts';
import { openShop, problemOf, running, type Shop, token } from './shop.ts';
import { pluginId } from './versioned-plugin.ts';

let cleanup: AsyncDisposableStack;
let shop: Shop;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  shop = await openShop(cleanup, { version: '1.0.0' });
});
afterEach(() => cleanup.disposeAsync());

interface IncidentView {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}
const incidents = () => shop.api.all<IncidentView>('/api/incidents');

describe('an upgrade', () => {
  test('takes settings and secrets along, and a rollback brings them back', async () => {
    const { id } = await shop.connect('one');
    expect(await shop.fetch(id)).toBe(`1.0.0 hello-one ${token.length}`);
    await shop.write({ version: '2.0.0', settingsVersion: 2 });
    // The secret has a new name: that is shown, and has to be agreed to.
    const refused = problemOf(await shop.upgrade('2.0.0'));
    expect(refused).toMatchObject({
      code: 'consent_required',
      details: { changes: { secrets: { added: ['apiKey'], removed: ['token'] }, settingsVersion: { from: 1, to: 2 } } },
    });
    const upgraded = await shop.upgrade('2.0.0', String(refused.details?.['consent']));
    expect(upgraded.status, upgraded.text).toBe(200);
    expect(await shop.plugin()).toMatchObject({
      version: '2.0.0',
      status: 'running',
      host: 'process',
      previous: '1.0.0',
      upgrade: { kind: 'upgrade', from: '1.0.0', to: '2.0.0', step: 'watching' },
    });
    expect(shop.vendor.tests).toContain('2.0.0');
    const moved = await shop.connection(id);
    expect(moved).toMatchObject({ settings: { salutation: 'hello-one!' }, settingsVersion: 2 });
    expect(Object.keys(moved.secrets)).toEqual(['apiKey']);
    expect(await shop.fetch(id)).toBe(`2.0.0 hello-one! ${token.length}`);

    expect((await shop.rollback()).status).toBe(200);
    expect(await shop.connection(id)).toMatchObject({ settings: { greeting: 'hello-one' }, settingsVersion: 1 });
    expect(await shop.fetch(id)).toBe(`1.0.0 hello-one ${token.length}`);
    expect(problemOf(await shop.rollback()).code).toBe('conflict');
  });

  test('whose migration throws changes nothing, and the old version goes on', async () => {
    const { id } = await shop.connect('one');
    const before = await shop.connection(id);
    await shop.write({ version: '2.0.0', settingsVersion: 2, up: "throw new Error('no way');" });
    const { details } = problemOf(await shop.upgrade('2.0.0'));
    const refused = problemOf(await shop.upgrade('2.0.0', String(details?.['consent'])));
    expect(refused.code).toBe('upgrade_failed');
    expect(refused.detail).toContain('no way');
    expect(await shop.connection(id)).toEqual(before);
    expect(await shop.plugin()).toMatchObject({
      version: '1.0.0',
      status: 'running',
      upgrade: { step: 'failed', reason: { code: 'settings_migration' } },
    });
    expect(await shop.fetch(id)).toBe(`1.0.0 hello-one ${token.length}`);
  });

  test('to a version that breaks its contract, or that the vendor refuses, is given up', async () => {
    const { id } = await shop.connect('one');
    await shop.write({ version: '1.1.0', test: "return { nothing: 'of the kind' };" });
    expect(problemOf(await shop.upgrade('1.1.0'))).toMatchObject({
      code: 'upgrade_failed',
      detail: expect.stringContaining('(contract)'),
    });
    await shop.write({ version: '1.2.0' });
    shop.vendor.refuse('/test?version=1.2.0');
    expect(problemOf(await shop.upgrade('1.2.0')).detail).toContain('(credential_test)');
    await shop.write({ version: '1.3.0', load: "throw new Error('at load');" });
    expect(problemOf(await shop.upgrade('1.3.0')).detail).toContain('at load');
    expect(await shop.fetch(id)).toBe(`1.0.0 hello-one ${token.length}`);
  });
});

describe('a new version is taken back by itself', () => {
  test('when it breaks its contract in a call', async () => {
    const { id } = await shop.connect('one');
    await shop.write({ version: '1.1.0', fetch: 'if (call === 3) return 7;' });
    expect((await shop.upgrade('1.1.0')).status).toBe(200);
    for (let call = 0; call < 3; call += 1) await shop.fetch(id).catch(() => undefined);
    await eventually(shop.plugin, ({ version, status }) => version === '1.0.0' && status === 'running');
    expect(await shop.plugin()).toMatchObject({ upgrade: { kind: 'automatic', reason: { code: 'contract' } } });
    expect(await shop.fetch(id)).toBe(`1.0.0 hello-one ${token.length}`);
    const raised = await eventually(incidents, (all) => all.some(({ code }) => code === 'plugin_rolled_back'));
    expect(raised.find(({ code }) => code === 'plugin_rolled_back')).toMatchObject({
      title: 'The plugin Shop was taken back to version 1.0.0',
    });
  });

  test('when 15% of its calls fail, and not before 50 of them', async () => {
    const { id } = await shop.connect('one');
    const fail = "if (call % 20 < 3) throw new FairleadError('vendor_error');";
    await shop.write({ version: '1.1.0', fetch: fail });
    for (let call = 0; call < 20; call += 1) await shop.fetch(id);
    expect((await shop.upgrade('1.1.0')).status).toBe(200);
    let calls = 0;
    for (; calls < 40; calls += 1) await shop.fetch(id).catch(() => undefined);
    expect((await shop.plugin()).version).toBe('1.1.0');
    const takenBack = async () => {
      await shop.fetch(id).catch(() => undefined);
      return shop.plugin();
    };
    await eventually(takenBack, ({ version, status }) => version === '1.0.0' && status === 'running');
    expect(await shop.plugin()).toMatchObject({ upgrade: { kind: 'automatic', reason: { code: 'error_rate' } } });
  });
});

test('none of 200 calls under way while a plugin is upgraded is lost or made twice', async () => {
  const connections = await Promise.all(Array.from({ length: 10 }, (_one, index) => shop.connect(`c${index}`)));
  for (const { id } of connections) await shop.fetch(id);
  await shop.write({ version: '1.1.0' });
  shop.vendor.hold('/fetch?call=call-');
  const calls = Array.from({ length: 200 }, (_one, index) => ({
    call: `call-${index}`,
    id: connections[index % connections.length]?.id ?? '',
  }));
  const answers = Promise.all(calls.map(({ id, call }) => shop.fetch(id, call)));
  // The hub polls these channels as well: only calls of this test are held and counted.
  await eventually(
    async () => calls.filter(({ call }) => shop.vendor.calls.has(call)).length,
    (arrived) => arrived === calls.length,
  );
  expect((await shop.upgrade('1.1.0')).status).toBe(200);
  // While the old calls still wait, the new version answers others.
  const other = await shop.connect('after');
  const late = shop.fetch(other.id, 'late');
  shop.vendor.release();
  expect(await late).toContain('1.1.0');
  const versions = (await answers).map((answer) => answer.split(' ')[0]);
  expect(versions).toHaveLength(200);
  expect(versions).toContain('1.0.0');
  expect(calls.map(({ call }) => shop.vendor.calls.get(call))).toEqual(calls.map(() => 1));
  expect(await shop.fetch(other.id)).toContain('1.1.0');
  expect((await shop.plugin()).exits).toEqual([]);
});

test('a plugin is enabled only by who agrees to the permissions it asks for', async () => {
  await shop.api.ok('POST', `/api/plugins/${pluginId}/disable`);
  await shop.write({ version: '1.0.0', manifest: { permissions: { workers: true } } });
  await shop.hub.stop();
  const path = `/api/plugins/${pluginId}/enable`;
  await shop.again();
  const refused = problemOf(await shop.api.call('POST', path, { body: {} }));
  expect(refused).toMatchObject({
    code: 'consent_required',
    details: { asks: { permissions: ['workers'], egress: ['loopback'], secrets: ['token'] } },
  });
  expect(problemOf(await shop.api.call('POST', path, { body: { consent: 'something' } })).code).toBe(
    'consent_required',
  );
  const enabled = await shop.api.call('POST', path, { body: { consent: refused.details?.['consent'] } });
  expect(enabled.json()).toMatchObject({ permissions: ['workers'], agreed: { permissions: ['workers'] } });
  await running(shop);
});
