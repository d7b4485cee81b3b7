import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Storage, StoredJobQueue } from '@fairlead/core';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMessagesFlow } from '../src/index.ts';
import { activeConnection, connectionId, flowServices, openStorage, storedIn, toldOf } from './flow-harness.ts';
import { type ScriptedChannel, scriptedChannel } from './scripted-channel.ts';

let folder: string;
let clock: FakeClock;
let storage: Storage;
let vendor: ScriptedChannel;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-'));
  clock = new FakeClock();
  storage = await openStorage(folder, clock);
  vendor = scriptedChannel();
});
afterEach(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** The flow on a queue of its own, as one node runs it. */
async function startNode(connectionIds: readonly string[] = [connectionId]) {
  const problems: unknown[] = [];
  const queue = new StoredJobQueue({
    store: storage.hot.jobs,
    clock,
    random: () => 0,
    report: (problem) => problems.push(problem),
  });
  const services = flowServices({ storage, clock, vendor });
  const body = createMessagesFlow().make({
    ...services,
    connections: { ...services.connections, offering: async () => connectionIds.map((id) => activeConnection(id)) },
    jobs: {
      enqueue: async (request) => (await queue.enqueue(request)).id,
      repeat: async (request) => void (await queue.repeat(request)),
      cancel: async (name, key) => void (await queue.cancel({ name, key })),
    },
  });
  const { handle, concurrency = 4 } = body.jobs?.['poll'] ?? {};
  queue.define('poll', {
    handler: async (payload, { signal, attempt }) => handle?.(payload as never, { signal, attempt }),
    concurrency,
  });
  queue.start();
  await body.start?.();
  return {
    problems,
    async stop() {
      await queue.dispose({ graceMs: 0 });
      await body.dispose?.();
    },
  };
}

async function calledTimes(count: number): Promise<void> {
  for (let turn = 0; vendor.calls() < count && turn < 500; turn++) await clock.advance(0);
  await clock.advance(0);
  expect(vendor.calls()).toBe(count);
}

test('a connection is polled at once and every minute, by one of two nodes, and goes on after both were restarted', async () => {
  vendor.publish(1);
  const nodes = [await startNode(), await startNode()];
  await calledTimes(1);
  vendor.publish(1);
  await clock.advance(59_000);
  expect(vendor.calls()).toBe(1);
  await clock.advance(1_000);
  await calledTimes(2);
  for (const node of nodes) await node.stop();
  vendor.publish(1);
  const again = await startNode();
  await clock.advance(60_000);
  await calledTimes(3);
  for (let turn = 0; (await storedIn(storage, connectionId)).length < 3 && turn < 500; turn++) await clock.advance(0);
  expect(await storedIn(storage, connectionId)).toEqual(['m0@0', 'm1@0', 'm2@0']);
  expect(await toldOf(storage, connectionId)).toEqual(['message.created m1@0', 'message.created m2@0']);
  expect(again.problems).toEqual([]);
  await again.stop();
});

test('fifty channels that hang do not keep another from being polled', async () => {
  const { promise: never, resolve: release } = Promise.withResolvers<void>();
  vendor.holds.push(...Array.from({ length: 50 }, () => never));
  const ids = Array.from({ length: 51 }, (_, index) => `channel-${index}`);
  const node = await startNode(ids);
  await calledTimes(51);
  release();
  await node.stop();
});
