import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FairleadError, paymentGateway } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventCheck } from '../events/index.ts';
import { createStorage, type Storage } from '../storage/index.ts';
import { createLaneControl, type LaneControl, laneOverridesCollection } from './index.ts';
import { createGuardBench, type GuardBench, status } from './testing/guard-bench.ts';

const { getStatus } = paymentGateway;
const { lane } = getStatus;
const statusInput = { providerRef: 'p1' };

let folder: string;
let storage: Storage;
let bench: GuardBench;
let control: LaneControl;
let answer: () => unknown;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-lanes-'));
  answer = () => status;
  bench = createGuardBench(() => answer());
  const { clock, lines } = bench;
  storage = await createStorage({
    path: join(folder, 'hub.db'),
    collections: [laneOverridesCollection],
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  control = createLaneControl({ repository: storage.repository(laneOverridesCollection), lines, clock });
});
afterEach(async () => {
  await storage.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const call = () => bench.guard.invoke('c1', getStatus, statusInput, { deadlineMs: 1 });
const failures = async (count: number) => {
  answer = () => {
    throw new FairleadError('vendor_error');
  };
  for (let index = 0; index < count; index += 1) await expect(call()).rejects.toMatchObject({ code: 'vendor_error' });
};

it('a lane that nobody has used admits a call', async () => {
  expect(await control.admits('c1', lane)).toBe(true);
});

it('a lane whose breaker rests admits none, and one again when the rest is over, before anybody has called', async () => {
  await failures(5);
  expect(await control.admits('c1', lane)).toBe(false);
  await bench.clock.advance(4_999);
  expect(await control.admits('c1', lane)).toBe(false);
  await bench.clock.advance(1);
  expect(await control.admits('c1', lane)).toBe(true);
  expect(await control.lanes('c1')).toEqual([{ name: lane, state: { state: 'half_open', probing: false } }]);
});

it('while one call tries whether it works again no other is admitted, and all are once it has', async () => {
  await failures(5);
  await bench.clock.advance(5_000);
  const { promise, resolve } = Promise.withResolvers<unknown>();
  answer = () => promise;
  const trying = bench.guard.invoke('c1', getStatus, statusInput);
  await bench.clock.settle();
  expect(await control.admits('c1', lane)).toBe(false);
  resolve(status);
  await trying;
  expect(await control.admits('c1', lane)).toBe(true);
});

it('the word of an admin counts until it expires', async () => {
  await call();
  const until = (ms: number) => new Date(bench.clock.now() + ms).toISOString();
  await control.override('c1', lane, { state: 'open', reason: 'r', by: 'ada', until: until(60_000) });
  expect(await control.admits('c1', lane)).toBe(false);
  await bench.clock.advance(60_000);
  expect(await control.admits('c1', lane)).toBe(true);
  await failures(5);
  await control.override('c1', lane, { state: 'closed', reason: 'r', by: 'ada', until: until(60_000) });
  expect(await control.admits('c1', lane)).toBe(true);
});
