import { join } from 'node:path';
import { newId } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWebhooks, type TestWebhooks } from './testing/test-webhooks.ts';
import { temporaryFolder, type TemporaryFolder } from '../storage/testing/temporary-folder.ts';

let folder: TemporaryFolder;
let hub: TestWebhooks;
const url = 'https://shop.example.com/hook';
const second = 1_000;
const hour = 3_600_000;

beforeEach(async () => {
  folder = await temporaryFolder();
  hub = await openTestWebhooks(join(folder.path, 'a.db'));
});
afterEach(async () => {
  await hub.dispose();
  await folder.dispose();
});

const statuses = async () => (await hub.webhooks.deliveries({ limit: 100 })).items.map(({ state }) => state.status);

describe('an event', () => {
  it('is sent to each endpoint that takes its type, signed, with its own id, and to no other', async () => {
    const { endpoint, secret } = await hub.webhooks.create({ url, types: ['payment.*'] });
    await hub.webhooks.create({ url: `${url}/other`, types: ['message.sent'] });
    const id = await hub.publish('payment.captured');
    await hub.settle();
    expect(hub.requests).toHaveLength(1);
    const [request] = hub.requests;
    expect(request?.url).toBe(url);
    expect(request?.headers['webhook-id']).toBe(id);
    expect(hub.verified(request, [secret])).toBe(true);
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ specversion: '1.0', id, type: 'payment.captured' });
    const { items } = await hub.webhooks.deliveries({ endpointId: endpoint.id, limit: 10 });
    expect(items[0]?.state).toMatchObject({
      status: 'succeeded',
      attemptCount: 1,
      attempts: [{ status: 200, error: null }],
    });
  });

  it('of before the endpoint was made is not sent', async () => {
    await hub.publish('a.before');
    await hub.webhooks.create({ url });
    await hub.publish('a.after');
    await hub.settle();
    expect(hub.requests.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['a.after']);
  });

  it('is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, and has failed then', async () => {
    await hub.webhooks.create({ url, types: ['a.*'] });
    hub.answer = () => ({ status: 500 });
    await hub.publish('a.happened');
    await hub.settle();
    const times = [5 * second, 300 * second, 1_800 * second, 2 * hour, 5 * hour, 10 * hour, 10 * hour];
    for (const [index, pause] of times.entries()) {
      expect(hub.requests).toHaveLength(index + 1);
      await hub.advance(pause - second);
      expect(hub.requests).toHaveLength(index + 1);
      await hub.advance(second);
    }
    expect(hub.requests).toHaveLength(8);
    expect(new Set(hub.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await statuses()).toEqual(['failed']);
    expect(await hub.incidentCodes()).toEqual(['webhook_deliveries_failed']);
    await hub.advance(24 * hour);
    expect(hub.requests).toHaveLength(8);
  });

  it('waits as long as Retry-After says, and no other is sent meanwhile', async () => {
    await hub.webhooks.create({ url });
    hub.answer = () => ({ status: 429, retryAfter: '60' });
    await hub.publish('a.one');
    await hub.settle();
    hub.answer = () => ({ status: 200 });
    await hub.publish('a.two');
    await hub.advance(59 * second);
    expect(hub.requests).toHaveLength(1);
    await hub.advance(second);
    await hub.settle();
    expect(await statuses()).toEqual(['succeeded', 'succeeded']);
  });
});

describe('an endpoint', () => {
  it('that answers 410 is disabled, with an incident and an event, and takes up again what waits', async () => {
    const { endpoint } = await hub.webhooks.create({ url, types: ['a.*'] });
    hub.answer = () => ({ status: 410 });
    await hub.publish('a.one');
    await hub.settle();
    expect(await hub.webhooks.get(endpoint.id)).toMatchObject({ status: 'disabled', disabledReason: 'gone' });
    expect(await hub.incidentCodes()).toEqual(['webhook_endpoint_disabled']);
    expect(await hub.eventTypes()).toContain('webhook_endpoint.disabled');
    await hub.publish('a.two');
    await hub.advance(hour);
    expect(hub.requests).toHaveLength(1);
    hub.answer = () => ({ status: 200 });
    await hub.webhooks.change(endpoint.id, { status: 'enabled' });
    await hub.settle();
    expect(await statuses()).toEqual(['succeeded']);
    expect(await hub.incidentCodes()).toEqual([]);
  });

  it('where nothing has arrived for five days is disabled', async () => {
    const { endpoint } = await hub.webhooks.create({ url, types: ['a.*'] });
    hub.answer = () => ({ status: 500 });
    for (let day = 0; day < 6; day++) {
      await hub.publish('a.daily');
      await hub.advance(24 * hour);
    }
    expect(await hub.webhooks.get(endpoint.id)).toMatchObject({ status: 'disabled', disabledReason: 'failing' });
  });

  it('that hangs holds up nobody else', async () => {
    await hub.webhooks.create({ url: `${url}/slow` });
    await hub.webhooks.create({ url });
    hub.answer = ({ url: to }) => (to.endsWith('slow') ? 'hang' : { status: 200 });
    for (let count = 0; count < 20; count++) await hub.publish('a.happened');
    await hub.settle();
    expect(hub.requests.filter(({ url: to }) => to === url)).toHaveLength(20);
    expect(hub.requests.filter(({ url: to }) => to !== url)).toHaveLength(4);
  });

  it('signs with the old secret as well for as long as was said', async () => {
    const { endpoint, secret: old } = await hub.webhooks.create({ url });
    const { secret } = await hub.webhooks.rotateSecret(endpoint.id, hour);
    await hub.publish('a.one');
    await hub.settle();
    expect(hub.requests[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect([hub.verified(hub.requests[0], [old]), hub.verified(hub.requests[0], [secret])]).toEqual([true, true]);
    await hub.advance(hour);
    await hub.publish('a.two');
    await hub.settle();
    expect([hub.verified(hub.requests[1], [old]), hub.verified(hub.requests[1], [secret])]).toEqual([false, true]);
  });

  it('that was removed gets nothing any more, and what waited is cancelled', async () => {
    const { endpoint } = await hub.webhooks.create({ url });
    hub.answer = () => ({ status: 500 });
    await hub.publish('a.one');
    await hub.settle();
    await hub.webhooks.remove(endpoint.id);
    await hub.publish('a.two');
    await hub.advance(hour);
    expect(hub.requests).toHaveLength(1);
    expect(await statuses()).toEqual(['cancelled']);
  });
});

describe('sending again', () => {
  it('sends all that failed, or every event of the log, with the ids they had', async () => {
    const { endpoint } = await hub.webhooks.create({ url, types: ['a.*'] });
    hub.answer = ({ body }) => ({ status: body.includes('a.bad') ? 500 : 200 });
    const ids = [await hub.publish('a.good'), await hub.publish('a.bad'), await hub.publish('a.bad')];
    for (let round = 0; round < 8; round++) await hub.advance(10 * hour);
    expect((await statuses()).toSorted()).toEqual(['failed', 'failed', 'succeeded']);
    hub.answer = () => ({ status: 200 });
    hub.requests.length = 0;
    const begun = await hub.webhooks.redeliverAll(endpoint.id, { what: 'failed' });
    await hub.settle();
    expect(await hub.webhooks.redelivery(begun.id)).toMatchObject({ status: 'finished', queued: 2 });
    expect(hub.requests.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(ids.slice(1).toSorted());
    hub.requests.length = 0;
    await hub.webhooks.redeliverAll(endpoint.id, { what: 'all' });
    await hub.settle();
    expect(hub.requests.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(ids.toSorted());
  });

  it('is refused while the endpoint is disabled', async () => {
    const { endpoint } = await hub.webhooks.create({ url });
    const made = await hub.webhooks.test(endpoint.id);
    await hub.webhooks.change(endpoint.id, { status: 'disabled' });
    await expect(hub.webhooks.redeliver(made.id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

it('of two changes made on the same version one is refused, though both begin at once', async () => {
  const { endpoint } = await hub.webhooks.create({ url });
  const change = (description: string) => hub.webhooks.change(endpoint.id, { description }, endpoint.version);
  const outcomes = await Promise.allSettled([change('one'), change('other')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'version_conflict' } });
  expect(await hub.webhooks.get(endpoint.id)).toMatchObject({ description: 'one', version: endpoint.version + 1 });
});

it('deliveries that ended are removed after their time, and so is what was asked to be sent again', async () => {
  const { endpoint } = await hub.webhooks.create({ url });
  await hub.publish('a.one');
  await hub.settle();
  const again = await hub.webhooks.redeliverAll(endpoint.id, { what: 'failed' });
  await hub.settle();
  expect(await hub.webhooks.prune(new Date(hub.clock.now() - hour).toISOString())).toBe(0);
  await hub.advance(2 * hour);
  expect(await hub.webhooks.prune(new Date(hub.clock.now() - hour).toISOString())).toBe(2);
  expect(await statuses()).toEqual([]);
  await expect(hub.webhooks.redelivery(again.id)).rejects.toMatchObject({ code: 'not_found' });
});

it.each([
  ['http://shop.example.com/', false],
  ['https://user:pass@shop.example.com/', false],
  ['https://shop.example.com/#a', false],
  ['https://127.0.0.1/', false],
  ['https://localhost/', false],
  ['https://[::1]/', false],
  ['https://10.1.2.3/', false],
  ['https://2130706433/', false],
  ['https://169.254.169.254/latest', true],
  ['ftp://shop.example.com/', true],
  ['nonsense', true],
])('the address %s is refused (private allowed: %s)', async (address, allowPrivateAddresses) => {
  await expect(hub.webhooks.create({ url: address, allowPrivateAddresses })).rejects.toMatchObject({
    code: 'invalid_request',
    errors: [{ path: '/body/url' }],
  });
});

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant('publish' as const) },
  { weight: 2, arbitrary: fc.constant('crash' as const) },
  { weight: 3, arbitrary: fc.constantFrom(1_000, 6_000, 400_000) },
);

it('whatever fails and whenever the hub dies, each event arrives, by its own id, and in order where that was asked', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { maxLength: 10 }),
    // Fewer failures than there are attempts.
    fc.array(fc.constantFrom('ok', 'ok', 'error', 'break', 'silent'), { maxLength: 7 }),
    fc.boolean(),
    async (steps, answers, ordered) => {
      await using own = await openTestWebhooks(join(folder.path, `${newId(0)}.db`));
      const arrived: string[] = [];
      const left = [...answers];
      own.answer = ({ headers }) => {
        const next = left.shift() ?? 'ok';
        if (next === 'break') return new Error('The connection broke.');
        if (next === 'error') return { status: 500 };
        arrived.push(headers['webhook-id'] ?? '');
        // Received, and the hub will never know.
        return next === 'silent' ? 'hang' : { status: 200 };
      };
      await own.webhooks.create({ url, ordered, types: ['a.*'] });
      const published: string[] = [];
      for (const one of steps) {
        if (one === 'publish') published.push(await own.publish('a.happened'));
        else if (one === 'crash') await own.restart();
        else await own.advance(one);
      }
      for (let round = 0; round < 20; round++) {
        const { items } = await own.webhooks.deliveries({ status: 'pending', limit: 1 });
        if (round > 0 && items.length === 0) break;
        await own.advance(10 * hour);
        await own.restart();
      }
      const firsts = [...new Set(arrived)];
      expect(ordered ? firsts : firsts.toSorted()).toEqual(ordered ? published : published.toSorted());
      const { items } = await own.webhooks.deliveries({ limit: 100 });
      expect(items.map(({ state }) => state.status)).toEqual(published.map(() => 'succeeded'));
    },
  );
  await fc.assert(property, { numRuns: 20 });
}, 120_000);
