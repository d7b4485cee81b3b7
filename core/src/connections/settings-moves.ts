import { isDeepStrictEqual } from 'node:util';
import {
  type MovedConnection,
  type MoveOptions,
  SettingsMoveError,
  type SettingsMoves,
  type SettingsTarget,
} from '../plugins/index.ts';
import type { JsonObject, Repository, Stored } from '../storage/index.ts';
import type { VaultHandle } from '../vault/index.ts';
import { type ConnectionIndex, type ConnectionState, connectionStatuses } from './connection.ts';
import { isTombstone } from './connection-writer.ts';
import { movedNames, movedSecrets } from './moved-secrets.ts';
import type { SettingsRules } from './settings-rules.ts';
import type { Turnstile } from './turnstile.ts';

interface SettingsMovesOptions {
  readonly repository: Repository<ConnectionState, ConnectionIndex>;
  readonly vault: Pick<VaultHandle, 'open' | 'seal'>;
  readonly rulesOf: (plugin: string, schema: object) => SettingsRules;
  readonly turnstile: Turnstile;
  readonly changed: (connectionId: string) => void;
}

export function createSettingsMoves(options: SettingsMovesOptions): SettingsMoves {
  const { repository, vault, rulesOf, turnstile } = options;
  const all = async (plugin: string): Promise<readonly Stored<ConnectionState>[]> => {
    const found: Stored<ConnectionState>[] = [];
    let cursor: string | null | undefined;
    do {
      const where = { plugin, status: { in: connectionStatuses } };
      const page = await repository.list({ where, limit: 500, cursor });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  };

  return {
    async copy(move, before = []) {
      const rules = rulesOf(move.target.plugin, move.target.settingsSchema);
      const copies: MovedConnection[] = [];
      for (const stored of await all(move.target.plugin)) {
        const earlier = before.find(
          ({ connectionId, revision }) => connectionId === stored.id && revision === stored.state.revision,
        );
        copies.push(
          earlier === undefined
            ? await copyOf(stored, move, rules)
            : { ...earlier, name: stored.state.name, active: stored.state.status === 'active' },
        );
      }
      return copies;
    },
    exclusively: (plugin, work) => turnstile.alone(plugin, work),
    async write(move, target, copies) {
      const { secrets: rules } = rulesOf(target.plugin, target.settingsSchema);
      for (const copy of copies.filter(({ differs }) => differs)) {
        await repository.update(copy.connectionId, (state) => {
          if (isTombstone(state)) return undefined;
          if (state.revision !== copy.revision) throw changedMeanwhile(copy);
          const { connectionId, renamedSecrets: renamed } = copy;
          const secrets =
            copy.kept && state.former !== undefined
              ? state.former.secrets
              : movedSecrets(state.secrets, { connectionId, vault, rules, renamed });
          return { state: movedState(state, { move, copy, secrets }) };
        });
      }
    },
    async undo(plugin, move) {
      for (const { id, state } of await all(plugin)) {
        if (state.former?.move === move) await repository.update(id, (present) => undone(present, move));
      }
    },
    announce(copies) {
      for (const { connectionId, differs } of copies) if (differs) options.changed(connectionId);
    },
  };
}

interface Written {
  readonly move: string;
  readonly copy: MovedConnection;
  readonly secrets: ConnectionState['secrets'];
}

function movedState(state: ConnectionState, { move, copy, secrets }: Written): ConnectionState {
  return {
    ...state,
    settings: copy.settings as JsonObject,
    settingsVersion: copy.settingsVersion,
    secrets,
    revision: state.revision + 1,
    former: {
      move,
      settings: state.settings,
      settingsVersion: state.settingsVersion,
      secrets: state.secrets,
      revision: state.revision,
    },
  };
}

function undone(state: ConnectionState, move: string) {
  const { former, ...rest } = state;
  if (former?.move !== move) return undefined;
  const { settings, settingsVersion, secrets, revision } = former;
  return { state: { ...rest, settings, settingsVersion, secrets, revision } };
}

async function copyOf(
  { id, state }: Stored<ConnectionState>,
  { target, migrate, keptFrom }: MoveOptions,
  rules: SettingsRules,
): Promise<MovedConnection> {
  const kept = keptFrom !== undefined && state.former?.move === keptFrom ? state.former : undefined;
  const moved = kept === undefined ? await movedOf({ id, state }, target, migrate) : { ...kept, renamedSecrets: {} };
  const { settings, faults } = rules.check(moved.settings);
  const names =
    kept === undefined
      ? movedNames(state.secrets, { rules: rules.secrets, renamed: moved.renamedSecrets })
      : Object.keys(kept.secrets);
  const active = state.status === 'active';
  const missing = [...rules.secrets].filter(([name, { required }]) => required && !names.includes(name));
  const wrong = [
    ...faults.map(({ path, message }) => `${path} ${message}`),
    // One that is not called can wait for its secret.
    ...(active ? missing.map(([name]) => `/secrets/${name} is required`) : []),
  ];
  if (wrong.length > 0) {
    throw new SettingsMoveError(id, `The connection “${state.name}” would not be valid: ${wrong.join('; ')}.`);
  }
  const { settingsVersion } = target;
  const stays =
    kept === undefined &&
    state.settingsVersion === settingsVersion &&
    isDeepStrictEqual(settings, state.settings) &&
    names.join() === Object.keys(state.secrets).join();
  return {
    connectionId: id,
    name: state.name,
    active,
    revision: state.revision,
    settings,
    settingsVersion,
    renamedSecrets: moved.renamedSecrets,
    kept: kept !== undefined,
    differs: !stays,
  };
}

async function movedOf(
  { id, state }: Pick<Stored<ConnectionState>, 'id' | 'state'>,
  { settingsVersion: to }: SettingsTarget,
  migrate: MoveOptions['migrate'],
) {
  const { settings, settingsVersion: from, name } = state;
  if (from === to) return { settings, renamedSecrets: {} };
  try {
    return await migrate({ settings, from, to });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SettingsMoveError(id, `The settings of “${name}” cannot be taken over: ${why}`, error);
  }
}

function changedMeanwhile({ connectionId, name }: MovedConnection): SettingsMoveError {
  return new SettingsMoveError(connectionId, `The connection “${name}” was changed meanwhile.`);
}
