import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type JobStore, type Storage } from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { StoredJobQueue } from './stored-job-queue.ts';
import { type Crashable, crashable } from '../storage/testing/crashable.ts';

const leaseMs = 9_000;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('enqueue' as const),
      delayMs: fc.constantFrom(0, 0, 4_000),
      key: fc.constantFrom(undefined, 'k'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('finish' as const, 'fail' as const), pick: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(500, 3_000, 10_000, 31_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('crash' as const, 'stall' as const, 'resume' as const),
      which: fc.nat(1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), ms: fc.constantFrom(-3_600_000, 3_600_000) }),
  },
);

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.dispose());

test('every job runs at least once and completes under one fence, whatever crashes and whenever', {
  timeout: 240_000,
}, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const clock = new FakeClock();
      const storage = await createStorage({ path: join(folder.path, `${run++}.db`), collections: [], clock });
      await storage.migrate();
      const world = new World(storage, clock);
      for (const one of steps) {
        if (one.kind === 'enqueue') await world.enqueue(one.delayMs, one.key);
        if (one.kind === 'finish' || one.kind === 'fail') world.end(one.kind, one.pick);
        if (one.kind === 'turns') await settle(one.count);
        if (one.kind === 'time') await clock.advance(one.ms);
        if (one.kind === 'clock') clock.jump(one.ms);
        if (one.kind === 'crash') world.crash(one.which);
        if (one.kind === 'stall' || one.kind === 'resume') world.process(one.which)[one.kind]();
      }
      await world.finishAll();
      for (const id of world.enqueued) {
        expect(world.started.get(id) ?? 0).toBeGreaterThanOrEqual(1);
        expect(world.completed.get(id)).toBe(1);
      }
      expect(world.stale).toEqual([]);
      expect(await storage.hot.jobs.counts()).toEqual([]);
      await world.dispose();
      await storage.dispose();
    }),
    { numRuns: 60 },
  );
});

interface Open {
  readonly process: Process;
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

interface Process extends Omit<Crashable<JobStore>, 'target'> {
  readonly queue: StoredJobQueue;
}

/** Two processes on one store, handlers that end when told to, and a count of what was started and completed. */
class World {
  readonly enqueued = new Set<string>();
  readonly started = new Map<string, number>();
  readonly completed = new Map<string, number>();
  /** Completed by somebody who no longer held it. */
  readonly stale: string[] = [];
  readonly #newest = new Map<string, number>();
  readonly #storage: Storage;
  readonly #clock: FakeClock;
  readonly #processes: Process[];
  #open: Open[] = [];
  #gentle = false;

  constructor(storage: Storage, clock: FakeClock) {
    this.#storage = storage;
    this.#clock = clock;
    this.#processes = [this.#start(), this.#start()];
  }

  async enqueue(delayMs: number, key: string | undefined): Promise<void> {
    const asking = this.process(0);
    asking.resume();
    const { id } = await asking.queue.enqueue({ name: 'work', payload: null, delayMs, key });
    this.enqueued.add(id);
  }

  end(how: 'finish' | 'fail', pick: number): void {
    const [one] = this.#open.splice(pick % Math.max(1, this.#open.length), 1);
    if (how === 'finish') one?.finish();
    else one?.fail(new Error('no'));
  }

  crash(which: number): void {
    this.process(which).crash();
    // Its handlers may go on for a while, as those of a process that is cut off do.
    this.#processes[which] = this.#start();
  }

  process(which: number): Process {
    return this.#processes[which] as Process;
  }

  async finishAll(): Promise<void> {
    this.#gentle = true;
    for (const process of this.#processes) process.resume();
    for (let round = 0; round < 160; round++) {
      for (const one of this.#open.splice(0)) one.finish();
      // What was put off before the clock went back is due hours from now.
      await this.#clock.advance(round < 40 ? 10_000 : 600_000);
      await settle(20);
      if ((await this.#storage.hot.jobs.counts()).length === 0) return;
    }
  }

  async dispose(): Promise<void> {
    for (const { queue } of this.#processes) await queue.dispose({ graceMs: 0 });
  }

  #start(): Process {
    const { target, ...faults } = crashable(this.#counting());
    const queue = new StoredJobQueue({ store: target, clock: this.#clock, report: () => undefined, random: () => 0 });
    const process = { queue, ...faults };
    queue.define('work', {
      leaseMs,
      maxAttempts: 1_000,
      backoffMs: () => 2_000,
      concurrency: 2,
      handler: (_, { id }) => {
        this.started.set(id, (this.started.get(id) ?? 0) + 1);
        if (this.#gentle) return;
        return new Promise((finish, fail) => this.#open.push({ process, finish, fail }));
      },
    });
    queue.start();
    return process;
  }

  /** The store, counting completions that it accepted, also those of a process that did not live to hear of it. */
  #counting(): JobStore {
    const store = this.#storage.hot.jobs;
    return {
      ...store,
      claim: async (options) => {
        const jobs = await store.claim(options);
        for (const { id, fence } of jobs) this.#newest.set(id, Math.max(fence, this.#newest.get(id) ?? 0));
        return jobs;
      },
      complete: async (fence, next) => {
        const newest = this.#newest.get(fence.id);
        const done = await store.complete(fence, next);
        if (done && fence.fence !== newest) this.stale.push(fence.id);
        if (done) this.completed.set(fence.id, (this.completed.get(fence.id) ?? 0) + 1);
        return done;
      },
    };
  }
}
