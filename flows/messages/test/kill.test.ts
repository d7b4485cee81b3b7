import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelCollection, createMessagesFlow } from '../src/index.ts';
import { connectionId, flowServices, openStorage, storedIn, toldOf } from './flow-harness.ts';
import { scriptedChannel } from './scripted-channel.ts';

const rounds = 6;
const seed = 20;
const total = 2_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-kill-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Polls in a process of its own and kills it, without warning, `afterMs` into its work. */
async function pollAndKill(afterMs: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--conditions=@fairlead/source', join(import.meta.dirname, 'kill-child.ts'), folder, String(total)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.resume();
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  expect(await ended).toEqual([null, 'SIGKILL']);
}

test('a process killed at any moment loses no message and tells none twice', async () => {
  const vendor = scriptedChannel();
  vendor.publish(seed);
  const poll = async () => {
    const storage = await openStorage(folder, systemClock);
    const services = flowServices({ storage, clock: systemClock, vendor });
    const { jobs } = createMessagesFlow({ pageSize: 500, mostPages: 100 }).make(services);
    await jobs?.['poll']?.handle({ connectionId }, { signal: new AbortController().signal, attempt: 1 });
    return storage;
  };
  await (await poll()).dispose();
  for (let round = 0; round < rounds; round++) {
    await pollAndKill(5 + round * 23);
    const storage = await openStorage(folder, systemClock);
    const cursor = Number((await storage.repository(channelCollection).get(connectionId))?.state.cursor);
    const stored = await storedIn(storage, connectionId);
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored.slice(0, cursor)).toEqual(Array.from({ length: cursor }, (_, index) => `m${index}@0`));
    await storage.dispose();
  }
  vendor.publish(total - seed);
  const storage = await poll();
  const stored = await storedIn(storage, connectionId);
  expect(stored).toEqual(Array.from({ length: total }, (_, index) => `m${index}@0`));
  const told = await toldOf(storage, connectionId);
  expect(told).toEqual(stored.slice(seed).map((key) => `message.created ${key}`));
  await storage.dispose();
}, 120_000);
