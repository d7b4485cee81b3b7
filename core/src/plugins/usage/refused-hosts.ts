import type { Clock } from '@fairlead/sdk';

/** A plugin tried to reach what its manifest does not name, and was not let. */
export interface RefusedAttempt {
  readonly plugin: string;
  readonly version: string;
  /** `tcp`, `udp`, `dns`, `listen`, … */
  readonly kind: string;
  readonly host: string;
  /** Default 1. */
  readonly attempts?: number;
}

export interface RefusedHost {
  readonly kind: string;
  readonly host: string;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export interface Refusals {
  add(attempt: RefusedAttempt): void;
  /** The latest first. */
  of(pluginId: string): readonly RefusedHost[];
}

/** A plugin that tries names for ever must not fill the memory of the hub. */
const hostsPerPlugin = 100;
const longestHost = 255;

export function createRefusals(clock: Clock): Refusals {
  const plugins = new Map<string, Map<string, RefusedHost>>();
  return {
    add({ plugin, kind, host, attempts: more = 1 }) {
      const hosts = plugins.get(plugin) ?? new Map<string, RefusedHost>();
      plugins.set(plugin, hosts);
      const shown = host.slice(0, longestHost);
      const key = `${kind} ${shown}`;
      const attempts = (hosts.get(key)?.attempts ?? 0) + more;
      hosts.delete(key);
      hosts.set(key, { kind, host: shown, attempts, lastAt: clock.now() });
      const [oldest] = hosts.keys();
      if (hosts.size > hostsPerPlugin && oldest !== undefined) hosts.delete(oldest);
    },
    of: (pluginId) => [...(plugins.get(pluginId)?.values() ?? [])].reverse(),
  };
}
