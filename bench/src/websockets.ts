/**
 * Five thousand websockets on one hub, each sent one event a second, beside `ws` alone in the same run. Server and clients
 * are processes of their own; the clients are bare sockets. An event is committed by a flow with its data, comes by the log,
 * and is some 800 bytes as it is sent.
 *
 * The limit on memory is met with much to spare: 347 MB at most on two quiet cores, of which 224 were the hub at rest, run from
 * its sources (339 and 356 beside other work). A client takes 23 kB, with `ws` alone 9: besides the socket a session, a
 * generator and its timers. Nothing more is held for one: an event is read once and put into bytes once for all, and one
 * that does not read waits at its place in the log.
 *
 * An event to a client takes 30 µs of processor time, with `ws` alone 13. Half of the events arrived within 57 ms of their
 * publishing (35) and 99% within 171 ms (70): a hundred clients are told, then others have their turn, so that requests
 * need not wait for five thousand. Timers were 2 ms late at p99, 18 ms at most (81 with `ws` alone, which tells all at once).
 *
 * Each process needs 5,000 open files and some: Node takes as many as the hard limit of the system allows. The hub lets in
 * 10,000 websockets, and counts calls by token for who was let in before; otherwise 1,200 a minute of one address.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './support/child.ts';
import type { Figure, Report } from './support/report.ts';
import type { Delivered } from './websockets/clients.ts';
import type { ServerUsage } from './websockets/report-server.ts';

const clientCount = 5_000;
const measuredMs = 60_000;
/** Until what a start or so many upgrades leave behind is gone. */
const settlingMs = 10_000;
/** As the start script has it. */
const execArgv = [...process.execArgv, '--max-semi-space-size=8'];

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const here = (file: string) => new URL(`./websockets/${file}${extension}`, import.meta.url);

interface Round {
  readonly atRest: ServerUsage;
  readonly connected: ServerUsage;
  readonly first: ServerUsage;
  readonly last: ServerUsage;
  readonly connectMs: number;
  readonly delivered: Delivered;
}

/** What a server says after so long. */
async function usageAfter(server: Child, ms: number): Promise<ServerUsage> {
  const next = async () => JSON.parse(await server.line()) as ServerUsage;
  const first = await next();
  let last = first;
  while (last.atMs - first.atMs < ms) last = await next();
  return last;
}

async function round(server: Child): Promise<Round> {
  const { port, headers } = JSON.parse(await server.line()) as { readonly port: number; readonly headers: object };
  const atRest = await usageAfter(server, settlingMs);
  const began = performance.now();
  const clients = startChild(here('clients'), [String(clientCount), String(port), JSON.stringify(headers)]);
  try {
    const reading = usageAfterLine(server, clients);
    const connectMs = (await reading.line) - began;
    const connected = await reading.usage;
    const first = await usageAfter(server, settlingMs);
    server.process.kill('SIGUSR2');
    clients.process.kill('SIGUSR2');
    await clients.line();
    const last = await usageAfter(server, measuredMs);
    clients.process.kill('SIGUSR2');
    const delivered = JSON.parse(await clients.line()) as Delivered;
    return { atRest, connected, first, last, connectMs, delivered };
  } finally {
    await clients.stop();
  }
}

/** Goes on reading what the server says while all clients connect. */
function usageAfterLine(server: Child, clients: Child) {
  let open = false;
  const line = clients.line().then(() => {
    open = true;
    return performance.now();
  });
  const read = async (): Promise<ServerUsage> => {
    let usage = await usageAfter(server, 0);
    while (!open) usage = await usageAfter(server, 0);
    return usage;
  };
  return { line, usage: Promise.all([line, read()]).then(([, usage]) => usage) };
}

const megabytes = (bytes: number) => bytes / 1_000_000;

const cpuUs = ({ first, last, delivered }: Pick<Round, 'first' | 'last' | 'delivered'>) =>
  ((last.cpuMs - first.cpuMs) * 1_000) / delivered.messages;

function figuresOf(name: string, { atRest, connected, first, last, connectMs, delivered }: Round): readonly Figure[] {
  const { lateMs } = last;
  const ms = last.atMs - first.atMs;
  return [
    { name: `${name}: events that arrived`, value: (delivered.messages / ms) * 1_000, unit: '/s' },
    { name: `${name}: clients that were closed`, value: delivered.closed, unit: '' },
    { name: `${name}: resident memory at rest`, value: megabytes(atRest.rssBytes), unit: 'MB' },
    { name: `${name}: with all clients connected`, value: megabytes(connected.rssBytes), unit: 'MB' },
    { name: `${name}: after the events`, value: megabytes(last.rssBytes), unit: 'MB' },
    { name: `${name}: the most since its start`, value: megabytes(last.peakRssBytes), unit: 'MB' },
    {
      name: `${name}: memory a client`,
      value: (last.rssBytes - atRest.rssBytes) / clientCount / 1_000,
      unit: 'kB',
    },
    { name: `${name}: time to connect all`, value: connectMs / 1_000, unit: 's' },
    { name: `${name}: CPU`, value: ((last.cpuMs - first.cpuMs) / ms) * 100, unit: '%' },
    { name: `${name}: CPU an event that arrived`, value: cpuUs({ first, last, delivered }), unit: 'µs' },
    { name: `${name}: p50 from publishing to the client`, value: delivered.delayMs.p50, unit: 'ms' },
    { name: `${name}: p99 from publishing to the client`, value: delivered.delayMs.p99, unit: 'ms' },
    { name: `${name}: p99 of how late timers are`, value: lateMs.p99, unit: 'ms' },
    { name: `${name}: the latest timer`, value: lateMs.most, unit: 'ms' },
  ];
}

async function measured(file: string, args: readonly string[]): Promise<Round> {
  const server = startChild(here(file), args, { execArgv });
  try {
    return await round(server);
  } finally {
    await server.stop();
  }
}

export async function benchWebsockets(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  try {
    const bare = await measured('bare-server', []);
    const hub = await measured('hub-server', [join(folder, 'hub')]);
    return {
      bench: `${clientCount} websockets with an event a second each (${measuredMs / 1_000} s)`,
      figures: [
        ...figuresOf('ws alone', bare),
        ...figuresOf('hub', hub).map((figure) =>
          figure.name === 'hub: the most since its start' ? { ...figure, target: { atMost: 600 } } : figure,
        ),
        {
          name: 'hub: clients that had events',
          value: hub.delivered.clients,
          unit: '',
          target: { atLeast: clientCount },
        },
        { name: 'hub to ws alone, CPU an event', value: cpuUs(hub) / cpuUs(bare), unit: '×' },
        { name: 'load average of the machine', value: loadavg()[0] ?? Number.NaN, unit: '' },
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
