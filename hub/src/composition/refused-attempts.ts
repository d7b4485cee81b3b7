import type { PluginJournal, PluginMeter } from '@fairlead/core';
import type { Clock, Logger } from '@fairlead/sdk';

export interface RefusedAttemptOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly meter: Pick<PluginMeter, 'refused'>;
  readonly journal: Pick<PluginJournal, 'write'>;
}

export interface RefusedAttempt {
  readonly kind: string;
  readonly host: string;
  readonly attempts: number;
}

const quietMs = 60_000;
/** Of as many hosts it is known when they were last logged; who tries more fills the log's share of a minute and no memory. */
const mostRemembered = 200;

const attempted: Readonly<Record<string, string>> = {
  tcp: 'connect to',
  udp: 'send to',
  dns: 'look up',
  listen: 'listen on',
};

/** Counts what plugins' processes were refused, and logs each host once a minute. */
export function tellRefusedAttempts(
  options: RefusedAttemptOptions,
): (plugin: { readonly id: string; readonly version: string }, attempt: RefusedAttempt) => void {
  const { clock, log, meter, journal } = options;
  const loggedAt = new Map<string, number>();
  return ({ id, version }, { kind, host, attempts }) => {
    meter.refused({ plugin: id, version, kind, host, attempts });
    const key = JSON.stringify([id, kind, host]);
    const now = clock.monotonic();
    for (const [known, at] of loggedAt) if (now - at >= quietMs) loggedAt.delete(known);
    if (loggedAt.has(key) || loggedAt.size >= mostRemembered) return;
    loggedAt.set(key, now);
    const message = `It tried to ${attempted[kind] ?? kind} ${host}, which its manifest does not name.`;
    journal.write({ plugin: id, version, level: 'warn', source: 'hub', message });
    log.warn('A plugin was refused what its manifest does not name.', { plugin: id, kind, host, attempts });
  };
}
