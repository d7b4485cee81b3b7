#!/usr/bin/env -S node --max-semi-space-size=8
import { unsuitableNode } from './node-version.ts';

// Before anything else is imported: the database's driver crashes on an older Node.
const unsuitable = unsuitableNode(process.versions.node);
if (unsuitable === undefined) {
  const { runCli } = await import('./commands/program.ts');
  await runCli(process.argv);
} else {
  process.stderr.write(`${unsuitable}\n`);
  process.exitCode = 1;
}
