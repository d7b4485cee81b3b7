import { readSettings, type SettingRow, type Settings } from '../config/settings.ts';
import { CommandError, exitCodes } from './command-error.ts';

export interface EffectiveSettings {
  readonly settings: Settings;
  readonly rows: readonly SettingRow[];
}

/** The settings of the environment. @throws CommandError that names every fault, a line each */
export function settingsOfEnvironment(): EffectiveSettings {
  const read = readSettings(process.env, process.cwd());
  if (read.ok) return read;
  throw new CommandError(read.faults.join('\n'), exitCodes.usage);
}
