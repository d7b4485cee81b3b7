import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channel, FairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openUpgradeBench, secretText, shopId, type UpgradeBench } from './testing/upgrade-bench.ts';

const minuteMs = 60_000;

let folder: string;
let clock: FakeClock;
let bench: UpgradeBench;
let connection: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-watch-')));
  clock = new FakeClock();
  bench = await openUpgradeBench(folder, clock);
  await bench.start();
  await bench.enable();
  connection = (await bench.connect('one')).id;
  await bench.upgrade();
});
afterEach(async () => {
  await bench.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** The hub ends, and comes up again after some time. */
async function restart(afterMs: number): Promise<void> {
  await bench.dispose();
  clock = new FakeClock(clock.now() + afterMs);
  bench = await openUpgradeBench(folder, clock);
  await bench.start();
}

const now = () => bench.registry.find(shopId);
const fetchOnce = () => bench.guard.invoke(connection, channel.fetch, { limit: 1 });
async function failing(calls: number): Promise<void> {
  bench.behaviour.fetched = async (version) => {
    if (version === '2.0.0') throw new FairleadError('vendor_error');
  };
  for (let call = 0; call < calls; call += 1) bench.upgrades.saw(shopId, '2.0.0', 'unavailable');
  await clock.settle();
}

describe('after a restart', () => {
  test('a new version is watched for what is left of its ten minutes, and taken back when it fails', async () => {
    await restart(4 * minuteMs);
    expect(now()).toMatchObject({ version: '2.0.0', move: { step: 'watching' } });
    await clock.advance(5 * minuteMs);
    await failing(50);
    expect(now()).toMatchObject({ version: '1.0.0', move: { kind: 'automatic', reason: { code: 'error_rate' } } });
    expect((await fetchOnce()).cursor).toBe(`1.0.0 hello-one ${secretText}`);
  });

  test('its watch ends ten minutes after the switch, and not after the start', async () => {
    await restart(4 * minuteMs);
    await clock.advance(6 * minuteMs - 1);
    expect(now()).toMatchObject({ move: { step: 'watching' } });
    await clock.advance(1);
    expect(now()).toMatchObject({ version: '2.0.0', move: { step: 'done' }, previous: { version: '1.0.0' } });
    await failing(50);
    expect(now()).toMatchObject({ version: '2.0.0' });
  });

  test('that came later than that nothing is watched any more', async () => {
    await restart(11 * minuteMs);
    expect(now()).toMatchObject({ version: '2.0.0', move: { step: 'done' } });
    await failing(50);
    expect(now()).toMatchObject({ version: '2.0.0' });
  });
});

describe('a way back by hand that fails within the ten minutes', () => {
  /** Settings of the new version that the way back refuses. */
  const blocked = async () => {
    await bench.connections.patch(connection, { settings: { salutation: 'no way back' } }, { by: 'admin' });
    bench.behaviour.down = () => {
      throw new Error('not today');
    };
    await expect(bench.upgrades.rollback(shopId, 'admin')).rejects.toMatchObject({ code: 'upgrade_failed' });
    delete bench.behaviour.down;
  };

  test('leaves the version before standing by: the next one takes it at once', async () => {
    await blocked();
    const { starts } = bench.host;
    expect((await fetchOnce()).cursor).toContain('2.0.0');
    await bench.upgrades.rollback(shopId, 'admin');
    expect(bench.host.starts).toBe(starts);
    expect((await fetchOnce()).cursor).toBe(`1.0.0 no way back ${secretText}`);
  });

  test('leaves the new version watched until the ten minutes are over', async () => {
    await clock.advance(5 * minuteMs);
    await blocked();
    await clock.advance(4 * minuteMs);
    await failing(50);
    expect(now()).toMatchObject({ version: '1.0.0', move: { kind: 'automatic' } });
  });

  test('lets the version before go when they are', async () => {
    await blocked();
    expect(bench.host.alive('1.0.0')).toBe(1);
    await clock.advance(10 * minuteMs);
    expect(bench.host.alive('1.0.0')).toBe(0);
    await failing(50);
    expect(now()).toMatchObject({ version: '2.0.0' });
  });
});
