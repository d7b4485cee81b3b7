import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@fairlead/sdk';
import type { CodeJob, CodeReport } from './code-messages.ts';

export interface CodeRunOptions {
  readonly job: CodeJob;
  /** The package's folder, absolute. */
  readonly folder: string;
  /** Conditions of the process, for what the code imports. */
  readonly conditions: ReadonlySet<string>;
  readonly clock: Clock;
  /** Milliseconds for everything. */
  readonly deadlineMs: number;
}

/** How the process ended, with what it printed. */
export interface CodeRun {
  readonly report?: CodeReport;
  /** Why there is no report, in words that follow “its code”. */
  readonly problem?: string;
  readonly output: string;
}

const mostOutput = 4 * 1024 ** 2;
const program = fileURLToPath(new URL(`./code-child${extname(import.meta.url)}`, import.meta.url));

/**
 * Looks at a plugin's code in a process of its own, which may read files and do nothing else: no writing, no programs, no
 * add-ons, no network (from Node 25 on, which can refuse that), and an empty environment. It is killed at the deadline.
 */
export async function runCode(options: CodeRunOptions): Promise<CodeRun> {
  const { job, folder, conditions, clock, deadlineMs } = options;
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    ...[...conditions].map((condition) => `--conditions=${condition}`),
  ];
  const child = spawn(process.execPath, [...flags, program], {
    cwd: folder,
    env: { NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  let isLate = false;
  const timer = clock.schedule(deadlineMs, () => {
    isLate = true;
    child.kill('SIGKILL');
  });
  const [stdin, stdout, stderr, pipe] = child.stdio;
  // It may end before it has read anything; then the report is missing, and that is told.
  stdin?.on('error', () => undefined);
  stdin?.end(JSON.stringify(job));
  try {
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const texts = Promise.all([stdout, stderr, pipe as Readable | null].map(readText));
    const [[code, signal], [out = '', err = '', reported = '']] = await Promise.all([closed, texts]);
    const output = `${out}${err}`;
    if (reported !== '' && !isLate) return { report: JSON.parse(reported) as CodeReport, output };
    if (isLate) return { problem: `did not come to an end within ${deadlineMs / 1_000} seconds`, output };
    return { problem: `ended the process (${signal ?? `code ${code}`})`, output };
  } finally {
    timer.cancel();
  }
}

async function readText(stream: Readable | null): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream ?? []) {
    bytes += (chunk as Buffer).length;
    // The rest is read, so that the process does not wait for it, and forgotten.
    if (bytes <= mostOutput) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
