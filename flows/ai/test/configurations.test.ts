import { afterEach, beforeEach, expect, test } from 'vitest';
import { configurationCollection } from '../src/configurations/configuration.ts';
import { activeConnection, type FlowHarness, flowHarness, type ShownConfiguration } from './flow-harness.ts';

let hub: FlowHarness;
beforeEach(async () => {
  hub = await flowHarness();
});
afterEach(() => hub.dispose());

const path = '/api/ai/configurations';
const one = `${path}/{id}`;
const names = async () => (await hub.call<{ items: ShownConfiguration[] }>('GET', path)).items.map(({ name }) => name);

test('a configuration is made with defaults, shown with its version, changed and removed', async () => {
  const body = { name: 'Main', connection: 'p1', model: 'vendor/model' };
  const made = await hub.answer('POST', path, { body });
  expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' } });
  expect(made.body).toMatchObject({
    ...body,
    priority: 100,
    timeoutMs: 30_000,
    budgetUsdPerDay: null,
    purposes: [],
    enabled: true,
    standing: { state: 'ready' },
  });
  const params = { id: (made.body as ShownConfiguration).id };
  const change = { temperature: 0.2, budgetUsdPerDay: '5.00', enabled: false };
  const changed = await hub.answer('PATCH', one, { params, body: change, ifMatch: 1 });
  expect(changed).toMatchObject({ headers: { etag: '"2"' }, body: { ...change, model: 'vendor/model' } });
  expect(await hub.answer('GET', one, { params })).toMatchObject({ headers: { etag: '"2"' }, body: change });
  expect(await hub.answer('DELETE', one, { params, ifMatch: 2 })).toMatchObject({ status: 204, body: undefined });
  await expect(hub.call('GET', one, { params })).rejects.toMatchObject({ code: 'not_found' });
  expect(await names()).toEqual([]);
  expect((await hub.told()).filter((type) => type === 'ai.configuration_changed')).toHaveLength(3);
  // The name is free again.
  await hub.call('POST', path, { body });
});

test('a change of what somebody else changed meanwhile is refused', async () => {
  const { id } = await hub.configure();
  await hub.call('PATCH', one, { params: { id }, body: { model: 'a' }, ifMatch: 1 });
  const late = { params: { id }, ifMatch: 1 };
  await expect(hub.call('PATCH', one, { ...late, body: { model: 'b' } })).rejects.toMatchObject({
    code: 'version_conflict',
  });
  await expect(hub.call('DELETE', one, late)).rejects.toMatchObject({ code: 'version_conflict' });
});

test('null takes away what may be absent', async () => {
  const { id } = await hub.configure({ maxTokens: 10 });
  expect(await hub.call('PATCH', one, { params: { id }, body: { maxTokens: null } })).toMatchObject({
    maxTokens: null,
  });
});

test('a connection has to be there and to offer completions; names are given once', async () => {
  await hub.configure({ name: 'Main' });
  await expect(hub.configure({ name: 'Main' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(hub.configure({ connection: 'nobody' })).rejects.toMatchObject({
    errors: [{ path: '/connection', message: 'is not a connection' }],
  });
  hub.connections.set('shop', activeConnection('shop', { operations: { 'payment-gateway': ['createCheckout'] } }));
  await expect(hub.configure({ connection: 'shop' })).rejects.toMatchObject({ code: 'invalid_request' });
});

test('all are put in order by one call, which has to name each once', async () => {
  const made = [];
  for (const name of ['a', 'b', 'c']) {
    made.push(await hub.configure({ name, priority: 5 }));
    await hub.clock.advance(1);
  }
  expect(await names()).toEqual(['a', 'b', 'c']);
  const ids = made.map(({ id }) => id);
  const [a = '', b = '', c = ''] = ids;
  const ordered = await hub.call<{ items: ShownConfiguration[] }>('PUT', `${path}/order`, {
    body: { order: [c, a, b] },
  });
  expect(ordered.items.map(({ name, priority }) => [name, priority])).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 3],
  ]);
  expect((await hub.ask()).configuration).toBe(c);
  for (const order of [
    [c, a],
    [c, a, a],
    [c, a, b, 'x'],
    [c, a, 'x'],
  ]) {
    await expect(hub.call('PUT', `${path}/order`, { body: { order } })).rejects.toMatchObject({
      code: 'invalid_request',
    });
  }
  await hub.call('PATCH', one, { params: { id: b }, body: { priority: 0 } });
  expect(await names()).toEqual(['b', 'c', 'a']);
});

test('the list comes in pages, and refuses a cursor that is not its own', async () => {
  for (let count = 0; count < 5; count++) await hub.configure();
  const page = await hub.call<{ items: unknown[]; nextCursor: string }>('GET', path, { query: { limit: 3 } });
  expect(page.items).toHaveLength(3);
  const rest = await hub.call('GET', path, { query: { limit: 3, cursor: page.nextCursor } });
  expect(rest).toMatchObject({ items: [{}, {}], nextCursor: null });
  await expect(hub.call('GET', path, { query: { cursor: 'x' } })).rejects.toMatchObject({ code: 'invalid_request' });
});

test('what another process changed is known within seconds', async () => {
  const first = await hub.configure();
  const repository = hub.storage.repository(configurationCollection);
  await repository.update(first.id, (state) => ({
    state: { ...state, configuration: { ...state.configuration, model: 'changed elsewhere' } },
  }));
  await hub.clock.advance(5_000);
  await hub.ask();
  await hub.clock.settle();
  await hub.ask();
  expect(hub.provider('p1').asked.at(-1)?.model).toBe('changed elsewhere');
});

test('settings that cannot work are refused', async () => {
  for (const part of [
    { timeoutMs: 10 },
    { temperature: 3 },
    { budgetUsdPerDay: '-1' },
    { budgetUsdPerDay: 1 },
    { purposes: ['A'] },
    { other: 1 },
  ]) {
    await expect(hub.configure(part)).rejects.toMatchObject({ code: 'invalid_request' });
  }
});
