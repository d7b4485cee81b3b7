import { constants, existsSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKeyRegister,
  createStorage,
  type KeyStatus,
  KeyRing,
  type MasterKey,
  type PluginAggregate,
  pluginCollection,
  users,
  vaultKeys,
} from '@fairlead/core';
import { systemClock } from '@fairlead/sdk';
import { type Check, failed, ok, warning } from './check.ts';

/** What the database says, and how that went. */
export interface DatabaseFindings {
  readonly checks: readonly Check[];
  /** Undefined when it was not looked into. */
  readonly keys?: readonly KeyStatus[];
  readonly plugins?: ReadonlyMap<string, PluginAggregate>;
}

const mostBytes = 2 * 1_073_741_824;

/**
 * Opens a copy of the database as a start would: what it upgrades and notes there goes away with the copy. Only for a
 * database that no hub has open.
 */
export async function inspectDatabase(path: string, masterKeys: readonly MasterKey[]): Promise<DatabaseFindings> {
  if (!existsSync(path)) return { checks: [ok('database', `${path} is not there yet; the first start makes it.`)] };
  const { size } = statSync(path);
  if (size > mostBytes) {
    const detail = `${path} has ${Math.round(size / 1_073_741_824)} GiB, too many for a look at a copy. Start the hub, then run this again.`;
    return { checks: [warning('database', detail)] };
  }
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-doctor-'));
  try {
    const copy = join(folder, 'copy.db');
    await copyFile(path, copy, constants.COPYFILE_FICLONE);
    if (existsSync(`${path}-wal`)) await copyFile(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
    return await inspectCopy(copy, path, masterKeys);
  } catch (error) {
    const detail = `${path} cannot be used: ${(error as Error).message} Restore a backup, or start the version that made it.`;
    return { checks: [failed('database', detail)] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inspectCopy(copy: string, path: string, masterKeys: readonly MasterKey[]): Promise<DatabaseFindings> {
  const storage = await createStorage({
    path: copy,
    collections: [users, vaultKeys, pluginCollection],
    clock: systemClock,
  });
  try {
    await storage.migrate();
    await storage.ping();
    const register = createKeyRegister({
      keyRing: new KeyRing(masterKeys),
      repository: storage.repository(vaultKeys),
      clock: systemClock,
    });
    const keys = await register.check();
    const owner = await storage.repository(users).findOne({ role: 'owner' });
    const plugins = new Map<string, PluginAggregate>();
    for await (const { id, state } of storage.repository(pluginCollection).scan()) plugins.set(id, state);
    return {
      checks: [
        ok('database', `${path} opens, and this version can use its schema.`),
        owner === undefined
          ? warning('owner', 'There is no owner’s account; the next start makes it and prints its password.')
          : ok(
              'owner',
              `${owner.state.email}${owner.state.passwordIsTemporary ? ', still with the first password' : ''}.`,
            ),
      ],
      keys,
      plugins,
    };
  } finally {
    await storage.dispose();
  }
}
