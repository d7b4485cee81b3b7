import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: OWASP's first choice. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const shortestPassword = 12;
/** Bounds the work of one hash. */
export const longestPassword = 256;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for an unknown user as well (`stored` undefined), after the same work. */
  matches(password: string, stored: string | undefined): Promise<boolean>;
}

export function createPasswords(): Passwords {
  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => hash(password, cost),
    matches: async (password, stored) => {
      decoy ??= hash(randomBytes(16).toString('base64url'), cost);
      const matched = await verify(stored ?? (await decoy), password);
      return matched && stored !== undefined;
    },
  };
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Random text of five bits a character, in groups that a person can copy: `xxxxx-xxxxx`. */
export function randomText({ length, group }: { readonly length: number; readonly group: number }): string {
  const text = [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
  return text.replaceAll(new RegExp(`.{${group}}(?=.)`, 'g'), '$&-');
}

/** 100 random bits: `xxxxx-xxxxx-xxxxx-xxxxx`. */
export function randomPassword(): string {
  return randomText({ length: 20, group: 5 });
}
