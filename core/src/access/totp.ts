import { type Clock, type Secret, timestamp } from '@fairlead/sdk';
import { HubError, isHubError } from '../errors/index.ts';
import { newEvent } from '../events/index.ts';
import type { Change, OutboxEvent, Storage } from '../storage/index.ts';
import type { VaultHandle } from '../vault/index.ts';
import { inTurn } from './in-turn.ts';
import { newRecoveryCodes, newSetup, readCode, stepOf, type TotpSetup, withoutHash } from './totp-codes.ts';
import { afterFailure, noFailures, waitMsAfter } from './totp-failures.ts';
import {
  type TotpBegun,
  type TotpOn,
  totpPlace,
  type TotpRecord,
  type TotpRecords,
  totpRecords,
} from './totp-record.ts';
import type { UserSessions } from './user-sessions.ts';

export interface TotpOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  /** `vault.for('totp')` */
  readonly vault: VaultHandle;
  readonly sessions: UserSessions;
}

export type TotpStatus =
  | { readonly enabled: false }
  | { readonly enabled: true; readonly since: string; readonly recoveryCodesLeft: number };

/** `not_needed`: the account asks for no code. `missing`: it does, and none was given. */
export type CodeVerdict = 'not_needed' | 'missing' | 'right' | 'wrong';

interface Judged {
  readonly verdict: CodeVerdict;
  readonly change?: Change<TotpRecord>;
}

/** A secret that was shown and not confirmed within this time has to be begun anew. */
const confirmWithinMs = 900_000;

/** The second factor of people who sign in: codes of an authenticator (RFC 6238), and recovery codes for without it. */
export class Totp {
  readonly #options: TotpOptions;
  readonly #records: TotpRecords;
  /** Codes that are tried at once are judged one after the other: each counts. */
  readonly #inTurn = inTurn();

  constructor(options: TotpOptions) {
    this.#options = options;
    this.#records = options.storage.repository(totpRecords);
  }

  async status(userId: string): Promise<TotpStatus> {
    const state = (await this.#records.get(userId))?.state;
    if (state?.status !== 'on') return { enabled: false };
    return { enabled: true, since: state.since, recoveryCodesLeft: state.recoveryHashes.length };
  }

  /** Those of these users who are asked for a code. */
  async enabledAmong(userIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (userIds.length === 0) return new Set();
    const where = { id: { in: userIds }, status: 'on' };
    const { items } = await this.#records.list({ where, limit: userIds.length });
    return new Set(items.map(({ id }) => id));
  }

  /**
   * Makes a secret, known this once, in place of one that was begun before. Counts once it is confirmed.
   * @throws HubError `conflict` when it is on already; `key_missing`, `key_wrong` when nothing can be sealed
   */
  begin(user: { readonly id: string; readonly email: string }): Promise<TotpSetup> {
    return this.#inTurn(async () => {
      const stored = await this.#records.get(user.id);
      if (stored?.state.status === 'on') throw conflict('Two-factor sign-in is on. Turn it off first.');
      const setup = newSetup(user.email);
      const secretVersion = (stored?.state.secretVersion ?? 0) + 1;
      const envelope = this.#options.vault.seal(totpPlace(user.id, secretVersion), setup.secret);
      const state: TotpBegun = { status: 'begun', envelope, secretVersion, begunAtMs: this.#options.clock.now() };
      await this.#records.commit({ ...stored, id: user.id, state }, stored?.version ?? 0);
      return setup;
    });
  }

  /**
   * Turns it on with the first code of the authenticator, and ends all other sessions: they were opened without one.
   * @returns the recovery codes, known this once
   * @throws HubError `conflict` when none was begun lately, `forbidden` for a wrong code, `locked`
   */
  confirm(proof: {
    readonly userId: string;
    readonly sessionId: string | undefined;
    readonly code: string;
  }): Promise<readonly string[]> {
    const { userId, sessionId, code } = proof;
    return this.#inTurn(async () => {
      const stored = await this.#records.get(userId);
      const state = stored?.state;
      if (stored === undefined || state?.status !== 'begun' || this.#isStale(state)) {
        throw conflict('Nothing waits to be confirmed. Begin first: POST /api/auth/totp/begin.');
      }
      const lastStep = this.#stepOf(userId, state, code);
      if (lastStep === undefined) throw wrongCode();
      const { codes, hashes } = newRecoveryCodes();
      const { envelope, secretVersion } = state;
      const since = timestamp(this.#options.clock);
      const on: TotpOn = {
        status: 'on',
        envelope,
        secretVersion,
        since,
        lastStep,
        recoveryHashes: hashes,
        failures: noFailures,
      };
      const events = [this.#event('totp_enabled', userId)];
      await this.#records.commit({ ...stored, state: on, events }, stored.version);
      await this.#options.sessions.endAll(userId, 'totp_enabled', sessionId);
      return codes;
    });
  }

  /**
   * Takes a code of the authenticator or a recovery code; each counts once. What follows from it is durable before this
   * resolves. Ask only who has proved the password.
   * @throws HubError `too_many_requests` while the account waits after wrong codes: a recovery code is taken all the
   *   same; `locked` when the secret cannot be opened
   */
  check(userId: string, text: string | undefined): Promise<CodeVerdict> {
    return this.#inTurn(async () => {
      let verdict = 'not_needed' as CodeVerdict;
      await this.#records.update(userId, (state) => {
        const judged = this.#judge(userId, state, text);
        verdict = judged.verdict;
        return judged.change;
      });
      return verdict;
    });
  }

  /** Those before no longer count. @throws HubError `conflict` when it is off */
  async renewRecoveryCodes(userId: string): Promise<readonly string[]> {
    const { codes, hashes } = newRecoveryCodes();
    const stored = await this.#records.update(userId, (state) =>
      state.status === 'on' ? { state: { ...state, recoveryHashes: hashes } } : undefined,
    );
    if (stored?.state.status !== 'on') throw conflict('Two-factor sign-in is off.');
    return codes;
  }

  /** The secret and the recovery codes are gone. Repeating it is harmless. */
  async turnOff(userId: string): Promise<void> {
    await this.#records.update(userId, (state) => {
      if (state.status === 'off') return undefined;
      const events = state.status === 'on' ? [this.#event('totp_disabled', userId)] : [];
      return { state: { status: 'off', secretVersion: state.secretVersion }, events };
    });
    this.#options.vault.forget(userId);
  }

  #judge(userId: string, state: TotpRecord, text: string | undefined): Judged {
    if (state.status !== 'on') return { verdict: 'not_needed' };
    if (text === undefined) return { verdict: 'missing' };
    const given = readCode(text);
    if (given.kind === 'recovery') {
      const left = withoutHash(state.recoveryHashes, given.hash);
      if (left !== undefined) return this.#recovered(userId, state, left);
    }
    const now = this.#options.clock.now();
    const retryAfterMs = waitMsAfter(state.failures, now);
    if (retryAfterMs > 0) throw tooMany(retryAfterMs);
    const step = given.kind === 'code' ? this.#stepOf(userId, state, given.text) : undefined;
    if (step !== undefined && step > state.lastStep) {
      return { verdict: 'right', change: { state: { ...state, lastStep: step } } };
    }
    return this.#failed(userId, state, now);
  }

  #recovered(userId: string, state: TotpOn, recoveryHashes: readonly string[]): Judged {
    const events = [this.#event('recovery_code_used', userId, { left: recoveryHashes.length })];
    return { verdict: 'right', change: { state: { ...state, recoveryHashes }, events } };
  }

  /** Who gets here knows the password: that codes are guessed is worth telling once it has to be slowed down. */
  #failed(userId: string, state: TotpOn, now: number): Judged {
    const failures = afterFailure(state.failures, now);
    const waits = waitMsAfter(failures, now) > 0;
    const events = waits ? [this.#event('totp_delayed', userId)] : [];
    return { verdict: 'wrong', change: { state: { ...state, failures }, events } };
  }

  #stepOf(userId: string, state: TotpOn | TotpBegun, code: string): number | undefined {
    const given = readCode(code);
    return given.kind === 'code' ? stepOf(this.#open(userId, state), given.text, this.#options.clock.now()) : undefined;
  }

  #open(userId: string, { envelope, secretVersion }: TotpOn | TotpBegun): Secret {
    try {
      return this.#options.vault.open(totpPlace(userId, secretVersion), envelope);
    } catch (error) {
      if (!isHubError(error, 'key_missing', 'key_wrong', 'envelope_damaged')) throw error;
      const detail = `Codes cannot be checked. ${error.message} A recovery code counts meanwhile.`;
      throw new HubError('locked', { detail, cause: error });
    }
  }

  #isStale({ begunAtMs }: TotpBegun): boolean {
    return this.#options.clock.now() - begunAtMs > confirmWithinMs;
  }

  #event(fact: string, userId: string, more: { readonly left?: number } = {}): OutboxEvent {
    return newEvent(this.#options.clock, { type: `user.${fact}`, subject: userId, data: { userId, ...more } });
  }
}

export function wrongCode(): HubError {
  return new HubError('forbidden', { detail: 'The code is wrong.' });
}

function tooMany(retryAfterMs: number): HubError {
  const detail = 'Too many codes were wrong. Wait, then try again, or use a recovery code.';
  return new HubError('too_many_requests', { detail, retryAfterMs });
}

function conflict(detail: string): HubError {
  return new HubError('conflict', { detail });
}
