import { connect, type Socket } from 'node:net';
import type { Random } from '../support/random.ts';
import { signature, stripeEvent } from '../support/stripe-events.ts';

export interface PacedLoadOptions {
  readonly port: number;
  readonly connectionId: string;
  readonly random: Random;
  /** Requests a second, without waiting for the answer to the one before, as vendors send. */
  readonly perSecond: number;
  readonly sockets?: number;
}

interface Answered {
  /** When it was sent, on the monotonic clock. */
  readonly at: number;
  readonly tookMs: number;
}

/** Signed events at an even pace, each sent once, with the time that each answer took. */
export interface PacedLoad {
  /** Ids of the events that were answered 2xx. */
  readonly acknowledged: ReadonlySet<string>;
  readonly sent: () => number;
  /** Answers that were not 2xx, and requests whose socket broke. */
  readonly refused: readonly string[];
  /** 95th percentiles of the answers in each of so many windows from now on. */
  measure(windows: number, windowMs: number): Promise<readonly number[]>;
  /** Sends no more, and waits for what is under way. */
  stop(): Promise<void>;
}

const tickMs = 5;
/** More unanswered requests than this are not sent: on a machine that has become slower, they would only queue up. */
const mostUnderWay = 128;

export function startPacedLoad({ port, connectionId, random, perSecond, sockets = 16 }: PacedLoadOptions): PacedLoad {
  const acknowledged = new Set<string>();
  const refused: string[] = [];
  const answers: Answered[] = [];
  const lines = Array.from({ length: sockets }, () => openLine({ port, connectionId, acknowledged, refused, answers }));
  const underWay = () => lines.reduce((sum, line) => sum + line.waiting(), 0);
  let sent = 0;
  let due = 0;
  let tickedAt = performance.now();
  const tick = () => {
    const now = performance.now();
    due = Math.min(due + ((now - tickedAt) / 1_000) * perSecond, mostUnderWay);
    tickedAt = now;
    for (; due >= 1 && underWay() < mostUnderWay; due -= 1) {
      sent += 1;
      // In turn, for a socket that is never used is closed by the hub.
      lines.push(...lines.splice(0, 1));
      const line = lines.reduce((least, one) => (one.waiting() < least.waiting() ? one : least));
      line.send(`evt_${random.hex(24)}`);
    }
  };
  const timer = setInterval(tick, tickMs);
  return {
    acknowledged,
    sent: () => sent,
    refused,
    async measure(windows, windowMs) {
      const from = performance.now();
      await pause(windows * windowMs);
      // What was sent in the last window may still be under way: it belongs to the measurement.
      await settled(() => lines.every((line) => line.oldest() > from + windows * windowMs), refused);
      return Array.from({ length: windows }, (_, index) => {
        const start = from + index * windowMs;
        return p95(answers.filter(({ at }) => at >= start && at < start + windowMs).map(({ tookMs }) => tookMs));
      });
    },
    async stop() {
      clearInterval(timer);
      await settled(() => underWay() === 0, refused);
      for (const line of lines) line.end();
    },
  };
}

interface LineOptions extends Pick<PacedLoadOptions, 'port' | 'connectionId'> {
  readonly acknowledged: Set<string>;
  readonly refused: string[];
  readonly answers: Answered[];
}

function openLine({ port, connectionId, acknowledged, refused, answers }: LineOptions) {
  const socket: Socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  const waiting: { readonly id: string; readonly at: number }[] = [];
  let text = '';
  socket.on('data', (chunk: string) => {
    text += chunk;
    for (let answer = firstAnswer(text); answer !== undefined; answer = firstAnswer(text)) {
      text = text.slice(answer.length);
      const request = waiting.shift();
      if (request === undefined) continue;
      answers.push({ at: request.at, tookMs: performance.now() - request.at });
      if (answer.status >= 200 && answer.status < 300) acknowledged.add(request.id);
      else refused.push(`${request.id}: ${answer.status}`);
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => refused.push(...waiting.splice(0).map(({ id }) => `${id}: the socket broke`)));
  return {
    waiting: () => waiting.length,
    oldest: () => waiting[0]?.at ?? Number.POSITIVE_INFINITY,
    send(id: string) {
      if (socket.destroyed) return void refused.push(`${id}: the socket was closed`);
      const body = stripeEvent(id);
      waiting.push({ id, at: performance.now() });
      socket.write(
        `POST /hooks/${connectionId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
          `Stripe-Signature: ${signature(body)}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    },
    end: () => void socket.destroy(),
  };
}

function firstAnswer(text: string): { readonly status: number; readonly length: number } | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = head + 4 + Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  return text.length < length ? undefined : { status: Number(text.slice(9, 12)), length };
}

export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.POSITIVE_INFINITY;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const settleWithinMs = 30_000;

async function settled(isSo: () => boolean, refused: readonly string[]): Promise<void> {
  const endAt = performance.now() + settleWithinMs;
  while (!isSo()) {
    if (performance.now() > endAt)
      throw new Error(`Webhooks were not answered within ${settleWithinMs} ms. ${refused.slice(0, 5).join('; ')}`);
    await pause(10);
  }
}
