import { coreFolders, pluginHost } from './folder-table.ts';
import type { Graph, Import, SourceFile, Violation } from './graph.ts';
import { coreFolderOf, isTestFile } from './graph.ts';

/** Rules between the folders of core. Tests answer to privacy alone: nothing that ships depends on them. */
export function checkCore(graph: Graph): Violation[] {
  const host = hostNames(graph);
  return graph.files
    .filter(({ path }) => path.startsWith('core/src/'))
    .flatMap((file) => [
      ...checkKnown(file),
      ...file.imports.flatMap((item) => [...checkImport(file, item), ...checkHost(file, item, host)]),
    ]);
}

/** What the plugins' index takes from the host. With `export *` there would be no telling. */
function hostNames(graph: Graph): ReadonlySet<string> {
  const index = graph.files.find(({ path }) => path === pluginHost.index);
  return new Set((index?.imports ?? []).filter(isOfHost).flatMap(({ names }) => names));
}

function isOfHost({ target }: Import): boolean {
  return target.kind === 'file' && target.path.startsWith(pluginHost.host);
}

function checkHost({ path }: SourceFile, item: Import, host: ReadonlySet<string>): Violation[] {
  if (path === pluginHost.index && isOfHost(item) && item.names.length === 0) {
    return [{ rule: 'plugin-host', path, message: `Name what is exported from '${item.specifier}'.` }];
  }
  const from = coreFolderOf(path);
  const isIndex = item.target.kind === 'file' && item.target.path === pluginHost.index;
  if (!isIndex || from === undefined || pluginHost.importers.includes(from) || isTestFile(path)) return [];
  const taken = item.names.filter((name) => host.has(name));
  if (taken.length === 0) return [];
  return [{ rule: 'plugin-host', path, message: `Only guard calls plugin code: ${from} imports ${taken.join(', ')}.` }];
}

function checkKnown({ path }: SourceFile): Violation[] {
  const folder = coreFolderOf(path);
  if (folder === undefined || Object.hasOwn(coreFolders, folder)) return [];
  return [{ rule: 'unknown-folder', path, message: `Say in folder-table.ts what core/src/${folder} may import.` }];
}

function checkImport({ path }: SourceFile, { target, specifier }: Import): Violation[] {
  if (target.kind !== 'file' || !target.path.startsWith('core/')) return [];
  const from = coreFolderOf(path);
  const to = coreFolderOf(target.path);
  if (from === to) return [];
  if (to === undefined) {
    return from === undefined || isTestFile(path)
      ? []
      : [{ rule: 'core-direction', path, message: `'${specifier}' is above the folders: import the folder itself.` }];
  }
  // What tests of several folders share lies in the `testing` folder of the one it speaks of.
  if (isTestFile(path) && target.path.includes('/testing/')) return [];
  const found: Violation[] = [];
  if (target.path !== `core/src/${to}/index.ts`) {
    found.push({ rule: 'folder-privacy', path, message: `${to} is private beyond its index.ts ('${specifier}').` });
  }
  if (from === undefined || isTestFile(path)) return found;
  if (coreFolders[from]?.includes(to) === false) {
    found.push({ rule: 'core-direction', path, message: `${from} may not import ${to} (folder-table.ts).` });
  }
  return found;
}
