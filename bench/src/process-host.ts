/**
 * What a process of its own costs a plugin's calls: `getStatus` of a plugin that answers from memory, through the whole
 * guard, inline and over the pipe; beside a bare pipe that carries the same frames to a process that does nothing else.
 * One call at a time for the delay, 100 at once for the throughput. Then what it takes to have a plugin ready, and what
 * its process holds when idle.
 *
 * The limit: of the delay, two context switches and two wake-ups of an event loop; of the throughput, the hub's own
 * thread, which checks, encodes, writes, reads and decodes for every plugin there is. The child is half as busy. On a
 * machine with two processors the second bench keeps both busy, so whatever else runs is seen in it at once.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createInlineHost,
  createProcessHost,
  createSecretHandles,
  type Guard,
  type HostedPlugin,
  type PluginHost,
  type StartablePackage,
} from '@fairlead/core';
import { builtInCapabilities, paymentGateway, systemClock as clock } from '@fairlead/sdk';
import { channelDescriptor, createChannel, type FromChild, type ToChild } from '@fairlead/sdk/host';
import { guardOver, silent } from './support/guard-over.ts';
import { median, type Report } from './support/report.ts';

const root = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url));
/** The built one, as it ships: to strip types in the child takes half a second and 40 MB. */
const childProgram = join(root, 'sdk/dist/src/host/process/child.js');
const inFlight = 100;
const rounds = 5;
const single = 5_000;
const many = 60_000;
const idleMs = 3_000;
const input = { providerRef: 'cs_1' };

type CallOnce = () => Promise<unknown>;

/** The middle of the microseconds that calls take, one after the other. */
async function delay(call: CallOnce): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < single; count += 1) {
    const startedMs = performance.now();
    await call();
    times.push((performance.now() - startedMs) * 1_000);
  }
  return median(times);
}

/** Calls a second with so many under way at any time. */
async function throughput(call: CallOnce): Promise<number> {
  let left = many;
  const startedMs = performance.now();
  const work = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return (many / (performance.now() - startedMs)) * 1_000;
}

interface BarePipe extends AsyncDisposable {
  readonly call: CallOnce;
}

/** The same frames, answered by a process that has no plugin and asks no questions. */
function openBarePipe(): BarePipe {
  const program = fileURLToPath(import.meta.resolve('./support/bare-pipe.ts'));
  const stdio: ('ignore' | 'inherit' | 'pipe')[] = ['ignore', 'inherit', 'inherit'];
  stdio[channelDescriptor] = 'pipe';
  const child = spawn(process.execPath, [...process.execArgv, program], { stdio });
  const waiting = new Map<number, (value: unknown) => void>();
  const gone = Promise.withResolvers<void>();
  const channel = createChannel<ToChild>(child.stdio[channelDescriptor] as Socket, {
    message(message) {
      const { id, value } = message as Extract<FromChild, { type: 'result' }>;
      waiting.get(id)?.(value);
      waiting.delete(id);
    },
    broken: () => child.kill(),
    closed: () => gone.resolve(),
  });
  let id = 0;
  return {
    call: () =>
      new Promise((resolve) => {
        id += 1;
        waiting.set(id, resolve);
        channel.send({ type: 'call', id, connection: 1, operation: 1, input, timeoutMs: 15_000, attempt: 1 });
      }),
    async [Symbol.asyncDispose]() {
      channel.end();
      await gone.promise;
    },
  };
}

async function benchPlugin(): Promise<StartablePackage> {
  const location = join(root, 'bench/plugin');
  const {
    version,
    name,
    fairlead: manifest,
  } = JSON.parse(await readFile(join(location, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly name: string;
    readonly fairlead: StartablePackage['manifest'];
  };
  return {
    id: manifest.id,
    packageName: name,
    version,
    otherVersions: [],
    source: 'folder',
    location,
    manifest,
    settingsSchema: { type: 'object', properties: {}, additionalProperties: false },
    entry: join(location, 'index.js'),
    faults: [],
  } as unknown as StartablePackage;
}

const start = async (host: PluginHost, plugin: StartablePackage): Promise<HostedPlugin> =>
  host.start(plugin, { signal: new AbortController().signal, onExit: () => undefined, permissions: {} });

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

/** Milliseconds from nothing to a plugin that can be called, and the megabytes that it holds when left alone. */
async function measureStart(host: PluginHost, plugin: StartablePackage) {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const startedMs = performance.now();
    const hosted = await start(host, plugin);
    times.push(performance.now() - startedMs);
    await hosted.stop();
  }
  const idle = await start(host, plugin);
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const held = await residentMb(idle.usage()?.pid ?? 0);
  await idle.stop();
  return { startMs: median(times), idleMb: held };
}

const call = (guard: Guard) => () => guard.invoke('b', paymentGateway.getStatus, input);

export async function benchProcessHost(): Promise<Report> {
  if (!existsSync(childProgram)) throw new Error('Build first: npx -y pnpm@12 build');
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const plugin = await benchPlugin();
  const handles = createSecretHandles();
  const common = { clock, capabilities: builtInCapabilities, handles };
  const processes = createProcessHost({
    ...common,
    ownFolder: (id) => join(folder, id),
    launch: { conditions: [], protectedPaths: [], environment: {} },
    childProgram,
    redact: (text) => text,
    log: silent,
  });
  const { startMs, idleMb } = await measureStart(processes, plugin);
  const inside = await start(createInlineHost(common), plugin);
  const outside = await start(processes, plugin);
  await using bare = openBarePipe();
  const ways = {
    inline: call(guardOver(inside.running, handles, inFlight)),
    process: call(guardOver(outside.running, handles, inFlight)),
    bare: bare.call,
  };
  const delays: Record<keyof typeof ways, number[]> = { inline: [], process: [], bare: [] };
  const rates: Record<keyof typeof ways, number[]> = { inline: [], process: [], bare: [] };
  for (const way of Object.values(ways)) await throughput(way);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['inline', 'process', 'bare'] as const) {
      delays[name].push(await delay(ways[name]));
      rates[name].push(await throughput(ways[name]));
    }
  }
  await Promise.all([inside.stop(), outside.stop()]);
  await rm(folder, { recursive: true });
  const over = median(delays.process) - median(delays.inline);
  const ratio = median(rates.process) / median(rates.bare);
  return {
    bench: `Process host (guarded getStatus, medians of ${rounds} rounds)`,
    figures: [
      { name: 'inline, p50', value: median(delays.inline), unit: 'µs' },
      { name: 'bare pipe, p50', value: median(delays.bare), unit: 'µs' },
      { name: 'process, p50', value: median(delays.process), unit: 'µs' },
      { name: 'process over inline, p50', value: over, unit: 'µs', target: { atMost: 60 } },
      { name: `bare pipe, ${inFlight} in flight`, value: median(rates.bare), unit: 'calls/s' },
      {
        name: `process, ${inFlight} in flight`,
        value: median(rates.process),
        unit: 'calls/s',
        target: { atLeast: 60_000 },
      },
      { name: 'process, of the bare pipe', value: ratio, unit: '×', target: { atLeast: 0.5 } },
      { name: 'start, until it can be called', value: startMs, unit: 'ms', target: { atMost: 250 } },
      { name: `resident, idle for ${idleMs / 1_000} s`, value: idleMb, unit: 'MB', target: { atMost: 60 } },
    ],
  };
}
