import type { JobCounts, JsonValue, Page, StoredJob } from '../storage/index.ts';

export interface JobContext {
  readonly id: string;
  /** Aborted when the job is cancelled, its time is up, its lease is lost, or the queue stops. */
  readonly signal: AbortSignal;
  /** From 1. */
  readonly attempt: number;
  /** Grows with every attempt by anybody: write it with what you store, and refuse a smaller one. */
  readonly fence: number;
  /** Proves that the job is still ours and begins its time anew. @throws JobLostError when it is not */
  heartbeat(): Promise<void>;
}

export interface JobDefinition {
  /** Must bear running twice for one job, even at once. A return completes the job; a throw fails the attempt. */
  readonly handler: (payload: JsonValue, context: JobContext) => Promise<void> | void;
  /** Then the job is dead, or a repeating job waits for its next time. Default: 10. */
  readonly maxAttempts?: number;
  /** The pause after the attempt of this number. Default: {@link exponentialBackoff}. */
  readonly backoffMs?: (attempt: number) => number;
  /** After so much silence of the process that runs it, a job is given to another. Renewed by itself. Default: 30 s. */
  readonly leaseMs?: number;
  /** Jobs of this name that one process runs at once. Default: 5. */
  readonly concurrency?: number;
  /** An attempt that takes longer, without a heartbeat, has failed. Default: 5 minutes. */
  readonly timeoutMs?: number;
}

export interface JobRequest {
  readonly name: string;
  readonly payload: JsonValue;
  /** Unique per name while such a job is open. */
  readonly key?: string | undefined;
  /** Milliseconds since 1970 UTC. Default: now. Not together with `delayMs`. */
  readonly runAt?: number | undefined;
  readonly delayMs?: number | undefined;
}

export interface RepeatRequest {
  readonly name: string;
  readonly key: string;
  /** From due time to due time. A time that was missed is made up for once. */
  readonly everyMs: number;
  /** The first time, and the one after times that were missed, come up to so much later, at random. Default: 0. */
  readonly jitterMs?: number | undefined;
  readonly payload: JsonValue;
}

export interface Enqueued {
  readonly id: string;
  /** False when an open job of the same key was found; its payload stays. */
  readonly created: boolean;
}

/** Something that went wrong in the background. */
export interface JobProblem {
  readonly code: 'job_dead' | 'job_lost' | 'queue_failed';
  readonly message: string;
  readonly job?: { readonly id: string; readonly name: string };
  readonly error: unknown;
}

/**
 * Jobs that run at least once: they outlive the process, are tried again when they fail or their process dies, and are
 * kept for a person when all attempts failed. It leaves out priorities, chains and results: a job's effects belong in
 * aggregates.
 */
export interface JobQueue {
  /** Says how jobs of a name are run here; those of other names wait. @throws TypeError for a name defined twice */
  define(name: string, definition: JobDefinition): void;
  /** Begins to run jobs. Repeating it is harmless. */
  start(): void;

  /** Durable when it resolves. Repeatable with a key. */
  enqueue(request: JobRequest): Promise<Enqueued>;
  /** Makes sure that a repeating job exists as asked; an existing one keeps its place in time unless it becomes more frequent. */
  repeat(request: RepeatRequest): Promise<Enqueued>;
  /** Removes a job that waits or runs. @returns false when there is none */
  cancel(job: string | { readonly name: string; readonly key: string }): Promise<boolean>;
  get(id: string): Promise<StoredJob | undefined>;
  counts(): Promise<readonly JobCounts[]>;

  /** Jobs of which all attempts failed, newest first. */
  deadJobs(options: {
    name?: string | undefined;
    limit: number;
    cursor?: string | null | undefined;
  }): Promise<Page<StoredJob>>;
  /** @returns false when it is not dead, or another job of its key is open */
  retryDead(id: string): Promise<boolean>;
  discardDead(id: string): Promise<boolean>;

  /** Takes no more jobs, waits for those running, then aborts them and gives them back untried. Default: 10 s. */
  dispose(options?: { readonly graceMs?: number }): Promise<void>;
}

/** The lease went to somebody else or the job was cancelled: stop, and write nothing. */
export class JobLostError extends Error {
  override readonly name = 'JobLostError';

  constructor(id: string) {
    super(`Job ${id} is no longer ours.`);
  }
}
