/** What a process used, four times a second, as one JSON line each on standard output. */
export interface Usage {
  readonly atMs: number;
  /** Of all threads, since the process began. */
  readonly cpuMs: number;
  /** The most resident memory it ever held. */
  readonly peakRssBytes: number;
  readonly polled: number;
}

export function reportUsage(polled: () => number): void {
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      atMs: performance.now(),
      cpuMs: (user + system) / 1_000,
      peakRssBytes: process.resourceUsage().maxRSS * 1_024,
      polled: polled(),
    };
    process.stdout.write(`${JSON.stringify(usage)}\n`);
  }, 250);
}
