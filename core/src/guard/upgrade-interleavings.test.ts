import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channel } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openUpgradeBench, secretText, shopId, type UpgradeBench } from './testing/upgrade-bench.ts';

const verbs = ['upgrade', 'rollback', 'enable', 'disable', 'crash', 'recycle', 'call', 'patch', 'wait'] as const;
type Verb = (typeof verbs)[number];

/** Refusals that the state of the moment explains. Anything else is a fault. */
const explained = new Set([
  'conflict',
  'consent_required',
  'plugin_unavailable',
  'upgrade_failed',
  'plugin_not_running',
  'connection_inactive',
  'breaker_open',
  'not_found',
  'invalid_request',
]);

async function done(bench: UpgradeBench, clock: FakeClock, verb: Verb, connection: string): Promise<string> {
  const { registry, upgrades, connections, guard, host } = bench;
  switch (verb) {
    case 'upgrade':
      return (await bench.upgrade()).version;
    case 'rollback':
      return (await upgrades.rollback(shopId, 'admin')).version;
    case 'enable':
    case 'disable':
      return (await registry[verb](shopId, 'admin')).state.status;
    case 'recycle':
      return (await registry.recycle(shopId, 'a test')).state.status;
    case 'crash':
      host.crash(registry.find(shopId)?.version ?? '');
      return 'crashed';
    case 'call':
      return (await guard.invoke(connection, channel.fetch, { limit: 1 })).cursor;
    case 'patch': {
      const isFirst = registry.find(shopId)?.version === '1.0.0';
      const settings = { [isFirst ? 'greeting' : 'salutation']: 'patched' };
      return (await connections.patch(connection, { settings }, { by: 'admin' })).name;
    }
    case 'wait':
      await clock.advance(1_000);
      return 'waited';
  }
}

const answer = new RegExp(`^(1\\.0\\.0|2\\.0\\.0) (hello-one|patched) ${secretText}$`);

/** What is stored fits the version that is active, whichever that is. */
async function checkSettled(bench: UpgradeBench, clock: FakeClock, connection: string): Promise<void> {
  await bench.registry.enable(shopId, 'admin');
  for (let second = 0; bench.registry.find(shopId)?.state.status !== 'running' && second < 1_000; second += 1) {
    await clock.advance(1_000);
  }
  const isFirst = bench.registry.find(shopId)?.version === '1.0.0';
  const stored = await bench.connections.get(connection);
  expect(Object.keys(stored.settings)).toEqual([isFirst ? 'greeting' : 'salutation']);
  expect(Object.keys(stored.secrets)).toEqual([isFirst ? 'token' : 'apiKey']);
  expect(stored.settingsVersion).toBe(isFirst ? 1 : 2);
  // The breaker may have to be waited for.
  await clock.advance(120_000);
  const { cursor } = await bench.guard.invoke(connection, channel.fetch, { limit: 1 });
  expect(cursor).toMatch(answer);
  expect(cursor.startsWith(isFirst ? '1.0.0 ' : '2.0.0 ')).toBe(true);
}

async function interleave(steps: readonly { readonly verb: Verb; readonly turns: number }[]): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-interleaved-')));
  const clock = new FakeClock();
  const bench = await openUpgradeBench(folder, clock);
  try {
    await bench.start();
    await bench.enable();
    const { id } = await bench.connect('one');
    const faults: string[] = [];
    const work = steps.map(async ({ verb, turns }, index) => {
      for (let turn = 0; turn < index + turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      try {
        const result = await done(bench, clock, verb, id);
        if (verb === 'call' && !answer.test(result)) faults.push(`A call answered “${result}”.`);
      } catch (error) {
        const { code, message } = error as { readonly code?: string; readonly message: string };
        if (!explained.has(code ?? '')) faults.push(`${verb}: ${code} ${message}`);
      }
    });
    let isOver = false;
    void Promise.all(work).then(() => (isOver = true));
    while (!isOver) await clock.advance(100);
    expect(faults).toEqual([]);
    await checkSettled(bench, clock, id);
  } finally {
    await bench.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

test('however upgrades, rollbacks, crashes, switching and calls fall together, settings and version stay one', async () => {
  const step = fc.record({ verb: fc.constantFrom(...verbs), turns: fc.integer({ min: 0, max: 12 }) });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), interleave), {
    numRuns: 25,
    examples: [
      [
        [
          { verb: 'upgrade', turns: 0 },
          { verb: 'call', turns: 2 },
          { verb: 'patch', turns: 3 },
          { verb: 'disable', turns: 5 },
          { verb: 'enable', turns: 6 },
          { verb: 'rollback', turns: 12 },
        ],
      ],
    ],
  });
});
