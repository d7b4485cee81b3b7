import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, expect, it } from 'vitest';
import { createStorage } from '../../storage/index.ts';
import { temporaryFolder } from '../../storage/testing/temporary-folder.ts';
import type { HostedPlugin, PluginHost, PluginUsage, StartablePackage, StartOptions } from '../host/plugin-host.ts';
import { fault, PluginStartError } from '../plugin-fault.ts';
import { meteredHost } from './metered-host.ts';
import { createPluginMeter } from './plugin-meter.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const packageOf = (id: string, version: string) =>
  ({ id, version, manifest: { host: { prefers: 'process', memoryLimitMb: 128 } } }) as StartablePackage;

/** A plugin whose use and end the test decides. */
class Hosted {
  use: PluginUsage | undefined;
  options: StartOptions | undefined;
  readonly hosted: HostedPlugin = {
    running: {} as HostedPlugin['running'],
    usage: () => this.use,
    stop: async () => undefined,
    retire: async () => undefined,
  };
}

async function setUp() {
  const folder = await temporaryFolder();
  const clock = new FakeClock();
  const storage = await createStorage({ path: join(folder.path, 'hub.db'), collections: [], clock });
  await storage.migrate();
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const make = () => createPluginMeter({ clock, log, buckets: storage.hot.usage });
  const meter = make();
  let next: Hosted | Error = new Hosted();
  const inner: PluginHost = {
    kind: 'process',
    accepts: () => true,
    async start(_plugin, options) {
      if (next instanceof Error) throw next;
      next.options = options;
      return next.hosted;
    },
  };
  const host = meteredHost(inner, meter);
  meter.start();
  cleanups.push(async () => {
    await meter.dispose();
    await storage.dispose();
    await folder.dispose();
  });
  return {
    clock,
    meter,
    make,
    minute: () => Math.floor(clock.now() / 60_000),
    async start(version = '1.0.0', as: Hosted | Error = new Hosted()) {
      next = as;
      const signal = new AbortController().signal;
      const started = await host.start(packageOf('p', version), { signal, onExit: () => undefined, permissions: {} });
      return { started, fake: as as Hosted };
    },
    use(fake: Hosted, use: Partial<PluginUsage>) {
      const sampledAt = clock.now();
      fake.use = { pid: 7, cpuMs: 0, rssBytes: 0, heapUsedBytes: 0, loopDelayMs: 0, sampledAt, ...use };
    },
  };
}

it('adds up a minute: processor time, average and most of memory and delay', async () => {
  const { clock, meter, start, use, minute } = await setUp();
  const { fake } = await start();
  const first = minute();
  use(fake, { cpuMs: 100, rssBytes: 50, heapUsedBytes: 10, loopDelayMs: 4 });
  await clock.advance(1_000);
  use(fake, { cpuMs: 600, rssBytes: 70, heapUsedBytes: 30, loopDelayMs: 2 });
  await clock.advance(1_000);
  await clock.advance(1_000);
  const [bucket] = await meter.minutes('p', first, first + 1);
  expect(bucket).toMatchObject({
    plugin: 'p',
    version: '1.0.0',
    minute: first,
    figures: {
      samples: 2,
      cpuMs: 600,
      rssBytes: { average: 60, most: 70 },
      heapBytes: { average: 20, most: 30 },
      loopDelayMs: { average: 3, most: 4 },
      starts: 1,
      restarts: 0,
    },
  });
  expect(meter.running('p')).toMatchObject([{ cpuShare: 0.5, memoryLimitBytes: 160 * 1_048_576, latest: { pid: 7 } }]);
});

it('keeps minutes that are over, for the next start of the hub as well', async () => {
  const { clock, meter, make, start, use, minute } = await setUp();
  const { fake } = await start();
  const first = minute();
  use(fake, { rssBytes: 50 });
  await clock.advance(61_000);
  await meter.dispose();
  expect(await make().minutes('p', first, first + 1)).toMatchObject([{ minute: first, figures: { samples: 1 } }]);
});

it('tells versions that run side by side apart, and counts the same version twice as one', async () => {
  const { clock, meter, start, use, minute } = await setUp();
  const old = await start('1.0.0');
  const next = await start('2.0.0');
  const fresh = await start('2.0.0');
  for (const [fake, rssBytes] of [
    [old.fake, 10],
    [next.fake, 20],
    [fresh.fake, 30],
  ] as const) {
    use(fake, { rssBytes, cpuMs: 5 });
  }
  await clock.advance(1_000);
  expect((await meter.minutes('p', minute(), minute() + 1)).map(({ version, figures }) => [version, figures])).toEqual([
    ['1.0.0', expect.objectContaining({ cpuMs: 5, rssBytes: { average: 10, most: 10 }, starts: 1 })],
    ['2.0.0', expect.objectContaining({ cpuMs: 10, rssBytes: { average: 50, most: 50 }, starts: 2 })],
  ]);
  await next.started.stop();
  await old.started.retire(0);
  expect(meter.running('p').map(({ version }) => version)).toEqual(['2.0.0']);
});

it('counts exits and failed starts by their cause, and the start after them as a restart', async () => {
  const { meter, start } = await setUp();
  const { fake } = await start();
  fake.options?.onExit(fault('out_of_memory', 'Too much.'));
  expect(meter.running('p')).toEqual([]);
  const broken = new PluginStartError([fault('import_failed', 'No.')], { permanent: false });
  await expect(start('1.0.0', broken)).rejects.toThrow(broken);
  await start();
  await start();
  expect(meter.totals()).toMatchObject([
    { starts: 3, restarts: 1, failures: { out_of_memory: 1, import_failed: 1 }, version: '1.0.0' },
  ]);
});

it('counts hosts that were refused, the latest first, and no more than it can hold', async () => {
  const { clock, meter, minute } = await setUp();
  const refuse = (kind: string, host: string) => meter.refused({ plugin: 'p', version: '1.0.0', kind, host });
  refuse('dns', 'evil.example');
  await clock.advance(1_000);
  meter.refused({ plugin: 'p', version: '1.0.0', kind: 'tcp', host: '203.0.113.9', attempts: 7 });
  refuse('dns', 'evil.example');
  expect(meter.refusedHosts('p')).toMatchObject([
    { kind: 'dns', host: 'evil.example', attempts: 2, lastAt: clock.now() },
    { kind: 'tcp', attempts: 7 },
  ]);
  expect(await meter.minutes('p', minute(), minute() + 1)).toMatchObject([
    { figures: { samples: 0, refused: { dns: 2, tcp: 7 } } },
  ]);
  for (let number = 0; number < 500; number += 1) refuse('dns', `${number}.example`);
  expect(meter.refusedHosts('p')).toHaveLength(100);
  expect(meter.totals()).toMatchObject([{ refused: { dns: 502, tcp: 7 } }]);
});
