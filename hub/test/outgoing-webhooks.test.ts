import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createApi, eventually } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A product's server that takes webhooks. While `hold` is true it answers none. */
async function receiver() {
  const received: Received[] = [];
  const held: ServerResponse[] = [];
  const state = { hold: false, received };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      if (state.hold) held.push(response);
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const idOf = ({ headers }: Received) => String(headers['webhook-id']);
const subjectOf = ({ body }: Received) => (JSON.parse(body) as { readonly subject: string }).subject;

/** As a product verifies: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(wanted);
}

test('a hub that is killed while it sends an event sends it again with the same id, signed, and those after it in order', async () => {
  await using folder = await temporaryFolder();
  await using product = await receiver();
  let hub = await startHubProcess({ dataDir: folder.path });
  try {
    const api = createApi(hub.url);
    await api.signIn();
    const { id: endpoint, secret } = await api.ok<{ id: string; secret: string }>('POST', '/api/webhook-endpoints', {
      body: { url: product.url, types: ['user.created'], ordered: true, allowPrivateAddresses: true },
    });
    const add = async (name: string) => {
      const body = { email: `${name}@example.com`, role: 'viewer' };
      return (await api.ok<{ id: string }>('POST', '/api/users', { body })).id;
    };
    const arrived = (count: number) =>
      eventually(
        async () => product.received.length,
        (length) => length === count,
      );
    const users = [await add('first')];
    await arrived(1);
    product.hold = true;
    for (const name of ['second', 'third', 'fourth']) users.push(await add(name));
    await arrived(2);
    await hub.kill('SIGKILL');
    product.hold = false;
    hub = await startHubProcess({ dataDir: folder.path });
    await arrived(5);
    expect(product.received.map(subjectOf)).toEqual([users[0], users[1], users[1], users[2], users[3]]);
    expect(idOf(product.received[2] as Received)).toBe(idOf(product.received[1] as Received));
    expect(product.received.filter((one) => !isSigned(one, secret))).toEqual([]);
    const again = createApi(hub.url);
    await again.signIn();
    const statuses = async () =>
      (await again.all<{ status: string }>('/api/deliveries', { endpoint })).map(({ status }) => status).join();
    await eventually(statuses, (text) => text === 'succeeded,succeeded,succeeded,succeeded');
  } finally {
    await hub.stop();
  }
});

test('deliveries are found by when their events were, however the moment is written', async () => {
  await using folder = await temporaryFolder();
  await using product = await receiver();
  const hub = await startHubProcess({ dataDir: folder.path });
  try {
    const api = createApi(hub.url);
    await api.signIn();
    const { id } = await api.ok<{ id: string }>('POST', '/api/webhook-endpoints', {
      body: { url: product.url, allowPrivateAddresses: true },
    });
    const { eventAt } = await api.ok<{ eventAt: string }>('POST', `/api/webhook-endpoints/${id}/test`);
    const count = async (query: Readonly<Record<string, string>>) =>
      (await api.all('/api/deliveries', { type: 'webhook_endpoint.tested', ...query })).length;
    const minute = `${eventAt.slice(0, 16)}Z`;
    expect([await count({ from: minute }), await count({ to: minute })]).toEqual([1, 0]);
    expect([await count({ from: eventAt }), await count({ to: eventAt })]).toEqual([1, 0]);
    const wrong = await api.call('GET', '/api/deliveries?from=2026-13-45T99:99Z');
    expect([wrong.status, wrong.json<{ errors: unknown }>().errors]).toEqual([
      400,
      [{ path: '/query/from', message: 'is not a time' }],
    ]);
  } finally {
    await hub.stop();
  }
});
