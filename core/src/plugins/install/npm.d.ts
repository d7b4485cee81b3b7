/** The parts of npm's own libraries that installing uses; the packages ship no types. */
declare module '@npmcli/arborist' {
  export interface PlannedNode {
    /** `node_modules/a/node_modules/b`; empty for the root. */
    readonly location: string;
    /** Its folder's name: an alias has another `packageName`. */
    readonly name: string;
    readonly packageName: string;
    readonly version: string;
    readonly resolved: string | null;
    readonly integrity: string | null;
    readonly isRoot: boolean;
    readonly isLink: boolean;
    /** It comes inside of the tarball of another package. */
    readonly inBundle: boolean;
    /** Optional, and not for this machine. */
    readonly inert?: boolean;
  }

  export default class Arborist {
    constructor(options: Readonly<Record<string, unknown>>);
    buildIdealTree(): Promise<{ readonly inventory: { values(): Iterable<PlannedNode> } }>;
  }
}

declare module 'pacote' {
  export interface PackageManifest {
    readonly name: string;
    readonly version: string;
    readonly _resolved?: string;
    readonly _integrity?: string;
  }
  type Options = Readonly<Record<string, unknown>>;

  const pacote: {
    manifest(spec: string, options: Options): Promise<PackageManifest>;
    readonly tarball: {
      /** `handle` may be called again, from the start of the bytes. */
      stream<Result>(
        spec: string,
        handle: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
        options: Options,
      ): Promise<Result>;
    };
  };
  export default pacote;
}
