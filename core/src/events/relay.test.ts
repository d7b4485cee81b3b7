import { join } from 'node:path';
import { newId } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crashable } from '../storage/testing/crashable.ts';
import {
  createStorage,
  defineCollection,
  type InboxArrival,
  type OutboxEvent,
  type Storage,
  type StoredEvent,
} from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { EventLog } from './event-log.ts';
import type { EventProblem } from './event-problem.ts';
import { Relay } from './relay.ts';

const ships = defineCollection({
  name: 'ships',
  index: { n: 'number' },
  project: (state: { readonly n: number }) => ({ n: state.n }),
});
const ports = defineCollection({
  name: 'ports',
  index: { n: 'number' },
  project: (state: { readonly n: number }) => ({ n: state.n }),
});

describe('Relay', () => {
  let folder: TemporaryFolder;
  let clock: FakeClock;
  let storage: Storage;
  let problems: EventProblem[];
  const relays: Relay[] = [];

  const report = (problem: EventProblem) => void problems.push(problem);
  const relayOver = (over: Storage) => {
    const log = new EventLog({ store: over.hot.events, clock, report });
    const relay = new Relay({ storage: over, log, clock, report });
    relays.push(relay);
    return relay;
  };
  const event = (n: number): OutboxEvent => ({ id: newId(clock.now()), type: 'ship.moved', time: '2026', data: { n } });
  const logged = (): Promise<readonly StoredEvent[]> => storage.hot.events.after(0, { limit: 1_000 });
  const numbers = async () => (await logged()).map(({ data }) => data.n);

  beforeEach(async () => {
    folder = await temporaryFolder();
    clock = new FakeClock();
    problems = [];
    storage = await createStorage({ path: join(folder.path, 'a.db'), collections: [ships, ports], clock });
    await storage.migrate();
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.dispose();
    await storage.dispose();
    await folder.dispose();
  });

  test('publishes what a commit holds, with its source, and clears it', async () => {
    relayOver(storage).start();
    await storage.repository(ships).commit({ id: 'a', state: { n: 1 }, events: [event(1), event(2)] }, 0);
    await settle(30);
    expect(await logged()).toMatchObject([
      { type: 'ship.moved', source: '/fairlead/ships', data: { n: 1 } },
      { source: '/fairlead/ships', data: { n: 2 } },
    ]);
    expect(await storage.repository(ships).get('a')).toMatchObject({ version: 1, pending: [] });
  });
  test('publishes at its start what was left', async () => {
    await storage.repository(ships).commit({ id: 'a', state: { n: 1 }, events: [event(1)] }, 0);
    await storage.repository(ports).commit({ id: 'a', state: { n: 1 }, events: [event(2)] }, 0);
    relayOver(storage).start();
    await settle(30);
    expect((await numbers()).sort()).toEqual([1, 2]);
  });
  test('finds by itself what another process committed', async () => {
    relayOver(storage).start();
    await settle(30);
    const other = await createStorage({ path: join(folder.path, 'a.db'), collections: [ships], clock });
    await other.repository(ships).commit({ id: 'a', state: { n: 1 }, events: [event(1)] }, 0);
    await other.dispose();
    await clock.advance(31_000);
    expect(await numbers()).toEqual([1]);
  });
  test('publishes what an older version left waiting, in a database whose commits publish by themselves now', async () => {
    const arrival = (eventId: string): InboxArrival => ({
      connectionId: 'c',
      receivedAt: '2026-01-01T00:00:00.000Z',
      request: { method: 'POST', path: '/', headers: {}, body: new Uint8Array() },
      events: [{ eventId, type: 'charge.captured', event: {} }],
    });
    await storage.repository(ships).commit({ id: 'a', state: { n: 1 }, events: [event(1)] }, 0);
    const [old] = await storage.hot.inbox.insert(arrival('old'));
    await storage.dispose();
    const path = join(folder.path, 'a.db');
    storage = await createStorage({ path, collections: [ships, ports], clock, publish: 'with_commit' });
    const [fresh] = await storage.hot.inbox.insert(arrival('fresh'));
    await storage.repository(ships).commit({ id: 'b', state: { n: 2 }, events: [event(2)] }, 0);
    expect(await numbers()).toEqual([2]);
    await relayOver(storage).drain();
    const last = await storage.hot.inbox.insert(arrival('last'));
    const told = (await logged()).filter(({ type }) => type === 'webhook.received').map(({ subject }) => subject);
    expect(told).toEqual([old?.id, fresh?.id, last[0]?.id]);
    expect((await numbers()).filter((n) => n !== undefined)).toEqual([2, 1]);
  });
  test('announces webhooks under the id of their row', async () => {
    relayOver(storage).start();
    const [receipt] = await storage.hot.inbox.insert({
      connectionId: 'c',
      receivedAt: '2026-01-01T00:00:00.000Z',
      request: { method: 'POST', path: '/', headers: {}, body: new Uint8Array() },
      events: [{ eventId: 'e', type: 'charge.captured', event: {} }],
    });
    await settle(30);
    expect(await logged()).toMatchObject([
      {
        id: receipt?.id,
        type: 'webhook.received',
        source: '/fairlead/inbox',
        data: { inboxId: receipt?.id, connection: 'c', eventId: 'e', type: 'charge.captured' },
      },
    ]);
    expect(await storage.hot.inbox.unannounced(1)).toEqual([]);
  });
  test('reports a failure and tries again by itself', async () => {
    let broken = true;
    const log = {
      append: async (events: Parameters<EventLog['append']>[0]) => {
        if (broken) throw new Error('no');
        return storage.hot.events.append(events);
      },
    };
    const relay = new Relay({ storage, log, clock, report });
    relays.push(relay);
    relay.start();
    await storage.repository(ships).commit({ id: 'a', state: { n: 1 }, events: [event(1)] }, 0);
    await settle(30);
    expect(problems[0]?.code).toBe('relay_failed');
    broken = false;
    await clock.advance(1_100);
    await settle(30);
    expect(await numbers()).toEqual([1]);
  });

  test('appends every event once and keeps the order of an aggregate, wherever it crashes', {
    timeout: 120_000,
  }, async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('commit' as const),
          ship: fc.integer({ min: 0, max: 2 }),
          count: fc.integer({ min: 0, max: 3 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 6 }) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
        const prefix = `${run++}-`;
        let counter = 0;
        const expected = new Map<string, number[]>();
        const start = () => {
          const outbox = crashable(storage.hot.outbox);
          const events = crashable(storage.hot.events);
          const over: Storage = {
            ...storage,
            collections: storage.collections,
            onCommit: (listener) => storage.onCommit(listener),
            hot: { ...storage.hot, outbox: outbox.target, events: events.target },
          };
          const relay = new Relay({
            storage: over,
            log: new EventLog({ store: events.target, clock, report }),
            clock,
            report,
          });
          relay.start();
          return () => {
            outbox.crash();
            events.crash();
            // What hangs for ever cannot be waited for.
            void relay.dispose();
          };
        };
        let crash = start();
        for (const one of steps) {
          if (one.kind === 'turns') await settle(one.count);
          if (one.kind === 'crash') {
            crash();
            crash = start();
          }
          if (one.kind === 'commit') {
            const id = `${prefix}${one.ship}`;
            const events = Array.from({ length: one.count }, () => ({ ...event(counter++), subject: id }));
            const sent = expected.get(id) ?? [];
            expected.set(id, [...sent, ...events.map(({ data }) => Number(data.n))]);
            const known = await storage.repository(ships).get(id);
            await storage
              .repository(ships)
              .commit({ ...known, id, state: { n: counter }, events }, known?.version ?? 0);
          }
        }
        crash();
        const last = relayOver(storage);
        await last.drain();
        await last.dispose();
        const all = await storage.hot.events.after(0, { limit: 100_000 });
        for (const [id, sent] of expected) {
          expect(all.filter(({ subject }) => subject === id).map(({ data }) => data.n)).toEqual(sent);
        }
        expect(await storage.hot.outbox.pending({ collection: 'ships', limit: 1 })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
