import { syncBuiltinESMExports } from 'node:module';
import { addressForbidden } from '../address-forbidden.ts';
import { createEgressPolicy, type EgressPolicy, type EgressRules, normalHost } from '../egress-policy.ts';
import { guardDatagrams } from './egress-guard-datagrams.ts';
import { guardNames } from './egress-guard-names.ts';
import type { EgressRuling } from './egress-guard-ruling.ts';
import { guardServers, guardSockets } from './egress-guard-sockets.ts';
import type { Refusal } from './messages.ts';
import type { RestoreStack } from './replace-method.ts';

/** Where this process may connect to, by what its connections may reach together. */
export interface EgressGuard {
  /** Lets in what one more connection may reach. @returns takes it back; repeating it is harmless */
  admit(rules: EgressRules): () => void;
  /** Counts an attempt that something else has refused. */
  refused(refusal: Refusal): void;
  /** Takes the guard away: for tests. */
  uninstall(): void;
}

export interface EgressGuardOptions {
  /** Of the manifest: before any connection is served its plain hosts may be reached. */
  readonly egress: readonly string[];
  /** Told of every attempt that is refused. */
  readonly onRefused: (refusal: Refusal) => void;
}

const longestHost = 253;

/**
 * Checks in this process every connection, datagram and question to the DNS, before anything is sent: by name, and by
 * the address that is then used. It stops accidents and honest libraries. Code that wants to get around it can; against
 * that stands only Node's own refusal, which a process without `--allow-net` has.
 */
export function installEgressGuard({ egress, onRefused }: EgressGuardOptions): EgressGuard {
  const policies = new Set<EgressPolicy>([createEgressPolicy({ egress, settings: undefined })]);
  const some = (allows: (policy: EgressPolicy) => boolean) => [...policies].some(allows);
  const refused = ({ kind, host }: Refusal) => onRefused({ kind, host: normalHost(host).slice(0, longestHost) });
  const ruling: EgressRuling = {
    byName(kind, host) {
      return some((policy) => policy.allowsHost(host)) ? undefined : ruling.always(kind, host);
    },
    allowsAddress: (host, address) => some((policy) => policy.allowsHost(host) && policy.allowsAddress(host, address)),
    always(kind, host) {
      refused({ kind, host });
      return addressForbidden(normalHost(host).slice(0, longestHost));
    },
  };
  const restore: RestoreStack = [];
  // First the sockets, which need the resolver as it is.
  guardSockets(ruling, restore);
  guardServers(ruling, restore);
  guardDatagrams(ruling, restore);
  guardNames(ruling, restore);
  syncBuiltinESMExports();
  return {
    admit(rules) {
      const policy = createEgressPolicy(rules);
      policies.add(policy);
      return () => void policies.delete(policy);
    },
    refused,
    uninstall() {
      for (const undo of restore.splice(0).toReversed()) undo();
      syncBuiltinESMExports();
    },
  };
}
