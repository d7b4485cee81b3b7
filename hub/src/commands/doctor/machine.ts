import { accessSync, constants, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import type { Holder } from '../../data/folder-lock.ts';
import { unsuitableNode } from '../../node-version.ts';
import { type Check, failed, ok, warning } from './check.ts';

const mebibyte = 1_048_576;
const tooLittleMiB = 100;
const littleMiB = 1_024;

export function checkNode(): Check {
  const { node } = process.versions;
  const unsuitable = unsuitableNode(node);
  return unsuitable === undefined ? ok('Node', node) : failed('Node', unsuitable);
}

/** Looks at the rights and writes nothing. */
export function checkFolder({ dataDir }: Pick<Settings, 'dataDir'>): Check {
  const name = 'data folder';
  const existing = nearest(dataDir);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as { code?: string };
    return failed(name, `${existing} cannot be written to (${code}). Set FAIRLEAD_DATA_DIR to a folder that can.`);
  }
  if (existing !== dataDir) return ok(name, `${dataDir} is not there yet; the first start makes it.`);
  const stats = statSync(dataDir);
  if (!stats.isDirectory()) return failed(name, `${dataDir} is a file. Set FAIRLEAD_DATA_DIR to a folder.`);
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
    return warning(
      name,
      `${dataDir} is open to others (${(stats.mode & 0o777).toString(8)}). Run: chmod 700 ${dataDir}`,
    );
  }
  return ok(name, `${dataDir} can be written to by its owner alone.`);
}

export async function checkDisk({ dataDir }: Pick<Settings, 'dataDir'>): Promise<Check> {
  const { bavail, bsize } = await statfs(nearest(dataDir));
  const free = Math.floor((bavail * bsize) / mebibyte);
  const found = `${free} MiB are free for ${dataDir}.`;
  if (free < tooLittleMiB) return failed('disk', `${found} Make room: the hub refuses webhooks when it cannot write.`);
  return free < littleMiB ? warning('disk', `${found} Make room soon.`) : ok('disk', found);
}

export function checkHolder(holder: Holder | 'starting' | undefined): Check {
  const name = 'running hub';
  if (holder === undefined) return ok(name, 'None holds the data folder.');
  if (holder === 'starting') return warning(name, 'One is just starting, or a command is under way. Look again soon.');
  return ok(name, `${holder.url}, process ${holder.pid}, since ${holder.startedAt}.`);
}

/** Takes the port for a moment, unless it is the running hub's. */
export async function checkPort(
  { host, port }: Pick<Settings, 'host' | 'port'>,
  holder: Holder | undefined,
): Promise<Check> {
  const name = 'port';
  if (port === 0) return ok(name, 'A free one is taken at each start.');
  if (holder !== undefined && Number(new URL(holder.url).port || 80) === port) {
    return ok(name, `${port} is used by the hub of this data folder.`);
  }
  const code = await listenOnce(host, port);
  if (code === undefined) return ok(name, `${port} of ${host} is free.`);
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is in use by another program. Set FAIRLEAD_PORT to a free one',
    EACCES: 'may not be used by this user. Set FAIRLEAD_PORT to one above 1023',
    EADDRNOTAVAIL: 'is no address of this machine. Set FAIRLEAD_HOST to one that is',
  };
  return failed(name, `${port} of ${host} ${why[code] ?? `cannot be used (${code})`}.`);
}

function listenOnce(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

export function checkRedis({ redisUrl }: Pick<Settings, 'redisUrl'>): Check {
  return redisUrl === undefined
    ? ok('REDIS_URL', 'Not set; this version does not use it.')
    : warning('REDIS_URL', 'Set, but this version does not use it: limits and jobs are those of one process.');
}

/** The path itself, or the nearest folder above it that is there. */
function nearest(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? nearest(dirname(path)) : path;
}
