import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredJob } from '../storage/index.ts';
import type { JobContext, JobProblem, JobQueue } from './job-queue.ts';

/** What a queue's test file gives the suite. All queues of one harness share their jobs. */
export interface JobQueueHarness {
  /** A queue of a process of its own. */
  createQueue(parts: {
    report: (problem: JobProblem) => void;
    onDead: (job: StoredJob, error: string) => void;
  }): JobQueue;
  /** The process of the queue is gone: nothing it does has an effect from now on. */
  crash(queue: JobQueue): void;
  /** The process of the queue stands still, as with a full disk or a paused machine; what it wants to write waits. */
  stall(queue: JobQueue): void;
  resume(queue: JobQueue): void;
  now(): number;
  /** Lets time pass, and what is due happen. */
  advance(ms: number): Promise<void>;
  /** Lets happen what needs no time, until `condition` holds; fails when it never does. */
  until(condition: () => boolean): Promise<void>;
  /** Sets the wall clock; no time passes. */
  setClock(byMs: number): void;
  dispose(): Promise<void>;
}

interface Call {
  readonly queue: JobQueue;
  readonly payload: unknown;
  readonly context: JobContext;
  finish(): void;
  fail(message: string): void;
}

/** The contract of {@link JobQueue}: every queue's test file calls it. */
export function jobQueueConformance(name: string, harness: () => Promise<JobQueueHarness>): void {
  describe(`jobs on ${name}`, () => {
    let current: JobQueueHarness;
    let queue: JobQueue;
    let calls: Call[];
    let dead: string[];
    let problems: JobProblem[];
    const opened: JobQueue[] = [];

    const createQueue = (options: { concurrency?: number; maxAttempts?: number; timeoutMs?: number } = {}) => {
      const created = current.createQueue({
        report: (problem) => problems.push(problem),
        onDead: (job, error) => dead.push(`${job.name}: ${error}`),
      });
      opened.push(created);
      created.define('work', {
        leaseMs: 30_000,
        maxAttempts: 3,
        backoffMs: (attempt) => attempt * 1_000,
        ...options,
        handler: (payload, context) =>
          new Promise((resolve, reject) => {
            calls.push({
              queue: created,
              payload,
              context,
              finish: resolve,
              fail: (message) => reject(new Error(message)),
            });
          }),
      });
      created.start();
      return created;
    };
    const called = async (count: number): Promise<Call> => {
      await current.until(() => calls.length >= count);
      expect(calls).toHaveLength(count);
      return calls[count - 1] as Call;
    };
    const gone = async (id: string) => {
      let there = true;
      await current.until(() => {
        void queue.get(id).then((job) => {
          there = job !== undefined;
        });
        return !there;
      });
    };
    const enqueue = (more: object = {}) => queue.enqueue({ name: 'work', payload: { n: 1 }, ...more });

    beforeEach(async () => {
      current = await harness();
      calls = [];
      dead = [];
      problems = [];
      queue = createQueue();
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.dispose({ graceMs: 0 });
      await current.dispose();
    });

    test('runs a job once and forgets it when the handler returns', async () => {
      const { id, created } = await enqueue();
      expect(created).toBe(true);
      const call = await called(1);
      expect(call).toMatchObject({ payload: { n: 1 }, context: { id, attempt: 1 } });
      call.finish();
      await gone(id);
      await current.advance(120_000);
      expect(calls).toHaveLength(1);
    });
    test('holds a delayed job back until its time', async () => {
      await enqueue({ delayMs: 60_000 });
      await enqueue({ runAt: current.now() + 90_000 });
      await current.advance(59_000);
      expect(calls).toHaveLength(0);
      await current.advance(1_500);
      (await called(1)).finish();
      await current.advance(30_000);
      (await called(2)).finish();
    });
    test('finds the open job of a key instead of adding another, and adds one once it is done', async () => {
      const first = await enqueue({ key: 'a', payload: 1 });
      expect(await enqueue({ key: 'a', payload: 2 })).toEqual({ id: first.id, created: false });
      (await called(1)).finish();
      await gone(first.id);
      expect((await enqueue({ key: 'a', payload: 3 })).created).toBe(true);
      (await called(2)).finish();
      expect(calls.map(({ payload }) => payload)).toEqual([1, 3]);
    });
    test('tries a failed job again after its backoff, with a greater fence', async () => {
      await enqueue();
      const first = await called(1);
      first.fail('no');
      await current.advance(900);
      expect(calls).toHaveLength(1);
      await current.advance(200);
      const second = await called(2);
      expect(second.context.attempt).toBe(2);
      expect(second.context.fence).toBeGreaterThan(first.context.fence);
      second.finish();
    });
    test('keeps a job that failed at every attempt, to be retried or discarded by hand', async () => {
      const { id } = await enqueue({ key: 'k' });
      for (const attempt of [1, 2, 3]) {
        (await called(attempt)).fail(`no ${attempt}`);
        await current.advance(5_000);
      }
      await current.until(() => dead.length === 1);
      expect(dead).toEqual(['work: no 3']);
      expect((await queue.deadJobs({ limit: 5 })).items).toMatchObject([
        { id, status: 'dead', attempts: 3, lastError: 'no 3' },
      ]);
      expect(await queue.retryDead(id)).toBe(true);
      expect(await queue.retryDead(id)).toBe(false);
      const again = await called(4);
      expect(again.context.attempt).toBe(1);
      again.finish();
      await gone(id);
      expect(await queue.discardDead(id)).toBe(false);
    });
    test('does not revive a dead job while another of its key is open', async () => {
      const { id } = await enqueue({ key: 'k' });
      for (const attempt of [1, 2, 3]) {
        (await called(attempt)).fail('no');
        await current.advance(5_000);
      }
      await current.until(() => dead.length === 1);
      await enqueue({ key: 'k', delayMs: 60_000 });
      expect(await queue.retryDead(id)).toBe(false);
      expect(await queue.discardDead(id)).toBe(true);
      expect((await queue.deadJobs({ limit: 5 })).items).toEqual([]);
    });
    test('fails an attempt that takes too long, and a heartbeat begins its time anew', async () => {
      const quick = createQueue({ timeoutMs: 10_000 });
      await queue.dispose({ graceMs: 0 });
      await quick.enqueue({ name: 'work', payload: 1 });
      const call = await called(1);
      await current.advance(9_000);
      await call.context.heartbeat();
      await current.advance(9_000);
      expect(call.context.signal.aborted).toBe(false);
      await current.advance(1_500);
      expect(call.context.signal.aborted).toBe(true);
      await current.advance(1_500);
      (await called(2)).finish();
    });
    test('runs no more at once than it may', async () => {
      await queue.dispose({ graceMs: 0 });
      queue = createQueue({ concurrency: 2 });
      for (let n = 0; n < 5; n++) await enqueue();
      await current.until(() => calls.length === 2);
      await current.advance(60_000);
      expect(calls).toHaveLength(2);
      calls[0]?.finish();
      await called(3);
    });
    test('repeats a job at its interval, and makes up once for what was missed', async () => {
      const request = { name: 'work', key: 'poll', everyMs: 60_000, payload: 'poll' };
      const { id } = await queue.repeat(request);
      expect(await queue.repeat(request)).toEqual({ id, created: false });
      (await called(1)).finish();
      await current.advance(59_000);
      expect(calls).toHaveLength(1);
      await current.advance(2_000);
      await called(2);
      await current.advance(300_000);
      calls[1]?.finish();
      await current.advance(59_000);
      expect(calls.length).toBeLessThanOrEqual(3);
    });
    test('goes on repeating after a job failed at every attempt', async () => {
      await queue.repeat({ name: 'work', key: 'poll', everyMs: 60_000, payload: 'poll' });
      for (const attempt of [1, 2, 3]) {
        (await called(attempt)).fail('no');
        await current.advance(5_000);
      }
      await current.until(() => dead.length === 1);
      await current.advance(60_000);
      (await called(4)).finish();
    });
    test('cancels a waiting job, and aborts a running one', async () => {
      const waiting = await enqueue({ delayMs: 1_000, key: 'later' });
      const running = await enqueue();
      const call = await called(1);
      expect(await queue.cancel({ name: 'work', key: 'later' })).toBe(true);
      expect(await queue.cancel(waiting.id)).toBe(false);
      expect(await queue.cancel(running.id)).toBe(true);
      expect(call.context.signal.aborted).toBe(true);
      await expect(call.context.heartbeat()).rejects.toMatchObject({ name: 'JobLostError' });
      await current.advance(60_000);
      expect(calls).toHaveLength(1);
    });
    test('keeps a long job to itself by renewing its lease', async () => {
      createQueue();
      await enqueue();
      const call = await called(1);
      await current.advance(200_000);
      expect(calls).toHaveLength(1);
      expect(call.context.signal.aborted).toBe(false);
      call.finish();
    });
    test('gives the job of a dead process to another', async () => {
      const other = createQueue();
      await enqueue();
      const call = await called(1);
      const heir = call.queue === queue ? other : queue;
      current.crash(call.queue);
      await current.advance(90_000);
      const second = await called(2);
      expect(second.queue).toBe(heir);
      expect(second.context.attempt).toBe(2);
      second.finish();
    });
    test('gives the job of a process that stands still to another, and refuses what the first writes later', async () => {
      const other = createQueue();
      await enqueue();
      const call = await called(1);
      const heir = call.queue === queue ? other : queue;
      current.stall(call.queue);
      await current.advance(90_000);
      const second = await called(2);
      expect(second.context.fence).toBeGreaterThan(call.context.fence);
      call.finish();
      current.resume(call.queue);
      await current.until(() => problems.some(({ code }) => code === 'job_lost'));
      expect(await heir.get(second.context.id)).toMatchObject({ status: 'running' });
      second.finish();
    });
    test('gives up a job that ends its process every time', async () => {
      await enqueue();
      for (const count of [1, 2, 3]) {
        const call = await called(count);
        current.crash(call.queue);
        queue = createQueue();
        await current.advance(90_000);
      }
      await current.until(() => dead.length === 1);
      expect(calls).toHaveLength(3);
    });
    test('does not run a job twice when the clock jumps forward', async () => {
      const other = createQueue();
      await enqueue();
      const call = await called(1);
      current.setClock(86_400_000);
      // Makes both look before the lease is renewed.
      for (const one of [queue, other]) await one.enqueue({ name: 'unknown', payload: null });
      await current.until(() => true);
      await current.advance(120_000);
      expect(calls).toHaveLength(1);
      expect(call.context.signal.aborted).toBe(false);
      call.finish();
    });
    test('does not stall when the clock jumps back', async () => {
      await queue.repeat({ name: 'work', key: 'poll', everyMs: 60_000, payload: 'poll' });
      (await called(1)).finish();
      await enqueue({ delayMs: 5_000 });
      await current.advance(100);
      current.setClock(-86_400_000);
      await current.advance(40_000);
      (await called(2)).finish();
      await current.advance(61_000);
      (await called(3)).finish();
    });
    test('recovers the job of a dead process after the clock jumped back', async () => {
      await enqueue();
      const call = await called(1);
      current.crash(call.queue);
      current.setClock(-86_400_000);
      queue = createQueue();
      await current.advance(120_000);
      (await called(2)).finish();
    });
    test('stops: waits for what runs, then aborts it and gives it back untried', async () => {
      const { id } = await enqueue();
      const call = await called(1);
      const stopped = queue.dispose({ graceMs: 5_000 });
      await current.advance(4_000);
      expect(call.context.signal.aborted).toBe(false);
      await current.advance(1_500);
      await stopped;
      expect(call.context.signal.aborted).toBe(true);
      expect(await queue.get(id)).toMatchObject({ status: 'waiting', attempts: 0 });
      queue = createQueue();
      (await called(2)).finish();
    });
    test('counts jobs by name and state', async () => {
      await enqueue();
      await enqueue({ delayMs: 60_000 });
      (await called(1)).context.signal.throwIfAborted();
      expect(await queue.counts()).toEqual([{ name: 'work', waiting: 1, running: 1, dead: 0 }]);
    });
  });
}
