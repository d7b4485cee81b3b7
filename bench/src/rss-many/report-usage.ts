/** What a process used, four times a second, as one JSON line each on standard output. */
export interface Usage {
  readonly atMs: number;
  readonly rssBytes: number;
  /** Of all threads, since the process began. */
  readonly cpuMs: number;
  /** The most it ever held. */
  readonly peakRssBytes: number;
  readonly polled: number;
}

export function reportUsage(polled: () => number): void {
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      atMs: performance.now(),
      rssBytes: process.memoryUsage.rss(),
      cpuMs: (user + system) / 1_000,
      peakRssBytes: process.resourceUsage().maxRSS * 1_024,
      polled: polled(),
    };
    process.stdout.write(`${JSON.stringify(usage)}\n`);
  }, 250);
}
