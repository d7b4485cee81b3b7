/**
 * Asks the mock provider one way, for a time, in a process of its own: by the bare `openai` SDK, or by the flow over the
 * real guard and the real plugin, with its usage on the disk before each answer. Prints what came of it.
 *
 * node asker.ts bare|commit|flow <port> <folder> <concurrency> <seconds>
 */
import { type AskedFor, bareAsker } from './bare-asker.ts';
import { bareCommit } from './bare-commit.ts';
import { flowAsker } from './flow-asker.ts';

const [way = '', port = '', folder = '', concurrency = '', seconds = ''] = process.argv.slice(2);
const apiBase = `http://127.0.0.1:${port}/v1`;
const ways: Readonly<Record<string, () => AskedFor | Promise<AskedFor>>> = {
  bare: () => bareAsker(apiBase),
  commit: () => bareCommit(folder),
  flow: () => flowAsker(apiBase, folder),
};
const asker = await ways[way]?.();
if (asker === undefined) throw new Error(`There is no way “${way}” to ask.`);

/** Asks over and over until the time is up. @returns milliseconds of each call */
async function ask(asked: AskedFor, untilMs: number, durations: number[]): Promise<void> {
  while (performance.now() < untilMs) {
    const startedMs = performance.now();
    await asked.ask();
    durations.push(performance.now() - startedMs);
  }
}

async function load(
  asked: AskedFor,
  forMs: number,
): Promise<{ readonly durations: number[]; readonly tookMs: number }> {
  const startedMs = performance.now();
  const durations: number[] = [];
  const asking = Array.from({ length: Number(concurrency) }, () => ask(asked, startedMs + forMs, durations));
  await Promise.all(asking);
  return { durations, tookMs: performance.now() - startedMs };
}

const warm = await load(asker, 1_500);
const { durations, tookMs } = await load(asker, Number(seconds) * 1_000);
const sorted = durations.toSorted((left, right) => left - right);
const recorded = await asker.recorded();
await asker.dispose();
const at = (share: number) => sorted[Math.floor(sorted.length * share)];
process.stdout.write(
  `${JSON.stringify({
    perSecond: (durations.length * 1_000) / tookMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    answered: durations.length + warm.durations.length,
    recorded,
  })}\n`,
);
