import { join } from 'node:path';
import { createStorage, type JobStore } from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { expect, test } from 'vitest';
import { jobQueueConformance } from './conformance.ts';
import type { JobQueue } from './job-queue.ts';
import { StoredJobQueue } from './stored-job-queue.ts';
import { type Crashable, crashable } from '../storage/testing/crashable.ts';

jobQueueConformance('the embedded store', async () => {
  const folder = await temporaryFolder();
  const clock = new FakeClock();
  const storage = await createStorage({ path: join(folder.path, 'jobs.db'), collections: [], clock });
  await storage.migrate();
  const processes = new Map<JobQueue, Crashable<JobStore>>();
  return {
    createQueue(parts) {
      const store = crashable(storage.hot.jobs);
      const queue = new StoredJobQueue({ store: store.target, clock, random: () => 0, ...parts });
      processes.set(queue, store);
      // A process that is gone cannot be stopped either.
      const dispose = queue.dispose.bind(queue);
      queue.dispose = (options) => (processes.has(queue) ? dispose(options) : Promise.resolve());
      return queue;
    },
    crash(queue) {
      processes.get(queue)?.crash();
      processes.delete(queue);
    },
    stall: (queue) => processes.get(queue)?.stall(),
    resume: (queue) => processes.get(queue)?.resume(),
    now: () => clock.now(),
    advance: (ms) => clock.advance(ms),
    async until(condition) {
      for (let turn = 0; turn < 500; turn++) {
        if (condition()) return;
        await settle(1);
      }
      throw new Error('It never happened.');
    },
    setClock: (byMs) => clock.jump(byMs),
    async dispose() {
      await storage.dispose();
      await folder.dispose();
    },
  };
});

test('spreads repeating jobs where they begin, and keeps the distance from time to time as it was asked for', async () => {
  const folder = await temporaryFolder();
  const clock = new FakeClock();
  const storage = await createStorage({ path: join(folder.path, 'jobs.db'), collections: [], clock });
  await storage.migrate();
  const queue = new StoredJobQueue({ store: storage.hot.jobs, clock, random: () => 0.5, report: () => undefined });
  const began = clock.now();
  const times: number[] = [];
  queue.define('work', { handler: () => void times.push(clock.now() - began) });
  await queue.repeat({ name: 'work', key: 'poll', everyMs: 60_000, jitterMs: 6_000, payload: null });
  queue.start();
  await clock.advance(600_000);
  expect(times).toEqual(Array.from({ length: 10 }, (_, number) => 3_000 + number * 60_000));
  await queue.dispose();
  await storage.dispose();
  await folder.dispose();
});
