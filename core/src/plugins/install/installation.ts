import { defineCollection } from '../../storage/index.ts';
import type { InstallFaultCode } from './install-fault.ts';
import type { PackageSignature } from './signature.ts';

export type InstallStep = 'waiting' | 'resolving' | 'downloading' | 'unpacking' | 'checking' | 'placing';

/** How far an installation is. */
export interface InstallProgress {
  readonly step: InstallStep;
  /** Packages that are in place, of all that are needed; `total` grows when the dependencies are known. */
  readonly done: number;
  readonly total: number;
  /** Received so far. */
  readonly bytes: number;
}

/** What came of it. */
export interface InstallResult {
  readonly plugin: string;
  readonly packageName: string;
  readonly version: string;
  readonly integrity: string | null;
  readonly signature: PackageSignature;
  /** The same was installed before; nothing was changed. */
  readonly alreadyThere: boolean;
}

/** One installation, from the moment it was asked for. */
export interface InstallationState {
  readonly status: 'running' | 'installed' | 'failed';
  /** As it may be shown. */
  readonly spec: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Id of the actor. */
  readonly startedBy: string;
  readonly endedAt: string | null;
  readonly result: InstallResult | null;
  readonly error: { readonly code: InstallFaultCode; readonly message: string } | null;
}

export interface Installation extends InstallationState {
  readonly id: string;
  readonly progress: InstallProgress;
}

export const installationsCollection = defineCollection({
  name: 'plugin_installs',
  index: { status: 'string' },
  project: ({ status }: InstallationState) => ({ status }),
});
