import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { heapLimitMb, memoryLimitMb } from './memory-limit.ts';
import { residentBytes, watchMemory } from './memory-watch.ts';

const mebibyte = 1_048_576;

describe('the memory watch', () => {
  it('looks every 250 milliseconds, and tells once when a process holds more than it may', async () => {
    const clock = new FakeClock();
    const held = [10, 20, 31, 40];
    const told: number[] = [];
    watchMemory({
      pid: 1,
      limitBytes: 30,
      clock,
      readRss: async () => held.shift(),
      onExceeded: (rssBytes) => told.push(rssBytes),
    });
    await clock.advance(749);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual([31]);
    await clock.advance(10_000);
    expect([told, held, clock.pending]).toEqual([[31], [40], 0]);
  });

  it('takes the process’s own word where the system does not tell', async () => {
    const clock = new FakeClock();
    const told: number[] = [];
    const readRss = async () => undefined;
    const watch = watchMemory({ pid: 1, limitBytes: 30, clock, readRss, onExceeded: (bytes) => told.push(bytes) });
    watch.report(30);
    await clock.advance(1_000);
    watch.report(31);
    watch.report(32);
    expect([told, clock.pending]).toEqual([[31], 0]);
  });

  it('is silent once it is stopped, also in the middle of a look', async () => {
    const clock = new FakeClock();
    const look = Promise.withResolvers<number>();
    const readRss = () => look.promise;
    const watch = watchMemory({ pid: 1, limitBytes: 1, clock, readRss, onExceeded: () => expect.unreachable() });
    await clock.advance(250);
    watch.stop();
    look.resolve(5);
    await clock.advance(1_000);
    expect(clock.pending).toBe(0);
  });
});

describe.skipIf(!existsSync('/proc/self/statm'))('resident memory (needs /proc)', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  it('counts buffers, which V8’s own limit does not', async () => {
    const code = 'globalThis.held = Buffer.alloc(100 * 1048576, 1); console.log("held"); setInterval(() => {}, 1e6)';
    child = spawn(process.execPath, ['--max-old-space-size=32', '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
    expect(await residentBytes(child.pid ?? 0)).toBeGreaterThan(100 * mebibyte);
  });

  it('is unknown of a process that is gone', async () => {
    expect(await residentBytes(2 ** 30)).toBeUndefined();
  });
});

it('a plugin has the memory it asks for, between what Node needs and what the hub allows', () => {
  const limit = (asked: number | undefined, most?: number) =>
    memoryLimitMb({ host: { prefers: 'process', ...(asked === undefined ? {} : { memoryLimitMb: asked }) } }, most);
  expect([limit(undefined), limit(32), limit(512), limit(4_096), limit(512, 192)]).toEqual([256, 160, 512, 1_024, 192]);
  expect(heapLimitMb(256)).toBe(192);
});
