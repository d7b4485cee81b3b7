import type { Manifest } from '@fairlead/sdk';

/** What the checking process is told, as JSON on its standard input. */
export interface CodeJob {
  /** Absolute path of what `import` of the package loads. */
  readonly entry: string;
  readonly manifest: Manifest;
  /** Absent: the code is loaded and compared, and not run. */
  readonly trial?: Trial;
  /** Milliseconds for one call. */
  readonly callTimeoutMs: number;
}

/** What the plugin is called with. All of it in wire form. */
export interface Trial {
  readonly settings: unknown;
  /** By `capability operation`; an operation that is not here is not called. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What the checking process answers, as JSON on its pipe. */
export type CodeReport =
  | { readonly outcome: 'not_imported'; readonly problem: string }
  | {
      readonly outcome: 'imported';
      /** What does not fit its manifest. */
      readonly contract: readonly string[];
      /** The schema of its settings, as the code has it. */
      readonly settings: unknown;
      readonly trial?: TrialReport;
    };

/** Everything that the plugin let be seen while it was called. */
export interface TrialReport {
  /** Calls that were made. */
  readonly calls: number;
  readonly seen: Readonly<Record<SeenPlace, readonly string[]>>;
  /** Hosts that it called and that are not in its manifest's egress. */
  readonly otherHosts: readonly string[];
  /** Why it could not be called at all. */
  readonly problem?: string;
}

export type SeenPlace = 'log' | 'error' | 'address' | 'state';

/** The descriptor on which the report is written. */
export const reportDescriptor = 3;
