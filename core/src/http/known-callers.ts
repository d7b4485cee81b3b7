import { createHash } from 'node:crypto';

/** Tokens that were let in by this process lately, and from where, so that those who are known may call more often. */
export interface KnownCallers {
  /** Remembers who was let in, from which address. */
  add(token: string, ip: string): void;
  /** What the calls of a request are counted under: the caller where it is known at this address, else the address. */
  keyOf(request: { readonly ip: string; readonly headers: { readonly authorization?: string | undefined } }): string;
}

const mostKnown = 10_000;
const callerPrefix = 'caller:';

/**
 * A token counts as known once it was let in: somebody who makes tokens up is counted by address, like anybody without
 * one, and so is somebody who has a key that counts from elsewhere alone: they use up nothing of its owner's. Only hashes
 * are held.
 */
export function createKnownCallers(): KnownCallers {
  const known = new Set<string>();
  return {
    add(token, ip) {
      const hash = hashOf(token, ip);
      if (known.has(hash)) return;
      const [oldest] = known;
      if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
      known.add(hash);
    },
    keyOf({ ip, headers }) {
      const token = headers.authorization?.startsWith('Bearer ') === true ? headers.authorization.slice(7) : undefined;
      if (token === undefined) return ip;
      const hash = hashOf(token, ip);
      return known.has(hash) ? `${callerPrefix}${hash}` : ip;
    },
  };
}

export function isCallerKey(key: string): boolean {
  return key.startsWith(callerPrefix);
}

function hashOf(token: string, ip: string): string {
  return createHash('sha256').update(`${ip}\0${token}`).digest('base64url');
}
