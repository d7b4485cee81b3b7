/**
 * From the start of the process to `Fairlead is ready`, with the built code, on a fresh data folder and on one that has
 * been used; resident memory when idle; and what a thousand more plugin manifests cost. The baseline is a bare Fastify
 * server that listens.
 *
 * The limit is loading code: about three quarters of the time is spent reading, compiling and running modules, most of it
 * MikroORM, Fastify's plugins and the three release plugins.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median, type Report } from './support/report.ts';

const root = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url));
/** As the command's first line and the start script have it: 25 MB less when idle, for a few percent of throughput. */
const flags = ['--max-semi-space-size=8'];
const rounds = 5;
const manifests = 1_000;
const idleMs = 3_000;

interface Start {
  readonly readyMs: number;
  readonly residentMb: number;
}

/** Starts a program, waits for a line, lets it idle, reads its memory, ends it. */
async function measure(
  args: readonly string[],
  line: RegExp,
  environment: NodeJS.ProcessEnv,
  idle: number,
): Promise<Start> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  for await (const text of createInterface({ input: child.stdout })) if (line.test(text)) break;
  const readyMs = performance.now() - startedMs;
  if (idle > 0) await new Promise((resolve) => setTimeout(resolve, idle));
  const status = existsSync(`/proc/${child.pid}/status`) ? await readFile(`/proc/${child.pid}/status`, 'utf8') : '';
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { readyMs, residentMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024 };
}

function startHub(dataDir: string, idle = 0): Promise<Start> {
  const environment = {
    FAIRLEAD_DATA_DIR: dataDir,
    FAIRLEAD_PORT: '0',
    FAIRLEAD_LOG_LEVEL: 'error',
    FAIRLEAD_OWNER_PASSWORD: 'a password of the bench',
  };
  return measure([...flags, join(root, 'hub/dist/src/cli.js'), 'start'], /^Fairlead is ready/, environment, idle);
}

async function addManifests(dataDir: string): Promise<void> {
  const source = join(root, 'plugins/gateway-sandbox');
  const text = await readFile(join(source, 'package.json'), 'utf8');
  for (let count = 0; count < manifests; count += 1) {
    const folder = join(dataDir, 'plugins', `gateway-copy${count}`, '1.0.0');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), text.replaceAll('gateway-sandbox', `gateway-copy${count}`));
    await cp(join(source, 'settings.schema.json'), join(folder, 'settings.schema.json'));
    await mkdir(join(folder, 'dist/src'), { recursive: true });
    await writeFile(join(folder, 'dist/src/index.js'), 'throw new Error("Nobody enabled this.");\n');
  }
}

export async function benchStartUp(): Promise<Report> {
  if (!existsSync(join(root, 'hub/dist/src/cli.js'))) throw new Error('Build first: npx -y pnpm@12 build');
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  try {
    const bare: number[] = [];
    const fresh: number[] = [];
    const again: number[] = [];
    const crowded: number[] = [];
    const fastify = `import { fastify } from 'fastify'; const app = fastify(); app.get('/', async () => 'ok'); await app.listen({ port: 0 }); console.log('ready'); process.once('SIGTERM', () => process.exit());`;
    const bareFile = join(root, 'bench', 'node_modules', '.bare.mjs');
    await writeFile(bareFile, fastify);
    const full = join(folder, 'crowded');
    await addManifests(full);
    await startHub(full);
    for (let round = 0; round < rounds; round += 1) {
      bare.push((await measure([bareFile], /ready/, {}, 0)).readyMs);
      fresh.push((await startHub(join(folder, `hub-${round}`))).readyMs);
      again.push((await startHub(join(folder, `hub-${round}`))).readyMs);
      crowded.push((await startHub(full)).readyMs);
    }
    await rm(bareFile);
    const { residentMb } = await startHub(join(folder, 'hub-0'), idleMs);
    return {
      bench: `Start-up (built code, median of ${rounds})`,
      figures: [
        { name: 'bare Fastify that listens', value: median(bare), unit: 'ms' },
        {
          name: 'ready, first start (keys, account and tables are made)',
          value: median(fresh),
          unit: 'ms',
          target: { atMost: 1_500 },
        },
        { name: 'ready, data folder in use before', value: median(again), unit: 'ms', target: { atMost: 1_500 } },
        {
          name: `what ${manifests} discovered manifests add`,
          value: median(crowded) - median(again),
          unit: 'ms',
          target: { atMost: 1_000 },
        },
        { name: `resident after ${idleMs / 1_000} s idle`, value: residentMb, unit: 'MB', target: { atMost: 150 } },
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
