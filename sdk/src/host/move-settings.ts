import { FairleadError } from '../errors/index.ts';
import type { Plugin, SettingsMigration, StoredSettings } from '../plugin/define-plugin.ts';
import { copyJson } from '../wire/codec.ts';

export interface SettingsMove {
  /** Without secrets. */
  readonly settings: StoredSettings;
  readonly from: number;
  readonly to: number;
}

export interface MovedSettings {
  readonly settings: StoredSettings;
  /** Secrets whose name changes on this way, old to new. */
  readonly renamedSecrets: Readonly<Record<string, string>>;
}

/**
 * Takes settings from one `settingsVersion` to another with the plugin's own migrations, one step after the other.
 * @throws FairleadError `plugin_threw` naming the step that is missing, throws, or gives something else than an object
 */
export function moveSettings({ migrations }: Plugin, { settings, from, to }: SettingsMove): MovedSettings {
  const isUp = to > from;
  let moved = copyJson(settings) as StoredSettings;
  let renamed: Readonly<Record<string, string>> = {};
  for (let version = from; version !== to; version += isUp ? 1 : -1) {
    const leadsTo = isUp ? version + 1 : version;
    const step = migrations?.[leadsTo];
    const name = isUp ? `from settingsVersion ${version} to ${version + 1}` : `from ${version} back to ${version - 1}`;
    if (step === undefined) throw broken(`There is no migration ${name}.`);
    moved = take(step, isUp, moved, name);
    renamed = follow(renamed, step.renamedSecrets ?? {}, isUp);
  }
  return { settings: moved, renamedSecrets: renamed };
}

function take(step: SettingsMigration, isUp: boolean, settings: StoredSettings, name: string): StoredSettings {
  let result: unknown;
  try {
    result = isUp ? step.up(settings) : step.down(settings);
  } catch (error) {
    throw broken(`The migration ${name} threw ${String(error).slice(0, 300)}`, error);
  }
  if (typeof result !== 'object' || result === null || Array.isArray(result)) {
    throw broken(`The migration ${name} did not give an object.`);
  }
  return copyJson(result) as StoredSettings;
}

/** One more step of renaming after those before. */
function follow(
  before: Readonly<Record<string, string>>,
  step: Readonly<Record<string, string>>,
  isUp: boolean,
): Readonly<Record<string, string>> {
  const next: Readonly<Record<string, string>> = isUp
    ? step
    : Object.fromEntries(Object.entries(step).map(([older, newer]) => [newer, older]));
  const reached = new Set(Object.values(before));
  const longer = Object.entries(before).map(([first, last]): [string, string] => [first, next[last] ?? last]);
  const added = Object.entries(next).filter(([name]) => !reached.has(name));
  return Object.fromEntries([...longer, ...added].filter(([first, last]) => first !== last));
}

function broken(message: string, cause?: unknown): FairleadError {
  return new FairleadError('plugin_threw', { message, ...(cause === undefined ? {} : { cause }) });
}
