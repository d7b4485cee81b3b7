import type { ConnectionHealth } from './use-connections.ts';

/** Share of a span in which it was healthy or degraded. What is not known counts as neither up nor down. */
export function uptimeShare(history: ConnectionHealth['history'], fromMs: number, toMs: number): number | undefined {
  let up = 0;
  let known = 0;
  for (const [index, { status, at }] of history.entries()) {
    const next = history[index + 1];
    const begin = Math.max(fromMs, Date.parse(at));
    const end = Math.min(toMs, next === undefined ? toMs : Date.parse(next.at));
    if (end <= begin || status === 'unknown') continue;
    known += end - begin;
    if (status !== 'unhealthy') up += end - begin;
  }
  return known === 0 ? undefined : up / known;
}
