/** The provider's own time, which a test may set wrong. It is a process of its own and knows nothing of the SDK. */
export interface ProviderClock {
  /** Milliseconds since 1970 UTC, as the provider believes. */
  now(): number;
  /** ISO 8601, UTC. */
  stamp(offsetMs?: number): string;
  /** How far the provider's clock is off. Timers do not notice. */
  setSkew(skewMs: number): void;
  /** Runs `action` once, after real time. It does not keep the process alive. */
  after(delayMs: number, action: () => void): void;
  dispose(): void;
}

export function createClock(): ProviderClock {
  let skewMs = 0;
  const timers = new Set<NodeJS.Timeout>();
  // oxlint-disable-next-line no-restricted-properties -- the provider is another process, with the machine's clock
  const now = () => Date.now() + skewMs;
  return {
    now,
    stamp: (offsetMs = 0) => new Date(now() + offsetMs).toISOString(),
    setSkew(ms) {
      skewMs = ms;
    },
    after(delayMs, action) {
      // oxlint-disable-next-line no-restricted-globals -- as above
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, delayMs);
      timer.unref();
      timers.add(timer);
    },
    dispose() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
