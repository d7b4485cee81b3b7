import { type Clock, newId } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { isStorageError, type Storage } from '../storage/index.ts';
import type { VaultHandle } from '../vault/index.ts';
import { type Caller, caller } from './actor.ts';
import { ApiKeys } from './api-keys.ts';
import { Attempts } from './attempts.ts';
import { type Audit, createAudit } from './audit.ts';
import { isLocalToken, isLoopback, type LocalToken, sameText } from './local-token.ts';
import { createPasswords, randomPassword } from './passwords.ts';
import type { PermissionTable } from './permissions.ts';
import { createRefusals } from './refusals.ts';
import { sessions } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import type { TokenKeys } from './token-keys.ts';
import { createTokens } from './tokens.ts';
import { Totp } from './totp.ts';
import { UserAccounts } from './user-accounts.ts';
import { UserSessions } from './user-sessions.ts';
import { emailKey, type User, users } from './users.ts';

export interface AccessOptions {
  /** Must hold `accessCollections`. */
  readonly storage: Storage;
  readonly clock: Clock;
  readonly keys: TokenKeys;
  readonly permissions: PermissionTable;
  /** `vault.for('totp')` */
  readonly vault: VaultHandle;
  /** Default: none, and the command line has to sign in. */
  readonly localToken?: LocalToken;
}

/** What a request brings to say who it is. */
export interface Credentials {
  /** The text after `Bearer `. */
  readonly token: string;
  /** The address of the socket itself, whatever a proxy says. */
  readonly socketAddress: string | undefined;
  /** A proxy stands between: then nobody is local. */
  readonly forwarded: boolean;
  /** Where the request comes from, through the proxies that are trusted. */
  readonly address: string | undefined;
  readonly requestId: string;
}

export interface OwnerResult {
  readonly created: boolean;
  readonly email: string;
  /** Only when it was made here: show it once. */
  readonly password?: string;
}

export interface Access {
  readonly permissions: PermissionTable;
  readonly signIn: SignIn;
  readonly sessions: UserSessions;
  readonly users: UserAccounts;
  readonly totp: Totp;
  readonly apiKeys: ApiKeys;
  readonly audit: Audit;
  /**
   * Who holds this token: an access token, an API key or the local token.
   * @throws HubError `unauthenticated`, `session_ended`; `address_not_allowed` for a key that does not count from there
   */
  authenticate(credentials: Credentials): Promise<Caller>;
  /** Makes the owner's account when there is no owner yet. Repeating it is harmless. */
  ensureOwner(owner: { readonly email: string; readonly password?: string | undefined }): Promise<OwnerResult>;
  user(id: string): Promise<User | undefined>;
  /** Whether a caller of a while ago may still call: the session has not ended, the key was not revoked, nothing was taken away. */
  stillValid(caller: Pick<Caller, 'kind' | 'id' | 'sessionId' | 'permissions' | 'address'>): Promise<boolean>;
}

export function createAccess(options: AccessOptions): Access {
  const { storage, clock, permissions } = options;
  const passwords = createPasswords();
  const tokens = createTokens(options);
  const userSessions = new UserSessions({ storage, clock, tokens });
  const totp = new Totp({ storage, clock, vault: options.vault, sessions: userSessions });
  const signIn = new SignIn({
    storage,
    sessions: userSessions,
    passwords,
    totp,
    attemptsByAccount: new Attempts({ clock, rememberMs: 86_400_000 }),
    attemptsByAddress: new Attempts({ clock, free: 20 }),
  });
  const apiKeys = new ApiKeys({ storage, clock, permissions });
  const audit = createAudit(options);
  const refusals = createRefusals({ clock, audit });
  const userRepository = storage.repository(users);
  const sessionRepository = storage.repository(sessions);

  async function bySession(token: string): Promise<Caller> {
    const claims = await tokens.verify('access', token);
    if (claims === undefined)
      throw new HubError('unauthenticated', { detail: 'The token is not valid or has expired.' });
    const [session, user] = await Promise.all([
      sessionRepository.get(claims.sessionId),
      userRepository.get(claims.userId),
    ]);
    if (session === undefined || !userSessions.isLive(session.state) || user === undefined || user.state.disabled) {
      throw new HubError('session_ended', { detail: 'The session has ended. Sign in again.' });
    }
    return caller({
      kind: 'user',
      id: user.id,
      name: user.state.email,
      sessionId: session.id,
      expiresAtMs: claims.expiresAtMs,
      permissions: permissions.of(user.state.role),
    });
  }

  function byLocalToken({ token, socketAddress, forwarded }: Credentials): Caller | undefined {
    const known = options.localToken;
    if (known === undefined || forwarded || !isLoopback(socketAddress) || !sameText(known.text, token))
      return undefined;
    return caller({ kind: 'local-cli', id: 'local-cli', name: 'local-cli', permissions: permissions.of('owner') });
  }

  async function byApiKey({ token, address, requestId }: Credentials): Promise<Caller | undefined> {
    const holder = await apiKeys.authenticate(token, address);
    if (holder.kind === 'known') return holder.caller;
    if (holder.kind === 'nobody') return undefined;
    await refusals.note(holder, { address: address ?? '', requestId });
    throw new HubError('address_not_allowed');
  }

  return {
    permissions,
    signIn,
    sessions: userSessions,
    users: new UserAccounts({ storage, clock, passwords, sessions: userSessions, totp, permissions }),
    totp,
    apiKeys,
    audit,
    authenticate: async (credentials) => {
      const { token } = credentials;
      if (!token.startsWith('fl')) return bySession(token);
      const found = isLocalToken(token) ? byLocalToken(credentials) : await byApiKey(credentials);
      if (found === undefined)
        throw new HubError('unauthenticated', { detail: 'The key is not valid or has expired.' });
      return found;
    },
    ensureOwner: async ({ email, password }) => {
      const owner = await userRepository.findOne({ role: 'owner' });
      if (owner !== undefined) return { created: false, email: owner.state.email };
      const text = password ?? randomPassword();
      const state: User = {
        email,
        emailKey: emailKey(email),
        passwordHash: await passwords.hash(text),
        passwordIsTemporary: password === undefined,
        role: 'owner',
        disabled: false,
      };
      try {
        await userRepository.commit({ id: newId(clock.now()), state }, 0);
      } catch (error) {
        if (isStorageError(error, 'duplicate_key')) return { created: false, email };
        throw error;
      }
      return { created: true, email, ...(password === undefined ? { password: text } : {}) };
    },
    user: async (id) => (await userRepository.get(id))?.state,
    stillValid: async (former) => {
      const { kind, id, sessionId, permissions: had } = former;
      if (kind === 'api-key') return apiKeys.stillValid(former);
      if (kind !== 'user') return kind === 'local-cli';
      const [session, user] = await Promise.all([sessionRepository.get(sessionId ?? ''), userRepository.get(id)]);
      if (session === undefined || !userSessions.isLive(session.state) || user?.state.disabled !== false) return false;
      const has = permissions.of(user.state.role);
      return [...had].every((permission) => has.has(permission));
    },
  };
}
