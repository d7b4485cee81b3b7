export type { Envelope, Place, SealedPlace } from './envelope.ts';
export { type EnvelopeHolder, type HeldRecord, type RewrapOutcome, repositoryHolder } from './envelope-holder.ts';
export { createKeyFile, readKeyFile, replaceKeyFile } from './key-file.ts';
export { createKeyRegister, type KeyRecord, type KeyRegister, type KeyStatus, vaultKeys } from './key-register.ts';
export { KeyRing, type KeyState } from './key-ring.ts';
export { createMasterKey, formatMasterKey, type MasterKey } from './master-key.ts';
export { parseMasterKeys } from './parse-master-keys.ts';
export { type PurposeEntry, type VaultPurpose, vaultPurposes } from './purposes.ts';
export { createRedactor, type Redactor, redactedMark } from './redactor.ts';
export {
  createRotation,
  type Rotation,
  type RotationOptions,
  type RotationProgress,
  type Verification,
} from './rotation.ts';
export { type RotationFailure, type RotationRecord, type RotationState, vaultRotations } from './rotation-record.ts';
export { createVault, type HeldEnvelope, type Vault, type VaultHandle, type VaultOptions } from './vault.ts';
export { VaultError, type VaultErrorCode } from './vault-error.ts';
