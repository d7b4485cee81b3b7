import { isFairleadError } from '@fairlead/sdk';
import { runBounded } from '../discovery/run-bounded.ts';
import type { StartedVersion } from '../plugin-versions.ts';
import { MoveError } from './move-error.ts';
import type { MoveStep } from './plugin-move.ts';
import type { MovedConnection, SettingsTarget } from './settings-moves.ts';
import type { TriedConnection, UpgradePorts } from './upgrade-ports.ts';

export interface TryOptions {
  readonly ports: UpgradePorts;
  readonly started: StartedVersion;
  readonly target: SettingsTarget;
  readonly copies: readonly MovedConnection[];
  readonly step: (step: MoveStep) => Promise<void>;
}

interface Tried {
  readonly copy: MovedConnection;
  readonly connection: TriedConnection;
}

const atOnce = 8;

/**
 * Has a version that answers nobody yet serve every active connection: its members are those of the contract, the
 * credentials work, and it answers what it may be asked. What did not work on the version before either does not count.
 * @throws MoveError
 */
export async function tryVersion(options: TryOptions): Promise<void> {
  const { ports, started, target, copies, step } = options;
  const tried: Tried[] = [];
  try {
    await step('checking');
    await runBounded(
      copies.filter(({ active }) => active),
      atOnce,
      async (copy) => {
        const connection = await opened(ports, started, target, copy);
        if (connection !== undefined) tried.push({ copy, connection });
      },
    );
    await step('testing');
    await runBounded(tried, atOnce, async ({ copy, connection }) => {
      await unlessBefore(options, copy, () => connection.test());
    });
    await step('probing');
    await runBounded(tried, atOnce, async ({ copy, connection }) => {
      await unlessBefore(options, copy, () => connection.probe());
    });
  } finally {
    await Promise.all(tried.map(({ connection }) => connection.dispose()));
  }
  if (!started.alive)
    throw new MoveError('crashed', `Version ${started.plugin.version} broke down while it was tried.`);
}

async function opened(
  ports: UpgradePorts,
  started: StartedVersion,
  target: SettingsTarget,
  copy: MovedConnection,
): Promise<TriedConnection | undefined> {
  try {
    return await ports.try(started.running, target, copy);
  } catch (error) {
    // Nothing can be said of it while its key is missing, on either version.
    if (isFairleadError(error) && error.code === 'credentials_locked') return undefined;
    throw new MoveError('contract', `It cannot serve “${copy.name}”: ${textOf(error)}`, error);
  }
}

async function unlessBefore({ ports }: TryOptions, copy: MovedConnection, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (isFairleadError(error, 'plugin_bug')) {
      throw new MoveError('contract', `It broke its contract for “${copy.name}”: ${textOf(error)}`, error);
    }
    if (await worksNow(ports, copy.connectionId)) {
      throw new MoveError(
        'credential_test',
        `The credentials of “${copy.name}” do not work with it: ${textOf(error)}`,
        error,
      );
    }
  }
}

async function worksNow(ports: UpgradePorts, connectionId: string): Promise<boolean> {
  try {
    await ports.testPresent(connectionId);
    return true;
  } catch {
    // Why does not matter here: it did not work before, so the new version is not to blame.
    return false;
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
