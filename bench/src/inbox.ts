/**
 * Webhooks a second, verified, deduplicated, durable (synchronous=FULL) and dispatched to a flow, beside a bare Fastify
 * route that verifies and inserts. Servers and load are processes of their own; rounds alternate, so that what disturbs
 * the machine disturbs both.
 *
 * The limit is the one thread of the server. Of its time per webhook, as the CPU profile has it: a quarter to a third is the
 * COMMIT of the group (the flush, and about 15 kB of write-ahead log a webhook where the bare route has 9), a fifth the row
 * writes (request, event with three indexes, outcome, announcement: five where the bare route has one), a quarter HTTP, a fifth
 * guard and plugin, of which signature and JSON.parse, which the bare route has too, are half. On a file system without
 * flushes the ratio is lower (about 0.33), because what the two share is then the smaller part.
 *
 * Measured: 0.31 to 0.43 in runs of three rounds, 0.36 as the median of nine. The 0.4 asked for is not reached reliably. What is
 * left to try: the state of dispatch in a small table of its own, so that settling does not write the large row again; ids made
 * of the row's number, which saves an index; connections by number in the other two.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './support/child.ts';
import { median, type Report } from './support/report.ts';

const secret = 'whsec_bench_0123456789abcdef';
const connections = 20;
const seconds = 3;
const rounds = 9;
/** Requests a second of the bare route on an idle machine of the reference kind; see the plan's figures. */
const referenceBare = 28_000;

/** Both servers run with what the start script has. */
const execArgv = [...process.execArgv, '--max-semi-space-size=8'];

interface Load {
  readonly perSecond: number;
  readonly answered: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly p99Ms: number;
}

const here = (file: string) =>
  new URL(`./inbox/${file}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

async function load(port: number, path: string): Promise<Load> {
  const child = startChild(here('webhook-load'), [String(port), path, secret, String(connections), String(seconds)]);
  const result = JSON.parse(await child.line()) as Load;
  const others = Object.keys(result.statuses).filter((status) => status !== '200');
  if (others.length > 0) throw new Error(`Not every webhook was answered 200: ${JSON.stringify(result.statuses)}`);
  return result;
}

async function bareRound(folder: string, round: number): Promise<Load> {
  const server = startChild(here('baseline-server'), [join(folder, `bare-${round}.db`), secret], { execArgv });
  try {
    return await load(Number(await server.line()), '/hooks');
  } finally {
    await server.stop();
  }
}

async function hubRound(folder: string, round: number): Promise<Load> {
  const server = startChild(here('hub-server'), [join(folder, `hub-${round}`), secret], { execArgv });
  const { port, path } = JSON.parse(await server.line()) as { port: number; path: string };
  const result = await load(port, path).finally(() => server.process.kill('SIGTERM'));
  await checkDispatched(server, result);
  return result;
}

/** A fast inbox that loses something is not fast. */
async function checkDispatched(server: Child, { answered }: Load): Promise<void> {
  const { dispatched } = JSON.parse(await server.line()) as { dispatched: number };
  if (dispatched !== answered) throw new Error(`${answered} webhooks were answered and ${dispatched} dispatched.`);
}

export async function benchInbox(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const bare: Load[] = [];
  const hub: Load[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await bareRound(folder, round));
      hub.push(await hubRound(folder, round));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const rate = (loads: readonly Load[]) => median(loads.map(({ perSecond }) => perSecond));
  const ratios = hub.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? Number.NaN));
  return {
    bench: `Inbox (${connections} connections, median of ${rounds} rounds of ${seconds} s)`,
    figures: [
      { name: 'bare route', value: rate(bare), unit: '/s', target: { atLeast: 0.85 * referenceBare } },
      { name: 'hub', value: rate(hub), unit: '/s' },
      { name: 'hub to bare', value: median(ratios), unit: '', target: { atLeast: 0.4 } },
      { name: 'p99 of the bare route', value: median(bare.map(({ p99Ms }) => p99Ms)), unit: 'ms' },
      { name: 'p99 of the hub', value: median(hub.map(({ p99Ms }) => p99Ms)), unit: 'ms' },
    ],
  };
}
