import { type Clock, newId, type Timer } from '@fairlead/sdk';
import type { JobFence, JobStore, NewJob, StoredJob } from '../storage/index.ts';
import { exponentialBackoff } from './backoff.ts';
import type { Enqueued, JobDefinition, JobProblem, JobQueue, JobRequest, RepeatRequest } from './job-queue.ts';
import { LeaseWatch } from './lease-watch.ts';
import { type JobEnd, RunningJob } from './running-job.ts';

export interface StoredJobQueueOptions {
  readonly store: JobStore;
  readonly clock: Clock;
  readonly report: (problem: JobProblem) => void;
  /** Told when a job is dead, or a repeating one failed at every attempt: a person should know. */
  readonly onDead?: ((job: StoredJob, error: string) => void) | undefined;
  /** From 0 to 1. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** No wait is longer, so that a clock that was set, or a job that another process added, is noticed by then. */
const longestWaitMs = 30_000;
const pauseAfterFailureMs = 1_000;
const clockSetMs = 1_000;

/** The embedded queue: an in-process scheduler over durable rows. Several may run on one store. */
export class StoredJobQueue implements JobQueue {
  readonly #options: StoredJobQueueOptions;
  readonly #owner: string;
  readonly #watch: LeaseWatch;
  readonly #definitions = new Map<string, Required<JobDefinition>>();
  readonly #running = new Map<string, RunningJob>();
  readonly #finishing = new Set<Promise<void>>();
  #offsetMs: number | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #timer: Timer | undefined;
  #state: 'idle' | 'running' | 'stopped' = 'idle';

  constructor(options: StoredJobQueueOptions) {
    this.#options = options;
    this.#owner = newId(options.clock.now());
    this.#watch = new LeaseWatch(options.clock);
  }

  define(name: string, definition: JobDefinition): void {
    if (this.#definitions.has(name)) throw new TypeError(`Jobs “${name}” are defined already.`);
    const defaults = {
      maxAttempts: 10,
      backoffMs: exponentialBackoff(),
      leaseMs: 30_000,
      concurrency: 5,
      timeoutMs: 300_000,
    };
    this.#definitions.set(name, { ...defaults, ...definition });
    this.#look();
  }

  start(): void {
    if (this.#state !== 'idle') return;
    this.#state = 'running';
    this.#look();
  }

  async enqueue({ name, payload, key, runAt, delayMs = 0 }: JobRequest): Promise<Enqueued> {
    const now = this.#options.clock.now();
    const when = runAt === undefined ? { runAt: now + delayMs, delayMs } : { runAt, delayMs: null };
    const { job, created } = await this.#add({ name, payload, key: key ?? null, repeat: null, ...when });
    return { id: job.id, created };
  }

  async repeat({ name, key, everyMs, jitterMs = 0, payload }: RepeatRequest): Promise<Enqueued> {
    const repeat = { everyMs, jitterMs };
    const delayMs = Math.round(jitterMs * this.#random());
    const runAt = this.#options.clock.now() + delayMs;
    const { job, created } = await this.#add({ name, payload, key, repeat, runAt, delayMs });
    if (!created) {
      const maxAttempts = this.#definitions.get(name)?.maxAttempts ?? job.maxAttempts;
      const latest = this.#options.clock.now() + everyMs + jitterMs;
      await this.#options.store.redefine(job.id, { payload, repeat, maxAttempts, runAt: latest });
      this.#look();
    }
    return { id: job.id, created };
  }

  async cancel(job: string | { readonly name: string; readonly key: string }): Promise<boolean> {
    const { store } = this.#options;
    const id = typeof job === 'string' ? job : (await store.findOpen(job.name, job.key))?.id;
    if (id === undefined || !(await store.remove(id))) return false;
    this.#running.get(id)?.cancelled();
    return true;
  }

  get: JobQueue['get'] = (id) => this.#options.store.get(id);
  counts: JobQueue['counts'] = () => this.#options.store.counts();
  deadJobs: JobQueue['deadJobs'] = (options) => this.#options.store.dead(options);
  discardDead: JobQueue['discardDead'] = (id) => this.#options.store.discard(id);

  async retryDead(id: string): Promise<boolean> {
    const revived = await this.#options.store.revive(id, this.#options.clock.now());
    if (revived) this.#look();
    return revived;
  }

  async dispose({ graceMs = 10_000 }: { readonly graceMs?: number } = {}): Promise<void> {
    this.#state = 'stopped';
    this.#timer?.cancel();
    await this.#looking;
    const deadline = this.#options.clock.schedule(graceMs, () => {
      for (const running of this.#running.values()) running.stop();
    });
    if (graceMs <= 0) for (const running of this.#running.values()) running.stop();
    await Promise.all(this.#finishing);
    deadline.cancel();
  }

  async #add(job: Omit<NewJob, 'id' | 'maxAttempts' | 'createdAt'>) {
    const { store, clock } = this.#options;
    const maxAttempts = this.#definitions.get(job.name)?.maxAttempts ?? 10;
    const added = await store.enqueue({ ...job, id: newId(clock.now()), maxAttempts, createdAt: clock.now() });
    if (added.created) this.#look();
    return added;
  }

  /** Looks for work now, or once more after the look under way. */
  #look(): void {
    if (this.#state !== 'running') return;
    this.#again = true;
    this.#looking ??= this.#lookUntilQuiet().finally(() => {
      this.#looking = undefined;
    });
  }

  async #lookUntilQuiet(): Promise<void> {
    this.#timer?.cancel();
    let waitMs = longestWaitMs;
    while (this.#again && this.#state === 'running') {
      this.#again = false;
      try {
        waitMs = await this.#lookOnce();
      } catch (error) {
        waitMs = pauseAfterFailureMs;
        this.#options.report({ code: 'queue_failed', message: 'Jobs wait: the queue cannot be read for now.', error });
      }
    }
    if (this.#state === 'running') this.#timer = this.#options.clock.schedule(waitMs, () => this.#look());
  }

  /** @returns how long to wait, in milliseconds */
  async #lookOnce(): Promise<number> {
    const { store, clock } = this.#options;
    await this.#minTheClock();
    const lost = await this.#recover();
    const hungry: string[] = [];
    for (const [name, definition] of this.#definitions) {
      const limit = definition.concurrency - this.#count(name);
      if (limit <= 0) continue;
      const { leaseMs } = definition;
      const jobs = await store.claim({ name, owner: this.#owner, now: clock.now(), leaseMs, limit });
      for (const job of jobs) this.#run(job, definition);
      if (jobs.length < limit) hungry.push(name);
    }
    const next = await store.nextRunAt(hungry);
    const waits = [longestWaitMs, lost, next === undefined ? longestWaitMs : next - clock.now()];
    return Math.max(0, Math.min(...waits));
  }

  #run(job: StoredJob, definition: Required<JobDefinition>): void {
    const { store, clock } = this.#options;
    const running = new RunningJob({ job, definition, store, clock });
    this.#running.set(job.id, running);
    const finished = running.ended
      .then((end) => this.#settle(job, definition, end))
      .catch((error: unknown) => {
        // The row stays as it is; its lease runs out and the job is tried again.
        this.#problem('queue_failed', 'How a job ended could not be stored.', job, error);
      })
      .finally(() => {
        this.#running.delete(job.id);
        this.#finishing.delete(finished);
        this.#look();
      });
    this.#finishing.add(finished);
  }

  async #settle(job: StoredJob, definition: Required<JobDefinition>, end: JobEnd): Promise<void> {
    const { store, clock } = this.#options;
    switch (end.kind) {
      case 'completed':
        return this.#written(job, await store.complete(fenceOf(job), this.#next(job, null)));
      case 'failed':
        return this.#failed(
          job,
          fenceOf(job),
          { maxAttempts: definition.maxAttempts, delayMs: definition.backoffMs(job.attempts) },
          end.error,
        );
      case 'stopped':
        return this.#written(job, await store.release(fenceOf(job), clock.now()));
      case 'lost':
        return this.#written(job, false);
    }
  }

  async #failed(
    job: StoredJob,
    fence: JobFence,
    retry: { maxAttempts: number; delayMs: number },
    reason: unknown,
  ): Promise<void> {
    const { store, clock } = this.#options;
    const error = reason instanceof Error ? reason.message : String(reason);
    if (job.attempts < retry.maxAttempts) {
      const { delayMs } = retry;
      const later = { error, delayMs, runAt: clock.now() + delayMs, attempts: job.attempts };
      return this.#written(job, await store.retryLater(fence, later));
    }
    const next = this.#next(job, error);
    const written = await (next === null ? store.bury(fence, error) : store.complete(fence, next));
    this.#written(job, written);
    if (!written) return;
    this.#options.onDead?.(job, error);
    this.#problem('job_dead', `Job “${job.name}” failed at every attempt.`, job, reason);
  }

  #next(job: StoredJob, error: string | null) {
    if (job.repeat === null) return null;
    const { everyMs, jitterMs } = job.repeat;
    const now = this.#options.clock.now();
    const planned = job.runAt + everyMs;
    // Times that were missed are not made up for; a plan far ahead is of a clock that was set back since.
    const inTime = planned > now && planned <= now + everyMs + jitterMs;
    // A row that goes on has been spread already: more of it each time would make the distance longer.
    const runAt = inTime ? planned : now + everyMs + Math.round(jitterMs * this.#random());
    return { runAt, delayMs: runAt - now, error };
  }

  #written(job: StoredJob, written: boolean): void {
    if (!written)
      this.#problem('job_lost', `Job “${job.name}” was cancelled or taken over while it ran.`, job, undefined);
  }

  /** Gives back what dead processes held. @returns when to look again, in milliseconds */
  async #recover(): Promise<number> {
    const { store } = this.#options;
    const others = (await store.running()).filter((job) => this.#running.get(job.id)?.job.fence !== job.fence);
    for (const job of this.#watch.expired(others)) {
      const fence = { id: job.id, fence: job.fence, leaseUntil: job.leaseUntil };
      const retry = { maxAttempts: job.maxAttempts, delayMs: 0 };
      await this.#failed(job, fence, retry, new Error('The process that ran it is gone.'));
    }
    return Math.min(longestWaitMs, ...others.map(({ leaseMs }) => Math.max(100, (leaseMs ?? 0) / 3)));
  }

  /** Notices a wall clock that was set back, and a start after one. */
  async #minTheClock(): Promise<void> {
    const { store, clock } = this.#options;
    const offsetMs = clock.now() - clock.monotonic();
    const setBack = this.#offsetMs === undefined || offsetMs < this.#offsetMs - clockSetMs;
    this.#offsetMs = offsetMs;
    if (setBack) await store.pullForward(clock.now());
  }

  #count(name: string): number {
    return [...this.#running.values()].filter(({ job }) => job.name === name).length;
  }

  #random(): number {
    return (this.#options.random ?? Math.random)();
  }

  #problem(code: JobProblem['code'], message: string, { id, name }: StoredJob, error: unknown): void {
    this.#options.report({ code, message, job: { id, name }, error });
  }
}

/** Without the lease of the claim, which was renewed since. */
function fenceOf({ id, fence }: StoredJob): JobFence {
  return { id, fence };
}
