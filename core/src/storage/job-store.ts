import type { JsonValue } from './json.ts';
import type { Page } from './repository.ts';

export type JobStatus = 'waiting' | 'running' | 'dead';

/** How a repeating job goes on. */
export interface JobRepeat {
  readonly everyMs: number;
  /** A row of times begins up to so much later, at random, so that many jobs do not run at once. */
  readonly jitterMs: number;
}

/** A durable job. Completed and cancelled jobs have no row. Times are milliseconds since 1970 UTC. */
export interface StoredJob {
  readonly id: string;
  readonly name: string;
  readonly key: string | null;
  readonly payload: JsonValue;
  readonly status: JobStatus;
  readonly runAt: number;
  /** The wait that `runAt` was made from; null when `runAt` was asked for as a moment. */
  readonly delayMs: number | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Grows with every claim: who holds an older one may no longer write. */
  readonly fence: number;
  readonly owner: string | null;
  readonly leaseUntil: number | null;
  readonly leaseMs: number | null;
  readonly lastError: string | null;
  readonly repeat: JobRepeat | null;
  readonly createdAt: number;
}

export type NewJob = Pick<
  StoredJob,
  'id' | 'name' | 'key' | 'payload' | 'runAt' | 'delayMs' | 'maxAttempts' | 'repeat' | 'createdAt'
>;

/** A job as claimed: what every later write must show. */
export interface JobFence {
  readonly id: string;
  readonly fence: number;
  /** Given to take a job from a holder that seems dead: then the lease must not have been renewed meanwhile. */
  readonly leaseUntil?: number | null | undefined;
}

/** When a repeating job runs next, and how it went this time. */
export interface NextRun {
  readonly runAt: number;
  readonly delayMs: number;
  readonly error: string | null;
}

export interface JobCounts {
  readonly name: string;
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
}

/** Durable rows under a job queue. Writes that take a {@link JobFence} return false when the lease is somebody else's by now. */
export interface JobStore {
  /** One job per name and key may be open (waiting or running): then that one is returned and nothing is written. */
  enqueue(job: NewJob): Promise<{ readonly job: StoredJob; readonly created: boolean }>;
  /** Takes due jobs of one name, the longest due first. Counts the attempt. */
  claim(options: {
    name: string;
    owner: string;
    now: number;
    leaseMs: number;
    limit: number;
  }): Promise<readonly StoredJob[]>;
  renew(fence: JobFence, leaseUntil: number): Promise<boolean>;
  /** The job is done: its row goes, or waits for `next` when it repeats. */
  complete(fence: JobFence, next: NextRun | null): Promise<boolean>;
  /** The attempt failed: again at `runAt`. `attempts` is the count to go on from. */
  retryLater(
    fence: JobFence,
    retry: { error: string; runAt: number; delayMs: number; attempts: number },
  ): Promise<boolean>;
  /** The last attempt failed. */
  bury(fence: JobFence, error: string): Promise<boolean>;
  /** Gives a job back untried, due at `now`. */
  release(fence: JobFence, now: number): Promise<boolean>;

  running(): Promise<readonly StoredJob[]>;
  /** When the next waiting job of these names is due. */
  nextRunAt(names: readonly string[]): Promise<number | undefined>;
  /** After the clock was set back: no job that waits for a delay waits longer than that delay. @returns how many were moved */
  pullForward(now: number): Promise<number>;

  /** Changes the repetition, payload and attempts of an open job; `runAt` only makes it earlier. */
  redefine(id: string, job: Pick<NewJob, 'payload' | 'repeat' | 'maxAttempts' | 'runAt'>): Promise<void>;
  get(id: string): Promise<StoredJob | undefined>;
  findOpen(name: string, key: string): Promise<StoredJob | undefined>;
  /** Removes a job that waits or runs; a running handler loses its lease. */
  remove(id: string): Promise<boolean>;
  counts(): Promise<readonly JobCounts[]>;

  dead(options: {
    name?: string | undefined;
    limit: number;
    cursor?: string | null | undefined;
  }): Promise<Page<StoredJob>>;
  /** A dead job is due at `now`, its attempts at 0. False when it is not dead, or another job of its key is open. */
  revive(id: string, now: number): Promise<boolean>;
  discard(id: string): Promise<boolean>;
}
