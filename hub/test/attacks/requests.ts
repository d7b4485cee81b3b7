import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { rawConversation } from '../support/raw-request.ts';
import { signature, stripeEvent, webhookSecret } from '../support/stripe-events.ts';
import type { AttackHub } from './attack-hub.ts';

/** Requests that are not what they seem: smuggled, repeated, from another site, for a file. */
export function requests(hub: () => AttackHub): void {
  describe('a request within a request', () => {
    const inner = 'GET /api/system HTTP/1.1\r\nHost: x\r\n\r\n';
    const head = (path: string, more: string) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${more}\r\n`;

    test('in a body that is refused unread is no second request', async () => {
      const long = `Content-Length: ${inner.length}\r\n`;
      for (const path of ['/api/users', '/api/nothing', '/hooks/nobody', '/']) {
        const { text } = await rawConversation(hub().port, (socket) => {
          socket.write(head(path, `${long}Connection: close\r\n`) + inner);
        });
        expect(text.match(/^HTTP\/1\.1 /gm), `${path}: ${text}`).toHaveLength(1);
      }
    });

    test('behind two lengths, two encodings or what is nearly one is not heard', async () => {
      const tries = [
        'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n',
        'Transfer-Encoding: chunked\r\nContent-Length: 4\r\n',
        'Transfer-Encoding: chunked, identity\r\n',
        'Transfer-Encoding: xchunked\r\n',
        'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
        'Transfer-Encoding : chunked\r\n',
        'Transfer-Encoding:\u000bchunked\r\n',
        'Content-Length: 4\r\nContent-Length: 5\r\n',
        'Content-Length: +4\r\n',
        'Content-Length: 0x4\r\n',
        'Content-Length: 4, 4\r\n',
        'X: y\r\n Content-Length: 4\r\n',
      ];
      for (const more of tries) {
        const { text } = await rawConversation(hub().port, (socket) => {
          socket.end(`${head('/api/auth/sign-in', more)}0\r\n\r\n${inner}`, 'latin1');
        });
        expect(text.match(/^HTTP\/1\.1 (\d+)/gm), `${more}: ${text}`).toHaveLength(1);
        expect(text, more).toMatch(/^HTTP\/1\.1 4\d\d /);
      }
    });

    test('behind a broken piece of a chunked body is not heard', async () => {
      for (const chunks of [
        '4;\r\n{}  \r\n0\r\n\r\n',
        '2\r\n{}\n0\r\n\r\n',
        'ffffffffffffffff\r\n{}\r\n',
        '-2\r\n{}\r\n0\r\n\r\n',
      ]) {
        const { text } = await rawConversation(hub().port, (socket) => {
          socket.end(head('/api/auth/sign-in', 'Transfer-Encoding: chunked\r\nConnection: close\r\n') + chunks + inner);
        });
        expect(text.match(/^HTTP\/1\.1 /gm), `${chunks}: ${text}`).toHaveLength(1);
        expect(text, chunks).toMatch(/^HTTP\/1\.1 4\d\d /);
      }
    });
  });

  describe('a signed webhook', () => {
    const secrets = { apiKey: 'sk_test_51Fairlead00000000000000000000', webhookSecrets: [webhookSecret] };
    let shop: string;
    let other: string;
    beforeAll(async () => {
      const add = async (name: string, webhookSecrets: readonly string[]) => {
        const settings = { apiBase: 'http://127.0.0.1:9' };
        const body = { plugin: 'gateway-stripe', name, settings, secrets: { ...secrets, webhookSecrets } };
        return (await hub().ok<{ id: string }>({ method: 'POST', path: '/api/connections', token: hub().owner, body }))
          .id;
      };
      shop = await add('Replayed', [webhookSecret]);
      other = await add('Other', [webhookSecret.replace('0a', 'ff')]);
    });
    const send = (id: string, raw: string, header: string) =>
      hub().ask({
        method: 'POST',
        path: `/hooks/${id}`,
        headers: { 'content-type': 'application/json', 'stripe-signature': header },
        raw,
      });
    const stored = async () => {
      const page = { method: 'GET', path: `/api/inbox?connection=${shop}`, token: hub().owner };
      return (await hub().ok<{ items: readonly { duplicates: number }[] }>(page)).items;
    };

    test('that is played again is stored once; later, elsewhere, changed or signed anew it is not believed', async () => {
      const body = stripeEvent('evt_replayed', hub().clock.now());
      const header = signature(body, webhookSecret, hub().clock.now());
      expect((await send(shop, body, header)).status).toBe(200);
      expect((await send(shop, body, header)).status).toBe(200);
      expect(await stored()).toMatchObject([{ duplicates: 1 }]);
      expect((await send(other, body, header)).status).toBe(401);
      expect((await send(shop, body.replace('1299', '9999'), header)).status).toBe(401);
      expect((await send(shop, body, header.replace(/v1=.{4}/, 'v1=0000'))).status).toBe(401);
      expect(
        (await send(shop, body, header.replace(/t=\d+/, `t=${Math.floor(hub().clock.now() / 1_000) + 1}`))).status,
      ).toBe(401);
      await hub().clock.advance(10 * 60_000);
      expect((await send(shop, body, header)).status).toBe(401);
      expect(await stored()).toMatchObject([{ duplicates: 1 }]);
    });
  });

  describe('the websocket', () => {
    test('opens for no page of another site, and not with a token that has ended or stands in the address', async () => {
      const token = await hub().signIn();
      const headers = { authorization: `Bearer ${token}` };
      const ours = await socketOf(hub(), { headers: { ...headers, origin: hub().url } });
      expect(await ours.first).toMatchObject({ type: 'ready' });
      ours.close();
      for (const origin of ['https://evil.example.com', 'null', `${hub().url}.evil.example.com`, 'file://']) {
        expect((await socketOf(hub(), { headers: { ...headers, origin } })).opened, origin).toBe(false);
      }
      await hub().clock.advance(16 * 60_000);
      expect((await socketOf(hub(), { headers })).opened).toBe(false);
      const valid = await hub().signIn();
      const silent = [await socketOf(hub(), {}), await socketOf(hub(), { path: `/api/stream?token=${valid}` })];
      await hub().clock.advance(10_000);
      for (const { first } of silent) expect(await first).toMatchObject({ type: 'end', reason: 'not_authenticated' });
    });
  });

  describe('a file', () => {
    const paths = [
      '/assets/../../../../etc/passwd',
      '/assets/..%2f..%2f..%2f..%2fetc%2fpasswd',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/%252e%252e/%252e%252e/package.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/..\\..\\package.json',
      '/assets/%c0%ae%c0%ae/package.json',
      '/assets/....//....//package.json',
      '/assets//etc/passwd',
      '/assets/%00/../../package.json',
      '/assets/',
      '/assets',
      '/../package.json',
      '/..%2fpackage.json',
      '//etc/passwd',
      '/package.json',
      '/.env',
      '/.git/config',
      '/.fairlead/master.key',
      '/master.key',
      '/cli.token',
      '/fairlead.db',
      '/src/main.tsx',
      '/node_modules/react/package.json',
    ];

    test('of the machine, the hub or its data is served under no address', async () => {
      for (const path of paths) {
        for (const accept of ['*/*', 'text/html']) {
          const answer = await hub().ask({ method: 'GET', path, headers: { accept } });
          const isPage = answer.status === 200 && String(answer.headers['content-type']).startsWith('text/html');
          expect(isPage || [400, 404].includes(answer.status), `${path}: ${answer.status}`).toBe(true);
          expect(answer.text, path).not.toMatch(/root:|"name":|"dependencies"|\[core\]|SQLite format|^fl_local/);
        }
      }
    });
  });
}

interface Handshake {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Heard {
  readonly opened: boolean;
  /** The first message, or how it was closed. */
  readonly first: Promise<unknown>;
  close(): void;
}

/** Asks for a websocket as a program does: a browser cannot set these headers, an attacker can. */
async function socketOf({ url }: AttackHub, { path = '/api/stream', headers = {} }: Handshake): Promise<Heard> {
  const Socket = WebSocket as unknown as new (url: string, init: object) => WebSocket;
  const socket = new Socket(`${url.replace('http', 'ws')}${path}`, { headers });
  const first = new Promise<unknown>((resolve) => {
    socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))));
    socket.addEventListener('close', ({ code, reason }) => resolve({ type: 'closed', code, reason }));
  });
  const opened = await Promise.race([once(socket, 'open').then(() => true), once(socket, 'error').then(() => false)]);
  return { opened, first, close: () => socket.close() };
}
