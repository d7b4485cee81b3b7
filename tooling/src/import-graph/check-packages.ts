import {
  bundledKinds,
  computedImporters,
  declaredWithoutImport,
  environmentReaders,
  packageKinds,
  socketLibraries,
  testsMayImport,
} from './folder-table.ts';
import type { Graph, Import, SourceFile, Violation, WorkspacePackage } from './graph.ts';
import { isTestFile, packageOf } from './graph.ts';

/** Rules between packages: who imports whom, and what is declared. */
export function checkPackages(graph: Graph): Violation[] {
  return [
    ...graph.files.flatMap((file) => checkFile(graph, file)),
    ...graph.packages.flatMap((owner) => checkUnused(graph, owner)),
  ];
}

function checkFile(graph: Graph, file: SourceFile): Violation[] {
  const owner = packageOf(graph, file.path);
  const kind = owner === undefined ? undefined : kindOf(owner);
  if (owner === undefined || kind === undefined) {
    return [{ rule: 'unknown-package', path: file.path, message: 'Add the kind of its package to folder-table.ts.' }];
  }
  return [
    ...checkHabits(file),
    ...file.imports.flatMap((item) => {
      const forbidden = checkTarget(graph, { file, item, owner, kind });
      return forbidden.length > 0 ? forbidden : checkDeclared({ file, item, owner, kind });
    }),
  ];
}

interface Place {
  readonly file: SourceFile;
  readonly item: Import;
  readonly owner: WorkspacePackage;
  readonly kind: string;
}

function kindOf({ folder }: WorkspacePackage): string | undefined {
  return Object.keys(packageKinds).find((kind) => packageKinds[kind]?.folder.test(folder) === true);
}

/** What a file does besides importing modules by name. */
function checkHabits({ path, readsEnvironment, hasComputedImport }: SourceFile): Violation[] {
  const found: Violation[] = [];
  const among = (places: readonly string[]) => places.some((place) => path.startsWith(place));
  if (readsEnvironment && !isTestFile(path) && !among(environmentReaders)) {
    found.push({ rule: 'environment', path, message: 'Only hub reads process.env: take a setting instead.' });
  }
  if (hasComputedImport && !isTestFile(path) && !among(computedImporters)) {
    found.push({ rule: 'computed-import', path, message: 'Only the loader of plugins imports what it computes.' });
  }
  return found;
}

function checkTarget(graph: Graph, { file, item, owner, kind }: Place): Violation[] {
  const { path } = file;
  const { target, specifier } = item;
  if (target.kind === 'missing') {
    return [{ rule: 'missing', path, message: `Nothing found for '${specifier}' (write the .ts extension).` }];
  }
  if (target.kind === 'package') {
    // Plugins have sockets of their own, and a bench is measured against bare ones.
    const isFree = kind === 'plugin' || kind === 'bench' || isTestFile(path);
    const isHeld = socketLibraries.names.includes(target.package) && !isFree;
    if (isHeld && !path.startsWith(socketLibraries.folder)) {
      return [{ rule: 'sockets', path, message: `Only ${socketLibraries.folder} holds sockets ('${specifier}').` }];
    }
  }
  const isShipped = path.startsWith('sdk/src/') && !isTestFile(path);
  if (isShipped && target.kind === 'file' && target.path.startsWith('sdk/testing/')) {
    return [{ rule: 'package-direction', path, message: `What ships may not import the test kit ('${specifier}').` }];
  }
  if (target.kind === 'file' && isTestFile(target.path) && !isTestFile(path)) {
    return [{ rule: 'test-import', path, message: `What ships may not import what only tests use ('${specifier}').` }];
  }
  const isOutside = target.kind === 'file' && packageOf(graph, target.path) !== owner && owner.folder !== '';
  if (isOutside && target.package === undefined) {
    return [{ rule: 'package-escape', path, message: `'${specifier}' leaves the package: import it by its name.` }];
  }
  const isLocal = target.kind !== 'builtin' && graph.packages.some(({ name }) => name === target.package);
  if (!isLocal || target.package === owner.name) return [];
  const allowed = [...(packageKinds[kind]?.mayImport ?? []), ...(isTestFile(path) ? (testsMayImport[kind] ?? []) : [])];
  if (allowed.some((pattern) => pattern.test(specifier))) return [];
  return [{ rule: 'package-direction', path, message: `A ${kind} package may not import '${specifier}'.` }];
}

/** Published code may use only what its installer gets; tests and private packages use devDependencies as well. */
function checkDeclared({ file, item: { target, specifier }, owner, kind }: Place): Violation[] {
  const name = target.kind === 'package' || target.kind === 'file' ? target.package : undefined;
  if (name === undefined || name === owner.name || owner.dependencies.includes(name)) return [];
  const isDeclared = owner.devDependencies.includes(name);
  if (isDeclared && (owner.private || bundledKinds.includes(kind) || isTestFile(file.path))) return [];
  const wanted = isDeclared ? 'is a devDependency, but what ships imports it' : 'is not declared';
  return [{ rule: 'undeclared', path: file.path, message: `'${specifier}' ${wanted} (${owner.folder}/package.json).` }];
}

/** The root's own are commands, not imports. */
function checkUnused(graph: Graph, owner: WorkspacePackage): Violation[] {
  if (owner.folder === '') return [];
  const imports = graph.files.filter(({ path }) => packageOf(graph, path) === owner).flatMap((file) => file.imports);
  const used = new Set(imports.map(({ target }) => ('package' in target ? target.package : undefined)));
  const excused = declaredWithoutImport[kindOf(owner) ?? ''] ?? [];
  return [...new Set([...owner.dependencies, ...owner.devDependencies])]
    .filter((name) => !used.has(name) && !name.startsWith('@types/') && !excused.some((item) => item.test(name)))
    .map((name) => ({
      rule: 'unused',
      path: `${owner.folder}/package.json`,
      message: `'${name}' is declared and never imported.`,
    }));
}
