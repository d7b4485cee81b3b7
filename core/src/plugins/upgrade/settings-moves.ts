import type { MovedSettings, SettingsMove } from '@fairlead/sdk/host';

/** A version as far as connections know it. */
export interface SettingsTarget {
  readonly plugin: string;
  readonly settingsSchema: object;
  readonly settingsVersion: number;
}

/** Settings of one connection as another version would have them. Nothing of it is stored. */
export interface MovedConnection {
  readonly connectionId: string;
  readonly name: string;
  /** False for one that is paused or disabled: its plugin is not called. */
  readonly active: boolean;
  /** Of the connection that it was made from. */
  readonly revision: number;
  readonly settings: object;
  readonly settingsVersion: number;
  /** Old to new. */
  readonly renamedSecrets: Readonly<Record<string, string>>;
  /** It is what the connection had before the last move, and nothing has changed since. */
  readonly kept: boolean;
  /** False when nothing would change. */
  readonly differs: boolean;
}

export interface MoveOptions {
  readonly target: SettingsTarget;
  /** Asks the plugin's code, of whichever version knows the way. */
  readonly migrate: (move: SettingsMove) => Promise<MovedSettings>;
  /** Id of a move: what was kept under it is taken before anything is migrated. */
  readonly keptFrom?: string | undefined;
}

/** The settings of one connection cannot be taken to another version. */
export class SettingsMoveError extends Error {
  override readonly name = 'SettingsMoveError';
  readonly connectionId: string;

  constructor(connectionId: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.connectionId = connectionId;
  }
}

/** What an upgrade does with the connections of a plugin. */
export interface SettingsMoves {
  /**
   * Takes a copy of the settings of every connection to another version, and checks each. Changes nothing. Copies given
   * are used again where their connection has not changed since.
   * @throws SettingsMoveError for the first that cannot be taken there
   */
  copy(options: MoveOptions, before?: readonly MovedConnection[]): Promise<readonly MovedConnection[]>;
  /** While `work` is done nobody makes or changes a connection of the plugin: they wait. */
  exclusively<Result>(plugin: string, work: () => Promise<Result>): Promise<Result>;
  /**
   * Writes what was copied. Each connection keeps what it had, under the id of the move; as long as the plugin's catalog
   * names this move as unsettled, that is what it is read as.
   * @throws SettingsMoveError when one has changed since it was copied
   */
  write(move: string, target: SettingsTarget, copies: readonly MovedConnection[]): Promise<void>;
  /** Gives every connection back what it kept under this move. Repeating it is harmless. */
  undo(plugin: string, move: string): Promise<void>;
  /** Tells whoever keeps something made from these connections that they have changed. After the switch. */
  announce(copies: readonly MovedConnection[]): void;
}
