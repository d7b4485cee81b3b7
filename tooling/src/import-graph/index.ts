export { checkGraph, describeViolation } from './check-graph.ts';
export { findCycles } from './find-cycles.ts';
export { coreFolders } from './folder-table.ts';
export type { Graph, Import, SourceFile, Violation, WorkspacePackage } from './graph.ts';
export { readFileImports } from './read-file-imports.ts';
export { readGraph } from './read-graph.ts';
