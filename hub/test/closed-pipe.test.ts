import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createApi } from './support/api.ts';
import { ownerEmail, ownerPassword } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const commandLine = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** Runs a command whose reader goes away: at once, or after the first piece. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--conditions=@fairlead/source', commandLine, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      FAIRLEAD_PORT: '0',
      ...env,
    },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const closed = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  return { child, closed };
}

test('a command whose output nobody reads any more ends without a word', async () => {
  await using folder = await temporaryFolder();
  const { child, closed } = run(['doctor'], { FAIRLEAD_DATA_DIR: folder.path });
  child.stdout.destroy();
  expect(await closed).toEqual({ code: 141, errors: '' });
});

test('a hub whose greeting nobody reads goes on', async () => {
  await using folder = await temporaryFolder();
  const { child, closed } = run(['start'], {
    FAIRLEAD_DATA_DIR: folder.path,
    FAIRLEAD_OWNER_EMAIL: ownerEmail,
    FAIRLEAD_OWNER_PASSWORD: ownerPassword,
  });
  child.stdout.destroy();
  const [url] = await listening(child.stderr);
  const api = createApi(url ?? '');
  await api.signIn();
  expect((await api.call('GET', '/api/plugins')).status).toBe(200);
  child.kill('SIGTERM');
  expect((await closed).code).toBe(0);
});

/** The address, from the hub's log. */
async function listening(log: NodeJS.ReadableStream): Promise<readonly string[]> {
  let text = '';
  for (;;) {
    const [piece] = (await once(log, 'data')) as [string];
    text += piece;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
    if (found !== null) return found;
  }
}
