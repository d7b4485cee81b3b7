import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { manifestSchema } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PluginFolder, pluginFolder, validManifest } from '../../testing/plugin-files.ts';
import type { StartablePackage } from '../plugin-host.ts';
import { createLaunchOptions, type LaunchOptions, type LaunchRequest } from './launch-options.ts';

type Manifest = StartablePackage['manifest'];

let folder: PluginFolder;
let dataDir: string;
let location: string;
let program: string;
beforeEach(async () => {
  folder = await pluginFolder();
  dataDir = join(folder.path, 'data');
  location = join(dataDir, 'plugins/channel-echo');
  program = join(folder.path, 'sdk/child.js');
  await write(join(folder.path, 'sdk/package.json'), '{"name":"the-sdk","type":"module"}');
  await write(program, 'console.log((await import("file://" + process.argv[2])).default);');
  await write(join(dataDir, 'master.key'), 'top secret');
  await folder.write(location, { code: 'export default "empty";' });
});
afterEach(() => folder.dispose());

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function launch(request: Partial<LaunchRequest> = {}, manifest: Partial<Manifest> = {}): Promise<LaunchOptions> {
  return createLaunchOptions({
    plugin: { location, manifest: { ...(validManifest as unknown as Manifest), ...manifest } },
    permissions: {},
    ownFolder: join(dataDir, 'plugin-files/channel-echo'),
    childProgram: program,
    conditions: [],
    protectedPaths: [dataDir],
    environment: {},
    ...request,
  });
}

/** Runs the plugin's code so; its default export is what it prints. */
async function run(code: string, options?: LaunchOptions): Promise<string> {
  await writeFile(join(location, 'index.js'), code);
  const { execArgv, env, cwd } = options ?? (await launch());
  const entry = join(location, 'index.js');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...execArgv, program, entry], { env, cwd });
  return `${stdout}${stderr}`.trim();
}

/** An expression that is what it answers, or the code of what it throws. */
const outcome = (expression: string) =>
  `import fs from 'node:fs'; let found; try { found = ${expression}; } catch (error) { found = error.code; } export default found;`;

describe('files', () => {
  it('the plugin reads its own package and writes in a folder of its own, that only the hub’s user can enter', async () => {
    const launched = await launch();
    expect((await stat(launched.cwd)).mode & 0o777).toBe(0o700);
    const code = `
      import fs from 'node:fs';
      fs.writeFileSync('note', 'written');
      export default fs.readFileSync('note', 'utf8') + ' ' + JSON.parse(fs.readFileSync(new URL('package.json', import.meta.url))).version;
    `;
    expect(await run(code, launched)).toBe('written 1.0.0');
    expect(await readFile(join(dataDir, 'plugin-files/channel-echo/note'), 'utf8')).toBe('written');
  });

  it.each([
    ['the master key', () => `fs.readFileSync(${JSON.stringify(join(dataDir, 'master.key'))}, 'utf8')`],
    ['the list of the data folder', () => `fs.readdirSync(${JSON.stringify(dataDir)})`],
    ['the files of another plugin', () => `fs.readdirSync(${JSON.stringify(join(dataDir, 'plugin-files/other'))})`],
    ['the hub’s environment', () => `fs.readFileSync('/proc/' + process.ppid + '/environ', 'utf8')`],
    ['a file of the system', () => `fs.readFileSync('/etc/hostname', 'utf8')`],
    ['to write in its package', () => `fs.writeFileSync(new URL('x', import.meta.url), '')`],
    ['a link to what it may not read', () => `fs.symlinkSync(${JSON.stringify(join(dataDir, 'master.key'))}, 'key')`],
  ])('%s is refused to it', async (_name, expression) => {
    expect(await run(outcome(expression()))).toBe('ERR_ACCESS_DENIED');
  });

  it('has no SQLite, which opens files without asking whether it may', async () => {
    const path = JSON.stringify(join(dataDir, 'fairlead.db'));
    const code = outcome(`new (process.getBuiltinModule('node:sqlite')?.DatabaseSync ?? Object)(${path})`);
    await run(code);
    await expect(stat(join(dataDir, 'fairlead.db'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await run(outcome(`process.getBuiltinModule('node:sqlite')`))).toBe('undefined');
  });

  it('a package with the data folder inside it does not open the data folder', async () => {
    const around = join(folder.path, 'work');
    await folder.write(around, { code: 'export default 1;' });
    await write(join(around, '.fairlead/master.key'), 'top secret');
    await write(join(around, 'lib/part.js'), 'export default "part";');
    const manifest = validManifest as unknown as Manifest;
    const plugin = { location: around, manifest };
    const data = join(around, '.fairlead');
    const { execArgv } = await launch({ plugin, protectedPaths: [data], ownFolder: join(data, 'own') });
    const readable = execArgv.filter((flag) => flag.startsWith('--allow-fs-read=')).map((flag) => flag.slice(16));
    expect(readable).toEqual(
      expect.arrayContaining(['index.js', 'lib', 'package.json'].map((name) => join(around, name))),
    );
    expect(readable).not.toContain(around);
    expect(readable.filter((path) => path.startsWith(data))).toEqual([join(data, 'own')]);
  });
});

describe('what it can resolve', () => {
  it('dependencies in its own folder, above it, and linked from elsewhere with what those need', async () => {
    await folder.write(location, { packageJson: { dependencies: { own: '1', above: '1', linked: '1' } } });
    const dependency = (place: string, name: string, code: string, more = '') =>
      Promise.all([
        write(join(place, 'package.json'), `{"name":"${name}","type":"module","exports":"./index.js"${more}}`),
        write(join(place, 'index.js'), code),
      ]);
    const elsewhere = join(folder.path, 'elsewhere');
    await dependency(join(location, 'node_modules/own'), 'own', 'export default "own";');
    await dependency(join(dataDir, 'node_modules/above'), 'above', 'export default "above";');
    await dependency(
      join(elsewhere, 'linked'),
      'linked',
      'export { default } from "needed";',
      ',"dependencies":{"needed":"1"}',
    );
    await dependency(join(elsewhere, 'needed'), 'needed', 'export default "needed";');
    await mkdir(join(elsewhere, 'linked/node_modules'));
    await symlink('../../needed', join(elsewhere, 'linked/node_modules/needed'));
    await symlink(join(elsewhere, 'linked'), join(folder.nodeModules, 'linked'));
    const code = `import own from 'own'; import above from 'above'; import linked from 'linked'; export default [own, above, linked].join();`;
    expect(await run(code)).toBe('own,above,needed');
  });

  it('not what is missing, which is missing and not forbidden', async () => {
    expect(await run(`export default await import('nowhere').catch(({ code }) => code);`)).toBe('ERR_MODULE_NOT_FOUND');
  });

  it('no folder of the hub that calls itself a dependency', async () => {
    await folder.write(location, { packageJson: { dependencies: { data: '1' } } });
    await mkdir(join(location, 'node_modules'));
    await symlink('../../..', join(location, 'node_modules/data'));
    await expect(launch()).rejects.toMatchObject({ permanent: true, faults: [{ code: 'path_outside' }] });
  });
});

it('a package with a link that leads out of it does not start, and the link is named', async () => {
  await mkdir(join(location, 'lib'));
  await symlink('../../../master.key', join(location, 'lib/harmless.txt'));
  await symlink('package.json', join(location, 'inside.json'));
  const message = 'The link ./lib/harmless.txt leads to where the plugin may not read.';
  await expect(launch()).rejects.toMatchObject({ permanent: true, faults: [{ code: 'path_outside', message }] });
});

describe('permissions', () => {
  const all = { childProcesses: true, nativeAddons: true, workers: true } as const;
  const asked = async (request: Partial<LaunchRequest>, manifest: Partial<Manifest>) =>
    (await launch(request, manifest)).execArgv.filter((flag) => /^--allow-(?!fs)/.test(flag));

  it('are those that the manifest asks for and an admin agreed to', async () => {
    expect(await asked({ permissions: all }, {})).toEqual([]);
    expect(await asked({}, { permissions: all })).toEqual([]);
    expect(await asked({ permissions: { workers: true } }, { permissions: all })).toEqual(['--allow-worker']);
    expect(await asked({ permissions: all }, { permissions: all })).toEqual([
      '--allow-child-process',
      '--allow-addons',
      '--allow-worker',
    ]);
    expect(Object.keys(manifestSchema.properties.permissions.properties).toSorted()).toEqual(
      Object.keys(all).toSorted(),
    );
  });

  it('the network is there for a plugin that names hosts, and for no other', async () => {
    const allowNet = process.allowedNodeEnvironmentFlags.has('--allow-net') ? ['--allow-net'] : [];
    expect(await asked({}, { egress: ['api.example.com'] })).toEqual(allowNet);
    const code = `import net from 'node:net'; export default await new Promise((resolve) => net.connect(1, '127.0.0.1').on('error', ({ code }) => resolve(code)));`;
    expect(await run(code)).toBe('ERR_ACCESS_DENIED');
  });

  it.each([
    ['programs', `process.getBuiltinModule('node:child_process').spawnSync('true').status`],
    ['workers', `new (process.getBuiltinModule('node:worker_threads').Worker)('1', { eval: true })`],
    ['the inspector', `process.getBuiltinModule('node:inspector').open(0)`],
    ['internals of Node', `process.binding('fs')`],
  ])('%s is refused to it', async (_name, expression) => {
    expect(await run(outcome(expression))).toBe('ERR_ACCESS_DENIED');
  });
});

it('nothing of the hub’s environment reaches it but time zone, language and certificates', async () => {
  const environment = { TZ: 'Asia/Tokyo', FAIRLEAD_MASTER_KEYS: 'k:secret', NODE_OPTIONS: '--inspect', PATH: '/bin' };
  const code = 'export default JSON.stringify([process.env, new Date(0).getHours()]);';
  expect(JSON.parse(await run(code, await launch({ environment })))).toEqual([{ TZ: 'Asia/Tokyo' }, 9]);
});

it('the process is silent about what is experimental, and its heap has an end below its memory limit', async () => {
  const launched = await launch({ maxMemoryMb: 160 });
  const code = `export default Math.round(process.getBuiltinModule('node:v8').getHeapStatistics().heap_size_limit / 1048576);`;
  const limit = Number(await run(code, launched));
  expect(limit).toBeLessThanOrEqual(launched.memoryLimitBytes / 1_048_576);
  expect(limit).toBeGreaterThanOrEqual(96);
});
