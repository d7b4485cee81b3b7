import { defineCollection, type Repository } from '../storage/index.ts';
import type { Role } from './permissions.ts';

export interface User {
  /** As entered. */
  readonly email: string;
  /** For finding and comparing: lower case, NFKC. */
  readonly emailKey: string;
  /** argon2id, PHC form. */
  readonly passwordHash: string;
  /** The password was made by the hub and should be changed. */
  readonly passwordIsTemporary: boolean;
  readonly role: Role;
  readonly disabled: boolean;
  /** The account is gone; its id is not given again. */
  readonly removed?: boolean;
}

const usersIndex = { emailKey: 'string unique', role: 'string' } as const;
export type Users = Repository<User, typeof usersIndex>;

export const users = defineCollection({
  name: 'users',
  index: usersIndex,
  project: (user: User) => ({ emailKey: user.emailKey, role: user.removed === true ? 'removed' : user.role }),
});

export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
