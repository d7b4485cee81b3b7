import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './support/child.ts';
import { median, type Report } from './support/report.ts';

const perSecond = 200;
const seconds = 10;
const rounds = 3;

interface Told {
  readonly sent: number;
  readonly told: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
}

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const here = (file: string) => new URL(`./message-to-signal/${file}${extension}`, import.meta.url);
/** The server runs with what the start script has. */
const execArgv = [...process.execArgv, '--max-semi-space-size=8'];

async function round(folder: string, number: number): Promise<Told> {
  const hub = startChild(here('hub-server'), [join(folder, `hub-${number}`)], { execArgv });
  try {
    const line = await hub.line();
    const load = startChild(here('channel-load'), [line, String(perSecond), String(seconds)]);
    const result = JSON.parse(await load.line()) as Told;
    if (result.told !== result.sent) throw new Error(`${result.sent} signals were sent and ${result.told} published.`);
    return result;
  } finally {
    await hub.stop();
  }
}

/**
 * From a channel's signed webhook to the published signal at a websocket client: verified, stored, dispatched, stored as
 * a message, told of, read, checked, stored as a signal, told of, sent. There is no bare baseline: what is measured is a
 * delay, made of three flushes to disk that follow each other (webhook, message, reading and signal in one; events are
 * in the log with the write that they tell of, decision 0100) and of the turns of an event loop that is busy with others.
 *
 * The limit is that loop: SQLite flushes on it, 0.3 to 0.5 ms each on a quiet disk, some 600 a second, which is a quarter
 * of its time; writing takes as much again, reading what a decision needs a sixth, the text itself an eighth. At 200
 * messages a second it is busy for half to three quarters of the time, so whatever else runs on the machine is seen in the
 * tail: p99 was 33 ms (p50 4.8) on a quiet machine and 200 ms (49) beside other work; before events were published with
 * their commit 179 (24) when quiet. What is left to try: flushing away from the loop, and fewer reads for a new message.
 */
export async function benchMessageToSignal(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const told: Told[] = [];
  try {
    for (let number = 0; number < rounds; number += 1) told.push(await round(folder, number));
  } finally {
    await rm(folder, { recursive: true });
  }
  return {
    bench: `Message to signal (${perSecond} a second for ${seconds} s, median of ${rounds} rounds)`,
    figures: [
      { name: 'p50', value: median(told.map(({ p50Ms }) => p50Ms)), unit: 'ms' },
      { name: 'p99', value: median(told.map(({ p99Ms }) => p99Ms)), unit: 'ms', target: { atMost: 25 } },
      { name: 'longest', value: median(told.map(({ mostMs }) => mostMs)), unit: 'ms' },
    ],
  };
}
