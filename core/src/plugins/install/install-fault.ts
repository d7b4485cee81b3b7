/** Why a package was not installed, and what is meant. Shown with the installation; no HTTP status belongs to these. */
export const installFaults = {
  package_not_found: 'The registry, the address or the path has no such package.',
  source_unavailable: 'The registry or the host does not answer, or answers that it is broken. Try again later.',
  source_refused: 'The registry or the host asks for credentials, or refuses those it got.',
  integrity_failed: 'The bytes are not those that the registry promised, or nobody promised any.',
  tarball_unsafe: 'The tarball holds what no package may hold.',
  package_too_large: 'It is larger than what this hub unpacks.',
  package_mismatch: 'Name or version inside are not those that were asked for.',
  plugin_unfit: 'It is no plugin, or none that this hub can run.',
  dependency_failed: 'A dependency cannot be had from the registry.',
  signature_missing: 'This hub installs signed tarballs only, and this is none.',
  signature_invalid: 'The signature was made by none of this hub’s signing keys, or for other bytes.',
  already_there: 'Another package lies there under the same name and version. Remove it first.',
  interrupted: 'The hub ended meanwhile. Nothing of it is left; ask for it again.',
  install_failed: 'The disk, or a mistake of the hub; its log has more.',
} as const;

export type InstallFaultCode = keyof typeof installFaults;

export class InstallFault extends Error {
  override readonly name = 'InstallFault';
  readonly code: InstallFaultCode;

  /** @param message a sentence for the operator, without anything secret */
  constructor(code: InstallFaultCode, message: string, cause?: unknown) {
    super(message.slice(0, 1_000), cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
