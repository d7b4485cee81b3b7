import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

type IsGenuine = (request: Received & { readonly secret: string; readonly now?: number }) => boolean;

/** What the guide gives a product to verify with, to the letter. */
async function verifierOfTheGuide(folder: string): Promise<IsGenuine> {
  const guide = await readFile(new URL('../../docs/guides/receive-events.md', import.meta.url), 'utf8');
  const code = /```js\n(.*?)```/s.exec(guide)?.[1] ?? '';
  const file = join(folder, 'is-genuine.mjs');
  await writeFile(file, code);
  const { isGenuine } = (await import(pathToFileURL(file).href)) as { isGenuine: IsGenuine };
  return isGenuine;
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
    await using guide = await temporaryFolder();
    const isGenuine = await verifierOfTheGuide(guide.path);
    const [one] = product.received as [Received];
    expect(product.received.filter((each) => !isGenuine({ ...each, secret }))).toEqual([]);
    expect(isGenuine({ ...one, body: `${one.body} `, secret })).toBe(false);
    expect(isGenuine({ ...one, secret, now: Date.now() + 301_000 })).toBe(false);
    expect(isGenuine({ ...one, headers: { ...one.headers, 'webhook-timestamp': 'now' }, secret })).toBe(false);
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
