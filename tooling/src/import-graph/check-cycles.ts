import { type Arrows, findCycles } from './find-cycles.ts';
import { type Graph, isTestFile, type Violation } from './graph.ts';

/** No cycles: neither between files nor between folders, type-only imports included. */
export function checkCycles(graph: Graph): Violation[] {
  const pairs = graph.files
    .filter(({ path }) => !isTestFile(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => (target.kind === 'file' ? [{ from: path, to: target.path }] : [])),
    );
  const folders = pairs
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to);
  return [...violations('file-cycle', arrowsOf(pairs)), ...violations('folder-cycle', arrowsOf(folders))];
}

function violations(rule: string, arrows: Arrows): Violation[] {
  return findCycles(arrows).map((members) => ({
    rule,
    path: members[0] ?? '',
    message: `These import each other: ${members.join(', ')}.`,
  }));
}

/** `core/src/guard` for anything below it; a file that lies directly in `src` stands for itself. */
function folderOf(path: string): string {
  const segments = path.split('/');
  const depth = /^(flows|plugins|examples)\//.test(path) ? 4 : 3;
  return segments.length > depth ? segments.slice(0, depth).join('/') : path;
}

function arrowsOf(pairs: readonly { from: string; to: string }[]): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of pairs) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  return arrows;
}
