/** Why a package was not installed. Shown with the installation; no HTTP status belongs to these. */
export type InstallFaultCode =
  /** The registry, the address or the path has no such package. */
  | 'package_not_found'
  /** The registry or the host does not answer, or answers that it is broken. */
  | 'source_unavailable'
  /** It asks for credentials, or refuses those it got. */
  | 'source_refused'
  /** The bytes are not those that the registry promised, or nobody promised any. */
  | 'integrity_failed'
  /** The tarball holds what no package may hold. */
  | 'tarball_unsafe'
  /** Larger than what this hub unpacks. */
  | 'package_too_large'
  /** Name or version inside are not those that were asked for. */
  | 'package_mismatch'
  /** It is no plugin, or none that this hub can run. */
  | 'plugin_unfit'
  /** A dependency cannot be had from the registry. */
  | 'dependency_failed'
  | 'signature_missing'
  | 'signature_invalid'
  /** Something else lies there under the same name and version. */
  | 'already_there'
  /** The hub ended meanwhile. Nothing of it is left; it may be asked for again. */
  | 'interrupted'
  /** The disk, or a mistake of the hub; the log has more. */
  | 'install_failed';

export class InstallFault extends Error {
  override readonly name = 'InstallFault';
  readonly code: InstallFaultCode;

  /** @param message a sentence for the operator, without anything secret */
  constructor(code: InstallFaultCode, message: string, cause?: unknown) {
    super(message.slice(0, 1_000), cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
