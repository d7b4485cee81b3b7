import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HubErrorCode } from '../errors/index.ts';
import { createMasterKey, createVault, KeyRing } from '../vault/index.ts';
import { openAccess } from './testing/open-access.ts';
import { totpHolder, totpRecords } from './totp-record.ts';

type Open = Awaited<ReturnType<typeof openAccess>>;
const stepMs = 30_000;
const dayMs = 86_400_000;
let hub: Open;
beforeEach(async () => {
  hub = await openAccess();
});
afterEach(() => hub[Symbol.asyncDispose]());

/** Codes of what was thrown; `ok` for none. */
const outcomeOf = (work: Promise<unknown>): Promise<HubErrorCode | 'ok'> =>
  work.then(
    () => 'ok' as const,
    (error: { readonly code: HubErrorCode }) => error.code,
  );
const signIn = (totp?: string, ip?: string) => outcomeOf(hub.signIn(totp, ip));

describe('a code', () => {
  test('is asked for once the first one confirmed the secret, and not before', async () => {
    const { totp } = hub.access;
    const { secret } = await totp.begin({ id: hub.userId, email: '' });
    expect(await signIn()).toBe('ok');
    expect(await totp.status(hub.userId)).toEqual({ enabled: false });
    await totp.confirm({ userId: hub.userId, sessionId: undefined, code: hub.codeOf(secret.reveal()) });
    expect(await signIn()).toBe('totp_required');
    expect(await totp.status(hub.userId)).toMatchObject({ enabled: true, recoveryCodesLeft: 10 });
  });

  test('signs in once: not again, not the one that confirmed, and none of an earlier time step', async () => {
    const { secret, code } = await hub.enable();
    expect(await signIn(code)).toBe('sign_in_failed');
    await hub.clock.advance(stepMs);
    const before = hub.codeOf(secret);
    await hub.clock.advance(stepMs);
    const now = hub.codeOf(secret);
    expect(await signIn(now)).toBe('ok');
    expect(await signIn(now)).toBe('sign_in_failed');
    expect(await signIn(before)).toBe('sign_in_failed');
    await hub.reopen();
    expect(await signIn(now)).toBe('sign_in_failed');
  });

  test('that is used by many at once lets one in', async () => {
    const { secret } = await hub.enable();
    await hub.clock.advance(stepMs);
    const code = hub.codeOf(secret);
    const all = await Promise.all(Array.from({ length: 5 }, (_, index) => signIn(code, `192.0.2.${index}`)));
    expect(all.toSorted()).toEqual(['ok', ...Array(4).fill('sign_in_failed')]);
  });

  test('of a secret that was begun and begun again, or is older than a quarter of an hour, confirms nothing', async () => {
    const { totp } = hub.access;
    const first = await totp.begin({ id: hub.userId, email: '' });
    const second = await totp.begin({ id: hub.userId, email: '' });
    const confirm = (secret: string) =>
      outcomeOf(totp.confirm({ userId: hub.userId, sessionId: undefined, code: hub.codeOf(secret) }));
    expect(await confirm(first.secret.reveal())).toBe('forbidden');
    await hub.clock.advance(900_001);
    expect(await confirm(second.secret.reveal())).toBe('conflict');
  });
});

test('confirming ends every other session, and leaves the one it came from', async () => {
  const [mine, other] = [await hub.signIn(), await hub.signIn()];
  const { secret } = await hub.access.totp.begin({ id: hub.userId, email: '' });
  const code = hub.codeOf(secret.reveal());
  await hub.access.totp.confirm({ userId: hub.userId, sessionId: mine.sessionId, code });
  expect(await outcomeOf(hub.access.sessions.refresh(mine.refreshToken))).toBe('ok');
  expect(await outcomeOf(hub.access.sessions.refresh(other.refreshToken))).toBe('session_ended');
});

describe('a recovery code', () => {
  test('signs in once, after a restart as well, and is told of without the code', async () => {
    const { recoveryCodes } = await hub.enable();
    const [one = '', two = ''] = recoveryCodes;
    expect(await signIn(one)).toBe('ok');
    await hub.reopen();
    expect(await signIn(one)).toBe('sign_in_failed');
    expect(await signIn(two.toUpperCase().replaceAll('-', ' '))).toBe('ok');
    expect(await hub.access.totp.status(hub.userId)).toMatchObject({ recoveryCodesLeft: 8 });
    const { pending } = (await hub.storage.repository(totpRecords).get(hub.userId)) ?? {};
    expect(pending?.map(({ type }) => type)).toEqual([
      'user.totp_enabled',
      'user.recovery_code_used',
      'user.recovery_code_used',
    ]);
    expect(JSON.stringify(pending)).not.toContain(one);
  });

  test('no longer counts once there are new ones', async () => {
    const { recoveryCodes } = await hub.enable();
    const [fresh = ''] = await hub.access.totp.renewRecoveryCodes(hub.userId);
    expect(await signIn(recoveryCodes[0])).toBe('sign_in_failed');
    expect(await signIn(fresh)).toBe('ok');
  });
});

describe('who knows the password and guesses codes', () => {
  /** Guesses whenever it is allowed. @returns how many codes were looked at */
  async function guessesUntil(endMs: number, between?: () => Promise<void>): Promise<number> {
    let guesses = 0;
    while (hub.clock.monotonic() < endMs) {
      const answer = await hub.access.totp.check(hub.userId, '000000').then(
        () => 0,
        (error: { readonly retryAfterMs: number }) => error.retryAfterMs,
      );
      if (answer === 0) guesses += 1;
      else await hub.clock.advance(answer);
      await between?.();
    }
    return guesses;
  }

  test('gets 21 tries on the first day and fewer than two on each day after, across restarts', async () => {
    await hub.enable();
    // Ten are free; the waits after that double from a minute, and 2^10 minutes are the first that a day has no room for.
    expect(await guessesUntil(dayMs, () => hub.reopen())).toBe(10 + 1 + Math.floor(Math.log2(dayMs / 60_000)));
    const days = 60;
    const later = await guessesUntil((1 + days) * dayMs);
    expect(later).toBeLessThan(2 * days);
    // Three of a million codes count at any time: a year of this finds one in fewer than 1 of 400 cases.
    expect(((21 + (later / days) * 365) * 3) / 1_000_000).toBeLessThan(1 / 400);
  });

  test('gains nothing when the user signs in meanwhile', async () => {
    const { secret } = await hub.enable();
    for (let wrong = 0; wrong < 11; wrong++) await hub.access.totp.check(hub.userId, '000000');
    await hub.clock.advance(60_000);
    expect(await hub.access.totp.check(hub.userId, hub.codeOf(secret))).toBe('right');
    expect(await hub.access.totp.check(hub.userId, '000000')).toBe('wrong');
    await expect(hub.access.totp.check(hub.userId, '000000')).rejects.toMatchObject({ retryAfterMs: 120_000 });
  });

  test('is told to wait by the sign-in, and by it alone: a right code waits, a recovery code does not', async () => {
    const { secret, recoveryCodes } = await hub.enable();
    for (let wrong = 0; wrong < 11; wrong++) await hub.access.totp.check(hub.userId, '000000');
    await hub.clock.advance(stepMs);
    expect(await signIn(hub.codeOf(secret))).toBe('too_many_requests');
    expect(await signIn(recoveryCodes[0])).toBe('ok');
    await hub.clock.advance(stepMs);
    expect(await signIn(hub.codeOf(secret))).toBe('ok');
    const { pending } = (await hub.storage.repository(totpRecords).get(hub.userId)) ?? {};
    expect(pending?.map(({ type }) => type)).toContain('user.totp_delayed');
  });

  test('has the wrong ones forgotten by the day, so that a person who mistypes now and then never waits', async () => {
    await hub.enable();
    for (let day = 0; day < 40; day++) {
      expect(await hub.access.totp.check(hub.userId, '000000')).toBe('wrong');
      await hub.clock.advance(dayMs);
    }
    expect(await hub.access.totp.check(hub.userId, '000000')).toBe('wrong');
  });
});

describe('the secret', () => {
  test('is nowhere in the database in plain form, and gone when it is turned off', async () => {
    const { secret, recoveryCodes } = await hub.enable();
    const stored = await hub.storage.repository(totpRecords).get(hub.userId);
    const text = JSON.stringify(stored);
    for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) {
      expect(text).not.toContain(hidden);
    }
    await hub.access.totp.turnOff(hub.userId);
    expect((await hub.storage.repository(totpRecords).get(hub.userId))?.state).toEqual({
      status: 'off',
      secretVersion: 1,
    });
    expect(await signIn()).toBe('ok');
  });

  test('moves to the new master key in a rotation', async () => {
    const { secret } = await hub.enable();
    const next = createMasterKey('k2');
    const vault = createVault({ keyRing: new KeyRing([next, hub.master]) });
    const holder = totpHolder(hub.storage);
    for await (const record of holder.scan()) {
      expect(await holder.rewrap(record, (held) => vault.rewrap(held))).toBe('done');
    }
    await hub.reopen(new KeyRing([next]));
    await hub.clock.advance(stepMs);
    expect(await signIn(hub.codeOf(secret))).toBe('ok');
  });

  test('that was put into the row of another user opens nothing', async () => {
    const { secret } = await hub.enable();
    const repository = hub.storage.repository(totpRecords);
    const own = await repository.get(hub.userId);
    await repository.commit({ id: 'somebody', state: own?.state as never }, 0);
    await hub.clock.advance(stepMs);
    expect(await outcomeOf(hub.access.totp.check('somebody', hub.codeOf(secret)))).toBe('locked');
  });
});

test.each([
  ['missing', () => new KeyRing([])],
  ['another than before', () => new KeyRing([createMasterKey('k1')])],
])(
  'while the master key is %s nobody comes in without a code, and a recovery code still counts',
  async (_how, ring) => {
    const { secret, recoveryCodes } = await hub.enable();
    await hub.reopen(ring());
    await hub.clock.advance(stepMs);
    expect(await signIn()).toBe('totp_required');
    expect(await signIn(hub.codeOf(secret))).toBe('locked');
    await expect(hub.signIn(hub.codeOf(secret))).rejects.toThrow(/Codes cannot be checked.*A recovery code counts/);
    expect(await signIn(recoveryCodes[0])).toBe('ok');
    await hub.reopen();
    expect(await signIn(hub.codeOf(secret))).toBe('ok');
  },
);
