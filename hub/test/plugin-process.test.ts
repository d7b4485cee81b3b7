import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, type ConnectionView, createApi, eventually } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { withSdk, writePackage } from './support/plugin-packages.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let cleanup: AsyncDisposableStack;
let dataDir: string;
let hub: HubProcess;
let api: Api;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  dataDir = cleanup.use(await temporaryFolder()).path;
  await withSdk(dataDir);
  await writePackage(join(dataDir, 'plugins'), id, { entry });
  hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.stop()));
  api = createApi(hub.url);
  await api.signIn();
});
afterEach(() => cleanup.disposeAsync());

const id = 'channel-foreign';

/** A plugin that tells its process id, and does what its cursor says. */
const entry = `
import { definePlugin } from '@fairlead/sdk';
export default definePlugin({ id: '${id}', settings: { type: 'object', properties: {}, additionalProperties: false } })({
  capabilities: {
    channel: () => ({
      async fetch({ cursor }) {
        if (cursor === 'loop') setTimeout(() => { for (;;); }, 10);
        return { messages: [], cursor: String(process.pid), more: false };
      },
      testCredentials: async () => ({ account: { id: String(process.pid) }, mode: 'test' }),
    }),
  },
});
`;

interface PluginView {
  readonly status: string;
  readonly reason?: string;
}

interface TestView {
  readonly account: { readonly id: string };
}

async function connected(): Promise<ConnectionView> {
  await api.ok('POST', `/api/plugins/${id}/enable`, { body: {} });
  await eventually(
    () => api.ok<PluginView>('GET', `/api/plugins/${id}`),
    ({ status }) => status === 'running',
  );
  return api.ok('POST', '/api/connections', { body: { plugin: id, name: 'Foreign', settings: {}, secrets: {} } });
}

const callOf = ({ id: connection }: ConnectionView, cursor?: string) =>
  api.ok<{ output: { cursor: string } }>('POST', `/api/connections/${connection}/operations/fetch`, {
    body: { input: { limit: 1, ...(cursor === undefined ? {} : { cursor }) } },
  });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a plugin from the data folder runs in a process of its own, and is called there', async () => {
  const connection = await connected();
  const { account } = await api.ok<TestView>('POST', `/api/connections/${connection.id}/test`, { body: {} });
  const { output } = await callOf(connection);
  expect(output.cursor).toBe(account.id);
  expect(isRunning(Number(account.id))).toBe(true);
  await hub.stop();
  expect(isRunning(Number(account.id))).toBe(false);
});

test('a process that is killed from outside is told of and started again; calls go on', async () => {
  const connection = await connected();
  const before = Number((await callOf(connection)).output.cursor);
  process.kill(before, 'SIGKILL');
  const after = await eventually(
    async () =>
      Number(
        (
          await api.call('POST', `/api/connections/${connection.id}/operations/fetch`, {
            body: { input: { limit: 1 } },
          })
        ).json<{ output?: { cursor: string } }>().output?.cursor ?? before,
      ),
    (pid) => pid !== before,
  );
  expect(isRunning(after)).toBe(true);
  const failures = await api.eventsAfter(0, ['plugin.failed']);
  expect(failures.map(({ data }) => data)).toMatchObject([{ pluginId: id, code: 'killed' }]);
});

test('no process outlives a hub that is killed', async () => {
  const connection = await connected();
  const pid = Number((await callOf(connection)).output.cursor);
  await hub.kill('SIGKILL');
  await eventually(
    async () => isRunning(pid),
    (running) => !running,
  );
});

test.runIf(process.platform === 'linux')('not even one whose plugin never gives back its thread', async () => {
  const connection = await connected();
  const pid = Number((await callOf(connection, 'loop')).output.cursor);
  await eventually(
    () => readFile(`/proc/${pid}/stat`, 'utf8'),
    (stat) => stat.includes(') R '),
  );
  await hub.kill('SIGKILL');
  await eventually(
    async () => isRunning(pid),
    (running) => !running,
  );
});
