import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channel, systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUpgradeBench, secretText, shopId } from './testing/upgrade-bench.ts';

const program = join(import.meta.dirname, 'testing', 'upgrade-and-die.ts');
/** More than an upgrade of three connections has. */
const mostWrites = 40;

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-upgrade-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** @returns whether it came to its end before it was to be killed */
async function killedAfter(place: string, verb: string, writes: number): Promise<boolean> {
  const args = ['--conditions=@fairlead/source', program, place, verb, String(writes)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (text) => (printed += String(text)));
  await once(child, 'close');
  return printed.includes('done');
}

/** Comes up after the kill. @returns the version, when everything that is stored and answered is of that one version */
async function stateOf(place: string): Promise<string> {
  const bench = await openUpgradeBench(place, systemClock);
  await bench.start();
  const version = bench.registry.find(shopId)?.version ?? '';
  const { items } = await bench.connections.list({ plugin: shopId, limit: 10 });
  const isFirst = version === '1.0.0';
  const name = isFirst ? 'greeting' : 'salutation';
  for (const { id, settings, settingsVersion, secrets, name: called } of items) {
    expect({ settings, settingsVersion }).toEqual({
      settings: { [name]: `hello-${called}` },
      settingsVersion: isFirst ? 1 : 2,
    });
    expect(Object.keys(secrets)).toEqual([isFirst ? 'token' : 'apiKey']);
    const { cursor } = await bench.guard.invoke(id, channel.fetch, { limit: 1 });
    expect(cursor).toBe(`${version} hello-${called} ${secretText}`);
  }
  expect(items).toHaveLength(3);
  await bench.dispose();
  return version;
}

async function prepared(upgraded: boolean): Promise<string> {
  const place = join(folder, 'first');
  const bench = await openUpgradeBench(place, systemClock);
  await bench.start();
  await bench.enable();
  for (const name of ['a', 'b', 'c']) await bench.connect(name);
  if (upgraded) await bench.upgrade();
  await bench.dispose();
  return place;
}

test.each([
  ['upgrade', '1.0.0', '2.0.0'],
  ['rollback', '2.0.0', '1.0.0'],
])(
  'a kill after any write of an %s leaves one version or the other, and all settings with it',
  async (verb, from, to) => {
    const place = await prepared(verb === 'rollback');
    const found: string[] = [];
    for (let writes = 1; writes <= mostWrites; writes += 1) {
      const copy = join(folder, `after-${writes}`);
      await cp(place, copy, { recursive: true });
      const isDone = await killedAfter(copy, verb, writes);
      found.push(await stateOf(copy));
      await rm(copy, { recursive: true });
      if (isDone) break;
    }
    // First the one, from some write on the other, and never back.
    const switchedAt = found.indexOf(to);
    expect(switchedAt).toBeGreaterThan(4);
    expect(found).toEqual(found.map((_version, index) => (index < switchedAt ? from : to)));
  },
);
