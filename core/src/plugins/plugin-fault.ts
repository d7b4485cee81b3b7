/** What can be wrong with a plugin. A code never changes its meaning; the message is for the operator and names no path outside the package. */
export type PluginFaultCode =
  /** A folder that should hold packages cannot be listed. */
  | 'folder_unreadable'
  | 'package_unreadable'
  | 'package_too_large'
  /** package.json is not JSON, not an object, or has no usable name or version. */
  | 'package_malformed'
  | 'manifest_missing'
  | 'manifest_invalid'
  /** Made for another version of the SDK. */
  | 'sdk_mismatch'
  /** A capability, a version of one, or an operation that this hub does not know, or a required one that is missing. */
  | 'capability_unknown'
  /** A path in the manifest leads out of the package. */
  | 'path_outside'
  | 'settings_missing'
  | 'settings_invalid'
  | 'entry_missing'
  /** Another package claims the same id. */
  | 'id_conflict'
  /** The id belongs to a package of the release. */
  | 'id_reserved'
  /** The id was enabled for another package, or the same from another place. */
  | 'source_changed'
  /** The version that was enabled is no longer there. */
  | 'version_missing'
  /** It was enabled, and no package of this id is there any more. */
  | 'package_missing'
  /** This hub requires signatures, and nobody that it believes has signed it. */
  | 'signature_missing'
  /** No host of this hub runs it. */
  | 'host_missing'
  | 'import_failed'
  | 'start_timeout'
  /** Settings of its connections could not be taken to its `settingsVersion`. */
  | 'settings_outdated'
  /** The module is not the plugin that its manifest describes. */
  | 'contract_broken'
  /** It broke its contract while running. */
  | 'plugin_bug'
  /** It ended by an error of its own: an uncaught one, an abort, a signal from within. */
  | 'crashed'
  /** Its process ended with an exit code, as if it were done. */
  | 'exited'
  /** It used more memory than it may. */
  | 'out_of_memory'
  /** Its process no longer answered. */
  | 'hung'
  /** Something outside of the hub ended its process. */
  | 'killed'
  /** What it sent is not what a plugin's process sends. */
  | 'protocol_broken';

export interface PluginFault {
  readonly code: PluginFaultCode;
  readonly message: string;
  /** JSON pointer into package.json or the settings schema, where there is a place to point to. */
  readonly path?: string;
  /** The last lines that its process printed, redacted. */
  readonly lastOutput?: readonly string[];
}

export function fault(code: PluginFaultCode, message: string, path?: string): PluginFault {
  return { code, message: message.slice(0, 500), ...(path === undefined ? {} : { path: path.slice(0, 200) }) };
}

/** What a host rejects with when a start fails. `permanent` faults are not retried: only another package mends them. */
export class PluginStartError extends Error {
  override readonly name = 'PluginStartError';
  readonly faults: readonly PluginFault[];
  readonly permanent: boolean;

  constructor(faults: readonly PluginFault[], options: { readonly permanent: boolean; readonly cause?: unknown }) {
    super(
      faults.map(({ message }) => message).join(' '),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.faults = faults;
    this.permanent = options.permanent;
  }
}
