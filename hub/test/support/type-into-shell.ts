import { spawn } from 'node:child_process';

const mark = '--- next block ---';

/** Runs blocks of shell as one script, and gives what each printed. */
export async function typeIntoShell(blocks: readonly string[]): Promise<readonly string[]> {
  const shell = spawn('bash', [], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  shell.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  shell.stdin.end(blocks.join(`\necho '${mark}'\n`));
  await new Promise((resolve) => shell.once('close', resolve));
  return printed.split(`${mark}\n`);
}
