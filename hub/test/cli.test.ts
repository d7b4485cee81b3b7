import { cp, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { createProgram } from '../src/commands/program.ts';
import { unsuitableNode } from '../src/node-version.ts';
import { type HubProcess, startAndRefuse, startHubProcess } from './support/hub-process.ts';
import { json, restingHub, whileRunning } from './support/resting-hub.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const noOwner = { FAIRLEAD_OWNER_EMAIL: '', FAIRLEAD_OWNER_PASSWORD: '' };
const apiKey = 'sk_test_Nobody_may_see_this_0123456789';

describe('the command line', () => {
  const leaves = (command: Command, path: readonly string[]): readonly (readonly string[])[] =>
    command.commands.length === 0
      ? [path]
      : command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
  const all = leaves(createProgram(), []);

  test('has the commands of this version, and each shows an example and --json in its help', async () => {
    expect(all.map((path) => path.join(' '))).toEqual([
      'start',
      'doctor',
      'demo',
      'plugins list',
      'plugins enable',
      'plugins disable',
      'plugins upgrade',
      'plugins rollback',
      'plugins log',
      'plugins add',
      'plugins remove',
      'plugins verify',
      'plugins keys list',
      'plugins keys add',
      'plugins keys remove',
      'plugins keys make',
      'plugins sign',
      'plugins check',
      'plugins watch',
      'create-plugin',
      'connections list',
      'connections add',
      'connections test',
      'connections pause',
      'connections resume',
      'credentials set',
      'keys list',
      'keys add',
      'keys rotate',
      'keys retire',
      'users add',
      'users list',
      'users disable',
      'users enable',
      'users reset-password',
      'users reset-totp',
      'api-keys add',
      'api-keys list',
      'api-keys allow',
      'api-keys revoke',
      'audit verify',
      'audit seals',
      'audit export',
    ]);
    for (const path of [
      ...all,
      ['plugins'],
      ['connections'],
      ['credentials'],
      ['keys'],
      ['users'],
      ['api-keys'],
      ['audit'],
      [],
    ]) {
      const help = await runCommand([...path, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(/\nExamples?:\n {2}(FAIRLEAD_\S+ )?fairlead /);
      expect({ path, json: help.stdout.includes('--json') }).toEqual({ path, json: all.includes(path) });
    }
  });

  test('says which command it does not know, and ends with 2', async () => {
    const { code, stdout, stderr } = await runCommand(['strat']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain("unknown command 'strat'");
  });

  test.each([[['start']], [['doctor']], [['plugins', 'list']]])(
    '%s lists every bad setting at once and ends with 2',
    async (args) => {
      const { code, stdout, stderr } = await runCommand(args, {
        env: {
          FAIRLEAD_PROT: '1',
          FAIRLEAD_PORT: '99999',
          FAIRLEAD_LOG_LEVEL: 'loud',
          FAIRLEAD_PUBLIC_URL: 'nowhere',
          FAIRLEAD_OWNER_PASSWORD: 'short-one',
          REDIS_URL: 'http://secret-in-it@host',
        },
      });
      expect(code).toBe(2);
      expect(stdout).toBe('');
      for (const name of ['PROT is not a setting', 'PORT must', 'LOG_LEVEL must', 'PUBLIC_URL must', 'PASSWORD must'])
        expect(stderr).toContain(`FAIRLEAD_${name.replace('PASSWORD', 'OWNER_PASSWORD')}`);
      expect(stderr).toContain('REDIS_URL must');
      expect(stderr).not.toMatch(/short-one|secret-in-it/);
      expect(stderr.trim().split('\n')).toHaveLength(6);
    },
  );

  test('a Node that is too old is told so in a sentence', () => {
    expect(unsuitableNode('20.20.1')).toMatch(/^Fairlead needs Node 24 or newer, and this is Node 20\.20\.1\./);
    expect(unsuitableNode('24.0.0')).toBeUndefined();
    expect(unsuitableNode('26.10.0')).toBeUndefined();
  });

  test('a command in a folder without a hub says what to do, and makes nothing', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCommand(['connections', 'list'], { dataDir: folder.path });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no hub in .* yet\. Run “fairlead start” first, .*\n$/);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe('start', { timeout: 240_000 }, () => {
  test('prints the one-time password on the first start, never again, and never in the log', async () => {
    await using folder = await temporaryFolder();
    const first = await startHubProcess({ dataDir: folder.path, byCommand: true, env: noOwner });
    const password = /password {2}(\S+)/.exec(first.stdout())?.[1] ?? '';
    expect(password).toMatch(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/);
    expect(first.stdout().split(password)).toHaveLength(2);
    const signIn = await fetch(`${first.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'owner@localhost', password }),
    });
    expect(signIn.status).toBe(200);
    expect(await first.stop()).toEqual({ code: 0, signal: null });
    expect(first.stderr()).not.toContain(password);

    const second = await startHubProcess({ dataDir: folder.path, byCommand: true, env: noOwner });
    await second.stop();
    expect(second.stdout()).toBe(`Fairlead is ready at ${second.url}\n`);
    expect(second.stderr()).not.toContain(password);
  });

  test('ends gracefully with 0 on SIGINT too, and leaves no write-ahead log behind', async () => {
    await using folder = await temporaryFolder();
    const hub = await startHubProcess({ dataDir: folder.path, byCommand: true });
    expect(await hub.kill('SIGINT')).toEqual({ code: 0, signal: null });
    const files = await readdir(folder.path);
    expect(files).not.toContain('fairlead.db-wal');
    expect(files).not.toContain('hub.json');
  });

  test('a second hub on the folder ends with 1 and names the first by address and process', async () => {
    await using folder = await temporaryFolder();
    const first = await startHubProcess({ dataDir: folder.path, byCommand: true });
    await whileRunning(first, async () => {
      const { pid } = json<{ pid: number }>(await readFile(join(folder.path, 'hub.json'), 'utf8'));
      const second = await startAndRefuse({ dataDir: folder.path, byCommand: true });
      expect(second.code).toBe(1);
      expect(second.stderr.trim().split('\n')).toHaveLength(1);
      expect(second.stderr).toContain(first.url);
      expect(second.stderr).toContain(`process ${pid}`);
    });
  });

  test('a port in use is told in a sentence, and does not cost the one-time password', async () => {
    await using folder = await temporaryFolder();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const port = String((other.address() as AddressInfo).port);
    const refused = await startAndRefuse({
      dataDir: folder.path,
      byCommand: true,
      env: { ...noOwner, FAIRLEAD_PORT: port },
    });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(`Port ${port} of 127.0.0.1 is in use by another program.`);
    await new Promise((resolve) => other.close(resolve));
    const hub = await startHubProcess({ dataDir: folder.path, byCommand: true, env: noOwner });
    await hub.stop();
    expect(hub.stdout()).toMatch(/password {2}\S+/);
  });

  test('a fault that nobody caught is logged without secrets, and ends the process with 1 and the database closed', async () => {
    await using folder = await temporaryFolder();
    const planted =
      "process.on('SIGUSR2', () => { throw new Error('planted: ' + process.env.FAIRLEAD_TEST_PLANTED); });";
    const hub = await startHubProcess({
      dataDir: folder.path,
      byCommand: true,
      env: {
        NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(planted)}`,
        FAIRLEAD_TEST_PLANTED: apiKey,
      },
    });
    await addStripe(folder.path);
    expect(await hub.kill('SIGUSR2')).toEqual({ code: 1, signal: null });
    expect(hub.stderr()).toContain('planted: ');
    expect(hub.stderr()).not.toContain(apiKey);
    expect(await readdir(folder.path)).not.toContain('fairlead.db-wal');
  });
});

interface Connection {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly webhookUrl: string;
  readonly secrets: Readonly<Record<string, { readonly items?: readonly object[] }>>;
}

async function addStripe(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Connection> {
  const args = ['connections', 'add', 'gateway-stripe', '--name', 'Shop', '--secrets-stdin', '--json'];
  const { code, stdout, stderr, shown } = await runCommand(args, { dataDir, env, input: JSON.stringify({ apiKey }) });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).not.toContain(apiKey);
  expect(shown).not.toContain(apiKey);
  return json<Connection>(stdout);
}

const rested = new AsyncDisposableStack();
afterAll(() => rested.disposeAsync());
let resting: Promise<string> | undefined;

/** Of one that was started once for all of these tests. */
async function copyOfRestingHub(dataDir: string): Promise<void> {
  resting ??= temporaryFolder().then(async (folder) => {
    await restingHub(rested.use(folder).path);
    return folder.path;
  });
  await cp(await resting, dataDir, { recursive: true });
}

type State = 'running' | 'at rest';

async function withHub(
  state: State,
  use: (dataDir: string, hub: HubProcess | undefined) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  await mkdir(dataDir);
  if (state === 'running') {
    const hub = await startHubProcess({ dataDir, byCommand: true });
    await whileRunning(hub, () => use(dataDir, hub));
  } else {
    await copyOfRestingHub(dataDir);
    await use(dataDir, undefined);
  }
}

describe.each<State>(['running', 'at rest'])('with a hub %s', { timeout: 240_000 }, (state) => {
  test('a connection is added, its credentials set, paused and resumed, and no secret shows anywhere', () =>
    withHub(state, async (dataDir, hub) => {
      const made = await addStripe(dataDir, { FAIRLEAD_PORT: '7411' });
      expect(made).toMatchObject({ name: 'Shop', status: 'active', secrets: { apiKey: { set: true } } });
      expect(made.webhookUrl).toBe(`${hub?.url ?? 'http://127.0.0.1:7411'}/hooks/${made.id}`);

      const file = join(dataDir, '..', 'signing');
      await writeFile(file, 'whsec_Also_for_nobody_else\n', { mode: 0o600 });
      const args = ['credentials', 'set', 'Shop', '--secret-file', `webhookSecrets=${file}`, '--json'];
      const set = await runCommand(args, { dataDir });
      expect(set.code).toBe(0);
      expect(json<Connection>(set.stdout).secrets['webhookSecrets']?.items).toHaveLength(1);
      expect(set.stdout + set.stderr).not.toContain('whsec_Also');

      const paused = await runCommand(['connections', 'pause', made.id, '--reason', 'a test'], { dataDir });
      expect(paused).toMatchObject({ code: 0, stdout: '“Shop” is paused.\n' });
      const resumed = await runCommand(['connections', 'resume', 'Shop'], { dataDir });
      expect(resumed).toMatchObject({ code: 0, stdout: '“Shop” is active.\n' });
      const listed = await runCommand(['connections', 'list'], { dataDir });
      expect(listed.stdout).toMatch(new RegExp(`${made.id} +gateway-stripe +active +never +Shop`));
      expect(hub?.stderr() ?? '').not.toMatch(/Nobody_may_see|whsec_Also/);
    }));

  test('a master key is added, everything moved to it, and the old one retired and gone from the file', () =>
    withHub(state, async (dataDir) => {
      await addStripe(dataDir);
      const file = join(dataDir, 'master.key');
      const [oldId = ''] = idsIn(await readFile(file, 'utf8'));
      const early = await runCommand(['keys', 'retire', oldId], { dataDir });
      expect(early).toMatchObject({ code: 1, stdout: '' });
      expect(early.stderr).toContain('is the active master key');

      const added = await runCommand(['keys', 'add', '--json'], { dataDir });
      const { id } = json<{ id: string }>(added.stdout);
      expect(idsIn(await readFile(file, 'utf8'))).toEqual([id, oldId]);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const inUse = await runCommand(['keys', 'retire', oldId], { dataDir });
      expect(inUse.code).toBe(1);
      expect(inUse.stderr).toContain(`still need the master key “${oldId}”`);

      const rotated = await runCommand(['keys', 'rotate'], { dataDir });
      expect(rotated.code).toBe(0);
      expect(rotated.stdout).toMatch(new RegExp(`All \\d+ stored secrets are wrapped by ${id}\\.`));
      expect(rotated.stderr).toMatch(/^Rotating \d+\/\d+\n/);
      expect((await runCommand(['keys', 'retire', oldId], { dataDir })).code).toBe(0);
      expect(idsIn(await readFile(file, 'utf8'))).toEqual([id]);
      const { stdout } = await runCommand(['keys', 'list', '--json'], { dataDir });
      expect(json<{ items: readonly object[] }>(stdout).items).toMatchObject([
        { id: oldId, state: 'retired', active: false, inUse: 0 },
        { id, state: 'ok', active: true },
      ]);
      const unknown = await runCommand(['keys', 'retire', 'key-never-seen'], { dataDir });
      expect(unknown).toMatchObject({ code: 1, stderr: 'There is no master key “key-never-seen”.\n' });
    }));
});

test('a hub that starts after its key was changed at rest opens everything', { timeout: 240_000 }, async () => {
  await using folder = await temporaryFolder();
  const dataDir = folder.path;
  await copyOfRestingHub(dataDir);
  const { id } = await addStripe(dataDir);
  for (const args of [
    ['keys', 'add'],
    ['keys', 'rotate'],
  ])
    expect((await runCommand(args, { dataDir })).code).toBe(0);
  const hub = await startHubProcess({ dataDir, byCommand: true });
  await whileRunning(hub, async () => {
    expect(hub.stderr()).not.toContain('Warning');
    const { stdout } = await runCommand(['connections', 'list', '--json'], { dataDir });
    const [connection] = json<{ items: readonly object[] }>(stdout).items;
    expect(connection).toMatchObject({ id });
    expect(connection).not.toHaveProperty('locked');
  });
});

test('no master key is added to an environment, nor beside a lost file; what is locked says so', {
  timeout: 240_000,
}, async () => {
  await using folder = await temporaryFolder();
  const dataDir = folder.path;
  await copyOfRestingHub(dataDir);
  await addStripe(dataDir);
  const file = join(dataDir, 'master.key');
  const key = /^key-.+$/m.exec(await readFile(file, 'utf8'))?.[0] ?? '';
  const given = await runCommand(['keys', 'add'], { dataDir, env: { FAIRLEAD_MASTER_KEYS: key } });
  expect(given).toMatchObject({ code: 1, stdout: '' });
  expect(given.stderr).toContain('The master keys come from FAIRLEAD_MASTER_KEYS.');
  expect(given.stderr).not.toContain(key);

  await rename(file, join(dataDir, 'elsewhere.key'));
  const lost = await runCommand(['keys', 'add'], { dataDir });
  expect(lost).toMatchObject({ code: 1, stdout: '' });
  expect(lost.stderr).toContain(`The key file ${file} is missing. Restore it first.`);
  const listed = await runCommand(['connections', 'list'], { dataDir });
  expect(listed.stdout).toContain('active, locked');
  expect(listed.stderr).toMatch(/^Warning: The master key key-\w+ \(missing\) cannot be used/);
  expect(await readdir(dataDir)).not.toContain('master.key');
});

function idsIn(keyFile: string): readonly string[] {
  return [...keyFile.matchAll(/^(key-\w+):/gm)].map(([, id]) => id ?? '');
}
