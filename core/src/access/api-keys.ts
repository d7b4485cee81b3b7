import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { defineCollection, type Repository, type Storage, type Stored } from '../storage/index.ts';
import { type Caller, caller } from './actor.ts';
import { includesAddress } from './address-list.ts';
import { type AllowedAddresses, checkWithinOwn, keptAddresses } from './allowed-addresses.ts';
import { type PermissionTable, personalPermissions } from './permissions.ts';
import { type Users, users } from './users.ts';

export interface ApiKey {
  readonly name: string;
  /** The start of the key, shown in lists: `fl_` and eight characters. */
  readonly prefix: string;
  /** SHA-256 of the whole key, hex. */
  readonly hash: string;
  /** Permissions; those that the owner of the key no longer has do not count. */
  readonly scopes: readonly string[];
  /** Whose permissions bound it. Undefined for one made by the local command line. */
  readonly userId?: string;
  /** Addresses and networks that it counts from. Absent: from everywhere. */
  readonly allowedAddresses?: readonly string[];
  /** ISO 8601, UTC; so are the others. Absent: never. */
  readonly expiresAt?: string;
  /** To the minute. */
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
}

const apiKeysIndex = { prefix: 'string unique' } as const;
type ApiKeyRepository = Repository<ApiKey, typeof apiKeysIndex>;

export const apiKeys = defineCollection({
  name: 'api_keys',
  index: apiKeysIndex,
  project: (key: ApiKey) => ({ prefix: key.prefix }),
});

const form = /^fl_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;
const lastUsedStepMs = 60_000;

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  /** ISO 8601, UTC, in the future. */
  readonly expiresAt?: string | undefined;
  /** Default: from everywhere, or from where the key counts that makes this one. */
  readonly allowedAddresses?: AllowedAddresses;
}

export interface ApiKeyPatch {
  readonly name?: string | undefined;
  /** Null: from everywhere. */
  readonly allowedAddresses?: readonly string[] | null | undefined;
}

type Creator = Pick<Caller, 'kind' | 'id' | 'can'>;

/** Who holds a text: nobody; a key; a key that does not count from this address. */
export type KeyHolder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'known'; readonly caller: Caller }
  | { readonly kind: 'elsewhere'; readonly id: string; readonly name: string };

/** Keys for machines. The text of a key is known once, when it is made. */
export class ApiKeys {
  readonly #keys: ApiKeyRepository;
  readonly #users: Users;
  readonly #clock: Clock;
  readonly #permissions: PermissionTable;

  constructor(options: { readonly storage: Storage; readonly clock: Clock; readonly permissions: PermissionTable }) {
    this.#keys = options.storage.repository(apiKeys);
    this.#users = options.storage.repository(users);
    this.#clock = options.clock;
    this.#permissions = options.permissions;
  }

  /**
   * Not repeatable: each call makes another key.
   * A key that a key makes is of the same user, and counts from nowhere that the first does not.
   * @throws HubError `invalid_request` for an unknown or personal scope, an expiry in the past or what is no address;
   *   `forbidden` for a scope or an address that the creator lacks
   */
  async create(input: NewApiKey, by: Creator): Promise<{ readonly stored: Stored<ApiKey>; readonly key: string }> {
    this.#checkScopes(input.scopes, by);
    if (input.expiresAt !== undefined && Date.parse(input.expiresAt) <= this.#clock.now()) {
      throw new HubError('invalid_request', {
        detail: 'The expiry lies in the past.',
        errors: [{ path: '/expiresAt', message: 'must lie in the future' }],
      });
    }
    const maker = await this.#keyOf(by);
    const userId = by.kind === 'user' ? by.id : maker?.userId;
    const allowedAddresses = keptAddresses(input.allowedAddresses ?? maker?.allowedAddresses);
    checkWithinOwn(allowedAddresses, maker?.allowedAddresses);
    const prefix = `fl_${randomBytes(4).toString('hex')}`;
    const key = `${prefix}_${randomBytes(32).toString('base64url')}`;
    const state: ApiKey = {
      name: input.name,
      prefix,
      hash: hashOf(key),
      scopes: [...new Set(input.scopes)].sort(),
      ...(userId === undefined ? {} : { userId }),
      ...(allowedAddresses === undefined ? {} : { allowedAddresses }),
      ...(input.expiresAt === undefined ? {} : { expiresAt: input.expiresAt }),
    };
    return { stored: await this.#keys.commit({ id: newId(this.#clock.now()), state }, 0), key };
  }

  list(options: { readonly limit: number; readonly cursor?: string | undefined }) {
    return this.#keys.list(options);
  }

  /** @throws HubError `not_found` */
  async get(id: string): Promise<Stored<ApiKey>> {
    return found(await this.#keys.get(id));
  }

  /**
   * Repeating it is harmless.
   * @throws HubError `not_found`; `conflict` for a revoked one; `forbidden` for a key that has more than the changer, or an
   *   address that the changing key lacks
   */
  async change(id: string, patch: ApiKeyPatch, by: Creator): Promise<Stored<ApiKey>> {
    const allowedAddresses = keptAddresses(patch.allowedAddresses ?? undefined);
    if (patch.allowedAddresses !== undefined) {
      checkWithinOwn(allowedAddresses, (await this.#keyOf(by))?.allowedAddresses);
    }
    return found(
      await this.#keys.update(id, ({ allowedAddresses: present, ...rest }) => {
        if (rest.revokedAt !== undefined) throw new HubError('conflict', { detail: 'This key was revoked.' });
        this.#checkNotAbove(rest.scopes, by);
        const next = patch.allowedAddresses === undefined ? present : allowedAddresses;
        const name = patch.name ?? rest.name;
        return { state: { ...rest, name, ...(next === undefined ? {} : { allowedAddresses: next }) } };
      }),
    );
  }

  /** Repeating it is harmless. @throws HubError `not_found` */
  async revoke(id: string): Promise<Stored<ApiKey>> {
    const at = timestamp(this.#clock);
    return found(
      await this.#keys.update(id, (state) =>
        state.revokedAt === undefined ? { state: { ...state, revokedAt: at } } : undefined,
      ),
    );
  }

  /** @param address that the call comes from, as far as the hub can tell */
  async authenticate(text: string, address: string | undefined): Promise<KeyHolder> {
    const match = form.exec(text);
    if (match === null) return nobody;
    const stored = await this.#keys.findOne({ prefix: `fl_${match[1]}` });
    if (stored === undefined || !sameHash(stored.state.hash, hashOf(text)) || !this.#isValid(stored.state)) {
      return nobody;
    }
    const granted = await this.#grantedBy(stored.state);
    if (granted === undefined) return nobody;
    const { name, expiresAt, scopes } = stored.state;
    if (!countsFrom(stored.state, address)) return { kind: 'elsewhere', id: stored.id, name };
    await this.#used(stored);
    const known = caller({
      kind: 'api-key',
      id: stored.id,
      name,
      permissions: new Set(scopes.filter((scope) => granted.has(scope))),
      ...(address === undefined ? {} : { address }),
      ...(expiresAt === undefined ? {} : { expiresAtMs: Date.parse(expiresAt) }),
    });
    return { kind: 'known', caller: known };
  }

  /** False as well when a permission that it had then was taken from its owner, or the address from the key. */
  async stillValid({
    id,
    permissions: had,
    address,
  }: Pick<Caller, 'id' | 'permissions' | 'address'>): Promise<boolean> {
    const stored = await this.#keys.get(id);
    if (stored === undefined || !this.#isValid(stored.state) || !countsFrom(stored.state, address)) return false;
    const granted = await this.#grantedBy(stored.state);
    return granted !== undefined && [...had].every((permission) => granted.has(permission));
  }

  /** The key that acts, where it is one. */
  async #keyOf({ kind, id }: Creator): Promise<ApiKey | undefined> {
    return kind === 'api-key' ? (await this.#keys.get(id))?.state : undefined;
  }

  #isValid({ revokedAt, expiresAt }: ApiKey): boolean {
    return revokedAt === undefined && (expiresAt === undefined || Date.parse(expiresAt) > this.#clock.now());
  }

  async #grantedBy({ userId }: ApiKey): Promise<ReadonlySet<string> | undefined> {
    if (userId === undefined) return this.#permissions.of('owner');
    const user = await this.#users.get(userId);
    return user === undefined || user.state.disabled ? undefined : this.#permissions.of(user.state.role);
  }

  async #used(stored: Stored<ApiKey>): Promise<void> {
    const isFresh = ({ lastUsedAt }: ApiKey) =>
      lastUsedAt !== undefined && this.#clock.now() - Date.parse(lastUsedAt) < lastUsedStepMs;
    if (isFresh(stored.state)) return;
    const at = timestamp(this.#clock);
    // Of many calls at once one notes it; the others find it noted.
    await this.#keys.update(stored.id, (state) =>
      isFresh(state) ? undefined : { state: { ...state, lastUsedAt: at } },
    );
  }

  #checkNotAbove(scopes: readonly string[], by: Creator): void {
    const lacking = scopes.find((scope) => !by.can(scope));
    if (lacking === undefined) return;
    throw new HubError('forbidden', { detail: `The key is above you: it has “${lacking}”.` });
  }

  #checkScopes(scopes: readonly string[], by: Creator): void {
    for (const [position, scope] of scopes.entries()) {
      if (!this.#permissions.has(scope) || personalPermissions.has(scope)) {
        throw new HubError('invalid_request', {
          detail: `“${scope}” is not a permission that a key can have.`,
          errors: [{ path: `/scopes/${position}`, message: 'is not a permission that a key can have' }],
        });
      }
      if (!by.can(scope)) {
        throw new HubError('forbidden', { detail: `A key cannot have “${scope}”, which you do not have.` });
      }
    }
  }
}

const nobody: KeyHolder = { kind: 'nobody' };

function found(key: Stored<ApiKey> | undefined): Stored<ApiKey> {
  if (key === undefined) throw new HubError('not_found', { detail: 'There is no API key of this id.' });
  return key;
}

function countsFrom({ allowedAddresses }: ApiKey, address: string | undefined): boolean {
  return allowedAddresses === undefined || includesAddress(allowedAddresses, address);
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function sameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
