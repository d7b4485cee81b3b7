import { type Clock, newId } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { newEvent } from '../events/index.ts';
import { isStorageError, type OutboxEvent, type Page, type Storage, type Stored } from '../storage/index.ts';
import { inTurn } from './in-turn.ts';
import { type Passwords, randomPassword } from './passwords.ts';
import { type PermissionTable, personalPermissions, type Role, roles } from './permissions.ts';
import type { Totp } from './totp.ts';
import type { UserSessions } from './user-sessions.ts';
import { emailKey, type User, type Users, users } from './users.ts';

export interface UserAccountsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly sessions: UserSessions;
  readonly totp: Totp;
  readonly permissions: PermissionTable;
}

/** Who changes a user. */
export interface Changer {
  readonly id: string;
  can(permission: string): boolean;
}

export interface UserPatch {
  readonly email?: string | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
}

interface Change {
  readonly by: Changer;
  /** Version that the caller saw. */
  readonly ifMatch?: number | undefined;
}

type Fact = 'created' | 'updated' | 'disabled' | 'enabled' | 'password_reset' | 'removed';

/** Accounts of people. Nobody makes, changes or becomes more than they are themselves, and an owner is always left. */
export class UserAccounts {
  readonly #options: UserAccountsOptions;
  readonly #users: Users;
  /** Two owners who demote each other at once: the second has to see what the first did. */
  readonly #inTurn = inTurn();

  constructor(options: UserAccountsOptions) {
    this.#options = options;
    this.#users = options.storage.repository(users);
  }

  list(options: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly role?: Role | undefined;
  }): Promise<Page<Stored<User>>> {
    const { role, ...page } = options;
    return this.#users.list({ ...page, where: { role: role ?? { in: roles } } });
  }

  /** @throws HubError `not_found` */
  async get(id: string): Promise<Stored<User>> {
    const user = await this.#users.get(id);
    if (user === undefined || user.state.removed === true) {
      throw new HubError('not_found', { detail: 'There is no user of this id.' });
    }
    return user;
  }

  /**
   * Not repeatable. The password is known this once.
   * @throws HubError `conflict` for an address that is taken; `forbidden` for a role above one's own
   */
  async create(
    input: { readonly email: string; readonly role: Role },
    by: Changer,
  ): Promise<{ readonly user: Stored<User>; readonly password: string }> {
    this.#checkRole(input.role, by);
    const password = randomPassword();
    const state: User = {
      email: input.email,
      emailKey: emailKey(input.email),
      passwordHash: await this.#options.passwords.hash(password),
      passwordIsTemporary: true,
      role: input.role,
      disabled: false,
    };
    const id = newId(this.#options.clock.now());
    const events = [this.#event('created', id, state)];
    return { user: await unlessTaken(this.#users.commit({ id, state, events }, 0)), password };
  }

  /**
   * Another role or being disabled ends all sessions of the user, at once. Repeating it is harmless.
   * @throws HubError `conflict` for the last owner or an address that is taken; `forbidden` for a role above one's own;
   *   `version_conflict`, `not_found`
   */
  update(id: string, patch: UserPatch, change: Change): Promise<Stored<User>> {
    return this.#change(id, change, (before) => {
      const after: User = {
        ...before,
        ...(patch.email === undefined ? {} : { email: patch.email, emailKey: emailKey(patch.email) }),
        ...(patch.role === undefined ? {} : { role: patch.role }),
        ...(patch.disabled === undefined ? {} : { disabled: patch.disabled }),
      };
      const facts: Fact[] = [];
      if (after.email !== before.email || after.role !== before.role) facts.push('updated');
      if (after.disabled !== before.disabled) facts.push(after.disabled ? 'disabled' : 'enabled');
      return { after, facts };
    });
  }

  /** The e-mail address and the password are gone; the id stays taken. @throws HubError as {@link update} does */
  async remove(id: string, change: Change): Promise<void> {
    await this.#change(id, change, (before) => ({
      after: { ...before, email: '', emailKey: `removed:${id}`, passwordHash: '', disabled: true, removed: true },
      facts: ['removed'],
    }));
    await this.#options.totp.turnOff(id);
  }

  /** Ends all sessions of the user. @throws HubError `forbidden`, `not_found`; `conflict` for oneself */
  async resetPassword(id: string, by: Changer): Promise<string> {
    if (id === by.id) {
      const detail = 'Change your own password with the present one: POST /api/auth/password.';
      throw new HubError('conflict', { detail });
    }
    const password = randomPassword();
    const passwordHash = await this.#options.passwords.hash(password);
    await this.#change(id, { by }, (before) => ({
      after: { ...before, passwordHash, passwordIsTemporary: true },
      facts: ['password_reset'],
    }));
    return password;
  }

  /**
   * For who lost the authenticator: the password alone signs in again. Ends all sessions of the user. Repeating it is
   * harmless.
   * @throws HubError `forbidden`, `not_found`; `conflict` for oneself
   */
  async resetTotp(id: string, by: Changer): Promise<void> {
    if (id === by.id) {
      const detail = 'Turn off your own with password and code: POST /api/auth/totp/disable.';
      throw new HubError('conflict', { detail });
    }
    await this.changeable(id, by);
    await this.#options.totp.turnOff(id);
    await this.#options.sessions.endAll(id, 'user_changed');
  }

  /** Repeating it is harmless. @throws HubError `forbidden`, `not_found` */
  async signOut(id: string, by: Changer): Promise<void> {
    const { state } = await this.get(id);
    this.#checkRole(state.role, by);
    await this.#options.sessions.endAll(id, 'user_changed');
  }

  /** A user that one may change. @throws HubError `forbidden`, `not_found` */
  async changeable(id: string, by: Changer): Promise<Stored<User>> {
    const user = await this.get(id);
    this.#checkRole(user.state.role, by);
    return user;
  }

  #change(
    id: string,
    { by, ifMatch }: Change,
    how: (before: User) => { readonly after: User; readonly facts: readonly Fact[] },
  ): Promise<Stored<User>> {
    return this.#inTurn(async () => {
      const stored = await this.changeable(id, by);
      if (ifMatch !== undefined && ifMatch !== stored.version) {
        throw new HubError('version_conflict', { detail: `The user is at version ${stored.version} by now.` });
      }
      const { after, facts } = how(stored.state);
      if (facts.length === 0) return stored;
      this.#checkRole(after.role, by);
      if (isOwner(stored.state) && !isOwner(after)) await this.#checkNotLast(id);
      const events = facts.map((fact) => this.#event(fact, id, after));
      const written = await unlessTaken(this.#users.commit({ ...stored, state: after, events }, stored.version));
      // After the write: whoever signs in from here on has the new role, or none.
      if (endsSessions(stored.state, after)) await this.#options.sessions.endAll(id, 'user_changed');
      return written;
    });
  }

  /** “Above” is whatever has a permission that the changer lacks. */
  #checkRole(role: Role, by: Changer): void {
    const lacking = [...this.#options.permissions.of(role)].find(
      (permission) => !personalPermissions.has(permission) && !by.can(permission),
    );
    if (lacking === undefined) return;
    throw new HubError('forbidden', { detail: `The role “${role}” is above yours: it has “${lacking}”.` });
  }

  async #checkNotLast(id: string): Promise<void> {
    let cursor: string | null = null;
    do {
      const page: Page<Stored<User>> = await this.#users.list({ where: { role: 'owner' }, limit: 200, cursor });
      if (page.items.some((one) => one.id !== id && isOwner(one.state))) return;
      cursor = page.nextCursor;
    } while (cursor !== null);
    throw new HubError('conflict', { detail: 'This is the last owner. Make somebody else an owner first.' });
  }

  /** Without the address: events are read by many who may not read users. */
  #event(fact: Fact, id: string, { role, disabled }: User): OutboxEvent {
    return newEvent(this.#options.clock, {
      type: `user.${fact}`,
      subject: id,
      data: { userId: id, role, disabled },
    });
  }
}

function isOwner({ role, disabled }: User): boolean {
  return role === 'owner' && !disabled;
}

function endsSessions(before: User, after: User): boolean {
  return after.disabled || before.role !== after.role || before.passwordHash !== after.passwordHash;
}

async function unlessTaken<Value>(written: Promise<Value>): Promise<Value> {
  try {
    return await written;
  } catch (error) {
    if (!isStorageError(error, 'duplicate_key')) throw error;
    throw new HubError('conflict', {
      detail: 'Another user has this e-mail address.',
      errors: [{ path: '/email', message: 'is already taken' }],
      cause: error,
    });
  }
}
