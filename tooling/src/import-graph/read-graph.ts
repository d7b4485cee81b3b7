import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import type { Graph, SourceFile, Target, WorkspacePackage } from './graph.ts';
import { readFileImports } from './read-file-imports.ts';

const sourceFolders = '{sdk,core,client,dashboard,flows,plugins,hub,bench,tooling,examples}';

interface LocatedPackage extends WorkspacePackage {
  /** `exports` by subpath ('.', './testing'), as source files from the root of the repository. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Reads every source file of the workspace under `root`. */
export function readGraph(root: string): Graph {
  const packages = readPackages(root);
  const paths = globSync([`${sourceFolders}/**/*.{ts,tsx}`, '*.config.ts'], {
    cwd: root,
    exclude: isForeign,
  }).toSorted();
  return { packages, files: paths.map((path) => readSourceFile(root, path.replaceAll('\\', '/'), packages)) };
}

function isForeign(path: string): boolean {
  return /(^|[\\/])(node_modules|dist|generated|coverage)$/.test(path);
}

function readSourceFile(root: string, path: string, packages: readonly LocatedPackage[]): SourceFile {
  const read = readFileImports(path, readFileSync(join(root, path), 'utf8'));
  const imports = read.imports.map((item) => ({ ...item, target: resolve(root, path, item.specifier, packages) }));
  return { ...read, path, imports };
}

function resolve(root: string, from: string, specifier: string, packages: readonly LocatedPackage[]): Target {
  if (isBuiltin(specifier)) return { kind: 'builtin' };
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier);
    return existsSync(join(root, path)) ? { kind: 'file', path } : { kind: 'missing' };
  }
  const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
  if (name === undefined || /^[./#]|:/.test(specifier)) return { kind: 'missing' };
  const local = packages.find((candidate) => candidate.name === name);
  const entry = local?.entries[`.${specifier.slice(name.length)}`];
  return entry === undefined ? { kind: 'package', package: name } : { kind: 'file', path: entry, package: name };
}

function readPackages(root: string): LocatedPackage[] {
  return globSync(['package.json', `${sourceFolders}/**/package.json`], { cwd: root, exclude: isForeign })
    .map((path) => posix.dirname(path.replaceAll('\\', '/')))
    .filter((folder) => !/(^|\/)fixtures\//.test(`${folder}/`))
    .map((folder) => readPackage(root, folder === '.' ? '' : folder));
}

interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function readPackage(root: string, folder: string): LocatedPackage {
  const json = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as PackageJson;
  const installed = { ...json.dependencies, ...json.peerDependencies, ...json.optionalDependencies };
  const entries = Object.entries(json.exports ?? {}).map(([subpath, target]) => {
    const source = typeof target === 'string' ? target : (target['@fairlead/source'] ?? '');
    return [subpath, posix.join(folder, source)];
  });
  return {
    name: json.name,
    folder,
    private: json.private === true,
    dependencies: Object.keys(installed),
    devDependencies: Object.keys(json.devDependencies ?? {}),
    entries: Object.fromEntries(entries) as Record<string, string>,
  };
}
