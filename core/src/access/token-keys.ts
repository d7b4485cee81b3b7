import { randomBytes } from 'node:crypto';

/** A key that signs tokens. `id` goes into the token's head (`kid`). */
export interface TokenKey {
  readonly id: string;
  /** 32 bytes or more. */
  readonly bytes: Uint8Array;
}

/** The keys of tokens: one signs, all verify. */
export interface TokenKeys {
  current(): Promise<TokenKey>;
  byId(id: string): Promise<TokenKey | undefined>;
}

/** One key that lives as long as the process: every restart ends all access tokens. For tests and short tours. */
export function processTokenKeys(): TokenKeys {
  const key: TokenKey = { id: randomBytes(6).toString('hex'), bytes: randomBytes(32) };
  return { current: async () => key, byId: async (id) => (id === key.id ? key : undefined) };
}
