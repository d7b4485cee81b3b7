import { HubError, type HubErrorOptions } from '../errors/index.ts';

/**
 * - `key_missing`: no key of this id is at hand. - `key_wrong`: the key of this id is not the one that was used.
 * - `envelope_damaged`: changed, cut off, or moved here from another record, field or version.
 * - `key_in_use`: envelopes still need the key. - `key_invalid`: the keys given cannot be read; every fault is named.
 * - `key_file_exposed`: others than its owner may read the key file.
 */
export type VaultErrorCode =
  | 'key_missing'
  | 'key_wrong'
  | 'envelope_damaged'
  | 'key_in_use'
  | 'key_invalid'
  | 'key_file_exposed';

export interface VaultErrorOptions extends HubErrorOptions {
  readonly keyId?: string | undefined;
}

export class VaultError extends HubError<VaultErrorCode> {
  override readonly name = 'VaultError';
  /** The master key concerned, where one can be named. */
  readonly keyId: string | undefined;

  constructor(code: VaultErrorCode, options: VaultErrorOptions) {
    super(code, options);
    this.keyId = options.keyId;
  }
}

export const keyMissing = (keyId: string): VaultError =>
  new VaultError('key_missing', {
    keyId,
    detail: `The master key “${keyId}” is missing. Restore it to open what it locks.`,
  });

export const keyWrong = (keyId: string): VaultError =>
  new VaultError('key_wrong', {
    keyId,
    detail: `The master key “${keyId}” is not the one that was used under this id. Restore the earlier one.`,
  });
