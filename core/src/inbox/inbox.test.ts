import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorCode, FairleadError, paymentGateway } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isHubError } from '../errors/index.ts';
import { createStorage, type InboxItem, type JsonValue, type Storage } from '../storage/index.ts';
import { createMasterKey, createVault, type HeldEnvelope, KeyRing } from '../vault/index.ts';
import { createInbox, type Inbox, sealedRequestHolder } from './index.ts';

const receive = paymentGateway.receive;
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

type Script = (body: { readonly id?: string; readonly ids?: readonly string[]; readonly forged?: boolean }) => unknown;

/** A genuine request unless its body says otherwise; one event an id. */
const believing: Script = ({ id, ids, forged }) =>
  forged
    ? { outcome: 'invalid', reason: 'signature_wrong' }
    : { outcome: 'events', events: (ids ?? [id]).map((dedupeKey) => ({ dedupeKey, type: 'thing.happened' })) };

interface HubOptions {
  readonly script?: Script;
  readonly handler?: (items: readonly InboxItem[]) => Promise<void>;
  readonly quota?: number;
  readonly keyRing?: KeyRing;
}

async function setUp(options: HubOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-inbox-'));
  const clock = new FakeClock();
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections: [], clock });
  await storage.migrate();
  const told: string[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const senders: (string | undefined)[] = [];
  const keyRing = options.keyRing ?? new KeyRing([createMasterKey('k1')]);
  const vault = createVault({ keyRing });
  const state = {
    failWith: undefined as ErrorCode | undefined,
    told,
    headers,
    senders,
    clock,
    storage,
    vault,
    keyRing,
    folder,
  };
  const inbox = createInbox({
    clock,
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    store: storage.hot.inbox,
    receiver: (connectionId) => (connectionId === 'c1' || connectionId === 'c2' ? receive : undefined),
    invoke: async (_connectionId, _operation, input) => {
      if (state.failWith !== undefined) throw new FairleadError(state.failWith);
      headers.push(input.headers);
      senders.push(input.remoteAddress);
      return (options.script ?? believing)(JSON.parse(Buffer.from(input.rawBody).toString()));
    },
    encodeEvent: (_operation, event) => event as JsonValue,
    vault: vault.for('webhook'),
    publicUrl: (connectionId) => `http://127.0.0.1/hooks/${connectionId}`,
    handler:
      options.handler === undefined
        ? async (_connectionId, items) => void told.push(...items.map(({ eventId }) => eventId))
        : (_connectionId, items) => options.handler?.(items) ?? Promise.resolve(),
    unverifiedQuota: options.quota ?? 1_000,
  });
  cleanups.push(async () => {
    await inbox.dispose();
    await storage.dispose();
    await rm(folder, { recursive: true });
  });
  return Object.assign(state, { inbox });
}

/** The answer, or the status of the problem. */
async function post(inbox: Inbox, body: object, connectionId = 'c1', more?: Readonly<Record<string, string>>) {
  try {
    return await send(inbox, body, connectionId, more);
  } catch (error) {
    if (!isHubError(error)) throw error;
    return { status: error.status, code: error.code, retryAfterMs: error.retryAfterMs, body: '' };
  }
}

const credentials = { authorization: 'Basic c2VjcmV0' };

function send(inbox: Inbox, body: object, connectionId: string, more: Readonly<Record<string, string>> = credentials) {
  const headers = { 'content-type': 'application/json', ...more };
  return inbox.receive(connectionId, {
    method: 'POST',
    path: `/hooks/${connectionId}`,
    rawBody: Buffer.from(JSON.stringify(body)),
    headers,
    query: {},
    remoteAddress: sender,
  });
}

const sender = '203.0.113.7';

async function items({ storage }: { storage: Storage }) {
  return (await storage.hot.inbox.list({ limit: 100 })).items;
}

describe('a webhook', () => {
  it('is stored, answered 200 and dispatched once', async () => {
    const hub = await setUp();
    await hub.inbox.start();
    expect(await post(hub.inbox, { id: 'e1' })).toMatchObject({ status: 200, body: '' });
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e1']);
    expect(await items(hub)).toMatchObject([{ eventId: 'e1', status: 'dispatched', duplicates: 0 }]);
    expect(hub.senders).toEqual([sender]);
  });

  it('that comes again is answered as the first was, counted, and not dispatched again', async () => {
    const script: Script = (body) => ({ ...(believing(body) as object), response: { status: 202, body: 'thanks' } });
    const hub = await setUp({ script });
    const first = await post(hub.inbox, { id: 'e1' });
    expect(await post(hub.inbox, { id: 'e1' })).toEqual(first);
    expect(first).toMatchObject({ status: 202, body: 'thanks' });
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e1']);
    expect(await items(hub)).toMatchObject([{ duplicates: 1 }]);
  });

  it('that comes fifty times at once is stored once', async () => {
    const hub = await setUp();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(hub.inbox, { id: 'e1' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await hub.inbox.idle();
    expect(await items(hub)).toMatchObject([{ duplicates: 49 }]);
    expect(hub.told).toEqual(['e1']);
  });

  it('of another connection is another event, though the id be the same', async () => {
    const hub = await setUp();
    await post(hub.inbox, { id: 'e1' });
    await post(hub.inbox, { id: 'e1' }, 'c2');
    expect(await items(hub)).toHaveLength(2);
  });

  it('with several events stores them all', async () => {
    const hub = await setUp();
    await post(hub.inbox, { ids: ['e1', 'e2', 'e3'] });
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e1', 'e2', 'e3']);
  });

  it('with a wrong signature is answered 401, counted, and never stored', async () => {
    const hub = await setUp();
    expect(await post(hub.inbox, { id: 'e1', forged: true })).toMatchObject({ status: 401 });
    expect(hub.inbox.invalid('c1')).toEqual({ recent: 1, total: { signature_wrong: 1 } });
    expect(await items(hub)).toEqual([]);
  });

  it('for no connection is answered 404', async () => {
    const hub = await setUp();
    expect(await post(hub.inbox, { id: 'e1' }, 'c9')).toMatchObject({ status: 404 });
  });

  it('does not leave credentials of its sender in the store', async () => {
    const hub = await setUp();
    await post(hub.inbox, { id: 'e1' });
    const [item] = await items(hub);
    expect((await hub.storage.hot.inbox.request(item?.id ?? ''))?.headers).toEqual({
      'content-type': 'application/json',
    });
  });

  it('is answered 503 when it cannot be stored', async () => {
    const hub = await setUp();
    await hub.storage.dispose();
    expect(await post(hub.inbox, { id: 'e1' })).toMatchObject({ status: 503, retryAfterMs: 30_000 });
  });
});

describe('a webhook whose plugin cannot verify it now', () => {
  it('waits unverified and is dispatched once it was verified', async () => {
    const hub = await setUp();
    hub.failWith = 'credentials_locked';
    expect(await post(hub.inbox, { id: 'e1' })).toMatchObject({ status: 202 });
    await hub.inbox.idle();
    expect(await items(hub)).toMatchObject([{ status: 'unverified' }]);
    expect(hub.told).toEqual([]);
    hub.failWith = undefined;
    await hub.clock.advance(10_000);
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e1']);
    expect(await items(hub)).toMatchObject([{ eventId: 'e1', status: 'dispatched' }]);
  });

  it('is kept encrypted, verified with all its headers, and then kept without those of its sender', async () => {
    const hub = await setUp();
    hub.failWith = 'credentials_locked';
    await post(hub.inbox, { id: 'a-telling-id' });
    const files = (await readdir(hub.folder)).map((name) => readFile(join(hub.folder, name)));
    const bytes = Buffer.concat(await Promise.all(files));
    expect(bytes.includes('unverified')).toBe(true);
    expect([bytes.includes('c2VjcmV0'), bytes.includes('a-telling-id')]).toEqual([false, false]);
    hub.failWith = undefined;
    await hub.clock.advance(10_000);
    await hub.inbox.idle();
    expect(hub.headers).toEqual([{ 'content-type': 'application/json', ...credentials }]);
    expect(hub.senders).toEqual([sender]);
    const [item] = await items(hub);
    expect(await hub.storage.hot.inbox.request(item?.id ?? '')).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(Buffer.from('{"id":"a-telling-id"}')),
    });
  });

  it('opens under a new master key once it was rewrapped, and the old one is no longer needed', async () => {
    const hub = await setUp();
    hub.failWith = 'credentials_locked';
    for (const id of ['e1', 'e2']) await post(hub.inbox, { id });
    hub.keyRing.add(createMasterKey('k2'));
    const holder = sealedRequestHolder(hub.storage.hot.inbox);
    const rewrapped = (held: HeldEnvelope) => hub.vault.rewrap(held);
    for await (const record of holder.scan()) expect(await holder.rewrap(record, rewrapped)).toBe('done');
    hub.keyRing.remove('k1');
    hub.failWith = undefined;
    await hub.clock.advance(10_000);
    await hub.inbox.idle();
    expect(hub.told.toSorted()).toEqual(['e1', 'e2']);
    const gone = { id: 'gone', version: 1, envelopes: [] };
    expect(await holder.rewrap(gone, rewrapped)).toBe('gone');
  });

  it('waits for its master key for as long as it takes', async () => {
    const hub = await setUp();
    hub.failWith = 'credentials_locked';
    await post(hub.inbox, { id: 'e1' });
    hub.failWith = undefined;
    const key = hub.keyRing.use('k1');
    hub.keyRing.add(createMasterKey('k2'));
    hub.keyRing.remove('k1');
    for (let hour = 0; hour < 20; hour += 1) {
      await hub.clock.advance(3_600_000);
      await hub.inbox.idle();
    }
    expect(await items(hub)).toMatchObject([{ status: 'unverified', lastError: expect.stringContaining('k1') }]);
    hub.keyRing.add(key);
    await hub.clock.advance(3_600_000);
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e1']);
  });

  it('is kept open without any master key, unless it holds what must not be: then its sender keeps it', async () => {
    const hub = await setUp({ keyRing: new KeyRing([]) });
    hub.failWith = 'credentials_locked';
    expect(await post(hub.inbox, { id: 'e1' })).toMatchObject({ status: 503, retryAfterMs: 60_000 });
    expect(await items(hub)).toEqual([]);
    expect(await post(hub.inbox, { id: 'e2' }, 'c1', { 'x-signature': 'abc' })).toMatchObject({ status: 202 });
    hub.failWith = undefined;
    await hub.clock.advance(10_000);
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e2']);
    expect(hub.senders).toEqual([sender]);
  });

  it('is dropped when it turns out to be forged', async () => {
    const hub = await setUp();
    hub.failWith = 'plugin_not_running';
    await post(hub.inbox, { id: 'e1', forged: true });
    hub.failWith = undefined;
    await hub.clock.advance(10_000);
    await hub.inbox.idle();
    const [item] = await items(hub);
    expect(item).toMatchObject({ status: 'forged' });
    expect(await hub.storage.hot.inbox.request(item?.id ?? '')).toBeUndefined();
    expect(hub.told).toEqual([]);
  });

  it('is answered 503 once the connection’s quota is used up', async () => {
    const hub = await setUp({ quota: 2 });
    hub.failWith = 'credentials_locked';
    const statuses = [];
    for (const id of ['e1', 'e2', 'e3']) statuses.push((await post(hub.inbox, { id })).status);
    expect(statuses).toEqual([202, 202, 503]);
  });
});

describe('a started inbox', () => {
  it('dispatches without reading back what it stored, and settles it', async () => {
    const hub = await setUp();
    await hub.inbox.start();
    await Promise.all(['e1', 'e2', 'e3'].map((id) => post(hub.inbox, { id })));
    await hub.inbox.idle();
    expect(hub.told.toSorted()).toEqual(['e1', 'e2', 'e3']);
    expect((await items(hub)).every(({ status, attempts }) => status === 'dispatched' && attempts === 1)).toBe(true);
  });

  it('tries what failed again, also while new events keep coming', async () => {
    let failing = true;
    const hub = await setUp({
      handler: async (batch) => {
        if (failing && batch.some(({ eventId }) => eventId === 'e0')) throw new Error('not yet');
      },
    });
    await hub.inbox.start();
    await post(hub.inbox, { id: 'e0' });
    await hub.inbox.idle();
    failing = false;
    for (let count = 1; count <= 4; count += 1) {
      await hub.clock.advance(500);
      await post(hub.inbox, { id: `e${count}` });
    }
    await hub.inbox.idle();
    expect((await items(hub)).every(({ status }) => status === 'dispatched')).toBe(true);
  });
});

describe('dispatch', () => {
  it('tries again what failed, with growing waits, and gives up in the end', async () => {
    let calls = 0;
    const hub = await setUp({
      handler: async () => {
        calls += 1;
        throw new Error('the flow cannot');
      },
    });
    await post(hub.inbox, { id: 'e1' });
    await hub.inbox.idle();
    expect(await items(hub)).toMatchObject([{ status: 'failed', attempts: 1, lastError: 'Error: the flow cannot' }]);
    for (let round = 0; round < 900 && calls < 12; round += 1) {
      await hub.clock.advance(30_000);
      await hub.inbox.idle();
    }
    expect(await items(hub)).toMatchObject([{ status: 'dead', attempts: 12 }]);
    expect(calls).toBe(12);
  });

  it('does not let one event that cannot be handled hold up the others', async () => {
    const told: string[] = [];
    const hub = await setUp({
      handler: async (batch) => {
        if (batch.some(({ eventId }) => eventId === 'poison')) throw new Error('poison');
        told.push(...batch.map(({ eventId }) => eventId));
      },
    });
    await post(hub.inbox, { ids: ['e1', 'poison', 'e2'] });
    await hub.inbox.idle();
    expect(told).toEqual(['e1', 'e2']);
  });

  it('happens again on replay, though it was done or given up', async () => {
    const hub = await setUp();
    await post(hub.inbox, { id: 'e1' });
    await hub.inbox.idle();
    const [item] = await items(hub);
    expect(await hub.inbox.replay(item?.id ?? '')).toBe(true);
    await hub.inbox.idle();
    expect(hub.told).toEqual(['e1', 'e1']);
    expect(await hub.inbox.replay('unknown')).toBe(false);
  });

  it('reaches every stored event at least once, whatever fails and repeats', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
            failing: fc.boolean(),
            turns: fc.integer({ min: 0, max: 3 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        async (posts) => {
          const told = new Map<string, number>();
          let failing = false;
          const hub = await setUp({
            handler: async (batch) => {
              if (failing) throw new Error('down');
              for (const { eventId } of batch) told.set(eventId, (told.get(eventId) ?? 0) + 1);
            },
          });
          for (const step of posts) {
            failing = step.failing;
            expect((await post(hub.inbox, { id: step.id })).status).toBe(200);
            for (let turn = 0; turn < step.turns; turn += 1) await new Promise(setImmediate);
          }
          await hub.inbox.idle();
          failing = false;
          await hub.clock.advance(60_000);
          await hub.inbox.idle();
          const ids = new Set(posts.map(({ id }) => id));
          expect(new Set(told.keys())).toEqual(ids);
          expect([...told.values()].every((count) => count === 1)).toBe(true);
          expect((await items(hub)).every(({ status }) => status === 'dispatched')).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
