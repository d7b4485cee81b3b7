import { newId } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Publishing, StorageHarness } from './conformance.ts';
import type { NewEvent } from './event-store.ts';
import type { InboxArrival, InboxEvent, InboxStatus, UnverifiedArrival } from './inbox-store.ts';
import type { HotStores, Storage } from './storage.ts';
import { FakeClock } from './testing/fake-clock.ts';

/** The contract of the hot stores; the suite of the job queue says more of jobs. Every driver's test file calls it. */
export function hotStoresConformance(
  driver: string,
  publishing: Publishing,
  harness: () => Promise<StorageHarness>,
): void {
  describe(`hot stores on ${driver}, events published ${publishing}`, () => {
    let clock: FakeClock;
    let current: StorageHarness;
    let storage: Storage;
    let hot: HotStores;
    beforeEach(async () => {
      clock = new FakeClock();
      current = await harness();
      storage = await current.open([], clock);
      hot = storage.hot;
    });
    afterEach(async () => {
      await storage.dispose();
      await current.dispose();
    });

    describe('inbox', () => {
      const event = (eventId: string): InboxEvent => ({ eventId, type: 'charge.captured', event: { amount: '100' } });
      const body = new Uint8Array([0, 255, 10]);
      const arrival = (...eventIds: string[]): InboxArrival => ({
        connectionId: 'c1',
        receivedAt: new Date(clock.now()).toISOString(),
        request: { method: 'POST', path: '/hooks/c1', headers: { a: ['1', '2'] }, body },
        response: { status: 200, body: 'ok' },
        events: eventIds.map(event),
      });
      const unverified = async (request: UnverifiedArrival['request'] = arrival().request): Promise<string> => {
        const id = newId(clock.now());
        await hot.inbox.insertUnverified({ id, connectionId: 'c1', receivedAt: arrival().receivedAt, request });
        return id;
      };
      const claim = (verified = true) => hot.inbox.claim({ verified, now: clock.now(), leaseMs: 10_000, limit: 10 });

      test('keeps the events of a request with its bytes as they came', async () => {
        const [first, second] = await hot.inbox.insert(arrival('a', 'b'));
        expect(first).toMatchObject({ eventId: 'a', duplicate: false });
        expect(await hot.inbox.request(first?.id ?? '')).toEqual(arrival().request);
        expect(await hot.inbox.request(second?.id ?? '')).toEqual(arrival().request);
        expect(await hot.inbox.get(first?.id ?? '')).toMatchObject({
          status: 'received',
          type: 'charge.captured',
          event: { amount: '100' },
        });
      });
      test('counts a duplicate and gives the first answer', async () => {
        const [first] = await hot.inbox.insert(arrival('a'));
        const again = await hot.inbox.insert({ ...arrival('a', 'b'), response: { status: 202 } });
        expect(again[0]).toEqual({
          id: first?.id,
          eventId: 'a',
          duplicate: true,
          firstResponse: { status: 200, body: 'ok' },
        });
        expect(again[1]).toMatchObject({ duplicate: false });
        expect((await hot.inbox.get(first?.id ?? ''))?.duplicates).toBe(1);
      });
      test('lets one of many equal arrivals of a turn be the first', async () => {
        const all = await Promise.all(Array.from({ length: 10 }, () => hot.inbox.insert(arrival('a'))));
        expect(all.flat().filter(({ duplicate }) => !duplicate)).toHaveLength(1);
        expect((await hot.inbox.list({ limit: 10 })).items).toMatchObject([{ duplicates: 9 }]);
      });
      test('keeps equal event ids of two connections apart', async () => {
        await hot.inbox.insert(arrival('a'));
        expect(await hot.inbox.insert({ ...arrival('a'), connectionId: 'c2' })).toMatchObject([{ duplicate: false }]);
      });
      test('gives each due item to one claim, and again when its lease is over', async () => {
        await hot.inbox.insert(arrival('a', 'b'));
        expect((await claim()).map(({ eventId }) => eventId)).toEqual(['a', 'b']);
        expect(await claim()).toEqual([]);
        expect(await hot.inbox.nextDueAt()).toBe(clock.now() + 10_000);
        clock.jump(10_000);
        expect(await claim()).toMatchObject([{ attempts: 2 }, { attempts: 2 }]);
      });
      test('after the clock was set back nothing waits longer than was meant', async () => {
        await hot.inbox.insert(arrival('a'));
        await claim();
        const due = clock.now() + 10_000;
        expect(await hot.inbox.setBack(4_000)).toBe(1);
        expect(await hot.inbox.nextDueAt()).toBe(due - 4_000);
        expect(await hot.inbox.pullForward(due)).toBe(0);
        expect(await hot.inbox.pullForward(due - 5_000)).toBe(1);
        expect(await hot.inbox.nextDueAt()).toBe(due - 5_000);
      });
      test('settles: dispatched, failed with a time to retry, dead; an outcome of an old claim is ignored', async () => {
        await hot.inbox.insert(arrival('a', 'b', 'c'));
        const [a, b, c] = (await claim()).map(({ id, attempts }) => ({ id, attempt: attempts }));
        if (!a || !b || !c) throw new Error('three were claimed');
        const settled = await hot.inbox.settle([
          { ...a, kind: 'dispatched' },
          { ...b, kind: 'failed', error: 'later', retryAt: clock.now() + 500 },
          { ...c, kind: 'failed', error: 'never', retryAt: null },
        ]);
        expect(settled).toBe(3);
        expect(await hot.inbox.get(a.id)).toMatchObject({ status: 'dispatched', nextAttemptAt: null });
        expect(await hot.inbox.get(b.id)).toMatchObject({ status: 'failed', lastError: 'later' });
        expect(await hot.inbox.get(c.id)).toMatchObject({ status: 'dead', lastError: 'never' });
        expect(await hot.inbox.backlog('c1')).toMatchObject({ waiting: 1, dead: 1, unverified: 0 });
        clock.jump(500);
        expect(await claim()).toMatchObject([{ id: b.id, attempts: 2 }]);
        expect(await hot.inbox.settle([{ ...b, kind: 'dispatched' }])).toBe(0);
      });
      test('lists each status, newest first, page by page', async () => {
        await hot.inbox.insert(arrival('a', 'b', 'c', 'd'));
        const claimed = await hot.inbox.claim({ verified: true, now: clock.now(), leaseMs: 10_000, limit: 3 });
        const [a, b, c] = claimed.map(({ id, attempts }) => ({ id, attempt: attempts }));
        if (!a || !b || !c) throw new Error('three were claimed');
        await hot.inbox.settle([
          { ...a, kind: 'dispatched' },
          { ...b, kind: 'failed', error: 'later', retryAt: clock.now() + 500 },
          { ...c, kind: 'failed', error: 'never', retryAt: null },
        ]);
        const waiting = await unverified();
        const listed = async (status: InboxStatus, connectionId?: string) =>
          (await hot.inbox.list({ status, connectionId, limit: 10 })).items.map(({ eventId }) => eventId);
        expect(await listed('received')).toEqual(['d']);
        expect(await listed('dispatched')).toEqual(['a']);
        expect(await listed('failed', 'c1')).toEqual(['b']);
        expect(await listed('failed', 'c2')).toEqual([]);
        expect(await listed('dead')).toEqual(['c']);
        expect(await listed('unverified')).toEqual([waiting]);
        await hot.inbox.insert(arrival('e', 'f'));
        const first = await hot.inbox.list({ status: 'received', limit: 2 });
        expect(first.items.map(({ eventId }) => eventId)).toEqual(['f', 'e']);
        const rest = await hot.inbox.list({ status: 'received', limit: 2, cursor: first.nextCursor });
        expect(rest.items.map(({ eventId }) => eventId)).toEqual(['d']);
      });
      test('counts what waits of a connection, be it little or much in all', async () => {
        const of = (connectionId: string, count: number, name: string) =>
          hot.inbox.insert({ ...arrival(...Array.from({ length: count }, (_, at) => `${name}${at}`)), connectionId });
        await of('c1', 3, 'few');
        await of('c2', 5, 'few');
        expect(await hot.inbox.backlog('c1')).toMatchObject({ waiting: 3, oldestAt: arrival().receivedAt });
        await of('c2', 400, 'many');
        expect(await hot.inbox.backlog('c1')).toMatchObject({ waiting: 3 });
        expect(await hot.inbox.backlog('c2')).toMatchObject({ waiting: 405 });
        expect(await hot.inbox.backlog('c3')).toMatchObject({ waiting: 0, oldestAt: null });
      });
      test('requeues what is dead or dispatched', async () => {
        const [receipt] = await hot.inbox.insert(arrival('a'));
        const id = receipt?.id ?? '';
        await claim();
        await hot.inbox.settle([{ id, attempt: 1, kind: 'dispatched' }]);
        expect(await hot.inbox.requeue(id, clock.now())).toBe(true);
        expect(await claim()).toMatchObject([{ id, attempts: 1 }]);
        expect(await hot.inbox.requeue('none', clock.now())).toBe(false);
      });
      test('keeps unverified requests apart until they are verified', async () => {
        const id = await unverified();
        expect(await claim()).toEqual([]);
        expect(await hot.inbox.unannounced(5)).toEqual([]);
        expect(await hot.inbox.backlog('c1')).toMatchObject({ unverified: 1, waiting: 0 });
        expect(await claim(false)).toMatchObject([{ id, status: 'unverified' }]);
        const receipts = await hot.inbox.verified(id, arrival().request, [event('a'), event('b')]);
        expect(receipts).toMatchObject([{ duplicate: false }, { duplicate: false }]);
        expect(await hot.inbox.get(id)).toBeUndefined();
        expect((await hot.inbox.request(receipts[0]?.id ?? ''))?.body).toEqual(body);
        expect(await claim()).toHaveLength(2);
        expect(await hot.inbox.verified(id, arrival().request, [event('c')])).toEqual([]);
      });
      test('keeps who sent a request for as long as it is unverified', async () => {
        const remoteAddress = '203.0.113.7';
        const [known, unknown] = [await unverified({ ...arrival().request, remoteAddress }), await unverified()];
        expect(await hot.inbox.request(known)).toEqual({ ...arrival().request, remoteAddress });
        expect(await hot.inbox.request(unknown)).toEqual(arrival().request);
        const [receipt] = await hot.inbox.verified(known, { ...arrival().request, remoteAddress }, [event('a')]);
        expect(await hot.inbox.request(receipt?.id ?? '')).toEqual(arrival().request);
      });
      test('keeps a sealed request as it was given, by its id and in order, until it is verified', async () => {
        const sealed = { v: 1, text: 'sealed' };
        const [first, second] = [await unverified({ sealed }), await unverified({ sealed })];
        expect(await hot.inbox.request(first)).toBeUndefined();
        expect(await hot.inbox.sealedRequest(first)).toMatchObject({ id: first, sealed });
        const [one] = await hot.inbox.sealedRequests(0, 1);
        expect(one?.id).toBe(first);
        expect((await hot.inbox.sealedRequests(one?.place ?? 0, 5)).map(({ id }) => id)).toEqual([second]);
        const receipts = await hot.inbox.verified(first, arrival().request, [event('a'), event('b')]);
        expect(await hot.inbox.sealedRequest(first)).toBeUndefined();
        expect(await hot.inbox.request(receipts[1]?.id ?? '')).toEqual(arrival().request);
        expect((await hot.inbox.sealedRequests(0, 5)).map(({ id }) => id)).toEqual([second]);
      });
      test('changes a seal only where it is still the one that was read', async () => {
        const id = await unverified({ sealed: { by: 'old' } });
        const [read] = await hot.inbox.sealedRequests(0, 1);
        if (read === undefined) throw new Error('Nothing is sealed.');
        expect(await hot.inbox.reseal(read, { by: 'new' })).toBe(true);
        expect(await hot.inbox.reseal(read, { by: 'late' })).toBe(false);
        expect(await hot.inbox.sealedRequest(id)).toMatchObject({ sealed: { by: 'new' } });
      });
      test('dispatches nothing of a request that was given up before it was verified', async () => {
        const id = await unverified();
        await claim(false);
        await hot.inbox.settle([{ id, attempt: 1, kind: 'failed', error: 'never', retryAt: null }]);
        expect(await hot.inbox.requeue(id, clock.now())).toBe(false);
      });
      test('drops the request of a forged one and never dispatches it', async () => {
        const id = await unverified();
        await claim(false);
        await hot.inbox.settle([{ id, attempt: 1, kind: 'forged', error: 'bad signature' }]);
        expect(await hot.inbox.get(id)).toMatchObject({ status: 'forged', nextAttemptAt: null });
        expect(await hot.inbox.request(id)).toBeUndefined();
        expect(await hot.inbox.requeue(id, clock.now())).toBe(false);
      });
      test('lists newest first, by page and filter', async () => {
        await hot.inbox.insert(arrival('a', 'b', 'c'));
        const first = await hot.inbox.list({ limit: 2, connectionId: 'c1' });
        expect(first.items.map(({ eventId }) => eventId)).toEqual(['c', 'b']);
        const second = await hot.inbox.list({ limit: 2, connectionId: 'c1', cursor: first.nextCursor });
        expect(second).toMatchObject({ items: [{ eventId: 'a' }], nextCursor: null });
        expect((await hot.inbox.list({ limit: 2, status: 'dead' })).items).toEqual([]);
        await expect(hot.inbox.list({ limit: 2, cursor: 'x' })).rejects.toMatchObject({ code: 'bad_cursor' });
      });
      test('prunes what is finished and old, with its request, and nothing that waits', async () => {
        const [a, b] = await hot.inbox.insert(arrival('a', 'b'));
        await claim();
        await hot.inbox.settle([{ id: a?.id ?? '', attempt: 1, kind: 'dispatched' }]);
        clock.jump(1_000);
        const later = new Date(clock.now()).toISOString();
        expect(await hot.inbox.prune(later)).toBe(1);
        expect(await hot.inbox.request(b?.id ?? '')).toBeDefined();
        await hot.inbox.settle([{ id: b?.id ?? '', attempt: 1, kind: 'dispatched' }]);
        expect(await hot.inbox.prune(later)).toBe(1);
        expect((await hot.inbox.list({ limit: 5 })).items).toEqual([]);
      });
      const announcedByRelay = () => {
        test('lists what is not announced yet', async () => {
          const [a, b] = await hot.inbox.insert(arrival('a', 'b'));
          const [first] = await hot.inbox.unannounced(1);
          expect(first).toMatchObject({ id: a?.id });
          if (first !== undefined) await hot.inbox.markAnnounced(first);
          expect(await hot.inbox.unannounced(5)).toMatchObject([{ id: b?.id }]);
        });

        test('tells of a request that was verified late, though later ones were told of before', async () => {
          const late = await unverified();
          await hot.inbox.insert(arrival('b'));
          const [told] = await hot.inbox.unannounced(5);
          if (told !== undefined) await hot.inbox.markAnnounced(told);
          const [receipt] = await hot.inbox.verified(late, arrival().request, arrival('a').events);
          expect(await hot.inbox.unannounced(5)).toMatchObject([{ id: receipt?.id }]);
        });
      };
      const announcedAtOnce = () => {
        const told = async () => (await hot.events.after(0, { limit: 10 })).map(({ subject }) => subject);

        test('has told of new ones when they are stored, not of a duplicate, nor of what is not verified', async () => {
          const [a] = await hot.inbox.insert(arrival('a'));
          const late = await unverified();
          const [, b] = await hot.inbox.insert(arrival('a', 'b'));
          expect(await told()).toEqual([a?.id, b?.id]);
          const [receipt] = await hot.inbox.verified(late, arrival().request, arrival('c').events);
          expect(await told()).toEqual([a?.id, b?.id, receipt?.id]);
          expect(await hot.inbox.unannounced(5)).toEqual([]);
        });
      };
      describe('announcements', () => {
        if (publishing === 'by_relay') announcedByRelay();
        else announcedAtOnce();
      });

      test('gives out new events that are stored as claimed, once; nobody else can claim them', async () => {
        const [receipt] = await hot.inbox.insert({ ...arrival('a'), claimForMs: 60_000 });
        const [duplicate] = await hot.inbox.insert({ ...arrival('a'), claimForMs: 60_000 });
        expect(receipt?.claimed).toEqual(
          await hot.inbox.get(receipt?.id ?? '').then((item) => ({ ...item, duplicates: 0 })),
        );
        expect(duplicate).toMatchObject({ duplicate: true });
        expect(duplicate?.claimed).toBeUndefined();
        expect(await hot.inbox.claim({ verified: true, now: clock.now(), leaseMs: 1, limit: 5 })).toEqual([]);
        expect(await hot.inbox.settle([{ id: receipt?.id ?? '', attempt: 1, kind: 'dispatched' }])).toBe(1);
      });

      test('makes claims of a process that is gone due again', async () => {
        const [receipt] = await hot.inbox.insert({ ...arrival('a'), claimForMs: 60_000 });
        expect(await hot.inbox.releaseClaims(clock.now())).toBe(1);
        const claimed = await hot.inbox.claim({ verified: true, now: clock.now(), leaseMs: 1, limit: 5 });
        expect(claimed).toMatchObject([{ id: receipt?.id, attempts: 2 }]);
      });

      test('keeps a request as long as one of its events is there', async () => {
        const [a] = await hot.inbox.insert(arrival('a', 'b'));
        const [again] = await hot.inbox.insert(arrival('b', 'c'));
        await hot.inbox.settle(
          (await hot.inbox.claim({ verified: true, now: clock.now(), leaseMs: 1, limit: 1 })).map(
            ({ id, attempts }) => ({ id, attempt: attempts, kind: 'dispatched' as const }),
          ),
        );
        await hot.inbox.prune('9999-01-01T00:00:00Z');
        expect(await hot.inbox.get(a?.id ?? '')).toBeUndefined();
        expect(await hot.inbox.request(again?.id ?? '')).toBeDefined();
      });
    });

    describe('event log', () => {
      const event = (type: string, id = newId(clock.now())): NewEvent => ({
        id,
        type,
        source: '/test',
        time: new Date(clock.now()).toISOString(),
        data: { n: 1 },
      });

      test('numbers events in order and ignores one that it has', async () => {
        const [a, b] = [event('a.b'), event('a.c')];
        expect((await hot.events.append([a, b])).map(({ sequence }) => sequence)).toEqual([1, 2]);
        const again = await hot.events.append([b, { ...event('a.d'), subject: 's' }]);
        expect(again).toMatchObject([{ type: 'a.d', subject: 's' }]);
        const all = await hot.events.after(0, { limit: 10 });
        expect(all.map(({ type }) => type)).toEqual(['a.b', 'a.c', 'a.d']);
        expect(all[0]).toEqual({ ...a, sequence: 1 });
        expect(await hot.events.latest()).toBe(all[2]?.sequence);
        expect(await hot.events.get(a.id)).toEqual(all[0]);
      });
      test('reads after a sequence, by type and by the beginning of one', async () => {
        await hot.events.append([
          event('payment.captured'),
          event('payment.failed'),
          event('payments.odd'),
          event('message.sent'),
        ]);
        const types = async (after: number, ...wanted: string[]) =>
          (await hot.events.after(after, { types: wanted, limit: 10 })).map(({ type }) => type);
        expect(await types(0, 'payment.*')).toEqual(['payment.captured', 'payment.failed']);
        expect(await types(1, 'payment.*', 'message.sent')).toEqual(['payment.failed', 'message.sent']);
      });
      test('reads backwards from the end or a sequence, by type as well', async () => {
        expect(await hot.events.before(undefined, { limit: 10 })).toEqual([]);
        await hot.events.append([event('payment.captured'), event('message.sent'), event('payment.failed')]);
        const types = async (before: number | undefined, limit: number, ...wanted: string[]) => {
          const found = await hot.events.before(before, { ...(wanted.length > 0 ? { types: wanted } : {}), limit });
          return found.map(({ type }) => type);
        };
        expect(await types(undefined, 2)).toEqual(['payment.failed', 'message.sent']);
        expect(await types(2, 10)).toEqual(['payment.captured']);
        expect(await types(undefined, 10, 'payment.*')).toEqual(['payment.failed', 'payment.captured']);
        expect(await types(3, 10, 'payment.*', 'message.sent')).toEqual(['message.sent', 'payment.captured']);
      });
      test('prunes old events that every subscriber has behind it, and never reuses a sequence', async () => {
        await hot.events.append([event('a.a'), event('a.b')]);
        await hot.events.saveCursor('s', { sequence: 1, attempts: 0, retryAt: 0, lastError: null });
        expect(await hot.events.prune('2027')).toBe(1);
        expect(await hot.events.oldest()).toBe(2);
        await hot.events.removeCursor('s');
        expect(await hot.events.prune('2027')).toBe(1);
        expect(await hot.events.oldest()).toBeUndefined();
        expect(await hot.events.latest()).toBe(2);
        expect(await hot.events.append([event('a.c')])).toMatchObject([{ sequence: 3 }]);
      });
      test('keeps a dead event and moves its subscriber on', async () => {
        const [stored] = await hot.events.append([event('a.b')]);
        if (stored === undefined) throw new Error('it was new');
        const dead = await hot.events.giveUp({ subscriber: 's', event: stored, error: 'no', attempts: 3, at: '2026' });
        expect(await hot.events.cursor('s')).toEqual({ sequence: 1, attempts: 0, retryAt: 0, lastError: null });
        expect((await hot.events.deadEvents({ limit: 5, subscriber: 's' })).items).toEqual([dead]);
        expect((await hot.events.deadEvents({ limit: 5, subscriber: 'other' })).items).toEqual([]);
        expect(await hot.events.removeDeadEvent(dead.id)).toBe(true);
        expect(await hot.events.deadEvent(dead.id)).toBeUndefined();
      });
    });

    describe('jobs', () => {
      const add = (id: string) =>
        hot.jobs.enqueue({
          id,
          name: 'work',
          key: null,
          payload: {},
          runAt: 0,
          delayMs: null,
          maxAttempts: 3,
          repeat: null,
          createdAt: 0,
        });
      const claim = async (owner: string) => {
        const [job] = await hot.jobs.claim({ name: 'work', owner, now: clock.now(), leaseMs: 1_000, limit: 1 });
        if (job === undefined) throw new Error('one was due');
        return { id: job.id, fence: job.fence, leaseUntil: job.leaseUntil };
      };

      test('an older fence writes nothing', async () => {
        await add('a');
        const { id, fence } = await claim('one');
        const old = { id, fence };
        await hot.jobs.retryLater(old, { error: 'gone', runAt: 0, delayMs: 0, attempts: 1 });
        const held = { id, fence: (await claim('two')).fence };
        expect(held.fence).toBeGreaterThan(old.fence);
        const refused = [
          hot.jobs.renew(old, 1),
          hot.jobs.complete(old, null),
          hot.jobs.retryLater(old, { error: '', runAt: 0, delayMs: 0, attempts: 1 }),
          hot.jobs.bury(old, ''),
          hot.jobs.release(old, 0),
        ];
        expect(await Promise.all(refused)).toEqual([false, false, false, false, false]);
        expect(await hot.jobs.complete(held, null)).toBe(true);
        expect(await hot.jobs.get('a')).toBeUndefined();
      });
      test('a job is not taken from a holder that has renewed its lease meanwhile', async () => {
        await add('a');
        const seen = await claim('one');
        await hot.jobs.renew({ id: 'a', fence: seen.fence }, clock.now() + 5_000);
        expect(await hot.jobs.bury(seen, 'gone')).toBe(false);
        expect(await hot.jobs.get('a')).toMatchObject({ status: 'running' });
      });
      test('each of many claims gets jobs of its own', async () => {
        for (let n = 0; n < 6; n++) await add(`${n}`);
        const options = { name: 'work', now: clock.now(), leaseMs: 1_000, limit: 2 };
        const claims = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => hot.jobs.claim({ ...options, owner })));
        const ids = claims.flat().map(({ id }) => id);
        expect(ids.sort()).toEqual(['0', '1', '2', '3', '4', '5']);
      });
    });

    test('health buckets of one minute add up, are read by range and pruned', async () => {
      const bucket = {
        connectionId: 'c',
        plugin: 'p',
        version: '1.0.0',
        minute: 10,
        calls: 1,
        errors: 0,
        p50: 1.5,
        p95: 2,
        p99: null,
        byClass: {},
      };
      await hot.buckets.put([bucket, { ...bucket, minute: 11 }, { ...bucket, version: '1.1.0', minute: 12 }]);
      const more = { ...bucket, calls: 3, errors: 1, p50: 5.5, p95: null, p99: 9, byClass: { auth: 1 } };
      await hot.buckets.put([more, { ...more, p50: 5.5 }]);
      const inTime = { connectionId: 'c', from: 10, to: 12 };
      expect(await hot.buckets.range(inTime)).toMatchObject([
        { minute: 10, calls: 7, errors: 2, p95: 2, p99: 9, byClass: { auth: 2 } },
        { minute: 11, calls: 1 },
      ]);
      expect(await hot.buckets.range({ plugin: 'p', version: '1.1.0', from: 0, to: 99 })).toHaveLength(1);
      expect(await hot.buckets.prune(11)).toBe(1);
    });

    test('usage buckets are replaced, read by range and pruned', async () => {
      const figures = {
        samples: 1,
        cpuMs: 12.5,
        rssBytes: { average: 10, most: 20 },
        heapBytes: { average: 5, most: 6 },
        loopDelayMs: { average: 1, most: 2 },
        starts: 1,
        restarts: 0,
        failures: { crashed: 1 },
        refused: {},
      };
      const bucket = { plugin: 'p', version: '1.0.0', minute: 10, figures };
      await hot.usage.put([bucket, { ...bucket, minute: 11 }, { ...bucket, version: '1.1.0' }]);
      await hot.usage.put([
        { ...bucket, figures: { ...figures, samples: 7 } },
        { ...bucket, plugin: 'other' },
      ]);
      expect(await hot.usage.range({ plugin: 'p', from: 10, to: 11 })).toEqual([
        { ...bucket, figures: { ...figures, samples: 7 } },
        { ...bucket, version: '1.1.0' },
      ]);
      expect(await hot.usage.prune(11)).toBe(3);
      expect(await hot.usage.range({ plugin: 'p', from: 0, to: 99 })).toHaveLength(1);
    });
  });
}
