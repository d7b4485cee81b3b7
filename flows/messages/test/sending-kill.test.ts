import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { systemClock } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMessagesFlow, outgoingCollection } from '../src/index.ts';
import { flowServices, openStorage } from './flow-harness.ts';
import { scriptedChannel } from './scripted-channel.ts';

const rounds = 6;

interface Arrived {
  readonly text: string;
  readonly reference: string;
}

let folder: string;
let vendor: Server;
let arrived: Arrived[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-sending-kill-'));
  arrived = [];
  vendor = createServer((request, response) => {
    void textOf(request).then((body) => {
      arrived.push(JSON.parse(body) as Arrived);
      response.end(`v${arrived.length}`);
    });
  });
  vendor.listen(0, '127.0.0.1');
  await once(vendor, 'listening');
});
afterEach(async () => {
  vendor.closeAllConnections();
  vendor.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends in a process of its own and kills it, without warning, once so many messages have arrived. @returns its last number */
async function sendAndKill(first: number, arrivals: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@fairlead/source',
      join(import.meta.dirname, 'sending-kill-child.ts'),
      folder,
      `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`,
      String(first),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const printed = textOf(child.stdout);
  const ended = once(child, 'exit');
  const enough = arrived.length + arrivals;
  // Some are killed while the vendor reads, some while it answers, some when the outcome is being stored.
  while (arrived.length < enough) await once(vendor, 'request');
  await new Promise((resolve) => setImmediate(resolve));
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  return Number((await printed).trim().split('\n').at(-1));
}

test('of a process killed at any moment no message is sent twice, and each is sent, unknown, or was never begun', async () => {
  let last = 0;
  for (let round = 0; round < rounds; round++) last = await sendAndKill(last, 3 + round * 5);
  // What was left in the middle is looked at when it is old enough.
  const clock = new FakeClock(systemClock.now() + 3_600_000);
  const storage = await openStorage(folder, clock);
  const incidents: string[] = [];
  const { jobs } = createMessagesFlow().make({
    ...flowServices({ storage, clock, vendor: scriptedChannel() }),
    incidents: { raise: async ({ subject }) => void incidents.push(subject.id), resolve: async () => {} },
  });
  await jobs?.['outgoing']?.handle({}, { signal: new AbortController().signal, attempt: 1 });
  const { items } = await storage.repository(outgoingCollection).list({ limit: 1_000 });
  await storage.dispose();

  expect(new Set(arrived.map(({ text }) => text)).size).toBe(arrived.length);
  const status = new Map(items.map(({ id, state }) => [id, state.status]));
  expect(arrived.filter(({ reference }) => !['sent', 'unknown'].includes(status.get(reference) ?? ''))).toEqual([]);
  const references = new Set(arrived.map(({ reference }) => reference));
  const sent = items.filter(({ state }) => state.status === 'sent');
  expect(sent.filter(({ id }) => !references.has(id))).toEqual([]);
  const unknown = items.filter(({ state }) => state.status === 'unknown');
  expect(sent.length + unknown.length).toBe(items.length);
  expect(incidents.toSorted()).toEqual(unknown.map(({ id }) => id).toSorted());
  // One for each kill at most.
  expect(unknown.length).toBeLessThanOrEqual(rounds);
  expect(items.map(({ state }) => state.text)).toEqual(Array.from(items, (_, index) => `Message ${index}`));
}, 120_000);
