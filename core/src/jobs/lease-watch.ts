import type { Clock } from '@fairlead/sdk';
import type { StoredJob } from '../storage/index.ts';

interface Sighting {
  readonly fence: number;
  readonly leaseUntil: number | null;
  /** On the monotonic clock. */
  readonly since: number;
}

/**
 * Tells which leases of others have run out. The wall clock alone is not believed: after a jump forward every lease looks
 * old, after a jump back none does. So a lease must also have been seen unrenewed for half of its length, in which a
 * holder that lives renews it; and one seen unrenewed for longer than its whole length is over, whatever the clock says.
 */
export class LeaseWatch {
  readonly #clock: Clock;
  #seen = new Map<string, Sighting>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param running all running jobs that are not our own */
  expired(running: readonly StoredJob[]): readonly StoredJob[] {
    const now = this.#clock.monotonic();
    const seen = new Map<string, Sighting>();
    const over = running.filter((job) => {
      const before = this.#seen.get(job.id);
      const same = before?.fence === job.fence && before.leaseUntil === job.leaseUntil;
      const sighting = same ? before : { fence: job.fence, leaseUntil: job.leaseUntil, since: now };
      seen.set(job.id, sighting);
      const unrenewedMs = now - sighting.since;
      const leaseMs = job.leaseMs ?? 0;
      const lapsed = (job.leaseUntil ?? 0) <= this.#clock.now();
      return unrenewedMs >= (lapsed ? leaseMs / 2 : leaseMs * 1.5);
    });
    this.#seen = seen;
    return over;
  }
}
