import { join } from 'node:path';
import { checkGraph, describeViolation, readGraph } from './import-graph/index.ts';

/** The folder rules as a command: prints each broken rule, ends with 1 when there is one. */
const graph = readGraph(join(import.meta.dirname, '../..'));
const violations = checkGraph(graph);
for (const violation of violations) console.log(describeViolation(violation));
console.log(
  `${graph.files.length} files of ${graph.packages.length} packages, ${violations.length} broken folder rules`,
);
process.exitCode = violations.length > 0 || graph.files.length === 0 ? 1 : 0;
