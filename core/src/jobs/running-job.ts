import type { Clock, Timer } from '@fairlead/sdk';
import type { JobStore, StoredJob } from '../storage/index.ts';
import { type JobContext, type JobDefinition, JobLostError } from './job-queue.ts';

export interface RunningJobOptions {
  readonly job: StoredJob;
  readonly definition: Required<JobDefinition>;
  readonly store: JobStore;
  readonly clock: Clock;
}

export type JobEnd =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else's by now, or cancelled: nothing may be written. */
  | { readonly kind: 'lost' }
  /** The queue stops: to be given back. */
  | { readonly kind: 'stopped' };

/** One attempt under its lease: renews it three times per length, and ends with the handler, the time-out, a loss or a stop. */
export class RunningJob {
  readonly job: StoredJob;
  readonly ended: Promise<JobEnd>;
  readonly #options: RunningJobOptions;
  readonly #abort = new AbortController();
  #end: (end: JobEnd) => void = () => undefined;
  #renewal: Timer | undefined;
  #timeout: Timer | undefined;
  #renewedAt: number;
  #over = false;

  constructor(options: RunningJobOptions) {
    this.job = options.job;
    this.#options = options;
    this.#renewedAt = options.clock.monotonic();
    this.ended = new Promise((resolve) => {
      this.#end = (end) => {
        if (this.#over) return;
        this.#over = true;
        this.#renewal?.cancel();
        this.#timeout?.cancel();
        if (end.kind !== 'completed') this.#abort.abort(new JobLostError(this.job.id));
        resolve(end);
      };
    });
    this.#renewLater();
    this.#startTimeout();
    void this.#run();
  }

  stop(): void {
    this.#end({ kind: 'stopped' });
  }

  /** The row is gone. */
  cancelled(): void {
    this.#end({ kind: 'lost' });
  }

  async #run(): Promise<void> {
    const { job, definition } = this.#options;
    const context: JobContext = {
      id: job.id,
      signal: this.#abort.signal,
      attempt: job.attempts,
      fence: job.fence,
      heartbeat: () => this.#heartbeat(),
    };
    try {
      await definition.handler(job.payload, context);
      this.#end({ kind: 'completed' });
    } catch (error) {
      this.#end({ kind: 'failed', error });
    }
  }

  async #heartbeat(): Promise<void> {
    if (this.#over || !(await this.#renew())) throw new JobLostError(this.job.id);
    this.#startTimeout();
  }

  async #renew(): Promise<boolean> {
    const { job, definition, store, clock } = this.#options;
    const at = clock.monotonic();
    const ours = await store.renew({ id: job.id, fence: job.fence }, clock.now() + definition.leaseMs);
    if (ours) this.#renewedAt = at;
    else this.#end({ kind: 'lost' });
    return ours;
  }

  #renewLater(): void {
    const { definition, clock } = this.#options;
    this.#renewal = clock.schedule(definition.leaseMs / 3, () => {
      this.#renew()
        .catch(() => {
          // Storage is away: the lease holds for as long as nobody can take it for lapsed.
          if (clock.monotonic() - this.#renewedAt >= definition.leaseMs) this.#end({ kind: 'lost' });
        })
        .finally(() => {
          if (!this.#over) this.#renewLater();
        });
    });
  }

  #startTimeout(): void {
    const { definition, clock } = this.#options;
    this.#timeout?.cancel();
    this.#timeout = clock.schedule(definition.timeoutMs, () => {
      this.#end({ kind: 'failed', error: new Error(`The attempt took longer than ${definition.timeoutMs} ms.`) });
    });
  }
}
