import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Api, type ConnectionView, createApi, eventually, type HealthView } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { manifestOf, withSdk, writePackage } from './support/plugin-packages.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const id = 'channel-leaky';
const limitMb = 200;

/** Each call leaves a megabyte behind, and is answered with the process that answered it. */
const entry = `
import { definePlugin } from '@fairlead/sdk';
const kept = [];
export default definePlugin({ id: '${id}', settings: { type: 'object', properties: {}, additionalProperties: false } })({
  capabilities: {
    channel: (context) => ({
      async fetch({ cursor }) {
        kept.push(Buffer.alloc(1_048_576, 1));
        context.log.info('kept more', { megabytes: kept.length });
        return { messages: [], cursor: process.pid + ':' + cursor, more: false };
      },
      testCredentials: async () => ({ account: { id: 'a' }, mode: 'test' }),
    }),
  },
});
`;

/** Minutes are seconds here, so that the test need not take any. */
const leaks = {
  windowMs: 20_000,
  calmMs: 4_000,
  recycleEveryMs: 1_000,
  growth: { slots: 10, leastMs: 1_500, leastBytes: 4 * 1_048_576, leastTrend: 0.5 },
};

interface Incident {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly code: string;
  readonly state: string;
  readonly title: string;
  readonly detail: string;
}

interface PluginHealth extends HealthView {
  readonly processes: readonly { readonly pid?: number; readonly rssBytes?: number }[];
  readonly versions: readonly {
    readonly version: string;
    readonly calls: number;
    readonly errors: number;
    readonly starts: number;
    readonly restarts: number;
    readonly failures: object;
    readonly rssMostBytes: number;
  }[];
}

/** The hub takes 1,200 calls a minute from one address. */
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const incidentOf = async (api: Api, code: string) =>
  (await api.all<Incident>('/api/incidents')).find((one) => one.code === code && one.subject.id === id);

test('a plugin that leaks is named and started afresh while calls go on, none lost, and the incident ends by itself', {
  timeout: 240_000,
}, async () => {
  await using cleanup = new AsyncDisposableStack();
  const { path: dataDir } = cleanup.use(await temporaryFolder());
  await withSdk(dataDir);
  const manifest = { ...manifestOf(id), host: { prefers: 'process', memoryLimitMb: limitMb } };
  await writePackage(join(dataDir, 'plugins'), id, { entry, manifest });
  const hub = await startHubProcess({ dataDir, env: { HUB_TEST_LEAKS: JSON.stringify(leaks) } });
  cleanup.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  await api.signIn();
  await api.ok('POST', `/api/plugins/${id}/enable`, { body: {} });
  const health = () => api.ok<PluginHealth>('GET', `/api/plugins/${id}/health`);
  await eventually(health, ({ status }) => status === 'running');
  const body = { plugin: id, name: 'Leaky', settings: {}, secrets: {} };
  const connection = await api.ok<ConnectionView>('POST', '/api/connections', { body });

  const pids = new Set<string>();
  let number = 0;
  const call = async () => {
    number += 1;
    const asked = String(number);
    const input = { limit: 1, cursor: asked };
    const path = `/api/connections/${connection.id}/operations/fetch`;
    const { output } = await api.ok<{ output: { cursor: string } }>('POST', path, { body: { input } });
    const [pid = '', answered] = output.cursor.split(':');
    // Every call is answered, and with its own answer.
    expect(answered).toBe(asked);
    pids.add(pid);
  };
  await eventually(
    async () => {
      await Promise.all([call(), call(), pause(300)]);
      return pids.size;
    },
    (processes) => processes >= 2,
  );

  const named = await eventually(
    () => pause(250).then(() => incidentOf(api, 'plugin_leaking')),
    (incident) => incident !== undefined,
  );
  expect(named?.title).toMatch(new RegExp(`^The plugin ${id} leaks memory: \\d+ MB an hour`));
  expect(named?.detail).toMatch(new RegExp(`holds \\d+ of ${limitMb} MB`));
  // The hub's own probes are calls as well. A minute that has just ended is told of from the next round of health on.
  const after = await eventually(health, ({ versions }) => (versions[0]?.calls ?? 0) >= number);
  expect(after.versions).toMatchObject([{ version: '1.0.0', errors: 0, restarts: 0, failures: {} }]);
  expect(after.versions[0]?.starts).toBeGreaterThanOrEqual(2);
  expect(after.versions[0]?.rssMostBytes).toBeGreaterThan(0.8 * limitMb * 1_048_576);

  const log = await api.ok<{ items: readonly { source: string; message: string; connection?: string }[] }>(
    'GET',
    `/api/plugins/${id}/log?connection=${connection.id}&limit=1`,
  );
  expect(log.items).toMatchObject([{ source: 'log', message: 'kept more', connection: connection.id }]);

  const over = await eventually(
    () => pause(250).then(() => incidentOf(api, 'plugin_leaking')),
    (incident) => incident?.state === 'resolved',
  );
  expect(over?.state).toBe('resolved');
});
