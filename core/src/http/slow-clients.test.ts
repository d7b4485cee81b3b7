import { newId, timestamp } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';
import { eventStreamClient, socketClient, type StreamClient } from './testing/stream-client.ts';

let app: FullApp;
let headers: { authorization: string };
let base: string;
/** The last sequence before the test. */
let first: number;
beforeEach(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
  base = await app.server.listen({ host: '127.0.0.1', port: 0 });
  await app.clock.advance(1);
  first = await app.eventLog.latest();
});
afterEach(async () => app.dispose());

const event = (size: number) => ({
  id: newId(app.clock.now()),
  source: '/test',
  type: 'big.happened',
  time: timestamp(app.clock),
  data: { text: 'x'.repeat(size) },
});

/** More than the buffers of two kernels take. */
async function flood(): Promise<void> {
  for (let count = 0; count < 40; count++) await app.eventLog.append([event(500_000)]);
}

/** Time passes until the hub has given so many clients up. */
async function dropped(count: number): Promise<void> {
  while (app.streamLog.length < count) await app.clock.advance(1_000);
}

const inOrder = (last: number) => Array.from({ length: last - first }, (_, index) => first + index + 1);

describe.each([
  ['server-sent events', eventStreamClient, ['end too_slow']],
  ['the websocket', socketClient, ['end too_slow', 'close 1013 too_slow']],
] as const)('a client that does not read %s', (_name, open, goodbye) => {
  const follow = (after?: number): Promise<StreamClient> => open({ base, headers, after });

  test('is dropped after half a minute; one that reads on in time learns why, and goes on without gap or double', async () => {
    const slow = await follow(first);
    slow.pause();
    await flood();
    await dropped(1);
    expect(app.streamLog).toEqual(['A stream was dropped: too slow']);
    slow.resume();
    await slow.closed;
    expect(slow.said.slice(-goodbye.length)).toEqual(goodbye);
    const got = slow.sequences.length;
    expect(got).toBeLessThan(40);

    const back = await follow(slow.sequences.at(-1) ?? first);
    await back.until(({ sequences }) => got + sequences.length >= 40);
    expect([...slow.sequences, ...back.sequences]).toEqual(inOrder(first + 40));
    back.destroy();
    await back.closed;
  });

  test('is cut off when it goes on not reading, and nothing is left of it', async () => {
    const dead = await follow(first);
    dead.pause();
    await flood();
    await dropped(1);
    while (app.realtime.open().sockets + app.realtime.open().sse > 0) await app.clock.advance(1_000);
    dead.resume();
    await dead.closed;
    expect(dead.sequences.length).toBeLessThan(40);
    expect(dead.sequences).toEqual(inOrder(first + dead.sequences.length));
  });

  test('holds up nobody else', async () => {
    const slow = await follow(first);
    const quick = await follow(first);
    slow.pause();
    await flood();
    await quick.until(({ sequences }) => sequences.length === 40);
    expect(quick.sequences).toEqual(inOrder(first + 40));
    slow.destroy();
    quick.destroy();
    await Promise.all([slow.closed, quick.closed]);
  });

  test('gets each event once and in order, whatever it is dropped, cut off or comes back in', async () => {
    const step = fc.constantFrom('publish', 'read', 'stall', 'cut');
    const life = fc.array(step, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const start = await app.eventLog.latest();
        const seen: number[] = [];
        let client = await follow(start);
        const comeBack = async () => {
          await client.closed;
          seen.push(...client.sequences);
          client = await follow(seen.at(-1) ?? start);
        };
        for (const each of steps) {
          const latest = await app.eventLog.latest();
          const read = () => client.until(({ sequences }) => (sequences.at(-1) ?? seen.at(-1) ?? start) >= latest);
          if (each === 'publish') await app.eventLog.append([event(10), event(70_000), event(10)]);
          else if (each === 'read') await read();
          else if (each === 'cut') {
            client.destroy();
            await comeBack();
          } else {
            const before = app.streamLog.length;
            client.pause();
            await flood();
            await dropped(before + 1);
            client.resume();
            await comeBack();
          }
        }
        await app.eventLog.append([event(10)]);
        const end = await app.eventLog.latest();
        await client.until(({ sequences }) => sequences.at(-1) === end);
        seen.push(...client.sequences);
        client.destroy();
        await client.closed;
        expect(seen).toEqual(Array.from({ length: end - start }, (_, index) => start + index + 1));
      }),
      { numRuns: 5 },
    );
  });
});
