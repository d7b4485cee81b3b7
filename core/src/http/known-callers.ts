import { createHash } from 'node:crypto';

/** Tokens that were let in by this process lately, so that those who are known may call more often. */
export interface KnownCallers {
  /** Remembers who was let in. */
  add(token: string): void;
  /** What the calls of a request are counted under: the caller where it is known, else the address. */
  keyOf(request: { readonly ip: string; readonly headers: { readonly authorization?: string | undefined } }): string;
}

const mostKnown = 10_000;
const callerPrefix = 'caller:';

/**
 * A token counts as known once it was let in: somebody who makes tokens up is counted by address, like anybody without
 * one. Only hashes are held.
 */
export function createKnownCallers(): KnownCallers {
  const known = new Set<string>();
  return {
    add(token) {
      const hash = hashOf(token);
      if (known.has(hash)) return;
      const [oldest] = known;
      if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
      known.add(hash);
    },
    keyOf({ ip, headers }) {
      const token = headers.authorization?.startsWith('Bearer ') === true ? headers.authorization.slice(7) : undefined;
      if (token === undefined) return ip;
      const hash = hashOf(token);
      return known.has(hash) ? `${callerPrefix}${hash}` : ip;
    },
  };
}

export function isCallerKey(key: string): boolean {
  return key.startsWith(callerPrefix);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
