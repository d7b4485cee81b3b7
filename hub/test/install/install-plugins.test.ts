import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, type ConnectionView, createApi, eventually, type Problem } from '../support/api.ts';
import { type HubProcess, startHubProcess } from '../support/hub-process.ts';
import { type PackageRegistry, packageRegistry, packPackage } from '../support/package-registry.ts';
import { manifestOf, writePackage } from '../support/plugin-packages.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface InstallationView {
  readonly id: string;
  readonly status: 'running' | 'installed' | 'failed';
  readonly progress: { readonly step: string };
  readonly error: { readonly code: string; readonly message: string } | null;
}

interface PluginView {
  readonly status: string;
  readonly version: string;
  readonly otherVersions: readonly string[];
  readonly installed?: { readonly integrity: string; readonly signature: { readonly status: string } };
}

const token = 'npm_Nobody_may_see_this_0123456789';
const id = 'channel-bought';
const name = '@somebody/channel-bought';
let cleanup: AsyncDisposableStack;
let folder: string;
let dataDir: string;
let registry: PackageRegistry;
let env: Readonly<Record<string, string>>;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  folder = cleanup.use(await temporaryFolder()).path;
  dataDir = join(folder, 'data');
  registry = cleanup.use(await packageRegistry());
  env = await npmEnvironment();
});
afterEach(() => cleanup.disposeAsync());

/** As a user has it: a registry in .npmrc, with its token. */
async function npmEnvironment(): Promise<Readonly<Record<string, string>>> {
  const lines = [`registry=${registry.url}/`, `${registry.url.replace('http:', '')}/:_authToken=${token}`];
  await writeFile(join(folder, 'user.npmrc'), `${lines.join('\n')}\nfetch-retries=0\n`);
  return { HOME: folder, npm_config_userconfig: join(folder, 'user.npmrc') };
}

async function startHub(): Promise<{ readonly hub: HubProcess; readonly api: Api }> {
  const hub = await startHubProcess({ dataDir, env });
  cleanup.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  await api.signIn();
  return { hub, api };
}

/** A plugin without a copy of the SDK, that answers with what a package it depends on says. */
function publish(version: string): void {
  const mark = join(folder, 'mark');
  const scripts = { postinstall: `node -e "require('fs').writeFileSync('${mark}', '')"` };
  const head = { version, type: 'module', exports: './index.js', scripts };
  registry.publish(packPackage({ name: 'words', ...head }, { 'index.js': `export const word = 'hello ${version}';` }));
  const settings = '{"type":"object","properties":{},"additionalProperties":false}';
  registry.publish(
    packPackage(
      { name, ...head, keywords: ['fairlead-plugin'], dependencies: { words: version }, fairlead: manifestOf(id) },
      {
        'settings.schema.json': settings,
        'index.js': `
import { word } from 'words';
export default {
  [Symbol.for('fairlead.plugin')]: true,
  id: '${id}',
  settings: ${settings},
  capabilities: {
    channel: () => ({
      fetch: async () => ({ messages: [], cursor: word, more: false }),
      testCredentials: async () => ({ account: { id: word }, mode: 'test' }),
    }),
  },
};`,
      },
    ),
  );
}

async function pluginFiles(): Promise<readonly string[]> {
  const plugins = join(dataDir, 'plugins');
  const files = existsSync(plugins) ? await readdir(plugins, { recursive: true }) : [];
  return files.filter((path) => path !== '.staging');
}

test('a plugin of a registry is installed while the hub runs, enabled, called, and removed again', async () => {
  publish('1.0.0');
  publish('1.1.0');
  const { hub, api } = await startHub();
  const added = await runCommand(['plugins', 'add', `${name}@1.0.0`], { dataDir, env });
  expect(added).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${id} 1.0.0 is installed (not signed)`) as string,
  });
  expect(await api.ok<PluginView>('GET', `/api/plugins/${id}`)).toMatchObject({
    status: 'discovered',
    installed: { integrity: expect.stringMatching(/^sha512-/) as string, signature: { status: 'unsigned' } },
  });
  await api.ok('POST', `/api/plugins/${id}/enable`, { body: {} });
  await eventually(
    () => api.ok<PluginView>('GET', `/api/plugins/${id}`),
    ({ status }) => status === 'running',
  );
  const connection = await api.ok<ConnectionView>('POST', '/api/connections', {
    body: { plugin: id, name: 'Bought', settings: {}, secrets: {} },
  });
  const tested = await api.ok<object>('POST', `/api/connections/${connection.id}/test`, { body: {} });
  expect(tested).toMatchObject({ outcome: 'ok', account: { id: 'hello 1.0.0' } });
  // Another version comes beside it, and what runs goes on.
  expect((await runCommand(['plugins', 'add', `${name}@1.1.0`], { dataDir, env })).stdout).toContain(
    `“fairlead plugins upgrade ${id} 1.1.0” takes it in place of 1.0.0.`,
  );
  expect(await api.ok('GET', `/api/plugins/${id}`)).toMatchObject({
    status: 'running',
    version: '1.0.0',
    otherVersions: ['1.1.0'],
  });
  const refused = await runCommand(['plugins', 'remove', id, '--yes'], { dataDir, env });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Disable it first') as string });
  await api.ok('POST', `/api/plugins/${id}/disable`);
  const used = await runCommand(['plugins', 'remove', id, '--yes'], { dataDir, env });
  expect(used).toMatchObject({ code: 1, stderr: expect.stringContaining('“Bought”') as string });
  await api.ok('DELETE', `/api/connections/${connection.id}`);
  expect(await runCommand(['plugins', 'remove', id, '--yes'], { dataDir, env })).toMatchObject({ code: 0 });
  expect((await api.call('GET', `/api/plugins/${id}`)).status).toBe(404);
  expect(await pluginFiles()).toEqual([]);
  expect(existsSync(join(folder, 'mark'))).toBe(false);
  const rows = await api.all<{ action: string; outcome: string; target: string }>('/api/audit');
  const told = rows.filter(({ action }) => /^plugin\.(install|remove)$/.test(action)).map(({ outcome }) => outcome);
  expect(told.toSorted()).toEqual(['failed', 'failed', 'ok', 'ok', 'ok']);
  const types = (await api.eventsAfter(0, ['plugin.installed', 'plugin.removed'])).map(({ type }) => type);
  expect(types.map((type) => type.replace(/^.*(?=plugin\.)/, '')).toSorted()).toEqual([
    'plugin.installed',
    'plugin.installed',
    'plugin.removed',
    'plugin.removed',
  ]);
  await hub.stop();
  for (const text of [hub.stdout(), hub.stderr(), JSON.stringify(rows), added.stdout, added.stderr]) {
    expect(text).not.toContain(token);
  }
  expect((await readFile(join(dataDir, 'fairlead.db'))).includes(token)).toBe(false);
});

test('what cannot be installed is told in one sentence, and the command fails', async () => {
  await startHub();
  const missing = await runCommand(['plugins', 'add', `${name}@1.0.0`], { dataDir, env });
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr).toContain(`The registry has no ${name}@1.0.0.\n`);
  const inexact = await runCommand(['plugins', 'add', name], { dataDir, env });
  expect(inexact.stderr.trim()).toBe(`The spec needs an exact version, as in ${name}@1.2.3.`);
  const unasked = await runCommand(['plugins', 'remove', id], { dataDir, env });
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --yes') as string });
});

const run = (...args: readonly string[]) => runCommand(['plugins', ...args], { dataDir, env });

/** A tarball on this machine, and its author's key. */
async function tarballOf(version: string) {
  publish(version);
  const tarball = join(folder, 'bought.tgz');
  const answer = await fetch(`${registry.url}/${name}/-/${version}.tgz`);
  await writeFile(tarball, Buffer.from(await answer.arrayBuffer()));
  const key = join(folder, 'author.key');
  const { publicKey } = JSON.parse((await run('keys', 'make', key, '--json')).stdout) as { readonly publicKey: string };
  return { tarball, key, publicKey };
}

test('a signed tarball is installed where signatures are required, and nothing else', async () => {
  env = { ...env, FAIRLEAD_PLUGIN_SIGNATURES: 'required' };
  const { tarball, key, publicKey } = await tarballOf('1.0.0');
  const { api } = await startHub();
  expect(await run('add', tarball)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('signed tarballs only') as string,
  });
  expect(await run('keys', 'add', 'Author', '--public-key', publicKey)).toMatchObject({ code: 0 });
  expect(await run('sign', tarball, '--key', key)).toMatchObject({ code: 0 });
  expect(await run('add', tarball)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('signed by “Author”') as string,
  });
  expect(await api.ok('GET', `/api/plugins/${id}`)).toMatchObject({
    installed: { origin: 'tarball', signature: { status: 'signed', key: 'Author' } },
  });
  expect(await run('verify', id)).toMatchObject({ code: 0, stdout: `${name}@1.0.0 is intact.\n` });
  await writeFile(join(dataDir, 'plugins/@somebody+channel-bought/1.0.0/node_modules/words/index.js'), '');
  expect(await run('verify', id)).toMatchObject({ code: 1, stderr: expect.stringContaining('words@1.0.0') as string });
});

test('where signatures are required, nothing runs that nobody signed, however it came there', async () => {
  const { tarball, key, publicKey } = await tarballOf('1.0.0');
  let { hub, api } = await startHub();
  await run('add', tarball);
  await run('enable', id);
  const plugin = async (which = id) =>
    api.ok<PluginView & { readonly reasons?: unknown }>('GET', `/api/plugins/${which}`);
  expect((await eventually(plugin, ({ status }) => status === 'running')).status).toBe('running');
  await writePackage(join(dataDir, 'plugins'), 'channel-by-hand');
  const again = async () => {
    await hub.stop();
    ({ hub, api } = await startHub());
  };

  env = { ...env, FAIRLEAD_PLUGIN_SIGNATURES: 'required' };
  await again();
  for (const [which, why] of [
    [id, 'installed without one'],
    ['channel-by-hand', 'not installed by the hub'],
  ] as const) {
    expect(await plugin(which)).toMatchObject({ status: 'incompatible' });
    const refused = await api.call('POST', `/api/plugins/${which}/enable`, { body: {} });
    expect(refused.json<Problem>()).toMatchObject({
      code: 'plugin_unavailable',
      detail: expect.stringContaining(why) as string,
    });
  }

  // Signed afterwards: the same bytes, and now somebody vouches for them.
  await run('keys', 'add', 'Author', '--public-key', publicKey);
  await run('sign', tarball, '--key', key);
  expect(await run('add', tarball)).toMatchObject({ code: 0 });
  await again();
  await eventually(plugin, ({ status }) => status === 'running');

  const { items } = await api.ok<{ items: { id: string }[] }>('GET', '/api/plugin-keys');
  await api.ok('DELETE', `/api/plugin-keys/${items[0]?.id ?? ''}`);
  await again();
  expect(await plugin()).toMatchObject({
    status: 'incompatible',
    reason: expect.stringContaining('“Author”') as string,
  });
});

test('a hub that is killed in the middle of an installation comes up with all of it or nothing', async () => {
  publish('1.0.0');
  registry.delayMs = 400;
  let { hub, api } = await startHub();
  for (const step of ['', 'resolving', 'downloading', 'installed']) {
    const { id: installation } = await api.ok<InstallationView>('POST', '/api/plugins/install', {
      body: { spec: `${name}@1.0.0` },
    });
    // The empty step is over at once.
    await eventually(
      () => api.ok<InstallationView>('GET', `/api/plugins/installs/${installation}`),
      ({ progress, status }) => step === '' || status !== 'running' || progress.step === step,
    );
    await hub.kill('SIGKILL');
    ({ hub, api } = await startHub());
    const { status, error } = await api.ok<InstallationView>('GET', `/api/plugins/installs/${installation}`);
    const listed = await api.call('GET', `/api/plugins/${id}`);
    const isThere = step === 'installed';
    const isEmpty = (await pluginFiles()).length === 0;
    expect({ step, status, listed: listed.status, error: error?.code, isEmpty }).toEqual({
      step,
      status: isThere ? 'installed' : 'failed',
      listed: isThere ? 200 : 404,
      error: isThere ? undefined : 'interrupted',
      isEmpty: !isThere,
    });
  }
  expect(await api.ok('GET', `/api/plugins/${id}/integrity`)).toMatchObject({ items: [{ outcome: 'intact' }] });
});
