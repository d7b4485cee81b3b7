/** Calls of one connection by one plugin version within one minute. */
export interface HealthBucket {
  readonly connectionId: string;
  readonly plugin: string;
  readonly version: string;
  /** Minutes since 1970 UTC. */
  readonly minute: number;
  readonly calls: number;
  readonly errors: number;
  /** Milliseconds; null without calls. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Errors by class. */
  readonly byClass: { readonly [errorClass: string]: number };
}

export interface HealthBucketStore {
  /**
   * Writes buckets. Each is added to the one with the same connection, plugin, version and minute, if there is one: of a
   * process that stopped within the minute, or from before the clock was set back. So give out no call twice.
   */
  put(buckets: readonly HealthBucket[]): Promise<void>;
  /** From `from` up to and without `to`, in order of minute. */
  range(options: {
    connectionId?: string;
    plugin?: string;
    version?: string;
    from: number;
    to: number;
  }): Promise<readonly HealthBucket[]>;
  /** Removes minutes before this one. @returns how many */
  prune(beforeMinute: number): Promise<number>;
}
