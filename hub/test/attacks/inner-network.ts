import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/api.ts';
import type { AttackHub, Refusal } from './attack-hub.ts';

/** Hosts that lead into the hub's own network, however they are written. The port is a listener that must hear nothing. */
const hosts = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '0.0.0.0',
  '0',
  'localhost',
  'LOCALHOST',
  'localhost.',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '[::ffff:169.254.169.254]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[fc00::1]',
  '100.100.100.200',
  '168.63.129.16',
  '224.0.0.1',
  '255.255.255.255',
];

/** Having the hub call where the caller cannot. */
export function innerNetwork(hub: () => AttackHub): void {
  let listener: Server;
  let port: number;
  let heard = 0;
  beforeAll(async () => {
    listener = createServer((_request, response) => {
      heard += 1;
      response.end('inner');
    });
    listener.on('connection', () => (heard += 1));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    port = (listener.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => listener.close(resolve)));
  const post = (path: string, body: object = {}) => hub().ask({ method: 'POST', path, token: hub().owner, body });

  describe('the inner network', () => {
    test('is not reached by a webhook endpoint: refused when it is added, or when it is called', async () => {
      for (const host of hosts) {
        const made = await post('/api/webhook-endpoints', { url: `https://${host}:${port}/` });
        if (made.status === 400) continue;
        // A name: what it leads to is known when the socket connects.
        expect(made.status, host).toBe(201);
        const { id } = made.json<{ id: string }>();
        const { id: delivery } = (await post(`/api/webhook-endpoints/${id}/test`)).json<{ id: string }>();
        const asked = { method: 'GET', path: `/api/deliveries/${delivery}`, token: hub().owner };
        const tried = await eventually(
          () => hub().ok<{ attemptCount: number; lastError: string }>(asked),
          ({ attemptCount }) => attemptCount === 1,
        );
        expect(tried.lastError, host).toMatch(/not allowed|private/);
        await hub().ok({ method: 'DELETE', path: `/api/webhook-endpoints/${id}`, token: hub().owner });
      }
      for (const url of [
        'http://127.0.0.1/',
        'file:///etc/passwd',
        'gopher://127.0.0.1/',
        'ftp://127.0.0.1/',
        'data:,x',
      ]) {
        expect((await post('/api/webhook-endpoints', { url })).json<Refusal>().status, url).toBe(400);
      }
      const userInfo = await post('/api/webhook-endpoints', { url: 'https://example.com@127.0.0.1/' });
      expect(userInfo.status).toBe(400);
      expect(heard).toBe(0);
    });

    test('is not reached by the settings of a connection', async () => {
      for (const [index, host] of hosts.entries()) {
        const body = { plugin: 'channel-rss', name: `Feed ${index}`, settings: { url: `http://${host}:${port}/` } };
        const made = await post('/api/connections', body);
        if (made.status === 400) continue;
        expect(made.status, `${host}: ${made.text}`).toBe(201);
        const { id } = made.json<{ id: string }>();
        const tested = await post(`/api/connections/${id}/test`);
        expect(tested.text, host).toMatch(/address_forbidden|settings_invalid|not allowed/);
        await hub().ok({ method: 'DELETE', path: `/api/connections/${id}`, token: hub().owner });
      }
      expect(heard).toBe(0);
    });
  });
}
