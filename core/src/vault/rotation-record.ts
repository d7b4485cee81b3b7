import { defineCollection } from '../storage/index.ts';

/** An envelope that could not be rewrapped or opened. It stays as it is. */
export interface RotationFailure {
  readonly holder: string;
  readonly recordId: string;
  readonly field: string;
  readonly keyId: string;
  /** Of the VaultError, or `changed` when the document never stood still. */
  readonly code: string;
}

/**
 * `running` outlives a kill: the next start goes on. `finished` may have failures. `stopped`: another rotation took over.
 */
export type RotationState = 'running' | 'finished' | 'stopped';

export interface RotationRecord {
  readonly state: RotationState;
  readonly targetKeyId: string;
  /** Envelopes of all holders, as counted at the start or when it was resumed. */
  readonly total: number;
  /** Of these, how many are under the target key. */
  readonly done: number;
  /** The first 100. */
  readonly failed: readonly RotationFailure[];
  readonly failedCount: number;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

/** One document per rotation. */
export const vaultRotations = defineCollection({
  name: 'vault_rotations',
  index: { startedAt: 'string' },
  project: ({ startedAt }: RotationRecord) => ({ startedAt }),
});

export const mostFailures = 100;
