/**
 * The flow ai beside the bare `openai` SDK, before the same mock provider in the same run. Provider and asker are processes
 * of their own; rounds alternate, so that what disturbs the machine disturbs both. The flow's usage is on the disk
 * (SQLite, WAL, synchronous=FULL) before each answer, and read back at the end.
 *
 * The limit of a call by itself is the flush to disk: with the database in memory the flow over guard and plugin takes less
 * than the bare SDK, whose fetch costs more than all of it. So the added time is to be read beside that of a bare commit,
 * and on a machine whose disk is busy with something else it says nothing.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './support/child.ts';
import { median, type Report } from './support/report.ts';

const rounds = 5;
const seconds = 3;
const busy = 32;

interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly answered: number;
  readonly recorded?: number;
}

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const here = (file: string) => new URL(`./ai-flow/${file}${extension}`, import.meta.url);
/** Both askers run with what the start script has. */
const execArgv = [...process.execArgv, '--max-semi-space-size=8'];

interface Round {
  readonly way: 'bare' | 'commit' | 'flow';
  readonly port: string;
  readonly folder: string;
  readonly concurrency: number;
}

async function round({ way, port, folder, concurrency }: Round): Promise<Load> {
  await mkdir(folder);
  const asker = startChild(here('asker'), [way, port, folder, String(concurrency), String(seconds)], { execArgv });
  try {
    const load = JSON.parse(await asker.line()) as Load;
    if (way === 'flow' && load.recorded !== load.answered) {
      throw new Error(`${load.answered} calls were answered, ${load.recorded} are in the usage.`);
    }
    return load;
  } finally {
    await asker.stop();
  }
}

export async function benchAiFlow(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const provider = startChild(here('mock-provider'), [], { execArgv });
  const commits: Load[] = [];
  const loads = { bare: { busy: [], quiet: [] }, flow: { busy: [], quiet: [] } } as Record<
    'bare' | 'flow',
    { busy: Load[]; quiet: Load[] }
  >;
  try {
    const port = await provider.line();
    for (let number = 0; number < rounds; number += 1) {
      for (const way of ['bare', 'flow'] as const) {
        const at = (name: string) => join(folder, `${way}-${name}-${number}`);
        loads[way].busy.push(await round({ way, port, folder: at('busy'), concurrency: busy }));
        loads[way].quiet.push(await round({ way, port, folder: at('quiet'), concurrency: 1 }));
      }
      commits.push(await round({ way: 'commit', port, folder: join(folder, `commit-${number}`), concurrency: 1 }));
    }
  } finally {
    await provider.stop();
    await rm(folder, { recursive: true });
  }
  const rate = (list: readonly Load[]) => median(list.map(({ perSecond }) => perSecond));
  const p50 = (list: readonly Load[]) => median(list.map(({ p50Ms }) => p50Ms));
  const p99 = (list: readonly Load[]) => median(list.map(({ p99Ms }) => p99Ms));
  const [bare, flow] = [loads.bare, loads.flow];
  return {
    bench: `Completions by the flow ai (median of ${rounds} rounds of ${seconds} s, usage on the disk before each answer)`,
    figures: [
      { name: `bare openai SDK, ${busy} at once`, value: rate(bare.busy), unit: '/s' },
      { name: `flow ai, ${busy} at once`, value: rate(flow.busy), unit: '/s', target: { atLeast: 2_800 } },
      { name: 'share of the bare SDK', value: rate(flow.busy) / rate(bare.busy), unit: '', target: { atLeast: 0.7 } },
      { name: `flow ai, ${busy} at once, p99`, value: p99(flow.busy), unit: 'ms' },
      { name: 'bare openai SDK, one at a time, p50', value: p50(bare.quiet), unit: 'ms' },
      { name: 'flow ai, one at a time, p50', value: p50(flow.quiet), unit: 'ms' },
      { name: 'a bare commit on this disk, p50', value: p50(commits), unit: 'ms' },
      { name: 'added by the flow, p50', value: p50(flow.quiet) - p50(bare.quiet), unit: 'ms', target: { atMost: 1 } },
    ],
  };
}
