import type { InstallFaultCode } from './install-fault.ts';
import type { Dependent } from './plan-dependencies.ts';
import type { RegistryOptions, RegistryPackage } from './registry-calls.ts';

/** What the registry's process is asked. Answers bear the number of the call. */
export type RegistryCommand = { readonly id: number } & (
  | { readonly kind: 'lookUp'; readonly name: string; readonly version: string }
  | { readonly kind: 'fetch'; readonly wanted: RegistryPackage; readonly file: string; readonly maxBytes: number }
  | {
      readonly kind: 'plan';
      readonly dependent: Dependent;
      readonly folder: string;
      readonly maxPackages: number;
    }
);

/** Sent before anything else. Holds secrets, which is why it goes through the pipe. */
export interface RegistryOpening {
  readonly kind: 'open';
  readonly options: RegistryOptions;
  readonly cache: string;
}

export type RegistryAnswer = { readonly id: number } & (
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'received'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly code: InstallFaultCode; readonly message: string }
);
