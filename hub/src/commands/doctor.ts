import type { KeyStatus } from '@fairlead/core';
import { holderOf } from '../data/folder-lock.ts';
import { CommandError } from './command-error.ts';
import { type Check, failed, ok } from './doctor/check.ts';
import { inspectDatabase } from './doctor/database.ts';
import { checkKeys, findKeys } from './doctor/keys.ts';
import { checkDisk, checkFolder, checkHolder, checkNode, checkPort, checkRedis } from './doctor/machine.ts';
import { checkPlugins, findPlugins, type PluginState } from './doctor/plugins.ts';
import { HubCallError } from '../client/hub-client.ts';
import { localClient } from './with-hub.ts';
import { type Output, table } from './output.ts';
import { type EffectiveSettings, settingsOfEnvironment } from './read-settings.ts';

/** Prints every setting with its source, then checks what the hub needs. Changes nothing. @throws CommandError when a check failed */
export async function doctor(output: Output): Promise<void> {
  const { settings, rows } = settingsOfEnvironment();
  output.line(
    table(
      ['SETTING', 'SOURCE', 'VALUE'],
      rows.map(({ name, value, source }) => [name, source, value]),
    ),
  );
  output.line();
  const checks = await runChecks(settings);
  output.result({ settings: rows, checks });
  for (const { name, status, detail } of checks) output.line(`${status.padEnd(7)}  ${name}: ${detail}`);
  const count = checks.filter(({ status }) => status === 'failed').length;
  if (count > 0) throw new CommandError(`${count} ${count === 1 ? 'check' : 'checks'} failed.`);
}

async function runChecks(settings: EffectiveSettings['settings']): Promise<readonly Check[]> {
  const holder = await holderOf(settings.dataDir);
  const running = holder === 'starting' ? undefined : holder;
  return [
    checkNode(),
    checkFolder(settings),
    await checkDisk(settings),
    checkHolder(holder),
    await checkPort(settings, running),
    ...(holder === undefined ? await checkAtRest(settings) : []),
    ...(running === undefined ? [] : await checkRunning(settings, running.url)),
    checkRedis(settings),
  ];
}

/** No hub runs: the files themselves are looked at. */
async function checkAtRest(settings: EffectiveSettings['settings']): Promise<readonly Check[]> {
  const found = findKeys(settings);
  const database = await inspectDatabase(settings.databaseFile, 'fault' in found ? [] : found.keys);
  return [
    ...database.checks,
    checkKeys(found, database.keys),
    checkPlugins(await findPlugins(settings, database.plugins)),
  ];
}

/** A hub runs: it is asked. */
async function checkRunning(settings: EffectiveSettings['settings'], url: string): Promise<readonly Check[]> {
  try {
    const hub = await localClient(url, settings.dataDir);
    const { checks } = await hub.get<{ checks: readonly { name: string; ok: boolean; reason?: string }[] }>('/readyz');
    const { items } = await hub.get<{ items: readonly KeyStatus[] }>('/api/vault/keys');
    return [
      ...checks.map((check) =>
        check.ok
          ? ok(check.name, 'The hub says that it is ready.')
          : failed(check.name, check.reason ?? 'It is not ready.'),
      ),
      checkKeys(findKeys(settings), items),
      checkPlugins(await hub.list<PluginState>('/api/plugins')),
    ];
  } catch (error) {
    if (error instanceof CommandError || error instanceof HubCallError) return [failed('hub', error.message)];
    throw error;
  }
}
