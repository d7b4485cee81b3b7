/** What one plugin version used within one minute, all its processes together. */
export interface UsageBucket {
  readonly plugin: string;
  readonly version: string;
  /** Minutes since 1970 UTC. */
  readonly minute: number;
  readonly figures: UsageFigures;
}

export interface UsageFigures {
  /** Looks at its processes within the minute; 0 when only something happened to them. Averages are over these. */
  readonly samples: number;
  /** Milliseconds of processor time. */
  readonly cpuMs: number;
  /** Resident memory. */
  readonly rssBytes: { readonly average: number; readonly most: number };
  /** Of it, what JavaScript values take. */
  readonly heapBytes: { readonly average: number; readonly most: number };
  /** Longest delays of the event loop between two looks. */
  readonly loopDelayMs: { readonly average: number; readonly most: number };
  readonly starts: number;
  /** Starts that followed a failure. */
  readonly restarts: number;
  /** Exits and starts that failed, by their cause. */
  readonly failures: { readonly [code: string]: number };
  /** Attempts to reach what its manifest does not name, by kind: `tcp`, `udp`, `dns`, … */
  readonly refused: { readonly [kind: string]: number };
}

export interface UsageBucketStore {
  /** Writes buckets, each in place of the one with the same plugin, version and minute. */
  put(buckets: readonly UsageBucket[]): Promise<void>;
  /** From `from` up to and without `to`, in order of minute. */
  range(options: { plugin: string; from: number; to: number }): Promise<readonly UsageBucket[]>;
  /** Removes minutes before this one. @returns how many */
  prune(beforeMinute: number): Promise<number>;
}
