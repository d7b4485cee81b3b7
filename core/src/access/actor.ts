/** Who calls, as `access` found out. The same shape as a handler's actor in flow-api, which http checks. */
export interface Caller {
  readonly kind: 'user' | 'api-key' | 'local-cli' | 'anonymous';
  readonly id: string;
  readonly name: string;
  readonly sessionId?: string;
  /** Milliseconds since 1970 at which this caller's token ends; undefined for one that does not. */
  readonly expiresAtMs?: number;
  /** Of an API key: where the call came from. */
  readonly address?: string;
  readonly permissions: ReadonlySet<string>;
  can(permission: string): boolean;
}

type Identity = Omit<Caller, 'can'>;

export function caller(identity: Identity): Caller {
  return { ...identity, can: (permission) => identity.permissions.has(permission) };
}

export const anonymous: Caller = caller({ kind: 'anonymous', id: 'anonymous', name: '', permissions: new Set() });
