import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Api, type ConnectionView, createApi, eventually } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { manifestOf, withSdk, writePackage } from './support/plugin-packages.ts';
import { json } from './support/resting-hub.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const id = 'channel-talker';
const secret = 'tk_live_nobody_may_read_this';
const settings = {
  type: 'object',
  properties: { token: { type: 'string', title: 'Token', 'x-wire': 'secret', 'x-fairlead-secret': true } },
  required: ['token'],
  additionalProperties: false,
};
const entry = `
import { definePlugin } from '@fairlead/sdk';
console.log('I am loaded');
export default definePlugin({ id: '${id}', settings: ${JSON.stringify(settings)} })({
  capabilities: {
    channel: (context) => ({
      async fetch({ cursor }) {
        const token = context.settings.token.reveal();
        context.log.info('asked for ' + cursor + ' with ' + token, { token });
        context.log.warn('slow ' + cursor + '\\u001b[2J');
        console.error('printed ' + token);
        return { messages: [], cursor: '1', more: false };
      },
      testCredentials: async () => ({ account: { id: 'a' }, mode: 'test' }),
    }),
  },
});
`;
const commandLine = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

interface Line {
  readonly level: string;
  readonly source: string;
  readonly message: string;
  readonly connection?: string;
  readonly version?: string;
}

const fetchOne = (api: Api, connection: string, cursor: string) =>
  api.ok('POST', `/api/connections/${connection}/operations/fetch`, { body: { input: { limit: 1, cursor } } });

test('what a plugin logs and prints is read by command, filtered and followed, without its secret', {
  timeout: 240_000,
}, async () => {
  await using cleanup = new AsyncDisposableStack();
  const { path: dataDir } = cleanup.use(await temporaryFolder());
  await withSdk(dataDir);
  const manifest = { ...manifestOf(id), host: { prefers: 'process' } };
  await writePackage(join(dataDir, 'plugins'), id, { entry, manifest, settings: JSON.stringify(settings) });
  const hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  await api.signIn();
  await api.ok('POST', `/api/plugins/${id}/enable`, { body: {} });
  const status = () => api.ok<{ status: string }>('GET', `/api/plugins/${id}`);
  await eventually(status, (one) => one.status === 'running');
  const body = { plugin: id, name: 'Talker', settings: {}, secrets: { token: secret } };
  const connection = await api.ok<ConnectionView>('POST', '/api/connections', { body });
  await fetchOne(api, connection.id, 'first');

  const read = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await runCommand(['plugins', 'log', id, ...args], { dataDir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const all = await eventually(
    async () => json<{ items: readonly Line[] }>(await read('--json')).items,
    (items) => items.some(({ message }) => message.startsWith('printed')),
  );
  const said = all.map(({ source, level, message }) => `${source} ${level} ${message}`);
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^hub info It is running/),
      'stdout info I am loaded',
      'log info asked for first with [secret]',
      'stderr warn printed [secret]',
    ]),
  );
  expect(all.find(({ source }) => source === 'log')).toMatchObject({ connection: connection.id, version: '1.0.0' });

  const warned = await read('--level', 'warn', '--connection', connection.id);
  // The hub itself asks a new channel for messages as well.
  for (const line of warned.trimEnd().split('\n')) expect(line).toContain(' warn  log ');
  expect(warned).toContain(`warn  log ${connection.id}  slow first`);
  expect(warned).not.toContain('\u001b');

  const follower = spawn(
    process.execPath,
    ['--conditions=@fairlead/source', commandLine, 'plugins', 'log', id, '--follow', '--json'],
    { env: { PATH: process.env['PATH'], FAIRLEAD_DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  cleanup.defer(() => void follower.kill('SIGKILL'));
  const lines: Line[] = [];
  createInterface({ input: follower.stdout }).on('line', (line) => lines.push(json<Line>(line)));
  await eventually(
    async () => lines.length,
    (count) => count >= all.length,
  );
  await fetchOne(api, connection.id, 'second');
  await eventually(
    async () => lines,
    (seen) => seen.some(({ message }) => message.startsWith('slow second')),
  );
  follower.kill('SIGINT');
  await once(follower, 'exit');

  const messages = lines.map(({ source, message }) => `${source} ${message}`);
  expect(messages.filter((one) => /^log asked for (first|second)/.test(one))).toEqual([
    'log asked for first with [secret]',
    'log asked for second with [secret]',
  ]);
  expect(JSON.stringify([all, warned, lines])).not.toContain(secret);
  expect((await runCommand(['plugins', 'log', 'nobody'], { dataDir })).code).not.toBe(0);
});
