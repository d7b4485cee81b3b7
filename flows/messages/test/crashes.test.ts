import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@fairlead/core';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { channelCollection, createMessagesFlow, messageCollection, type MessagesSettings } from '../src/index.ts';
import { CrashPlan, crashing, untilCrash } from './crash-plan.ts';
import { flowServices, openStorage, storedIn, toldOf } from './flow-harness.ts';
import { message, type ScriptedChannel, scriptedChannel } from './scripted-channel.ts';

let folder: string;
let storage: Storage;
const clock = new FakeClock();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-'));
  storage = await openStorage(folder, clock);
});
afterAll(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** Runs of the flow's process: each is a new one, which dies at its write of that number. */
function makeRun(vendor: ScriptedChannel, id: string, settings: Partial<MessagesSettings> = {}) {
  const live = (plan: CrashPlan) =>
    createMessagesFlow({ pageSize: 3, mostPages: 3, floodLimit: 6, ...settings }).make(
      flowServices({ storage, clock, vendor, wrap: crashing(plan) }),
    );
  const signal = new AbortController().signal;
  return {
    poll: (plan: CrashPlan) =>
      untilCrash(live(plan).jobs?.['poll']?.handle({ connectionId: id }, { signal, attempt: 1 }) ?? Promise.resolve()),
    deliver(plan: CrashPlan, from: number, to: number) {
      const events = vendor.published.slice(from, to).map((one, index) => ({
        inboxId: `${from}-${index}`,
        receivedAt: '2026-01-01T00:00:00.000Z',
        event: { dedupeKey: one.id, type: 'post', message: one },
      }));
      return untilCrash(live(plan).inbox?.['channel']?.({ connectionId: id, events }) ?? Promise.resolve());
    },
  };
}

test('a flood that is broken off at any write is marked from its first message to its last, and told of once', async () => {
  let runs = 0;
  for (const after of [false, true]) {
    for (let writes = 1; writes <= 13; writes++) {
      const id = `flood${runs++}`;
      const vendor = scriptedChannel();
      const run = makeRun(vendor, id, { pageSize: 10 });
      vendor.publish(1);
      await run.poll(new CrashPlan());
      vendor.publish(10);
      await run.poll(new CrashPlan(writes, after));
      await run.poll(new CrashPlan());
      vendor.publish(1);
      await run.poll(new CrashPlan());
      const { items } = await storage.repository(messageCollection).list({ where: { connectionId: id }, limit: 100 });
      const marked = items.filter(({ state }) => state.flooded).map(({ state }) => state.message.id);
      expect(marked.toSorted()).toEqual(
        vendor.published
          .slice(1, 11)
          .map((one) => one.id)
          .toSorted(),
      );
      const channel = await storage.repository(channelCollection).get(id);
      expect(channel?.pending.map(({ type }) => type)).toEqual(['channel.flooded']);
      expect(channel?.state).toMatchObject({ cursor: '12', floodFrom: null });
    }
  }
});

const crash = fc.record({ writes: fc.integer({ min: 1, max: 12 }), after: fc.boolean() });
const step = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('edit' as const), of: fc.nat(), revision: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('delete' as const), of: fc.nat() }),
  fc.record({ do: fc.constant('repeat' as const), of: fc.nat() }),
  fc.record({ do: fc.constant('poll' as const), crash: fc.option(crash), twice: fc.boolean() }),
  fc.record({
    do: fc.constant('webhook' as const),
    from: fc.nat(),
    count: fc.integer({ min: 1, max: 9 }),
    crash: fc.option(crash),
  }),
);

const planOf = (plan: { readonly writes: number; readonly after: boolean } | null) =>
  new CrashPlan(plan?.writes, plan?.after);

test('whatever crashes and repeats, each revision is stored once and told once, and the cursor is never ahead', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const id = `c${runs++}`;
      const vendor = scriptedChannel();
      const run = makeRun(vendor, id);
      const channels = storage.repository(channelCollection);
      const keyOf = ({ id: name, revision }: { readonly id: string; readonly revision: string }) =>
        `${name}@${revision}`;
      /** What the vendor published before the first poll was through: only this may go untold. */
      let untold = new Set<string>();
      const check = async () => {
        const state = (await channels.get(id))?.state;
        const stored = await storedIn(storage, id);
        expect(new Set(stored).size).toBe(stored.length);
        const behind = vendor.published.slice(0, Number(state?.cursor ?? 0)).map(keyOf);
        expect(behind.filter((key) => !stored.includes(key))).toEqual([]);
        if (state?.seeded !== true) untold = new Set(vendor.published.map(keyOf));
      };
      for (const one of steps) {
        await clock.advance(1);
        if (one.do === 'publish') vendor.publish(one.count);
        else if (one.do === 'poll') {
          const polls = [run.poll(planOf(one.crash)), ...(one.twice ? [run.poll(planOf(null))] : [])];
          const isSeeded = (await channels.get(id))?.state.seeded === true;
          if (!isSeeded) untold = new Set(vendor.published.map(keyOf));
          await Promise.all(polls);
        } else if (vendor.published.length > 0) {
          const place = (one.do === 'webhook' ? one.from : one.of) % vendor.published.length;
          const original = vendor.published[place];
          if (one.do === 'webhook') await run.deliver(planOf(one.crash), place, place + one.count);
          else if (one.do === 'repeat' && original !== undefined) vendor.published.push(original);
          else if (one.do === 'edit' && original !== undefined) {
            vendor.published.push(message(original.id, { change: 'edited', revision: String(one.revision) }));
          } else if (one.do === 'delete' && original !== undefined) {
            vendor.published.push(message(original.id, { change: 'deleted', revision: 'gone', text: '' }));
          }
        }
        await check();
      }
      for (let last = 0; Number((await channels.get(id))?.state.cursor ?? -1) < vendor.published.length; last++) {
        expect(last).toBeLessThan(100);
        await run.poll(planOf(null));
        await check();
      }
      const all = [...new Set(vendor.published.map(keyOf))];
      expect((await storedIn(storage, id)).toSorted()).toEqual(all.toSorted());
      const lines = await toldOf(storage, id);
      const told = lines.map((line) => line.split(' ')[1] ?? '');
      const changes = new Map(vendor.published.map((one) => [keyOf(one), `message.${one.change} ${keyOf(one)}`]));
      expect(lines).toEqual(told.map((key) => changes.get(key)));
      expect(new Set(told).size).toBe(told.length);
      expect(all.filter((key) => !told.includes(key) && !untold.has(key))).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 120_000);
