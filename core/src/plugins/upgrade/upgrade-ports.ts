import type { RunningPlugin } from '../host/plugin-host.ts';
import type { MovedConnection, SettingsTarget } from './settings-moves.ts';

/** A connection on a version that answers nobody yet. */
export interface TriedConnection {
  /** Asks the vendor whether the credentials work. @throws FairleadError */
  test(): Promise<void>;
  /** Calls what else the version offers that asks without changing anything. @throws FairleadError */
  probe(): Promise<void>;
  /** Never rejects. */
  dispose(): Promise<void>;
}

/** What an upgrade asks of the rest of the hub; bound by hub, because only the guard calls a plugin. */
export interface UpgradePorts {
  /** Has a version make its instance of a connection. @throws FairleadError */
  try(version: RunningPlugin, target: SettingsTarget, copy: MovedConnection): Promise<TriedConnection>;
  /** The credential test of a connection on the version that answers now. @throws FairleadError */
  testPresent(connectionId: string): Promise<void>;
  /** Calls of a version within the last minutes, over all connections. */
  recentCalls(pluginId: string, version: string): Promise<{ readonly calls: number; readonly errors: number }>;
}
