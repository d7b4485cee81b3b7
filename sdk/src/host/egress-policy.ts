import { type AddressClass, addressClass } from './address-class.ts';

/** What a connection may reach, and who said so. */
export interface EgressRules {
  /** Of the manifest. */
  readonly egress: readonly string[];
  /** Of the connection: `{settings.name}` stands for the host of the address in that setting. */
  readonly settings: unknown;
  /**
   * Hosts whose address may be private although they are public by name: names or addresses, allowed by an admin. A
   * name lifts the refusal of private and loopback addresses; link-local and metadata addresses have to be named
   * themselves. It does not widen `egress`. Default: none.
   */
  readonly allowedPrivateHosts?: readonly string[];
}

/** Decides by name before anything is sent, and by address where the socket connects. */
export interface EgressPolicy {
  allowsHost(host: string): boolean;
  /** @param host the name that led to the address, or the address itself */
  allowsAddress(host: string, address: string): boolean;
}

const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '::1'];

export function createEgressPolicy({ egress, settings, allowedPrivateHosts = [] }: EgressRules): EgressPolicy {
  const patterns = egress
    .map((pattern) => resolvePattern(pattern, settings))
    .filter((pattern) => pattern !== undefined);
  const allowed = new Set(allowedPrivateHosts.map(normalHost));
  const reachesLoopback = patterns.includes('loopback');
  return {
    allowsHost: (host) => patterns.some((pattern) => matches(pattern, normalHost(host))),
    allowsAddress(hostname, address) {
      const host = normalHost(hostname);
      const kind: AddressClass = addressClass(address);
      if (kind === 'public') return true;
      if (allowed.has(normalHost(address))) return true;
      if (kind === 'loopback' && reachesLoopback && loopbackHosts.includes(host)) return true;
      return (kind === 'private' || kind === 'loopback') && allowed.has(host);
    },
  };
}

/** The same rules without the settings: what stood for one of them is replaced by its host. They can be sent. */
export function plainRules({ egress, settings, allowedPrivateHosts = [] }: EgressRules): EgressRules {
  const patterns = egress.map((pattern) => resolvePattern(pattern, settings)).filter((one) => one !== undefined);
  return { egress: patterns, settings: undefined, allowedPrivateHosts: [...allowedPrivateHosts] };
}

/** Lower case, without the brackets of an IPv6 address and without the dot of the root. */
export function normalHost(host: string): string {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return (bare.endsWith('.') ? bare.slice(0, -1) : bare).toLowerCase();
}

function resolvePattern(pattern: string, settings: unknown): string | undefined {
  const name = /^\{settings\.([A-Za-z0-9]+)\}$/.exec(pattern)?.[1];
  if (name === undefined) return pattern;
  const value = (settings as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && URL.canParse(value) ? normalHost(new URL(value).hostname) : undefined;
}

function matches(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (pattern === 'loopback') return loopbackHosts.includes(host);
  if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1;
  return pattern === host;
}
