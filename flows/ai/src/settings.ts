/** What of the flow can be set otherwise than it usually is. */
export interface AiSettings {
  /** Bytes of answers that are kept in memory. */
  readonly cacheBytes: number;
  /** Milliseconds after which what other processes changed is read at the latest. */
  readonly refreshEveryMs: number;
}

export const defaultSettings: AiSettings = { cacheBytes: 32 * 1_048_576, refreshEveryMs: 5_000 };
