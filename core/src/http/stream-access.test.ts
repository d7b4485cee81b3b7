import { newId, timestamp } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';
import { eventStreamClient, socketClient, type StreamClient } from './testing/stream-client.ts';

type Headers = { readonly [name: string]: string };

let app: FullApp;
let owner: Headers;
let base: string;
beforeEach(async () => {
  app = await createFullApp();
  owner = await app.signedIn();
  base = await app.server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => app.dispose());

async function call(method: 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) {
  const answer = await app.server.inject({
    method,
    url,
    headers: owner,
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode).toBeLessThan(300);
  return answer.body === '' ? {} : answer.json();
}

async function addUser(role: string): Promise<{ readonly id: string; readonly headers: Headers }> {
  const { id, email, password } = await call('POST', '/api/users', { email: 'one@example.com', role });
  const { accessToken } = await call('POST', '/api/auth/sign-in', { email, password });
  return { id, headers: { authorization: `Bearer ${accessToken}` } };
}

const publish = (type: string) =>
  app.eventLog.append([
    { id: newId(app.clock.now()), source: '/test', type, time: timestamp(app.clock), data: { type } },
  ]);

/** Time passes, in steps that leave a client time to answer, until the stream is over. */
async function ended(client: StreamClient): Promise<void> {
  let over = false;
  void client.closed.then(() => {
    over = true;
  });
  while (!over) {
    await app.clock.advance(5_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.each([
  ['server-sent events', eventStreamClient, (reason: string) => [`end ${reason}`]],
  ['the websocket', socketClient, (reason: string) => [`end ${reason}`, `close 1008 ${reason}`]],
] as const)('%s', (_name, open, goodbye) => {
  test('are opened to nobody without a token, and not with one that has expired', async () => {
    await app.clock.advance(24 * 3_600_000);
    await expect(open({ base, headers: owner })).rejects.toThrow('401');
    await expect(open({ base, headers: { authorization: 'Bearer nonsense' } })).rejects.toThrow('401');
  });

  test('end at the moment at which the token expires', async () => {
    const client = await open({ base, headers: owner });
    await ended(client);
    expect(client.said.slice(-goodbye('').length)).toEqual(goodbye('token_expired'));
  });

  test('send nothing more a minute after the role of a user was lowered, and end', async () => {
    const { id, headers } = await addUser('operator');
    const client = await open({ base, headers });
    await call('PATCH', `/api/users/${id}`, { role: 'viewer' });
    const told = client.sequences.length;
    await app.clock.advance(60_000);
    await publish('a.happened');
    await client.closed;
    expect(client.said.slice(-goodbye('').length)).toEqual(goodbye('access_ended'));
    expect(client.sequences.length - told).toBeLessThanOrEqual(1);
    expect(client.sequences).not.toContain(await app.eventLog.latest());
  });

  test('end within a minute after an API key was revoked', async () => {
    const { id, key } = await call('POST', '/api/api-keys', { name: 'reports', scopes: ['events.read'] });
    const client = await open({ base, headers: { authorization: `Bearer ${key}` } });
    await call('DELETE', `/api/api-keys/${id}`);
    const before = app.clock.now();
    await ended(client);
    expect(client.said.slice(-goodbye('').length)).toEqual(goodbye('access_ended'));
    expect(app.clock.now() - before).toBeLessThanOrEqual(80_000);
  });
});

describe('the websocket', () => {
  test('gives a user the topics of the role and no others', async () => {
    const { headers } = await addUser('viewer');
    for (const topic of ['users', 'audit', 'webhooks', 'inbox']) {
      const refused = await socketClient({ base, headers, topics: [topic] });
      expect(refused.said).toContain('error forbidden');
      refused.destroy();
    }
    const client = await socketClient({ base, headers, topics: ['plugins', 'incidents'] });
    await publish('user.created');
    await publish('incident.raised');
    await client.until(({ sequences }) => sequences.length > 0);
    expect(client.sequences).toEqual([await app.eventLog.latest()]);
    client.destroy();
  });

  test.each(['null', 'https://127.0.0.1:1', 'http://127.0.0.1', 'https://desk.example.com.evil.example'])(
    'is closed to pages of the origin %s, whatever token they have',
    async (origin) => {
      await expect(socketClient({ base, headers: { ...owner, origin } })).rejects.toThrow('403');
      expect(app.realtime.open().sockets).toBe(0);
    },
  );
});
