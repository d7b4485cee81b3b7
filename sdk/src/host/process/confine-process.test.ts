import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = new URL('confine-process.ts', import.meta.url);
const run = promisify(execFile);

/** What an expression is, or the code of what it throws, in a confined process. */
async function inside(expression: string, flags: readonly string[] = []): Promise<string> {
  const code = `
    const { confineProcess } = await import(${JSON.stringify(program.href)});
    confineProcess();
    const os = await import('node:os');
    const v8 = await import('node:v8');
    let found;
    try { found = ${expression}; } catch (error) { found = error.code ?? error.message; }
    console.log(String(found));
  `;
  const args = ['--permission', '--allow-fs-read=*', ...flags, '--input-type=module', '-e', code];
  return (await run(process.execPath, args, { env: {} })).stdout.trim();
}

it.each([
  ['a signal to the hub', 'process.kill(process.ppid, "SIGUSR1")'],
  ['the question whether it lives', 'process.kill(process.ppid, 0)'],
  ['a signal to its group, the hub among it', 'process.kill(0, "SIGTERM")'],
  ['another priority for the hub', 'os.setPriority(process.ppid, 19)'],
  ['another user', 'process.setuid(65534)'],
  ['flags of V8', 'v8.setFlagsFromString("--allow-natives-syntax")'],
])('%s is refused to a plugin’s process', async (_name, expression) => {
  expect(await inside(expression)).toBe('ERR_ACCESS_DENIED');
});

it('keeps no other way to send signals', async () => {
  expect(await inside('[process._kill, process._debugProcess, process._debugEnd]')).toBe(',,');
});

it('may send a signal to itself', async () => {
  expect(await inside('process.kill(process.pid, 0)')).toBe('true');
  await expect(inside('process.kill(process.pid, "SIGKILL")')).rejects.toMatchObject({ signal: 'SIGKILL' });
});

it('is left as it was where it may start programs, and end them', async () => {
  expect(await inside('process.kill(process.ppid, 0)', ['--allow-child-process'])).toBe('true');
});
