import type { Manifest } from '@fairlead/sdk';
import type { PluginFault, PluginFaultCode } from './plugin-fault.ts';
import type { PluginMove } from './upgrade/plugin-move.ts';

/**
 * Where a package was found: in the release's own list, in `node_modules`, or in a plugin folder of the hub. Only those
 * of the release may run inline.
 */
export type PluginSource = 'release' | 'node_modules' | 'folder';

/** `since` is ISO 8601, UTC. */
export type PluginState =
  /** Fit to run, and never enabled. */
  | { readonly status: 'discovered'; readonly since: string }
  /** Enabled and not started; `reason` says what it waits for, when it waits. */
  | { readonly status: 'enabled'; readonly since: string; readonly reason?: PluginFault }
  /** `attempt` is 1 for the first since it was enabled or last ran. */
  | { readonly status: 'starting'; readonly since: string; readonly attempt: number }
  | { readonly status: 'running'; readonly since: string; readonly host: HostKind }
  /** The last start failed, or it broke down; the next start is at `retryAt`. */
  | {
      readonly status: 'backoff';
      readonly since: string;
      readonly reason: PluginFault;
      readonly attempt: number;
      readonly retryAt: string;
    }
  /** Failed too often within the window. Stays so, over restarts of the hub too, until an admin enables it. */
  | { readonly status: 'quarantined'; readonly since: string; readonly reason: PluginFault }
  /** Cannot run as it is. At least one reason. */
  | { readonly status: 'incompatible'; readonly since: string; readonly reasons: readonly PluginFault[] }
  | { readonly status: 'disabled'; readonly since: string };

export type HostKind = 'inline' | 'process';

export interface PluginIcon {
  /** Absolute path, inside the package. Not for the API. */
  readonly file: string;
  readonly mediaType: 'image/svg+xml' | 'image/png';
}

/** What an admin has agreed to. */
export interface PluginAgreement {
  readonly permissions: NonNullable<Manifest['permissions']>;
  /** Of what was shown; see `asksOf`. */
  readonly digest: string;
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
}

/** One end of a plugin that nobody asked for. */
export interface PluginExit {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly version: string;
  readonly code: PluginFaultCode;
  readonly message: string;
  /** The last lines that its process printed, redacted. */
  readonly lastOutput: readonly string[];
}

/** Exits that are remembered of each plugin. */
export const exitsKept = 20;

/** Where a rollback by hand leads. */
export interface PreviousVersion {
  readonly version: string;
  readonly settingsVersion: number;
  /** Id of the move that led away from it. */
  readonly move: string;
}

/** A plugin as it is listed. A new object with each change. */
export interface PluginRecord {
  /**
   * Unique in the list. That of the manifest; a package whose manifest has no usable id, or whose id belongs to
   * another, is listed under a name with a `~` in it, which no manifest can claim.
   */
  readonly id: string;
  readonly packageName: string;
  readonly version: string;
  /** Other versions of the same package that lie beside this one, newest first. */
  readonly otherVersions: readonly string[];
  readonly source: PluginSource;
  /** Absolute path of the package's folder. Not for the API. */
  readonly location: string;
  /** Absent when it could not be read or is not valid. */
  readonly manifest?: Manifest;
  readonly icon?: PluginIcon;
  readonly state: PluginState;
  /** What is remembered of it, where anything is. */
  readonly agreed?: PluginAgreement;
  /** Oldest first. */
  readonly exits?: readonly PluginExit[];
  readonly move?: PluginMove;
  readonly previous?: PreviousVersion;
}

/** The reason that a state carries, as one sentence; undefined for a state without. */
export function reasonOf(state: PluginState): string | undefined {
  switch (state.status) {
    case 'backoff':
    case 'quarantined':
      return state.reason.message;
    case 'enabled':
      return state.reason?.message;
    case 'incompatible':
      return state.reasons.map(({ message }) => message).join(' ');
    case 'discovered':
    case 'starting':
    case 'running':
    case 'disabled':
      return undefined;
  }
}
