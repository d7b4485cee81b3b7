import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, type ConnectionView, createApi, eventually, type Problem } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { manifestOf, withSdk, writePackage } from './support/plugin-packages.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const id = 'channel-drafted';
const commandLine = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

let cleanup: AsyncDisposableStack;
let dataDir: string;
let api: Api;
let hub: HubProcess;
/** The folder in which somebody works, beside the hub's. */
let work: string;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  const folder = cleanup.use(await temporaryFolder()).path;
  dataDir = join(folder, 'data');
  await withSdk(folder);
  const exports = { '.': { '@fairlead/source': './src/index.ts', default: './dist/index.js' } };
  const head = { name: '@somebody/drafted', version: '0.1.0', type: 'module', exports };
  const packageJson = JSON.stringify({ ...head, fairlead: manifestOf(id) });
  work = await writePackage(join(folder, 'work'), id, { packageJson, entry: null });
  await mkdir(join(work, 'src'));
  hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.stop()));
  api = createApi(hub.url);
  await api.signIn();
});
afterEach(() => cleanup.disposeAsync());

/** TypeScript, as an author writes it. */
const entry = `import { definePlugin } from '@fairlead/sdk';
import { answer } from './answer.ts';
const settings = { type: 'object', properties: {}, additionalProperties: false } as never;
export default definePlugin({ id: '${id}', settings })({
  capabilities: {
    channel: () => ({
      fetch: async () => ({ messages: [], cursor: '', more: false }),
      testCredentials: async () => ({ account: { id: answer as string }, mode: 'test' as const }),
    }),
  },
});
`;
const save = (path: string, text: string) => writeFile(join(work, 'src', path), text);
const answering = (text: string) => `export const answer: string = '${text}';\n`;

interface Watching {
  readonly output: () => string;
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
}

function startWatch(): Watching {
  const child = spawn(process.execPath, ['--conditions=@fairlead/source', commandLine, 'plugins', 'watch', work], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], FAIRLEAD_DATA_DIR: dataDir },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  cleanup.defer(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { output: () => text, child, exited };
}

const shows = (watching: Watching, form: RegExp) =>
  eventually(
    async () => watching.output(),
    (text) => form.test(text),
  );

test('each save answers in the running hub, a broken one changes nothing and is told, and the watch goes on', async () => {
  await save('answer.ts', answering('first'));
  await save('index.ts', entry);
  const watching = startWatch();
  await shows(watching, /^ok {4}channel-drafted: 0\.1\.0 is running/m);
  await shows(watching, /Watching .*\/src\./);
  const body = { plugin: id, name: 'Draft', settings: {}, secrets: {} };
  const connection = await api.ok<ConnectionView>('POST', '/api/connections', { body });
  const account = async () => {
    const tested = await api.ok<{ account?: { id: string } }>('POST', `/api/connections/${connection.id}/test`);
    return tested.account?.id;
  };
  expect(await account()).toBe('first');

  await save('answer.ts', answering('second'));
  await eventually(account, (text) => text === 'second');

  await save('answer.ts', 'export const answer: string = ;\n');
  await shows(watching, /^FAIL {2}channel-drafted: .*SyntaxError: .* \(\.\/src\/answer\.ts:1\)/m);
  expect(await account()).toBe('second');
  const refused = await api.call('POST', `/api/plugins/${id}/reload`);
  expect(refused.status).toBe(409);
  expect(refused.json<Problem>()).toMatchObject({
    code: 'plugin_unavailable',
    detail: expect.stringContaining('(./src/answer.ts:1)'),
  });

  await save('answer.ts.new', answering('third'));
  await rename(join(work, 'src/answer.ts.new'), join(work, 'src/answer.ts'));
  await eventually(account, (text) => text === 'third');

  watching.child.kill('SIGINT');
  expect(await watching.exited).toBe(0);
  expect(watching.output()).toContain(`“fairlead plugins disable ${id}” stops it.`);
  expect(await account()).toBe('third');
});

test('code that is broken from the start is told, and runs with the save that mends it', async () => {
  await save('answer.ts', answering('mended'));
  await save('index.ts', 'throw new TypeError("not yet");');
  const watching = startWatch();
  await shows(watching, /^FAIL {2}channel-drafted: .*not yet/m);
  await shows(watching, /Watching/);
  await save('index.ts', entry);
  await shows(watching, /^ok {4}channel-drafted: 0\.1\.0 is running/m);
});

/** Ids of the processes that the hub has started. Linux alone tells them. */
async function childrenOfHub(): Promise<readonly string[]> {
  const tasks = await readdir(`/proc/${hub.pid}/task`);
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${hub.pid}/task/${task}/children`, 'utf8')));
  return lists.flatMap((list) => list.split(' ')).filter((pid) => pid.trim() !== '');
}

test.runIf(process.platform === 'linux')(
  'a process that waits beside a linked plugin runs its next save, and ends with the plugin',
  async () => {
    await save('answer.ts', answering('x'));
    await save('index.ts', entry);
    await shows(startWatch(), /^ok {4}channel-drafted/m);
    const [first = '', ...rest] = await eventually(childrenOfHub, ({ length }) => length === 2);
    const waiting = Number(first) > Number(rest[0]) ? first : rest[0];
    await api.ok('POST', `/api/plugins/${id}/reload`);
    const ran = await eventually(childrenOfHub, (all) => all.length === 2 && all.includes(waiting ?? ''));
    expect(ran).not.toEqual([first, ...rest]);
    await api.ok('POST', `/api/plugins/${id}/disable`);
    await eventually(childrenOfHub, ({ length }) => length === 0);
  },
);

test('a reload is audited, and needs a plugin that is there', async () => {
  expect((await api.call('POST', '/api/plugins/channel-nowhere/reload')).status).toBe(404);
  const { items } = await api.ok<{ items: { action: string; outcome: string }[] }>('GET', '/api/audit?limit=5');
  expect(items).toContainEqual(expect.objectContaining({ action: 'plugin.reload', outcome: 'failed' }));
});

test('without a hub that runs there is nothing to watch for, and that is said', async () => {
  await save('answer.ts', answering('x'));
  await save('index.ts', entry);
  const { code, stderr } = await runCommand(['plugins', 'watch', work], { dataDir: join(work, 'none') });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^No hub runs in .*none\. Run “fairlead start” beside this/);
});
