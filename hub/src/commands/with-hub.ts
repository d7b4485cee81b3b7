import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHubClient, type HubClient } from '../client/hub-client.ts';
import type { Settings } from '../config/settings.ts';
import { holderOf } from '../data/folder-lock.ts';
import { CommandError } from './command-error.ts';
import { type EffectiveSettings, settingsOfEnvironment } from './read-settings.ts';

/**
 * Reaches the hub of the data folder: over HTTP when one runs; else one is started on a free port of 127.0.0.1 for the
 * command alone, that polls, probes and dispatches nothing, and is stopped afterwards.
 */
export async function withHub<Result>(action: (hub: HubClient) => Promise<Result>): Promise<Result> {
  const effective = settingsOfEnvironment();
  const { settings } = effective;
  const holder = await holderOf(settings.dataDir);
  if (holder === 'starting') {
    throw new CommandError(
      `The data folder ${settings.dataDir} is in use by a hub that is just starting, or by a command. Try again in a moment.`,
    );
  }
  if (holder !== undefined) return action(await localClient(holder.url, settings.dataDir));
  if (existsSync(settings.databaseFile)) return withOwnHub(effective, action);
  throw new CommandError(
    `There is no hub in ${settings.dataDir} yet. Run “fairlead start” first, or set FAIRLEAD_DATA_DIR to the folder of one.`,
  );
}

/** Reaches the hub that runs in the data folder, for what makes no sense without one. */
export async function runningHub(): Promise<HubClient> {
  const { settings } = settingsOfEnvironment();
  const holder = await holderOf(settings.dataDir);
  if (holder !== undefined && holder !== 'starting') return localClient(holder.url, settings.dataDir);
  throw new CommandError(
    `No hub runs in ${settings.dataDir}. Run “fairlead start” beside this, or set FAIRLEAD_DATA_DIR to the folder of one that runs.`,
  );
}

async function withOwnHub<Result>({ settings, rows }: EffectiveSettings, action: (hub: HubClient) => Promise<Result>) {
  const { startHub } = await import('../hub.ts');
  const hub = await startHub({ settings: forOneCommand(settings), rows, work: false });
  for (const warning of hub.warnings) process.stderr.write(`Warning: ${warning}\n`);
  try {
    return await action(await localClient(hub.localUrl, settings.dataDir));
  } finally {
    await hub.stop();
  }
}

function forOneCommand(settings: Settings): Settings {
  // Addresses of webhooks are shown as the hub will have them, not with the port of the moment.
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  return { ...settings, publicUrl, host: '127.0.0.1', port: 0, logLevel: 'error' };
}

/** @param dataDir where the hub keeps the token of this start */
export async function localClient(url: string, dataDir: string): Promise<HubClient> {
  return createHubClient(url, await readToken(join(dataDir, 'cli.token')));
}

async function readToken(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    throw new CommandError(
      `The token of the running hub, ${path}, cannot be read: ${(error as Error).message}. Run this as the user that runs the hub.`,
    );
  }
}
