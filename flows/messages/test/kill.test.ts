import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelCollection, createMessagesFlow } from '../src/index.ts';
import { connectionId, flowServices, openStorage, storedIn, toldOf } from './flow-harness.ts';
import { eventfulHistory, type ScriptedChannel, scriptedChannel } from './scripted-channel.ts';

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

const poll = async (vendor: ScriptedChannel) => {
  const storage = await openStorage(folder, systemClock);
  const services = flowServices({ storage, clock: systemClock, vendor });
  const { jobs } = createMessagesFlow({ pageSize: 500, mostPages: 100 }).make(services);
  await jobs?.['poll']?.handle({ connectionId }, { signal: new AbortController().signal, attempt: 1 });
  return storage;
};

test('a first poll killed at any moment still tells nothing of what was there, and stores it once', async () => {
  for (let round = 0; round < 3; round++) await pollAndKill(5 + round * 40);
  const vendor = scriptedChannel();
  const history = eventfulHistory(total);
  vendor.published.push(...history);
  const storage = await poll(vendor);
  expect(await storedIn(storage, connectionId)).toEqual(history.map(({ id, revision }) => `${id}@${revision}`));
  expect(await toldOf(storage, connectionId)).toEqual([]);
  const state = (await storage.repository(channelCollection).get(connectionId))?.state;
  expect(state).toMatchObject({ seeded: true, cursor: String(total) });
  await storage.dispose();
}, 120_000);

test('a process killed at any moment loses no message, no edit and no deletion, and tells none twice', async () => {
  const vendor = scriptedChannel();
  const history = eventfulHistory(total);
  const keys = history.map(({ id, revision }) => `${id}@${revision}`);
  vendor.published.push(...history.slice(0, seed));
  await (await poll(vendor)).dispose();
  for (let round = 0; round < rounds; round++) {
    await pollAndKill(5 + round * 23);
    const storage = await openStorage(folder, systemClock);
    const cursor = Number((await storage.repository(channelCollection).get(connectionId))?.state.cursor);
    const stored = await storedIn(storage, connectionId);
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored.slice(0, cursor)).toEqual(keys.slice(0, cursor));
    await storage.dispose();
  }
  vendor.published.push(...history.slice(seed));
  const storage = await poll(vendor);
  const stored = await storedIn(storage, connectionId);
  expect(stored).toEqual(keys);
  const told = await toldOf(storage, connectionId);
  expect(told).toEqual(history.slice(seed).map(({ change }, index) => `message.${change} ${keys[seed + index]}`));
  await storage.dispose();
}, 120_000);
