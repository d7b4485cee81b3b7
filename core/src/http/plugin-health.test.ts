import { Secret } from '@fairlead/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PluginUsage, StartablePackage } from '../plugins/index.ts';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let headers: { authorization: string };
beforeAll(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
});
afterAll(async () => app.dispose());

const get = (url: string) => app.server.inject({ url, headers });
const plugin = '/api/plugins/channel-test';

/** A process of the plugin's next version beside what runs. */
function runBeside(version: string, use: Partial<PluginUsage>) {
  const latest = {
    pid: 4_711,
    cpuMs: 500,
    rssBytes: 9e7,
    heapUsedBytes: 4e7,
    loopDelayMs: 3,
    sampledAt: app.clock.now(),
  };
  const beside = { id: 'channel-test', version, manifest: { host: { prefers: 'process' } } } as StartablePackage;
  return app.meter.started(beside, { usage: () => ({ ...latest, ...use }) } as never);
}

test('health tells connections, processes, calls, crashes and use by version', async () => {
  const settings = { room: 'r1' };
  const body = { plugin: 'channel-test', name: 'One', settings, secrets: { signingKey: 'a-long-signing-key' } };
  const { id } = (await app.server.inject({ method: 'POST', url: '/api/connections', headers, payload: body })).json();
  await app.server.inject({ method: 'POST', url: `/api/connections/${id}/test`, headers, payload: {} });
  const run = runBeside('2.0.0', {});
  app.meter.refused({ plugin: 'channel-test', version: '2.0.0', kind: 'dns', host: 'evil.example' });
  app.meter.start();
  await app.clock.advance(1_000);
  const before = (await get(`${plugin}/health`)).json();
  expect(before).toMatchObject({
    status: 'running',
    connections: [{ id, lifecycle: 'active', status: 'unknown' }],
    processes: [
      { version: '1.0.0', cpuShare: 0 },
      { version: '2.0.0', pid: 4_711, rssBytes: 9e7, memoryLimitBytes: 256 * 1_048_576 },
    ],
    minutes: [{ connection: id, version: '1.0.0', calls: 1 }],
    versions: [
      { version: '1.0.0', calls: 1, errors: 0, starts: 1 },
      { version: '2.0.0', calls: 0, starts: 1, cpuMs: 500 },
    ],
    usage: [
      { version: '1.0.0', samples: 0, starts: 1 },
      { version: '2.0.0', samples: 1, cpuMs: 500, rssBytes: { most: 9e7 }, refused: { dns: 1 } },
    ],
    refused: [{ kind: 'dns', host: 'evil.example', attempts: 1 }],
  });
  run.exited('out_of_memory');
  runBeside('2.0.0', {}).ended();
  expect((await get(`${plugin}/health`)).json()).toMatchObject({
    processes: [{ version: '1.0.0' }],
    versions: [
      { version: '1.0.0', starts: 1 },
      { version: '2.0.0', calls: 0, starts: 2, restarts: 1, failures: { out_of_memory: 1 }, refused: 1, cpuMs: 500 },
    ],
  });
  expect((await get(`/api/plugins/nothing/health`)).statusCode).toBe(404);
});

test('metrics tell use, starts, failures, calls and refusals by plugin and version', async () => {
  const run = runBeside('3.0.0', { rssBytes: 123, cpuMs: 2_000 });
  await app.clock.advance(1_000);
  app.meter.failed({ id: 'channel-test', version: '3.0.0' }, 'hung');
  const text = (await get('/metrics')).body;
  const of = 'plugin="channel-test",version="3.0.0"';
  expect(text).toContain(`fairlead_plugin_resident_memory_bytes{${of},pid="4711"} 123`);
  expect(text).toContain(`fairlead_plugin_cpu_seconds_total{${of}} 2`);
  expect(text).toContain(`fairlead_plugin_starts_total{${of}} 1`);
  expect(text).toContain(`fairlead_plugin_failures_total{${of},code="hung"} 1`);
  expect(text).toContain('fairlead_plugin_calls_total{plugin="channel-test",version="1.0.0",outcome="success"} 1');
  run.ended();
  const after = (await get('/metrics')).body;
  expect(after).not.toContain(`fairlead_plugin_resident_memory_bytes{${of}`);
  expect(after).toContain(`fairlead_plugin_starts_total{${of}} 1`);
});

test('the log is read page by page, filtered, followed, and holds no secret', async () => {
  app.redactor.register('test', new Secret('sk_live_abcdefgh'));
  const write = (message: string, level: 'info' | 'warn', connection?: string) =>
    app.journal.write({
      plugin: 'channel-test',
      level,
      source: 'log',
      message,
      fields: { key: 'sk_live_abcdefgh' },
      ...(connection === undefined ? {} : { connection }),
    });
  for (let number = 0; number < 5; number += 1)
    write(`line ${number}`, number % 2 === 0 ? 'info' : 'warn', `c${number}`);
  const first = (await get(`${plugin}/log?limit=2`)).json();
  expect(first.items).toMatchObject([
    { message: 'line 4', level: 'info', source: 'log', connection: 'c4', fields: { key: '[secret]' } },
    { message: 'line 3' },
  ]);
  const rest = (await get(`${plugin}/log?limit=3&cursor=${first.nextCursor}`)).json();
  expect(rest.items.map(({ message }: { message: string }) => message)).toEqual(['line 2', 'line 1', 'line 0']);
  expect(rest.nextCursor).toBeNull();
  expect((await get(`${plugin}/log?level=warn`)).json().items).toHaveLength(2);
  expect((await get(`${plugin}/log?connection=c2`)).json().items).toMatchObject([{ message: 'line 2' }]);
  expect((await get(`${plugin}/log?from=2000-01-01T00:00:00Z&to=2001-01-01T00:00:00Z`)).json().items).toEqual([]);

  write('since', 'info');
  const since = (await get(`${plugin}/log?after=${first.latest}`)).json();
  expect(since.items).toMatchObject([{ message: 'since' }]);
  expect((await get(`${plugin}/log?after=${since.latest}`)).json().items).toEqual([]);
});

test('the log of another start of the hub has no more pages, and all that is here has come since', async () => {
  const place = Buffer.from('log:another-life:999999').toString('base64url');
  app.journal.write({ plugin: 'channel-test', level: 'info', source: 'hub', message: 'It is running.' });
  expect((await get(`${plugin}/log?cursor=${place}`)).json()).toMatchObject({ items: [], nextCursor: null });
  expect((await get(`${plugin}/log?after=${place}`)).json().items[0]).toMatchObject({ message: 'It is running.' });
  for (const wrong of ['cursor=bm9wZQ', 'after=bm9wZQ', 'level=loud', 'from=yesterday', 'limit=0']) {
    const answer = await get(`${plugin}/log?${wrong}`);
    expect([wrong, answer.statusCode]).toEqual([wrong, 400]);
    expect(answer.json().errors[0].path).toBe(`/query/${wrong.split('=')[0]}`);
  }
  expect((await get('/api/plugins/nothing/log')).statusCode).toBe(404);
});
