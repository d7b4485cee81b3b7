import { HubError } from '../errors/index.ts';
import type { Storage } from '../storage/index.ts';
import type { Attempts } from './attempts.ts';
import type { Passwords } from './passwords.ts';
import { type Totp, wrongCode } from './totp.ts';
import type { Origin, SignedIn, UserSessions } from './user-sessions.ts';
import { emailKey, type Users, users } from './users.ts';

export interface SignInOptions {
  readonly storage: Storage;
  readonly sessions: UserSessions;
  readonly passwords: Passwords;
  readonly totp: Totp;
  readonly attemptsByAccount: Attempts;
  readonly attemptsByAddress: Attempts;
}

/** What somebody signs in with. */
export interface SignInProof {
  readonly email: string;
  readonly password: string;
  /** A code of the authenticator or a recovery code. Looked at only where the account asks for one. */
  readonly totp?: string | undefined;
}

/** Passwords in, tokens out. */
export class SignIn {
  readonly #options: SignInOptions;
  readonly #users: Users;

  constructor(options: SignInOptions) {
    this.#options = options;
    this.#users = options.storage.repository(users);
  }

  /**
   * Answers the same, after the same work, for an unknown address and for a wrong password; and the same once more for a
   * wrong code.
   * @throws HubError `sign_in_failed`; `totp_required` when the password is right and a code is needed;
   *   `too_many_requests` while the account or the address has to wait; `locked` when codes cannot be checked
   */
  async withPassword({ email, password, totp }: SignInProof, origin: Origin): Promise<SignedIn> {
    const key = emailKey(email);
    this.#refuseWhileWaiting(key, origin.ip);
    const user = await this.#users.findOne({ emailKey: key });
    const matched = await this.#options.passwords.matches(password, user?.state.passwordHash);
    const known = matched && user !== undefined && !user.state.disabled;
    const verdict = known ? await this.#options.totp.check(user.id, totp) : 'wrong';
    if (verdict === 'missing') throw new HubError('totp_required');
    if (!known || verdict === 'wrong') {
      this.#failed(key, origin.ip);
      throw new HubError('sign_in_failed');
    }
    this.#options.attemptsByAccount.succeeded(key);
    return this.#options.sessions.open(user, origin);
  }

  /** Ends all other sessions. @throws HubError `forbidden` for a wrong present password */
  async changePassword(change: {
    readonly userId: string;
    readonly sessionId: string | undefined;
    readonly present: string;
    readonly next: string;
    readonly ip: string;
  }): Promise<void> {
    await this.provePassword({ userId: change.userId, password: change.present, ip: change.ip });
    const passwordHash = await this.#options.passwords.hash(change.next);
    await this.#users.update(change.userId, (state) => ({
      state: { ...state, passwordHash, passwordIsTemporary: false },
    }));
    await this.#options.sessions.endAll(change.userId, 'password_changed', change.sessionId);
  }

  /** For what a stolen access token must not do by itself. @throws HubError `forbidden`, `too_many_requests`, `session_ended` */
  async provePassword(proof: {
    readonly userId: string;
    readonly password: string;
    readonly ip: string;
  }): Promise<void> {
    const user = await this.#users.get(proof.userId);
    if (user === undefined) throw new HubError('session_ended', { detail: 'The session has ended. Sign in again.' });
    const { emailKey: account, passwordHash } = user.state;
    this.#refuseWhileWaiting(account, proof.ip);
    if (await this.#options.passwords.matches(proof.password, passwordHash)) return;
    this.#failed(account, proof.ip);
    throw new HubError('forbidden', { detail: 'The present password is wrong.' });
  }

  /**
   * For what neither a stolen access token nor a password that somebody saw must do by itself. The code is used up.
   * @throws HubError as `provePassword` does; `forbidden` for a wrong code; `conflict` when the account asks for none;
   *   `locked` when codes cannot be checked
   */
  async proveBoth(proof: {
    readonly userId: string;
    readonly password: string;
    readonly code: string;
    readonly ip: string;
  }): Promise<void> {
    await this.provePassword(proof);
    const verdict = await this.#options.totp.check(proof.userId, proof.code);
    if (verdict === 'right') return;
    if (verdict === 'not_needed') throw new HubError('conflict', { detail: 'Two-factor sign-in is off.' });
    throw wrongCode();
  }

  #failed(account: string, address: string): void {
    this.#options.attemptsByAccount.failed(account);
    this.#options.attemptsByAddress.failed(address);
  }

  #refuseWhileWaiting(account: string, address: string): void {
    const retryAfterMs = Math.max(
      this.#options.attemptsByAccount.waitMs(account),
      this.#options.attemptsByAddress.waitMs(address),
    );
    if (retryAfterMs > 0) {
      throw new HubError('too_many_requests', {
        detail: 'Too many attempts failed. Wait, then try again.',
        retryAfterMs,
      });
    }
  }
}
