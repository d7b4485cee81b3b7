/**
 * The list, the timeline and the janitor's scan with ten thousand payments in the database, and with a million: the same
 * hub on both, the smaller one being the baseline. Every list is served by an index whose order is that of the list, so
 * that a page costs what it holds and not what there is; what grows is the depth of the trees, by one or two pages.
 *
 * FAIRLEAD_BENCH_PAYMENTS sets another number than a million, which takes some 4 GB of disk and two minutes to write.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage } from '@fairlead/core';
import { createPaymentsFlow } from '@fairlead/flow-payments';
import { systemClock as clock } from '@fairlead/sdk';
import { seedPayments } from './payments/seed.ts';
import { startProvider } from './payments.ts';
import { startChild } from './support/child.ts';
import { median, type Report } from './support/report.ts';

const few = 10_000;
const many = Number(process.env['FAIRLEAD_BENCH_PAYMENTS'] ?? '1000000');
const calls = 300;
const day = 86_400_000;

type Timings = Readonly<Record<string, number>>;

export async function benchManyPayments(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  try {
    const small = await measure(folder, few);
    const large = await measure(folder, many);
    return {
      bench: `Payments in the database: ${few.toLocaleString('en')} and ${many.toLocaleString('en')} (medians of ${calls} calls)`,
      figures: Object.keys(small).flatMap((name) => [
        { name: `${name}, few`, value: small[name] ?? 0, unit: 'ms' },
        { name: `${name}, many`, value: large[name] ?? 0, unit: 'ms' },
        {
          name: `${name}, many to few`,
          value: (large[name] ?? 0) / (small[name] ?? 1),
          unit: '×',
          target: { atMost: 2 },
        },
      ]),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(folder: string, count: number): Promise<Timings> {
  const dataDir = join(folder, `hub-${count}`);
  const databaseFile = join(dataDir, 'fairlead.db');
  const { sample } = await seedPayments(databaseFile, count);
  const provider = await startProvider(folder, `provider-${count}`);
  const hub = startChild(
    new URL(`./payments/hub-server${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
    [dataDir, provider.line],
  );
  let timings: Timings;
  try {
    const { port, key } = JSON.parse(await hub.line()) as { port: number; key: string };
    timings = await byHttp(`http://127.0.0.1:${port}`, key, sample);
  } finally {
    await hub.stop();
    await provider.child.stop();
  }
  return { ...timings, 'janitor’s scan': await scan(databaseFile) };
}

async function byHttp(url: string, key: string, sample: readonly string[]): Promise<Timings> {
  const get = async (path: string) => {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  const timed = async (path: (call: number) => string) => {
    const times: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const begun = performance.now();
      await get(path(call));
      times.push(performance.now() - begun);
    }
    // The first ones meet cold code and cold pages of the file.
    return median(times.slice(calls / 10));
  };
  const some = (call: number) => sample[(call * 7) % sample.length] ?? '';
  return {
    'newest page of the list': await timed(() => '/api/payments?limit=50'),
    'one status': await timed(() => '/api/payments?status=requires_action&limit=50'),
    'one customer': await timed((call) => `/api/payments?customer=customer-${call}&limit=50`),
    timeline: await timed((call) => `/api/payments/${some(call)}/timeline`),
  };
}

/** What the janitor does each half minute, with as many due as it takes at once. */
async function scan(databaseFile: string): Promise<number> {
  const { collections } = createPaymentsFlow();
  const storage = await createStorage({ path: databaseFile, collections, clock });
  try {
    const items = collections.find(({ name }) => name === 'payments_items');
    const repository = storage.repository(items as never);
    const times: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const begun = performance.now();
      const { items: due } = await repository.list({
        where: { nextLookAt: { lte: clock.now() + 60 * day } } as never,
        order: { field: 'nextLookAt', direction: 'ascending' } as never,
        limit: 200,
      });
      times.push(performance.now() - begun);
      if (due.length !== 200) throw new Error(`${due.length} payments are due.`);
    }
    return median(times);
  } finally {
    await storage.dispose();
  }
}
