import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { seededRandom } from './support/random.ts';
import { addStripe, signature, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { type Expected, coveringFlushes, lateFlushes, readTrace, straceArguments } from './support/write-trace.ts';

const strace = process.env['FAIRLEAD_TEST_STRACE'];
const bursts = 6;
const burstSize = 12;

describe.skipIf(strace === undefined)('on the trace of its system calls (skipped without strace)', () => {
  const random = seededRandom();
  const expected: Expected[] = [];
  let lines: readonly string[] = [];

  beforeAll(async () => {
    await using folder = await temporaryFolder();
    await using traces = await temporaryFolder();
    const file = join(traces.path, 'trace');
    const hub = await startHubProcess({ dataDir: folder.path, through: [strace ?? '', ...straceArguments(file)] });
    try {
      const api = createApi(hub.url);
      await api.signIn();
      const { id } = await addStripe(api);
      for (let number = 0; number < bursts; number += 1) {
        const ids = Array.from({ length: burstSize }, () => `evt_${random.hex(24)}`);
        expected.push(...(await sendBurst(hub.port, id, ids)));
      }
      // The same event on two connections at once: neither may be told that it is stored before it is.
      const twice = `evt_${random.hex(24)}`;
      expected.push(...(await sendBurst(hub.port, id, [twice, twice])));
    } finally {
      // strace lets its child go on when it is ended itself, so the hub is ended.
      const { pid } = JSON.parse(await readFile(join(folder.path, 'hub.json'), 'utf8')) as { pid: number };
      process.kill(pid, 'SIGTERM');
      await hub.exited;
    }
    lines = (await readFile(file, 'latin1')).split('\n');
  }, 90_000);

  test('no webhook is answered 2xx before the flush that covers its row has ended', () => {
    expect(expected).toHaveLength(bursts * burstSize + 2);
    expect(lateFlushes(lines, expected), `seed ${random.seed}`).toEqual([]);
  });

  test('webhooks that come at once share a flush', () => {
    expect(coveringFlushes(lines, expected)).toBeLessThan(expected.length / 2);
  });

  describe('the check itself', () => {
    const one = () => expected[0] as Expected;
    const numberOf = (wanted: (call: ReturnType<typeof readTrace>[number]) => boolean) =>
      readTrace(lines).find(wanted)?.from ?? -1;
    const answerAt = () =>
      numberOf(({ text }) => text.includes(`:${one().clientPort}]>`) && text.includes('HTTP/1.1 2'));
    const rowAt = () => numberOf(({ name, text }) => name === 'pwrite64' && text.includes(one().eventId));

    test('finds an answer that left between the row and its flush', () => {
      const doctored = [...lines];
      const [answer = ''] = doctored.splice(answerAt(), 1);
      doctored.splice(rowAt() + 1, 0, answer);
      expect(lateFlushes(doctored, [one()])).toEqual([`${one().eventId}: answered before its row was flushed.`]);
    });

    test('finds an answer that left before the row was written', () => {
      const doctored = [...lines];
      const [answer = ''] = doctored.splice(answerAt(), 1);
      doctored.splice(rowAt(), 0, answer);
      expect(lateFlushes(doctored, [one()])).toEqual([`${one().eventId}: answered before its row was written.`]);
    });

    test('does not take a flush that failed, one of another file, or one still under way for the one that is needed', () => {
      const [row, answer] = [rowAt(), answerAt()];
      const between = (change: (line: string) => string) =>
        lines.map((line, number) => (number > row && number < answer && /sync\(/.test(line) ? change(line) : line));
      for (const change of [
        (line: string) => line.replace(/= 0$/, '= -1 EIO (Input/output error)'),
        (line: string) => line.replace('-wal>', '>'),
        (line: string) => line.replace(/\) += 0$/, ' <unfinished ...>'),
        () => '',
      ]) {
        expect(lateFlushes(between(change), [one()])).toEqual([
          `${one().eventId}: answered before its row was flushed.`,
        ]);
      }
    });

    test('finds an event that was never answered', () => {
      expect(lateFlushes(lines, [{ eventId: 'evt_none', clientPort: 1 }])).toEqual([
        'evt_none: no answer is in the trace.',
      ]);
    });
  });

  afterAll(() => {
    lines = [];
  });
});

/** Sends events at the same moment, each on a connection of its own that is open already. */
async function sendBurst(
  port: number,
  connectionId: string,
  eventIds: readonly string[],
): Promise<readonly Expected[]> {
  const sockets = await Promise.all(eventIds.map(() => opened(port)));
  const answers = sockets.map(answered);
  const sent = eventIds.map((eventId, index) => {
    const body = stripeEvent(eventId);
    const socket = sockets[index] as Socket;
    socket.write(
      `POST /hooks/${connectionId} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n` +
        `Stripe-Signature: ${signature(body)}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    return { eventId, clientPort: socket.localPort ?? 0 };
  });
  const statuses = await Promise.all(answers);
  expect(new Set(statuses)).toEqual(new Set(['200']));
  return sent;
}

/** Connected, and taken by the hub: Node takes one connection a turn, which would keep requests apart. */
function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'));
    socket.setEncoding('latin1').once('error', reject);
    socket.once('data', () => resolve(socket));
  });
}

function answered(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk: string) => (text += chunk));
    socket.once('error', reject);
    socket.once('close', () => resolve(text.slice(9, 12)));
  });
}
