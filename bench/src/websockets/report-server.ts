import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How a server does, four times a second, as one JSON line each on standard output. */
export interface ServerUsage {
  readonly atMs: number;
  readonly rssBytes: number;
  /** The most resident memory it ever held. */
  readonly peakRssBytes: number;
  readonly heapBytes: number;
  readonly cpuMs: number;
  /** Of timers, since the last SIGUSR2. */
  readonly lateMs: { readonly p50: number; readonly p99: number; readonly most: number };
}

const resolutionMs = 1;

export function reportServer(): void {
  const late = monitorEventLoopDelay({ resolution: resolutionMs });
  late.enable();
  process.on('SIGUSR2', () => late.reset());
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1_000_000 - resolutionMs);
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const usage: ServerUsage = {
      atMs: performance.now(),
      rssBytes: rss,
      peakRssBytes: process.resourceUsage().maxRSS * 1_024,
      heapBytes: heapUsed,
      cpuMs: (user + system) / 1_000,
      lateMs: { p50: ms(late.percentile(50)), p99: ms(late.percentile(99)), most: ms(late.max) },
    };
    process.stdout.write(`${JSON.stringify(usage)}\n`);
  }, 250);
}
