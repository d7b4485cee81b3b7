import type { Command } from 'commander';
import type { ExportOptions } from './audit-export.ts';
import { collect, command, group } from './define-command.ts';

/** Who did what: proved, and taken elsewhere. */
export function addAudit(program: Command): void {
  const audit = group(program, 'audit', 'Who did what, and what proves it.', 'fairlead audit verify');
  command<{ expect?: readonly string[] }>(
    audit,
    'verify',
    'Recompute every seal of the audit log, and name what was changed, removed or slipped in.',
    {
      examples: ['fairlead audit verify', 'fairlead audit verify --expect 118:9f2c5a…'],
      run: async (output, _none, { expect = [] }) => (await import('./audit-verify.ts')).verifyAudit(expect, output),
    },
  ).option('--expect <number:hash>', 'a seal as you have kept it elsewhere; may be repeated', collect);
  command(audit, 'seals', 'List the latest seals.', {
    examples: ['fairlead audit seals', 'fairlead audit seals --json'],
    run: async (output) => (await import('./audit-verify.ts')).listSeals(output),
  });
  command<ExportOptions>(audit, 'export', 'Write the audit log to standard output or a file, oldest first.', {
    examples: [
      'fairlead audit export --format csv --file audit.csv',
      'fairlead audit export --from 2026-01-01T00:00:00Z --actor local-cli | head',
    ],
    run: async (output, _none, options) => (await import('./audit-export.ts')).exportAudit(options, output),
  })
    .option('--format <format>', 'csv, or ndjson: one JSON document a line', 'ndjson')
    .option('--from <time>', 'from this moment on, ISO 8601 UTC')
    .option('--to <time>', 'up to this moment, without it')
    .option('--action <action>', 'only this, such as connection.create')
    .option('--actor <id>', 'only what this user, key or local-cli did')
    .option('--target <id>', 'only what was done to this')
    .option('--outcome <outcome>', 'ok, denied or failed')
    .option('--file <path>', 'a file that is not there yet; by default standard output');
}
