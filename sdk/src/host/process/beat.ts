import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../values/clock.ts';
import type { Channel } from './channel.ts';
import { beatIntervalMs, type FromChild } from './messages.ts';

const resolutionMs = 20;

/** Tells the hub once a second what this process uses. A loop that is never given back sends nothing. */
export function startBeating(hub: Channel<FromChild>): void {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const beat = () => {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const loopDelayMs = Math.max(0, delays.max / 1e6 - resolutionMs);
    delays.reset();
    hub.send({ type: 'beat', cpuMs: (user + system) / 1_000, rssBytes: rss, heapUsedBytes: heapUsed, loopDelayMs });
    systemClock.schedule(beatIntervalMs, beat);
  };
  beat();
}
