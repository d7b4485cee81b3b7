/** The provider's own time, which a test may set wrong. It is a process of its own and knows nothing of the SDK. */
export interface ProviderClock {
  /** Milliseconds since 1970 UTC, as the provider believes. */
  now(): number;
  /** ISO 8601, UTC. */
  stamp(offsetMs?: number): string;
  /** The moment that signatures of webhooks carry; of its own, so that a test may set it right and all else wrong. */
  signingTime(): number;
  /** How far the provider's clock is off, and how far for signatures. Timers do not notice. */
  setSkew(skewMs: number, signingSkewMs: number): void;
  /** Runs `action` once, after real time. It does not keep the process alive. */
  after(delayMs: number, action: () => void): void;
  dispose(): void;
}

export function createClock(): ProviderClock {
  let skewMs = 0;
  let signingSkewMs = 0;
  const timers = new Set<NodeJS.Timeout>();
  // oxlint-disable-next-line no-restricted-properties -- the provider is another process, with the machine's clock
  const trueNow = () => Date.now();
  const now = () => trueNow() + skewMs;
  return {
    now,
    stamp: (offsetMs = 0) => new Date(now() + offsetMs).toISOString(),
    signingTime: () => trueNow() + signingSkewMs,
    setSkew(ms, signingMs) {
      skewMs = ms;
      signingSkewMs = signingMs;
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
