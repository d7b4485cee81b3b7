/** The import graph as plain data, so that the rules can be tested with made-up graphs. Paths are relative, with `/`. */
export interface Graph {
  readonly packages: readonly WorkspacePackage[];
  readonly files: readonly SourceFile[];
}

export interface WorkspacePackage {
  readonly name: string;
  /** From the root of the repository; the root's own package has ''. */
  readonly folder: string;
  /** Installed for whoever installs the package: dependencies, peers and optional ones. */
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  readonly private: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly readsEnvironment: boolean;
  /** `import(expression)` whose target only running the program can tell. */
  readonly hasComputedImport: boolean;
}

export interface Import {
  readonly specifier: string;
  /** Names taken from the module; empty for `import()`, `export *` and an import for its effect. */
  readonly names: readonly string[];
  readonly target: Target;
}

export type Target =
  | { readonly kind: 'builtin' }
  /** A file of this repository, by a relative path or by the name of its package (then `package` is set). */
  | { readonly kind: 'file'; readonly path: string; readonly package?: string }
  | { readonly kind: 'package'; readonly package: string }
  | { readonly kind: 'missing' };

/** A broken rule: which, where, and what to do about it. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/**
 * Tests, and what only they use. They answer to fewer rules: nothing that ships depends on them. Core's
 * conformance suites and `testing/` folders are for its own tests (core/tsconfig.json does not build them); those of the SDK are published.
 */
export function isTestFile(path: string): boolean {
  if (/^core\/src\/(.+\/)?(([a-z-]+-)?conformance\.ts$|testing\/)/.test(path)) return true;
  return /\.(test|bench)\.ts$|\.test-d\.ts$|\.test-[a-z-]+\.ts$|(^|\/)(test|tests|fixtures)\//.test(path);
}

/** The workspace package a file belongs to: the one with the longest matching folder. */
export function packageOf(graph: Graph, path: string): WorkspacePackage | undefined {
  return graph.packages
    .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
    .toSorted((left, right) => right.folder.length - left.folder.length)[0];
}

/** `guard` for `core/src/guard/invoke.ts`; undefined outside the folders of `core/src`. */
export function coreFolderOf(path: string): string | undefined {
  return /^core\/src\/([^/]+)\/.+/.exec(path)?.[1];
}
