import { generateKeyPairSync } from 'node:crypto';
import { FakeClock } from '@fairlead/sdk/testing';
import { exportJWK, exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { processTokenKeys } from './token-keys.ts';
import { createTokens } from './tokens.ts';

const clock = new FakeClock();
const keys = processTokenKeys();
const tokens = createTokens({ keys, clock });
const claims = { userId: 'u1', sessionId: 's1', expiresAtMs: clock.now() + 900_000 };
const own = await keys.current();
const foreign = processTokenKeys();

const head = { alg: 'HS256', typ: 'fairlead-access+jwt', kid: own.id };
/** As the hub signs it, in all but what a test changes. */
const token = (header: object = {}, expiresAtMs = claims.expiresAtMs) =>
  new SignJWT({ sid: claims.sessionId })
    .setProtectedHeader({ ...head, ...header })
    .setIssuer('fairlead')
    .setSubject(claims.userId)
    .setIssuedAt(new Date(clock.now()))
    .setExpirationTime(new Date(expiresAtMs));
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (text: string) => tokens.verify('access', text);

test('what a test signs in the hub’s own way counts: the refusals below are for what they change', async () => {
  expect(await read(await token().sign(own.bytes))).toEqual(claims);
});

describe('a token is refused', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });

  test('without a signature, however “none” is written', async () => {
    const unsecured = new UnsecuredJWT({ sid: 's1' }).setSubject('u1').setIssuer('fairlead').setExpirationTime('9h');
    expect(await read(unsecured.encode())).toBeUndefined();
    const [, body] = (await token().sign(own.bytes)).split('.');
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '', null, undefined]) {
      expect(await read(`${encoded({ ...head, alg })}.${body}.`), String(alg)).toBeUndefined();
    }
  });

  test('of another algorithm, though the key be right', async () => {
    for (const alg of ['HS384', 'HS512']) {
      // HMAC fills a short key up with zeros itself: to it, this is the hub’s key.
      expect(await read(await token({ alg }).sign(Buffer.concat([own.bytes], 64))), alg).toBeUndefined();
    }
    expect(await read(await token({ alg: 'RS256' }).sign(rsa.privateKey))).toBeUndefined();
  });

  test('signed by HS256 with a public key as the secret, or with a key that it brings along itself', async () => {
    const pem = new TextEncoder().encode(await exportSPKI(rsa.publicKey));
    expect(await read(await token().sign(pem))).toBeUndefined();
    const jwk = await exportJWK(rsa.publicKey);
    expect(await read(await token({ alg: 'RS256', jwk }).sign(rsa.privateKey))).toBeUndefined();
    const mine = { kty: 'oct', k: Buffer.alloc(32, 1).toString('base64url') };
    expect(await read(await token({ jwk: mine }).sign(Buffer.alloc(32, 1)))).toBeUndefined();
    expect(await read(await token({ jku: 'http://127.0.0.1:9/keys' }).sign(Buffer.alloc(32, 1)))).toBeUndefined();
  });

  test('signed by a foreign key, under its own name or under the hub’s', async () => {
    const { id, bytes } = await foreign.current();
    expect(await read(await token({ kid: id }).sign(bytes))).toBeUndefined();
    expect(await read(await token().sign(bytes))).toBeUndefined();
  });

  test('without the name of a key, or with one that is no key here', async () => {
    for (const kid of [undefined, '', '../../dev/null', '__proto__', 'constructor', own.id.toUpperCase() + 'x']) {
      expect(await read(await token({ kid }).sign(own.bytes)), String(kid)).toBeUndefined();
    }
  });

  test('once it has expired, and when it never does', async () => {
    expect(await read(await token({}, clock.now() - 1_000).sign(own.bytes))).toBeUndefined();
    const endless = new SignJWT({ sid: 's1' }).setProtectedHeader(head).setSubject('u1').setIssuer('fairlead');
    expect(await read(await endless.sign(own.bytes))).toBeUndefined();
  });

  test('of another issuer, without a session, or without a user', async () => {
    const sign = (made: SignJWT) => made.setProtectedHeader(head).setExpirationTime('9h').sign(own.bytes);
    const base = () => new SignJWT({ sid: 's1' }).setSubject('u1').setIssuer('fairlead');
    expect(await read(await sign(base()))).toMatchObject({ userId: 'u1' });
    expect(await read(await sign(base().setIssuer('elsewhere')))).toBeUndefined();
    expect(await read(await sign(new SignJWT({}).setSubject('u1').setIssuer('fairlead')))).toBeUndefined();
    expect(await read(await sign(new SignJWT({ sid: 's1' }).setIssuer('fairlead')))).toBeUndefined();
  });

  test('for the other use: a refresh token opens nothing, an access token buys nothing', async () => {
    const [access, refresh] = [
      await tokens.sign('access', claims),
      await tokens.sign('refresh', { ...claims, generation: 1 }),
    ];
    expect(await tokens.verify('access', refresh)).toBeUndefined();
    expect(await tokens.verify('refresh', access)).toBeUndefined();
    expect(await tokens.verify('refresh', refresh)).toMatchObject({ generation: 1 });
    for (const typ of [undefined, 'JWT', 'fairlead-refresh+jwt']) {
      expect(await read(await token({ typ }).sign(own.bytes)), String(typ)).toBeUndefined();
    }
  });

  test('that marks a header as critical which nobody here knows', async () => {
    const body = (await token().sign(own.bytes)).split('.')[1];
    expect(await read(`${encoded({ ...head, crit: ['exp'], exp: 1 })}.${body}.AAAA`)).toBeUndefined();
  });

  test('that is no token', async () => {
    for (const text of ['', '.', '..', 'a.b.c', '{}', 'eyJhbGciOiJIUzI1NiJ9..', 'x'.repeat(100_000)]) {
      expect(await read(text)).toBeUndefined();
    }
  });
});
