import { join } from 'node:path';
import { createClient, ok } from '@fairlead/client';
import { typesOf } from '@fairlead/client/generate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const generated = join(import.meta.dirname, '../../client/src/generated/api.ts');
const accept = 'Routes have changed. To renew the types of the client: npx -y pnpm@12 unit hub/test/client-types -u';
const cleanup = new AsyncDisposableStack();
let hub: HubProcess;

beforeAll(async () => {
  const { path: dataDir } = cleanup.use(await temporaryFolder());
  hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.stop()));
});

afterAll(async () => cleanup.disposeAsync());

describe('@fairlead/client', () => {
  test('has the types of the routes that the hub serves', async () => {
    const document = (await (await fetch(`${hub.url}/openapi.json`)).json()) as { servers: unknown };
    await expect(await typesOf(document), accept).toMatchFileSnapshot(generated);
  });

  test('answers what a route answers, and rejects with the problem of what the hub refuses', async () => {
    const token = await createApi(hub.url).signIn();
    const client = createClient({ url: hub.url, token });
    const page = await ok(client.GET('/api/plugins'));
    expect(page.items.map(({ id }) => id)).toContain('gateway-sandbox');
    const refused = ok(client.POST('/api/connections', { body: { plugin: 'gateway-sandbox', name: '' } }));
    await expect(refused).rejects.toMatchObject({
      name: 'HubProblem',
      status: 400,
      code: 'invalid_request',
      errors: [{ path: '/body/name' }],
    });
    const stranger = ok(createClient({ url: hub.url }).GET('/api/plugins'));
    await expect(stranger).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
  });
});
