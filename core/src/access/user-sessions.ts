import { createHash } from 'node:crypto';
import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { isStorageError, type Page, type Storage, type Stored } from '../storage/index.ts';
import { type EndReason, ended, type Session, type Sessions, sessions } from './sessions.ts';
import type { Tokens } from './tokens.ts';
import { type User, type Users, users } from './users.ts';

/** Where a request came from, for the list of sessions. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string;
}

export interface SignedIn {
  readonly userId: string;
  readonly email: string;
  readonly sessionId: string;
  readonly accessToken: string;
  /** Milliseconds. */
  readonly accessLifetimeMs: number;
  readonly refreshToken: string;
  /** Milliseconds since 1970; the session's end. */
  readonly refreshExpiresAtMs: number;
}

export interface UserSessionsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly tokens: Tokens;
  /** Default 15 minutes. */
  readonly accessLifetimeMs?: number;
  /** Default 30 days from sign-in; refreshing does not extend it. */
  readonly sessionLifetimeMs?: number;
}

/** Two tabs may use the same refresh token at once; within this time the second is told to try again, not signed out. */
const raceMs = 10_000;

/** The sessions of people: opened by a sign-in, renewed by refresh tokens, ended. */
export class UserSessions {
  readonly #options: Required<UserSessionsOptions>;
  readonly #users: Users;
  readonly #sessions: Sessions;

  constructor(options: UserSessionsOptions) {
    this.#options = { accessLifetimeMs: 900_000, sessionLifetimeMs: 30 * 86_400_000, ...options };
    this.#users = options.storage.repository(users);
    this.#sessions = options.storage.repository(sessions);
  }

  async open(user: Stored<User>, origin: Origin): Promise<SignedIn> {
    const { clock, sessionLifetimeMs } = this.#options;
    const now = clock.now();
    const id = newId(now);
    const expiresAtMs = now + sessionLifetimeMs;
    const refreshToken = await this.#refreshToken(user.id, id, 1, expiresAtMs);
    const state: Session = {
      userId: user.id,
      generation: 1,
      tokenHash: hashOf(refreshToken),
      rotatedAt: timestamp(clock),
      expiresAt: new Date(expiresAtMs).toISOString(),
      ip: origin.ip,
      userAgent: origin.userAgent.slice(0, 200),
    };
    await this.#sessions.commit({ id, state }, 0);
    return this.#pair(user, id, refreshToken, expiresAtMs);
  }

  /**
   * Buys the next pair of tokens; the token given is used up.
   * @throws HubError `session_ended` for a token that does not count, and then for all of its session if it was used
   *   before; `refresh_raced` when another request used it within the last ten seconds
   */
  async refresh(token: string): Promise<SignedIn> {
    const claims = await this.#options.tokens.verify('refresh', token);
    if (claims === undefined) throw sessionEnded();
    const stored = await this.#sessions.get(claims.sessionId);
    if (stored === undefined || !this.isLive(stored.state)) throw sessionEnded();
    const user = await this.#users.get(stored.state.userId);
    if (user === undefined || user.state.disabled) throw sessionEnded();
    if (stored.state.tokenHash !== hashOf(token)) throw await this.#reused(stored, claims.generation ?? 0);
    return this.#rotate(user, stored);
  }

  /** Ends a session. Repeating it is harmless, and so is an id that is not known. */
  async end(sessionId: string, because: EndReason): Promise<void> {
    const at = timestamp(this.#options.clock);
    await this.#sessions.update(sessionId, (session) =>
      session.endedAt === undefined ? { state: ended(session, because, at) } : undefined,
    );
  }

  /** Ends the session of a refresh token, if it is one. */
  async endByRefreshToken(token: string): Promise<void> {
    const claims = await this.#options.tokens.verify('refresh', token);
    if (claims !== undefined) await this.end(claims.sessionId, 'signed_out');
  }

  async sessionOf(userId: string, sessionId: string): Promise<Stored<Session> | undefined> {
    const stored = await this.#sessions.get(sessionId);
    return stored?.state.userId === userId ? stored : undefined;
  }

  /** The sessions of a user that have not ended. */
  list(userId: string, options: { readonly limit: number; readonly cursor?: string | undefined }) {
    const at = timestamp(this.#options.clock);
    return this.#sessions.list({ ...options, where: { userId, active: true, expiresAt: { gt: at } } }) as Promise<
      Page<Stored<Session>>
    >;
  }

  /** Ends all sessions of a user but one. Repeating it is harmless. */
  async endAll(userId: string, because: EndReason, except?: string): Promise<void> {
    let cursor: string | null = null;
    const ids: string[] = [];
    do {
      const page: Page<Stored<Session>> = await this.#sessions.list({
        where: { userId, active: true },
        limit: 200,
        cursor,
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    for (const id of ids.filter((id) => id !== except)) await this.end(id, because);
  }

  isLive(session: Session): boolean {
    return session.endedAt === undefined && Date.parse(session.expiresAt) > this.#options.clock.now();
  }

  async #rotate(user: Stored<User>, stored: Stored<Session>): Promise<SignedIn> {
    const expiresAtMs = Date.parse(stored.state.expiresAt);
    const generation = stored.state.generation + 1;
    const refreshToken = await this.#refreshToken(user.id, stored.id, generation, expiresAtMs);
    const state = {
      ...stored.state,
      generation,
      tokenHash: hashOf(refreshToken),
      rotatedAt: timestamp(this.#options.clock),
    };
    try {
      await this.#sessions.commit({ ...stored, state }, stored.version);
    } catch (error) {
      if (isStorageError(error, 'version_conflict')) throw raced(error);
      throw error;
    }
    return this.#pair(user, stored.id, refreshToken, expiresAtMs);
  }

  async #reused(stored: Stored<Session>, generation: number): Promise<HubError> {
    const { state } = stored;
    const ageMs = this.#options.clock.now() - Date.parse(state.rotatedAt);
    if (generation === state.generation - 1 && ageMs >= 0 && ageMs < raceMs) return raced();
    await this.end(stored.id, 'token_reused');
    return sessionEnded();
  }

  #refreshToken(userId: string, sessionId: string, generation: number, expiresAtMs: number): Promise<string> {
    return this.#options.tokens.sign('refresh', { userId, sessionId, generation, expiresAtMs });
  }

  async #pair(user: Stored<User>, sessionId: string, refreshToken: string, refreshExpiresAtMs: number) {
    const { tokens, clock, accessLifetimeMs } = this.#options;
    const expiresAtMs = Math.min(clock.now() + accessLifetimeMs, refreshExpiresAtMs);
    const accessToken = await tokens.sign('access', { userId: user.id, sessionId, expiresAtMs });
    return {
      userId: user.id,
      email: user.state.email,
      sessionId,
      accessToken,
      accessLifetimeMs: expiresAtMs - clock.now(),
      refreshToken,
      refreshExpiresAtMs,
    };
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function sessionEnded(): HubError {
  return new HubError('session_ended', { detail: 'The session has ended. Sign in again.' });
}

function raced(cause?: unknown): HubError {
  return new HubError('refresh_raced', { detail: 'Another request renewed the session. Use its tokens.', cause });
}
