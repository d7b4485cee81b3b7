/**
 * How long an author waits after a save: `POST /api/plugins/{id}/reload` of a folder that is linked into a running hub, the
 * first one and eight more, one right after the other. Beside it a bare process that loads the same modules (the program
 * of plugin processes, then the plugin) and is not held by anything.
 *
 * The limit is loading code: a process has to be started and has to read, strip and compile the plugin's modules and the
 * SDK's. Two thirds of that are the hub's own, and those a process that waits beside the running one has loaded already;
 * when saves follow each other faster than it can be ready, it saves less.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtInCapabilities } from '@fairlead/sdk';
import {
  channelDescriptor,
  createChannel,
  type FromChild,
  protocolVersion,
  type StartMessage,
  type ToChild,
} from '@fairlead/sdk/host';
import { startChild } from './support/child.ts';
import { median, type Report } from './support/report.ts';

const root = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url));
const location = join(root, 'hub/templates/gateway-acme');
const reloads = 8;
const owner = { email: 'owner@example.com', password: 'a password of the bench' };

interface Head {
  readonly fairlead: StartMessage['manifest'];
}
const readJson = async <Value>(path: string) => JSON.parse(await readFile(join(location, path), 'utf8')) as Value;

/** Milliseconds until a process that nothing holds has the plugin's code. */
async function startBare(): Promise<number> {
  const { fairlead: manifest } = await readJson<Head>('package.json');
  const settingsSchema = await readJson<object>('settings.schema.json');
  const stdio: ('ignore' | 'inherit' | 'pipe')[] = ['ignore', 'inherit', 'inherit'];
  stdio[channelDescriptor] = 'pipe';
  const startedMs = performance.now();
  const child = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.resolve('@fairlead/sdk/host/child'))],
    {
      stdio,
      env: {},
    },
  );
  const ready = Promise.withResolvers<FromChild>();
  const gone = Promise.withResolvers<void>();
  const channel = createChannel<ToChild>(child.stdio[channelDescriptor] as Socket, {
    message: (message) => ready.resolve(message as FromChild),
    broken: (error) => ready.reject(error),
    closed: () => gone.resolve(),
  });
  channel.send({
    type: 'start',
    protocol: protocolVersion,
    entry: join(location, 'src/index.ts'),
    location,
    manifest,
    settingsSchema,
    capabilities: builtInCapabilities
      .filter(({ id }) => id in manifest.capabilities)
      .map(({ id, version, probe, operations }) => ({ id, version, probe, operations: { ...operations } })),
  });
  const { type } = await ready.promise;
  const tookMs = performance.now() - startedMs;
  if (type !== 'ready') throw new Error(`The bare process answered ${type}.`);
  channel.end();
  await gone.promise;
  return tookMs;
}

type Call = <Answer>(path: string, body?: object) => Promise<Answer>;

function caller(url: string): Call {
  let authorization: string | undefined;
  return async <Answer>(path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    const value = JSON.parse(text) as Answer & { readonly accessToken?: string };
    if (value.accessToken !== undefined) authorization = `Bearer ${value.accessToken}`;
    return value;
  };
}

/** Asks until it is so. */
async function until<Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Links the plugin into a hub and enables it. @returns its id, running */
async function link(call: Call): Promise<string> {
  const { id } = await call<{ readonly id: string }>('/api/plugins/install', { spec: location, link: true });
  const path = `/api/plugins/installs/${id}`;
  await until(
    () => call<{ readonly result: unknown; readonly error: unknown }>(path),
    ({ result, error }) => result !== null || error !== null,
  );
  const { fairlead } = await readJson<Head>('package.json');
  await call(`/api/plugins/${fairlead.id}/enable`, {});
  await until(
    () => call<{ readonly status: string }>(`/api/plugins/${fairlead.id}`),
    ({ status }) => status === 'running',
  );
  return fairlead.id;
}

export async function benchReload(): Promise<Report> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const hub = startChild(pathToFileURL(join(root, 'hub/src/cli.ts')), ['start'], {
    environment: {
      FAIRLEAD_DATA_DIR: dataDir,
      FAIRLEAD_PORT: '0',
      FAIRLEAD_LOG_LEVEL: 'error',
      FAIRLEAD_OWNER_EMAIL: owner.email,
      FAIRLEAD_OWNER_PASSWORD: owner.password,
    },
  });
  const times: number[] = [];
  try {
    let url: string | undefined;
    while (url === undefined) url = /^Fairlead is ready at (\S+)/.exec(await hub.line())?.[1];
    const call = caller(url);
    await call('/api/auth/sign-in', owner);
    const id = await link(call);
    for (let count = 0; count <= reloads; count += 1) {
      const startedMs = performance.now();
      await call(`/api/plugins/${id}/reload`, {});
      times.push(performance.now() - startedMs);
    }
  } finally {
    await hub.stop();
    await rm(dataDir, { recursive: true });
  }
  const bare: number[] = [];
  for (let count = 0; count <= reloads; count += 1) bare.push(await startBare());
  const [first = Number.NaN, ...later] = times;
  const bareMs = median(bare.slice(1));
  return {
    bench: `Reload of a linked plugin (from TypeScript, ${reloads} after the first)`,
    figures: [
      { name: 'a bare process with the same modules, median', value: bareMs, unit: 'ms' },
      { name: 'the first reload', value: first, unit: 'ms', target: { atMost: 1_000 } },
      { name: 'reload, median', value: median(later), unit: 'ms', target: { atMost: 1_000 } },
      { name: 'reload, longest', value: Math.max(...later), unit: 'ms', target: { atMost: 1_000 } },
      { name: 'reload, of the bare process', value: median(later) / bareMs, unit: '×' },
    ],
  };
}
