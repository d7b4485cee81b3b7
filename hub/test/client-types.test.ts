import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, eachItem, followEvents, ok } from '@fairlead/client';
import { typesOf } from '@fairlead/client/generate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const client = join(import.meta.dirname, '../../client');
const generated = join(client, 'src/generated/api.ts');
const accept = 'Routes have changed. To renew the types of the client: npx -y pnpm@12 unit hub/test/client-types -u';
const cleanup = new AsyncDisposableStack();
let hub: HubProcess;
let dataDir: string;

beforeAll(async () => {
  dataDir = cleanup.use(await temporaryFolder()).path;
  hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.stop()));
});

afterAll(async () => cleanup.disposeAsync());

describe('@fairlead/client', () => {
  test('has the types of the routes that the hub serves', async () => {
    const document = (await (await fetch(`${hub.url}/openapi.json`)).json()) as { servers: unknown };
    await expect(await typesOf(document), accept).toMatchFileSnapshot(generated);
  });

  test('has a README whose example compiles: it is the file that the compiler checks', async () => {
    const readme = await readFile(join(client, 'README.md'), 'utf8');
    const example = await readFile(join(client, 'test/readme-example.ts'), 'utf8');
    expect(/```ts\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(example);
  });

  test('answers what a route answers, and rejects with the problem of what the hub refuses', async () => {
    const token = await createApi(hub.url).signIn();
    const known = createClient({ url: hub.url, token });
    const page = await ok(known.GET('/api/plugins'));
    expect(page.items.map(({ id }) => id)).toContain('gateway-sandbox');
    const refused = ok(known.POST('/api/connections', { body: { plugin: 'gateway-sandbox', name: '' } }));
    await expect(refused).rejects.toMatchObject({
      name: 'HubProblem',
      status: 400,
      code: 'invalid_request',
      errors: [{ path: '/body/name' }],
    });
    const stranger = ok(createClient({ url: hub.url }).GET('/api/plugins'));
    await expect(stranger).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  test('reads a list page by page, each item once', async () => {
    const api = createApi(hub.url);
    const known = createClient({ url: hub.url, token: await api.signIn() });
    for (const name of ['A', 'B', 'C']) await addShop(api, name);
    const names: string[] = [];
    const pages = eachItem(async (cursor) =>
      ok(
        known.GET('/api/connections', {
          params: { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    );
    for await (const { name } of pages) names.push(name);
    expect(names).toEqual(['A', 'B', 'C']);
  });

  test('follows events through the end and the new start of a hub: each once, in order', async () => {
    const { port } = hub;
    let api = createApi(hub.url);
    await api.signIn();
    const seen: string[] = [];
    const states: string[] = [];
    const stream = followEvents({
      url: hub.url,
      token: async () => api.signIn(),
      topics: ['connections'],
      onEvent: ({ type, subject }) => {
        if (type === 'connection.created') seen.push(subject ?? '');
      },
      onState: (state) => states.push(state),
    });
    cleanup.defer(() => stream.close());
    await expect.poll(() => states).toContain('open');
    const first = await addShop(api, 'Before');
    await expect.poll(() => seen).toEqual([first]);
    await hub.kill('SIGKILL');
    await expect.poll(() => states.at(-1), { timeout: 30_000 }).not.toBe('open');
    // What happens while nobody listens is told of once the stream is back.
    hub = await startHubProcess({ dataDir, env: { FAIRLEAD_PORT: String(port) } });
    api = createApi(hub.url);
    await api.signIn();
    const second = await addShop(api, 'After');
    await expect.poll(() => seen, { timeout: 60_000 }).toEqual([first, second]);
  });
});

async function addShop(api: Api, name: string): Promise<string> {
  const secrets = { apiKey: 'sk_sandbox_made_up', webhookSecrets: ['whsec_sandbox_made_up'] };
  const body = { plugin: 'gateway-sandbox', name, settings: { apiBase: 'http://127.0.0.1:9' }, secrets };
  const { id } = await api.ok<{ id: string }>('POST', '/api/connections', { body });
  return id;
}
