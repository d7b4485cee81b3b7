import { checkCore } from './check-core.ts';
import { checkCycles } from './check-cycles.ts';
import { checkPackages } from './check-packages.ts';
import type { Graph, Violation } from './graph.ts';

/** Every rule between folders (docs/decisions/0003) on a graph. Pure: a graph in, what is wrong with it out. */
export function checkGraph(graph: Graph): Violation[] {
  return [...checkPackages(graph), ...checkCore(graph), ...checkCycles(graph)];
}

export function describeViolation({ rule, path, message }: Violation): string {
  return `${path}: ${message} [${rule}]`;
}
