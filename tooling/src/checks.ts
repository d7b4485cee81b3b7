import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeTests, type Outcome } from './outcome.ts';
import { readTestReport, reportVariable } from './test-report.ts';

export interface Check {
  readonly name: string;
  readonly what: string;
  run(): Promise<Outcome>;
}

const root = join(import.meta.dirname, '../..');
const colors = process.stdout.isTTY ? 'force' : 'off';

/** Everything that must hold, the quick ones first. */
export const checks: readonly Check[] = [
  command('types', 'the TypeScript compiler', () => tool('typescript', 'tsc', '-p', 'tsconfig.json')),
  command('pages', 'the TypeScript compiler, on the dashboard', () =>
    tool('typescript', 'tsc', '-p', 'dashboard/tsconfig.json'),
  ),
  command('lint', 'oxlint with types, .oxlintrc.json', () =>
    tool('oxlint', 'oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'),
  ),
  command('format', 'biome', () =>
    tool('@biomejs/biome', 'biome', 'ci', '--reporter=summary', `--colors=${colors}`, '.'),
  ),
  command('folders', 'who may import whom, docs/decisions/0003', () => [join(import.meta.dirname, 'check-folders.ts')]),
  { name: 'tests', what: 'vitest', run: runTests },
];

function command(name: string, what: string, args: () => string[]): Check {
  const run = async () => {
    const code = await runNode(args());
    return code === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] };
  };
  return { name, what, run };
}

async function runTests(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-test-report-'));
  const path = join(folder, 'report.json');
  try {
    const code = await runNode(tool('vitest', 'vitest', 'run'), { [reportVariable]: path });
    return judgeTests(code, readTestReport(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command line of a development tool, to run with this very Node: its own shebang would pick the system's. */
function tool(name: string, program: string, ...args: string[]): string[] {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  return [join(folder, bin[program] ?? ''), ...args];
}

/** The exit code; a program that died of a signal, or did not start, counts as 1. */
function runNode(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
