import { hash } from 'node:crypto';
import type { WebhookRequest } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { connect, hmacSigned, signed, standardSecrets, textSecrets, withKey } from './connection.ts';

const body = { id: 'a', text: 'BUY XAUUSD 2645–2650 ☂' };

/** Bytes without a pattern, the same in every run. */
function bytesOf(seed: number): Uint8Array {
  const block = hash('sha256', `block ${seed}`, 'buffer');
  return Buffer.concat(Array.from({ length: (seed % 9) + 1 }, () => block)).subarray(0, seed % 260);
}

function withHeader(request: WebhookRequest, name: string, value: string): WebhookRequest {
  return { ...request, headers: { ...request.headers, [name]: value } };
}

/** Every request that differs in one bit of the body or in one character of these headers. */
function* neighbours(genuine: WebhookRequest, headers: readonly string[]): Generator<WebhookRequest> {
  for (const index of genuine.rawBody.keys()) {
    for (let bit = 1; bit < 256; bit *= 2) {
      const rawBody = Uint8Array.from(genuine.rawBody);
      rawBody[index] = (rawBody[index] ?? 0) ^ bit;
      yield { ...genuine, rawBody };
    }
  }
  for (const name of headers) {
    const text = genuine.headers[name] ?? '';
    for (let index = 0; index < text.length; index++) {
      const other = text[index] === '7' ? '8' : '7';
      yield withHeader(genuine, name, text.slice(0, index) + other + text.slice(index + 1));
      yield withHeader(genuine, name, text.slice(0, index) + text.slice(index + 1));
    }
    yield withHeader(genuine, name, `${text}7`);
  }
}

describe('standard-webhooks', () => {
  it('believes the example of the specification’s own libraries', async () => {
    await using connection = await connect();
    // The test vector of https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries
    const rawBody = new TextEncoder().encode('{"test": 2432232314}');
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    await using other = await connect({ webhookSecrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] });
    const genuine = { method: 'POST', rawBody, headers, query: {}, publicUrl: 'https://hub.example/hooks/test' };
    const received = { ...genuine, receivedAt: '2021-02-25T15:02:30Z' };
    expect(await other.fault(received)).toMatch(/^malformed: \/test is not known/);
    expect(await connection.fault(received)).toMatch(/^signature_wrong/);
    expect(await other.fault(genuine)).toMatch(/^too_old/);
  });

  it('believes no request that differs in one bit of the body or one character of a header', async () => {
    await using connection = await connect();
    const genuine = signed(body, { atMs: connection.clock.now() });
    expect(await connection.messages(genuine)).toHaveLength(1);
    for (const other of neighbours(genuine, ['webhook-id', 'webhook-timestamp', 'webhook-signature'])) {
      expect(await connection.receive(other)).toMatchObject({ outcome: 'invalid' });
    }
  });

  it('believes any one right signature among several, and no signature of another version', async () => {
    await using connection = await connect();
    const genuine = signed(body, { atMs: connection.clock.now() });
    const right = genuine.headers['webhook-signature'] ?? '';
    const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;
    for (const header of [`${wrong} ${right}`, `v1a,xyz ${right}`, `${wrong}, ${right}`]) {
      expect(await connection.messages(withHeader(genuine, 'webhook-signature', header))).toHaveLength(1);
    }
    for (const header of [
      wrong,
      right.replace('v1,', 'v1a,'),
      right.replace('v1,', 'v2,'),
      right.slice(3),
      `${right},`,
    ]) {
      expect(await connection.fault(withHeader(genuine, 'webhook-signature', header))).toMatch(/^signature_wrong/);
    }
  });

  it('takes no id with a full stop, so that nothing can be shifted between id, time and body', async () => {
    await using connection = await connect();
    const atMs = connection.clock.now();
    const seconds = Math.floor(atMs / 1_000);
    const inner = signed(`${seconds}.BUY`, { id: 'msg_1', atMs, type: 'text/plain' });
    expect(await connection.messages(inner)).toHaveLength(1);
    const shifted = {
      ...withHeader(inner, 'webhook-id', `msg_1.${seconds}`),
      rawBody: new TextEncoder().encode('BUY'),
    };
    expect(await connection.fault(shifted)).toMatch(/^signature_wrong: webhook-id/);
  });

  it('believes both secrets of a rotation, and neither once it is gone from the list', async () => {
    await using connection = await connect();
    await using later = await connect({ webhookSecrets: [standardSecrets[1]] });
    const atMs = connection.clock.now();
    const [old, current] = standardSecrets.map((secret) => signed(body, { atMs, secret }));
    expect(await connection.messages(old as WebhookRequest)).toHaveLength(1);
    expect(await connection.messages(current as WebhookRequest)).toHaveLength(1);
    expect(await later.fault(old as WebhookRequest)).toMatch(/^signature_wrong/);
  });
});

describe('hmac', () => {
  const algorithms = ['sha256', 'sha512', 'sha1'] as const;
  const cases = algorithms.flatMap((algorithm) =>
    (['hex', 'base64'] as const).map((encoding) => ({ algorithm, encoding, prefix: `${algorithm}=` })),
  );

  it.each(cases)(
    '$algorithm in $encoding believes what was signed, and nothing that differs in one place',
    async (how) => {
      await using connection = await connect({ scheme: 'hmac', hmac: { ...how, timestampHeader: 'X-Time' } });
      const time = String(Math.floor(connection.clock.now() / 1_000));
      const genuine = hmacSigned({ text: 'BUY' }, { ...how, time });
      expect(await connection.messages(genuine)).toHaveLength(1);
      for (const other of neighbours(genuine, ['x-signature', 'x-time'])) {
        expect(await connection.receive(other)).toMatchObject({ outcome: 'invalid' });
      }
    },
  );

  it.each(cases)('$algorithm in $encoding believes any bytes that were signed, and no others', async (how) => {
    await using connection = await connect({ scheme: 'hmac', hmac: how });
    for (let seed = 0; seed < 200; seed++) {
      const genuine = hmacSigned(bytesOf(seed), how);
      expect(await connection.fault(genuine)).toMatch(/^(malformed|taken)/);
      const foreign = hmacSigned(bytesOf(seed), { ...how, secret: 'x'.repeat(32) });
      expect(await connection.fault(foreign)).toMatch(/^signature_wrong/);
    }
  });

  it('signs what the settings say before the body', async () => {
    const hmac = {
      header: 'X-Signature',
      prefix: 'v0=',
      timestampHeader: 'X-Time',
      signedBeforeBody: 'v0:{timestamp}:',
    };
    await using connection = await connect({ scheme: 'hmac', hmac });
    const time = String(Math.floor(connection.clock.now() / 1_000));
    const genuine = hmacSigned(body, { prefix: 'v0=', time, before: `v0:${time}:` });
    expect(await connection.messages(genuine)).toHaveLength(1);
    expect(await connection.fault(hmacSigned(body, { prefix: 'v0=', time }))).toMatch(/^signature_wrong/);
  });

  it.each([
    ['seconds', (ms: number) => String(Math.floor(ms / 1_000))],
    ['milliseconds', (ms: number) => String(ms)],
    ['ISO 8601', (ms: number) => new Date(ms).toISOString()],
    ['ISO 8601 of another zone', (ms: number) => new Date(ms + 7_200_000).toISOString().replace('Z', '+02:00')],
  ])('reads a time in %s', async (_what, form) => {
    await using connection = await connect({ scheme: 'hmac', hmac: { timestampHeader: 'x-time' } });
    const now = connection.clock.now();
    expect(await connection.messages(hmacSigned(body, { time: form(now) }))).toHaveLength(1);
    expect(await connection.fault(hmacSigned(body, { time: form(now - 302_000) }))).toMatch(/^too_old/);
  });

  it('names a signed time that is none', async () => {
    await using connection = await connect({ scheme: 'hmac', hmac: { timestampHeader: 'X-Time' } });
    expect(await connection.fault(hmacSigned(body, { time: 'noon' }))).toBe('malformed: The header X-Time is no time.');
  });

  it('does not believe an unsigned webhook-id, which would make a new message of a repeat', async () => {
    await using connection = await connect({ scheme: 'hmac' });
    const genuine = hmacSigned({ text: 'BUY' });
    const [one] = await connection.messages(genuine);
    const [other] = await connection.messages(withHeader(genuine, 'webhook-id', 'another'));
    expect(other?.id).toBe(one?.id);
  });
});

describe('api-key', () => {
  it('believes the whole key, whatever else the request says', async () => {
    await using connection = await connect({ scheme: 'api-key' });
    expect(await connection.messages(withKey(body))).toHaveLength(1);
    expect(await connection.messages(withKey(body, textSecrets[1]))).toHaveLength(1);
    for (const other of neighbours({ ...withKey(body), rawBody: new Uint8Array() }, ['authorization'])) {
      // “Bearer” may be missing or misspelt in its letters’ case only.
      expect(await connection.fault(other)).toMatch(/^signature_(wrong|missing)/);
    }
  });

  it('takes the key from the header of the settings alone', async () => {
    await using connection = await connect({ scheme: 'api-key', apiKey: { header: 'X-Api-Key' } });
    expect(await connection.fault(withKey(body))).toMatch(/^signature_missing: .*X-Api-Key/);
    expect(await connection.messages(withHeader(withKey(body), 'x-api-key', textSecrets[0]))).toHaveLength(1);
    expect(await connection.fault(withHeader(withKey(body), 'x-api-key', `Bearer ${textSecrets[0]}`))).toMatch(
      /^signature_wrong/,
    );
  });
});

describe('clocks', () => {
  it.each([
    [-300, 'taken'],
    [300, 'taken'],
    [-302, 'too_old: It was signed 302 seconds ago; 300 are allowed.'],
    [302, 'too_old: It was signed 302 seconds ahead of the hub’s clock; 300 are allowed.'],
  ])('that are %i seconds apart: %s', async (seconds, expected) => {
    await using connection = await connect();
    const atMs = connection.clock.now() + seconds * 1_000;
    expect(await connection.fault(signed(body, { atMs }))).toBe(expected);
  });

  it('of a hub that was set forward refuse, and believe again once they are right', async () => {
    await using connection = await connect();
    const genuine = signed(body, { atMs: connection.clock.now() });
    connection.clock.jump(3_600_000);
    expect(await connection.fault(genuine)).toMatch(/^too_old/);
    connection.clock.jump(-3_600_000);
    expect(await connection.fault(genuine)).toBe('taken');
  });

  it('do not hold up a request that had to wait for its verification', async () => {
    await using connection = await connect();
    const receivedAt = new Date(connection.clock.now()).toISOString();
    const genuine = signed(body, { atMs: connection.clock.now() });
    await connection.clock.advance(86_400_000);
    expect(await connection.fault({ ...genuine, receivedAt })).toBe('taken');
    expect(await connection.fault(genuine)).toMatch(/^too_old/);
  });

  it('are trusted as far as the settings say', async () => {
    await using connection = await connect({ toleranceSeconds: 10 });
    const atMs = connection.clock.now() - 11_000;
    expect(await connection.fault(signed(body, { atMs }))).toMatch(/^too_old/);
  });
});

it('believes nobody while no secret is set, or none of the right form', async () => {
  await using without = await connect({ webhookSecrets: [] });
  await using odd = await connect({ webhookSecrets: ['not a whsec', 'whsec_', 'whsec_%%%'] });
  const genuine = signed(body, { atMs: without.clock.now() });
  expect(await without.fault(genuine)).toMatch(/^foreign/);
  expect(await odd.fault(genuine)).toMatch(/^foreign/);
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'finds nothing in a header named %s',
  async (header) => {
    await using signing = await connect({ scheme: 'hmac', hmac: { header, timestampHeader: header } });
    await using keyed = await connect({ scheme: 'api-key', apiKey: { header } });
    expect(await signing.fault(hmacSigned(body))).toMatch(/^signature_missing/);
    expect(await keyed.fault(withKey(body))).toMatch(/^signature_missing/);
  },
);

it('tells a stranger nothing of the body', async () => {
  await using connection = await connect();
  const forged = signed('{"text": 5', { atMs: connection.clock.now(), secret: 'whsec_c29tZWJvZHkgZWxzZQ==' });
  expect(await connection.fault(forged)).toBe('signature_wrong: The signature does not fit.');
});
