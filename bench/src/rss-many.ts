/**
 * Two thousand RSS connections in one hub, each polled within a minute, beside a script that only fetches and parses the
 * same feeds, in the same run. Publisher, script and hub are processes of their own. A feed has fifty items and some 80 KB,
 * answers after 0.2 s with an ETag, closes sockets after five seconds, and a tenth of all feeds changes each minute.
 *
 * Measured is a hub that was started again on a folder where the feeds have been added and read once, and its memory is
 * the most it held since that start. What it held while they were added is told as well: by then it has stored a hundred
 * thousand messages and called the API four thousand times.
 *
 * What there is to hold, as heap snapshots have it: a hub without connections has 58 MB of live heap, each connection
 * adds 18 KB (its logger, HTTP client, lanes and health windows), so 95 MB in all; Node itself is 75 MB, SQLite's cache
 * 33, malloc's arenas up to 37. V8 lets its heap grow to almost three times what lives before it collects, which made
 * 510 MB of it all. Told to collect after each 15% (--heap-growing-percent) the hub held 282 MB in one run and 316 in
 * another, beside a machine at a load of 6 to 13, for half as much processor time again; so 300 MB are met only just, or
 * not. What is left to try: one arena for malloc (MALLOC_ARENA_MAX=1 was 276 MB with 20%), a smaller cache of SQLite,
 * fewer objects for each connection. A socket that a publisher keeps open costs another 25 KB, 16 of them the queue of
 * undici's pool: with all 2,000 kept open there is 50 MB more.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { latenesses, plannedPolls } from './rss-many/planned-polls.ts';
import type { Usage } from './rss-many/report-usage.ts';
import { type Child, startChild } from './support/child.ts';
import type { Report } from './support/report.ts';

const feeds = 2_000;
const measuredMs = 120_000;
const bareMs = 60_000;
/** With the jitter of up to a tenth that the hub adds, 59.85 s on average. */
const everyMs = 57_000;
/** A hub that has just started makes up for what it missed. */
const settlingMs = 20_000;
const execArgv = [...process.execArgv, '--max-semi-space-size=8', '--heap-growing-percent=15'];

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const here = (file: string) => new URL(`./rss-many/${file}${extension}`, import.meta.url);

interface Span {
  readonly first: Usage;
  readonly last: Usage;
}

/** Reads what a process says of itself for so long; what it said before is left out. */
async function usageFor(child: Child, ms: number, each: () => void = () => {}): Promise<Span> {
  const next = async () => JSON.parse(await child.line()) as Usage;
  const first = await next();
  let last = first;
  for (let nextLook = 0; last.atMs - first.atMs < ms; last = await next()) {
    if (last.atMs < nextLook) continue;
    each();
    nextLook = last.atMs + 5_000;
  }
  return { first, last };
}

interface Stats {
  readonly polls: readonly (readonly [feed: number, arrivals: readonly number[]])[];
  readonly answered: { readonly changed: number; readonly unchanged: number };
}

const statsOf = async (port: string) => (await (await fetch(`http://127.0.0.1:${port}/stats`)).json()) as Stats;
const cpuMs = ({ first, last }: Span) => last.cpuMs - first.cpuMs;
const quantile = (sorted: readonly number[], part: number) =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
const megabytes = (bytes: number) => bytes / 1_000_000;

async function bareRound(base: string): Promise<{ span: Span; polls: number }> {
  const poller = startChild(here('bare-poller'), [base, String(feeds), String(everyMs)]);
  try {
    const span = await usageFor(poller, bareMs);
    return { span, polls: span.last.polled - span.first.polled };
  } finally {
    await poller.stop();
  }
}

/** A hub that adds a connection for each feed and reads it for the first time. @returns their ids, and the most it held */
async function firstPolls(folder: string, base: string): Promise<{ ids: readonly string[]; peakRssBytes: number }> {
  const hub = startChild(here('hub-server'), [folder, base, String(feeds), String(everyMs)], { execArgv });
  try {
    const ids = JSON.parse(await hub.line()) as readonly string[];
    const { last } = await usageFor(hub, settlingMs);
    return { ids, peakRssBytes: last.peakRssBytes };
  } finally {
    await hub.stop();
  }
}

/** A hub started again on that folder, once it has made up for the polls of the time between. */
async function steadyPolls({
  folder,
  port,
  base,
  ids,
}: {
  folder: string;
  port: string;
  base: string;
  ids: readonly string[];
}) {
  const hub = startChild(here('hub-server'), [folder, base, '0', String(everyMs)], { execArgv });
  try {
    await hub.line();
    using planned = plannedPolls(join(folder, 'fairlead.db'));
    await usageFor(hub, settlingMs, () => planned.look());
    const before = await statsOf(port);
    const from = performance.timeOrigin + performance.now();
    const span = await usageFor(hub, measuredMs, () => planned.look());
    const to = performance.timeOrigin + performance.now();
    const after = await statsOf(port);
    const arrivals = new Map(after.polls);
    const late = latenesses(
      ids.map((id, feed) => [planned.plans.get(id) ?? new Set(), arrivals.get(feed) ?? []] as const),
      [from, to - 5_000],
    ).toSorted((left, right) => left - right);
    const polls = [...arrivals.values()].flat().filter((at) => at >= from && at < to).length;
    return { span, late, polls, ms: to - from, changed: after.answered.changed - before.answered.changed };
  } finally {
    await hub.stop();
  }
}

export async function benchManyFeeds(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const publisher = startChild(here('feed-server'), []);
  try {
    const port = await publisher.line();
    const base = `http://127.0.0.1:${port}/feeds`;
    const bare = await bareRound(base);
    const hubFolder = join(folder, 'hub');
    const { ids, peakRssBytes } = await firstPolls(hubFolder, base);
    const { span, late, polls, ms, changed } = await steadyPolls({ folder: hubFolder, port, base, ids });
    const load = loadavg()[0] ?? Number.NaN;
    const bareCpu = cpuMs(bare.span) / bare.polls;
    const hubCpu = cpuMs(span) / polls;
    return {
      bench: `${feeds} RSS connections polled each ${everyMs / 1_000} s and up to a tenth more (${measuredMs / 1_000} s)`,
      figures: [
        { name: 'polls a minute', value: (polls / ms) * 60_000, unit: '/min', target: { atLeast: feeds } },
        { name: 'of which changed', value: (changed / ms) * 60_000, unit: '/min' },
        {
          name: 'peak resident memory of the hub',
          value: megabytes(span.last.peakRssBytes),
          unit: 'MB',
          target: { atMost: 300 },
        },
        { name: 'the same while the feeds were added and first read', value: megabytes(peakRssBytes), unit: 'MB' },
        { name: 'p50 of how late a poll comes', value: quantile(late, 0.5), unit: 'ms' },
        { name: 'p99 of how late a poll comes', value: quantile(late, 0.99), unit: 'ms' },
        { name: 'CPU of the hub', value: (cpuMs(span) / ms) * 100, unit: '%' },
        { name: 'CPU a poll, fetch and htmlparser2 alone', value: bareCpu, unit: 'ms' },
        { name: 'CPU a poll, hub', value: hubCpu, unit: 'ms' },
        { name: 'hub to bare', value: hubCpu / bareCpu, unit: '×' },
        {
          name: 'resident memory of fetch and htmlparser2 alone',
          value: megabytes(bare.span.last.peakRssBytes),
          unit: 'MB',
        },
        { name: 'load average of the machine', value: load, unit: '' },
      ],
    };
  } finally {
    await publisher.stop();
    await rm(folder, { recursive: true });
  }
}
