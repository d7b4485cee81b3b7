import { existsSync } from 'node:fs';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timestamp } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedPackagesCollection } from './installed-package.ts';
import { createPackageStore } from './package-store.ts';
import { createStagingArea } from './staging-area.ts';
import { type InstallerHarness, installerHarness } from './testing/installer-harness.ts';
import { scriptsThatLeave, testPackage, testPlugin } from './testing/plugin-package.ts';
import type { PluginInstaller } from './plugin-installer.ts';
import { makeSigningKey, signPackage } from './signature.ts';
import { integrityOf, makeTarball } from './testing/make-tarball.ts';
import { failureOf } from '../testing/registry-harness.ts';

let harness: InstallerHarness;
let installer: PluginInstaller;
beforeEach(async () => {
  harness = await installerHarness();
  installer = harness.open();
});
afterEach(() => harness[Symbol.asyncDispose]());

const echo = '@somebody/channel-echo';
const placeOf = (version: string) => join(harness.folder.plugins, '@somebody+channel-echo', version);

/** Everything below the plugin folder but the emptied staging place. */
async function left(): Promise<readonly string[]> {
  const names = await readdir(harness.folder.plugins, { recursive: true });
  return names.filter((name) => name !== '.staging');
}

async function tarballFile(bytes: Uint8Array, name = 'some.tgz'): Promise<string> {
  const path = join(harness.folder.path, name);
  await writeFile(path, bytes);
  return path;
}

test('an exact version of a registry is installed with its dependencies, listed, and none of its scripts has run', async () => {
  const mark = join(harness.folder.path, 'mark');
  const scripts = scriptsThatLeave(mark);
  const plugin = testPlugin('1.0.0', { packageJson: { scripts, dependencies: { left: '^1.0.0', right: '*' } } });
  harness.packages.publish(plugin);
  // `right` needs a `left` of its own: it lies below it.
  for (const one of [
    testPackage('left', '1.0.0', { packageJson: { scripts } }),
    testPackage('left', '1.2.0', { packageJson: { scripts } }),
    testPackage('left', '2.0.0'),
    testPackage('right', '3.1.4', { packageJson: { scripts, dependencies: { left: '^2.0.0' } } }),
  ]) {
    harness.packages.publish(one);
  }
  const done = await harness.run(installer, '@somebody/channel-echo@1.0.0');
  expect(done).toMatchObject({
    status: 'installed',
    error: null,
    progress: { step: 'placing' },
    result: {
      plugin: 'channel-echo',
      version: '1.0.0',
      integrity: plugin.integrity,
      signature: { status: 'unsigned' },
      alreadyThere: false,
    },
  });
  const place = join(harness.folder.plugins, '@somebody+channel-echo/1.0.0');
  const versionOf = async (path: string) =>
    (JSON.parse(await readFile(join(place, path, 'package.json'), 'utf8')) as { version: string }).version;
  expect(await versionOf('node_modules/left')).toBe('1.2.0');
  expect(await versionOf('node_modules/right')).toBe('3.1.4');
  expect(await versionOf('node_modules/right/node_modules/left')).toBe('2.0.0');
  expect(existsSync(mark)).toBe(false);
  expect(harness.plugins.find('channel-echo')).toMatchObject({ version: '1.0.0', state: { status: 'discovered' } });
  const [recorded] = await installer.versions('channel-echo');
  expect(recorded?.packages.map(({ location, name, version }) => `${location} ${name}@${version}`)).toEqual([
    ' @somebody/channel-echo@1.0.0',
    'node_modules/left left@1.2.0',
    'node_modules/right right@3.1.4',
    'node_modules/right/node_modules/left left@2.0.0',
  ]);
  expect(await readdir(join(harness.folder.plugins, '.staging'))).toEqual([]);
});

test('the same again changes nothing and fetches nothing', async () => {
  const plugin = testPlugin();
  harness.packages.publish(plugin);
  await harness.run(installer, `${echo}@1.0.0`);
  const again = await harness.run(installer, `${echo}@1.0.0`);
  expect(again).toMatchObject({ status: 'installed', result: { alreadyThere: true, integrity: plugin.integrity } });
  const tarballs = harness.packages.requests.filter(({ path }) => path.endsWith('.tgz'));
  expect(tarballs).toHaveLength(1);
  // As bytes it is the same too, however they come.
  const [file] = [await tarballFile(plugin.tarball)];
  expect((await harness.run(installer, file)).result).toMatchObject({ alreadyThere: true });
});

test('the same request while the first is under way is the first', async () => {
  harness.packages.publish(testPlugin());
  const request = { spec: `${echo}@1.0.0` };
  const [first, second] = await Promise.all([installer.install(request, 'admin'), installer.install(request, 'admin')]);
  expect(second?.id).toBe(first?.id);
  expect(await installer.ended(first?.id ?? '')).toMatchObject({ status: 'installed' });
});

test('versions lie side by side, and one can go while the other stays', async () => {
  for (const version of ['1.0.0', '1.1.0', '2.0.0-rc.1']) {
    harness.packages.publish(testPlugin(version));
    await harness.run(installer, `${echo}@${version}`);
  }
  expect(harness.plugins.find('channel-echo')).toMatchObject({
    version: '2.0.0-rc.1',
    otherVersions: ['1.1.0', '1.0.0'],
  });
  await installer.remove({ plugin: 'channel-echo', version: '1.1.0' }, 'admin');
  expect(harness.plugins.find('channel-echo')).toMatchObject({ version: '2.0.0-rc.1', otherVersions: ['1.0.0'] });
  expect((await installer.versions('channel-echo')).map(({ version }) => version)).toEqual(['1.0.0', '2.0.0-rc.1']);
  expect((await readdir(join(placeOf('1.0.0'), '..'))).toSorted()).toEqual(['1.0.0', '2.0.0-rc.1']);
});

test('other bytes under an installed version are refused until it is removed', async () => {
  harness.packages.publish(testPlugin());
  await harness.run(installer, `${echo}@1.0.0`);
  const other = await tarballFile(testPlugin('1.0.0', { files: { 'more.js': 'more' } }).tarball);
  expect(await harness.run(installer, other)).toMatchObject({ status: 'failed', error: { code: 'already_there' } });
  expect(existsSync(join(placeOf('1.0.0'), 'more.js'))).toBe(false);
  await installer.remove({ plugin: 'channel-echo' }, 'admin');
  expect(await left()).toEqual([]);
  expect(await harness.run(installer, other)).toMatchObject({ status: 'installed' });
});

test('a token goes to its registry and is nowhere else', async () => {
  const token = 'npm_Nobody_may_see_this_0123456789';
  harness.packages.publish(testPlugin('1.0.0', { packageJson: { dependencies: { left: '1.0.0' } } }));
  harness.packages.publish(testPackage('left', '1.0.0'));
  const key = `${harness.packages.url.replace('http:', '')}:_authToken`;
  const fromScope = harness.open({
    registry: async () => ({
      registry: harness.packages.url,
      '@somebody:registry': harness.packages.url,
      [key]: token,
      fetchRetries: 0,
    }),
  });
  const done = await harness.run(fromScope, `${echo}@1.0.0`);
  harness.packages.behave('/left', (_request, response) => response.writeHead(401).end('{"error":"no"}'));
  await fromScope.remove({ plugin: 'channel-echo' }, 'admin');
  const refused = await harness.run(fromScope, `${echo}@1.0.0`);
  expect(refused.error).toMatchObject({ code: 'source_refused' });
  expect(new Set(harness.packages.requests.map(({ authorization }) => authorization))).toEqual(
    new Set([`Bearer ${token}`]),
  );
  const shown = JSON.stringify([done, refused, await installer.versions('channel-echo'), harness.logged]);
  expect(shown).not.toContain(token);
});

const ruins: readonly (readonly [what: string, code: string, ruin: () => void])[] = [
  ['that does not exist', 'package_not_found', () => undefined],
  ['of which another version exists', 'package_not_found', () => harness.packages.publish(testPlugin('1.0.1'))],
  [
    'whose bytes are not those that were promised',
    'integrity_failed',
    () => harness.packages.publish(testPlugin(), { integrity: integrityOf(Buffer.from('something else')) }),
  ],
  [
    'for which only a SHA-1 is promised',
    'integrity_failed',
    () => harness.packages.publish(testPlugin(), { integrity: undefined, shasum: '0'.repeat(40) }),
  ],
  ['from a registry that is broken', 'source_unavailable', () => broken(`/${echo}`)],
  [
    'whose tarball cannot be had',
    'source_unavailable',
    () => {
      harness.packages.publish(testPlugin());
      broken(harness.packages.tarballPath(testPlugin()));
    },
  ],
  [
    'whose tarball is cut off on the way',
    'source_unavailable',
    () => {
      const plugin = testPlugin();
      harness.packages.publish(plugin);
      harness.packages.behave(harness.packages.tarballPath(plugin), (_request, response) => {
        response.writeHead(200, { 'content-length': plugin.tarball.length });
        response.write(plugin.tarball.subarray(0, 100), () => response.destroy());
      });
    },
  ],
  [
    'whose document is not JSON',
    'source_unavailable',
    () => harness.packages.behave(`/${echo}`, (_request, response) => response.end('<html>')),
  ],
  [
    'that says it is another',
    'package_mismatch',
    () => harness.packages.publish({ ...testPlugin('9.9.9'), version: '1.0.0' }),
  ],
  ['that is no plugin', 'plugin_unfit', () => harness.packages.publish(testPackage(echo, '1.0.0'))],
  ['for another version of the SDK', 'plugin_unfit', () => harness.packages.publish(unfit())],
  ['that climbs out of its folder', 'tarball_unsafe', () => harness.packages.publish(climbing())],
  ['with a dependency that does not exist', 'dependency_failed', () => needs({ nobody: '^1.0.0' })],
  [
    'with a dependency from a repository',
    'dependency_failed',
    () => needs({ left: 'git+ssh://git@127.0.0.1/left.git' }),
  ],
  ['with a dependency from an address', 'dependency_failed', () => needs({ left: 'http://127.0.0.1:9/left.tgz' })],
  ['with a dependency from a folder', 'dependency_failed', () => needs({ left: 'file:../../../left' })],
  ['with a dependency whose name climbs out', 'dependency_failed', () => needs({ '../../evil': '1.0.0' })],
  [
    'with a dependency whose bytes are wrong',
    'integrity_failed',
    () => {
      harness.packages.publish(testPackage('left', '1.0.0'), { integrity: integrityOf(Buffer.from('no')) });
      needs({ left: '1.0.0' });
    },
  ],
  [
    'with a dependency that says it is another',
    'package_mismatch',
    () => {
      harness.packages.publish({
        ...testPackage('right', '1.0.0'),
        name: 'left',
        packageJson: { name: 'left', version: '1.0.0' },
      });
      needs({ left: '1.0.0' });
    },
  ],
];

const broken = (path: string) => harness.packages.behave(path, (_request, response) => response.writeHead(500).end());
const needs = (dependencies: object) =>
  harness.packages.publish(testPlugin('1.0.0', { packageJson: { dependencies } }));
const unfit = () => {
  const { fairlead, ...head } = testPlugin().packageJson as { readonly fairlead: object };
  return testPackage(echo, '1.0.0', { packageJson: { ...head, fairlead: { ...fairlead, sdk: '^99.0.0' } } });
};
const climbing = () => {
  const tarball = makeTarball([{ path: 'package/../../evil.js', body: 'x' }]);
  return { ...testPlugin(), tarball, integrity: integrityOf(tarball) };
};

test.each(ruins)('a package %s is not installed, and nothing of it is left: %s', async (_what, code, ruin) => {
  ruin();
  const failed = await harness.run(installer, `${echo}@1.0.0`);
  expect(failed).toMatchObject({ status: 'failed', result: null, error: { code } });
  expect(failed.error?.message).toMatch(/^[A-Z].*\.$/);
  expect(await left()).toEqual([]);
  expect(harness.plugins.find('channel-echo')).toBeUndefined();
  expect(await installer.versions('channel-echo')).toEqual([]);
});

test('more packages or bytes than the limits allow are refused', async () => {
  needs({ left: '1.0.0' });
  harness.packages.publish(testPackage('left', '1.0.0', { packageJson: { dependencies: { right: '*' } } }));
  harness.packages.publish(testPackage('right', '1.0.0'));
  for (const limits of [{ packages: 1 }, { tarballBytes: 100 }, { unpackedBytes: 300 }, { entries: 4 }]) {
    const done = await harness.run(harness.open({ limits }), `${echo}@1.0.0`);
    expect(done).toMatchObject({ error: { code: 'package_too_large' } });
  }
  expect(await left()).toEqual([]);
});

test('what is optional and not for this machine is left out; what is brought along is taken from the tarball', async () => {
  harness.packages.publish(testPackage('native', '1.0.0', { packageJson: { os: ['no-such-system'] } }));
  harness.packages.publish(testPackage('right', '1.0.0'));
  const plugin = testPlugin('1.0.0', {
    packageJson: {
      dependencies: { private: '1.0.0', right: '1.0.0' },
      optionalDependencies: { native: '1.0.0' },
      devDependencies: { unneeded: '1.0.0' },
      bundleDependencies: ['private'],
    },
    files: {
      'node_modules/private/package.json': '{"name":"private","version":"1.0.0"}',
      'node_modules/private/index.js': 'export {};',
    },
  });
  expect(await harness.run(installer, await tarballFile(plugin.tarball))).toMatchObject({ status: 'installed' });
  expect((await readdir(join(placeOf('1.0.0'), 'node_modules'))).toSorted()).toEqual(['private', 'right']);
  expect(await installer.check('channel-echo')).toMatchObject([{ outcome: 'intact', changed: [] }]);
});

test('a changed file is found, and the package named that it belongs to', async () => {
  needs({ left: '1.0.0' });
  harness.packages.publish(testPackage('left', '1.0.0'));
  await harness.run(installer, `${echo}@1.0.0`);
  await writeFile(join(placeOf('1.0.0'), 'node_modules/left/index.js'), 'evil');
  expect(await installer.check()).toEqual([
    { packageName: echo, version: '1.0.0', outcome: 'changed', changed: ['left@1.0.0'] },
  ]);
  await writeFile(join(placeOf('1.0.0'), 'added.js'), 'evil');
  expect(await installer.check()).toMatchObject([{ changed: [`${echo}@1.0.0`, 'left@1.0.0'] }]);
});

test('a folder is copied without what is hidden, or linked where it lies', async () => {
  const place = await harness.folder.write(join(harness.folder.path, 'mine'));
  await writeFile(join(place, '.env'), 'SECRET=1');
  await symlink('..', join(place, 'node_modules'));
  const copied = await harness.run(installer, place);
  expect(copied).toMatchObject({ status: 'installed', result: { packageName: '@test/channel-echo' } });
  const root = join(harness.folder.plugins, '@test+channel-echo/1.0.0');
  expect((await readdir(root)).toSorted()).toEqual(['index.js', 'package.json', 'settings.schema.json']);
  await installer.remove({ plugin: 'channel-echo' }, 'admin');
  expect(await harness.run(installer, { spec: place, link: true })).toMatchObject({
    status: 'installed',
    result: { integrity: null },
  });
  await writeFile(join(root, 'written-through.js'), '');
  expect(existsSync(join(place, 'written-through.js'))).toBe(true);
  expect(await installer.check()).toMatchObject([{ outcome: 'unknown' }]);
  await installer.remove({ plugin: 'channel-echo' }, 'admin');
  expect(existsSync(join(place, 'index.js'))).toBe(true);
  await symlink('/etc', join(place, 'leads-out'));
  expect(await harness.run(installer, place)).toMatchObject({ error: { code: 'tarball_unsafe' } });
  expect(await left()).toEqual([]);
});

test('a signature beside a tarball counts when the admin believes its key; one that is wrong is refused', async () => {
  const { tarball, integrity } = testPlugin();
  const file = await tarballFile(tarball);
  const author = makeSigningKey();
  await writeFile(`${file}.sig`, `${signPackage(integrity, author.privateKey)}\n`);
  expect(await harness.run(installer, file)).toMatchObject({ error: { code: 'signature_invalid' } });
  const { id: keyId } = await harness.keys.add({ name: 'Acme', publicKey: author.publicKey }, 'admin');
  const signature = { status: 'signed', key: 'Acme', keyId };
  expect(await harness.run(installer, file)).toMatchObject({ result: { signature } });
  expect(await installer.versions('channel-echo')).toMatchObject([{ signature, integrity }]);
  // Signed is what it was, whoever is believed later.
  await harness.keys.remove(keyId);
  expect(await installer.versions('channel-echo')).toMatchObject([{ signature }]);
});

test('where signatures are required, what has none is not even unpacked', async () => {
  const strict = harness.open({ signatures: 'required' });
  const plugin = testPlugin();
  harness.packages.publish(plugin);
  const author = makeSigningKey();
  await harness.keys.add({ name: 'Acme', publicKey: author.publicKey }, 'admin');
  const place = await harness.folder.write(join(harness.folder.path, 'mine'));
  const requests = [{ spec: `${echo}@1.0.0` }, { spec: place }, { spec: place, link: true }];
  for (const request of requests) {
    expect(await harness.run(strict, request)).toMatchObject({ error: { code: 'signature_missing' } });
  }
  const other = signPackage(integrityOf(Buffer.from('another tarball')), author.privateKey);
  const spec = `${echo}@1.0.0`;
  expect(await harness.run(strict, { spec, signature: other })).toMatchObject({ error: { code: 'signature_invalid' } });
  expect(await left()).toEqual([]);
  const signature = signPackage(plugin.integrity, author.privateKey);
  expect(await harness.run(strict, { spec, signature })).toMatchObject({ result: { signature: { status: 'signed' } } });
});

test('a tarball comes from an address, over redirects that stay encrypted', async () => {
  const plugin = testPlugin();
  harness.packages.publish(plugin);
  const path = harness.packages.tarballPath(plugin);
  const redirect = (to: string) =>
    harness.packages.behave(latest, (_request, response) => response.writeHead(302, { location: to }).end());
  const address = `${harness.packages.url}latest?token=hunter2`;
  const latest = '/latest?token=hunter2';
  const refused = await harness.run(installer, address);
  redirect('http://unencrypted.example/chat.tgz');
  expect(await harness.run(installer, address)).toMatchObject({ error: { code: 'source_unavailable' } });
  expect(refused).toMatchObject({ error: { code: 'package_not_found' } });
  redirect('/latest?token=hunter2');
  expect(await harness.run(installer, address)).toMatchObject({ error: { code: 'source_unavailable' } });
  redirect('/nothing');
  expect(await harness.run(installer, address)).toMatchObject({ error: { code: 'package_not_found' } });
  redirect(path);
  const done = await harness.run(installer, address);
  expect(done).toMatchObject({ status: 'installed', result: { integrity: plugin.integrity } });
  expect(JSON.stringify([refused, done, await installer.versions('channel-echo')])).not.toContain('hunter2');
});

test('a plugin that runs, or whose connections are there, is not removed; nor is one of somebody else', async () => {
  harness.packages.publish(testPlugin());
  await harness.run(installer, `${echo}@1.0.0`);
  harness.connections.push('My chat', 'Their chat');
  const remove = () => failureOf(installer.remove({ plugin: 'channel-echo' }, 'admin'));
  expect(await remove()).toEqual({
    code: 'conflict',
    message: expect.stringContaining('“My chat”, “Their chat”') as string,
  });
  harness.connections.length = 0;
  await harness.plugins.enable('channel-echo', 'admin');
  expect(await remove()).toEqual({ code: 'conflict', message: expect.stringContaining('Disable it first') as string });
  await harness.plugins.disable('channel-echo', 'admin');
  await installer.remove({ plugin: 'channel-echo' }, 'admin');
  expect(await failureOf(installer.remove({ plugin: 'channel-echo' }, 'admin'))).toMatchObject({ code: 'not_found' });
  await harness.folder.write(join(harness.folder.nodeModules, 'foreign'));
  await harness.plugins.rescan();
  expect(await remove()).toMatchObject({ code: 'plugin_unavailable' });
  expect(existsSync(join(harness.folder.nodeModules, 'foreign'))).toBe(true);
});

test('an id that belongs to another package is told before anything is placed', async () => {
  await harness.folder.write(join(harness.folder.nodeModules, 'first'));
  await harness.plugins.rescan();
  harness.packages.publish(testPlugin());
  const done = await harness.run(installer, `${echo}@1.0.0`);
  expect(done.error).toEqual({
    code: 'plugin_unfit',
    message: expect.stringContaining('@test/channel-echo') as string,
  });
  expect(await left()).toEqual([]);
});

test('a hub that stops in the middle of it leaves nothing, and says so afterwards', async () => {
  const plugin = testPlugin();
  harness.packages.publish(plugin);
  const stuck = new Promise<void>((resolve) =>
    harness.packages.behave(harness.packages.tarballPath(plugin), (_request, response) => {
      response.writeHead(200, { 'content-length': plugin.tarball.length });
      response.write(plugin.tarball.subarray(0, 50), () => resolve());
    }),
  );
  const { id } = await installer.install({ spec: `${echo}@1.0.0` }, 'admin');
  await stuck;
  await installer.dispose();
  expect(await harness.open().installation(id)).toMatchObject({ status: 'failed', error: { code: 'interrupted' } });
  expect(await left()).toEqual([]);
  expect(await failureOf(installer.install({ spec: `${echo}@1.0.0` }, 'admin'))).toMatchObject({ code: 'unavailable' });
});

test('a hub that was killed between the record and the folder comes up with both or with neither', async () => {
  const { storage, folder } = harness;
  const clock = new FakeClock();
  const store = createPackageStore({ repository: storage.repository(installedPackagesCollection), clock });
  const area = createStagingArea(folder.plugins);
  const found = (version: string) =>
    ({
      pluginId: 'channel-echo',
      packageName: echo,
      version,
      origin: 'registry',
      spec: `${echo}@${version}`,
      integrity: integrityOf(Buffer.from(version)),
      signature: { status: 'unsigned' },
      packages: [],
      installedAt: timestamp(clock),
      installedBy: 'admin',
    }) as const;
  // Before the folder was put there, after it, and after one that was installed lost its folder.
  const staged = await area.open('killed');
  await writeFile(join(staged, 'half'), '');
  await store.begin(found('1.0.0'));
  await store.begin(found('2.0.0'));
  await area.place(echo, '2.0.0', await area.open('whole'));
  await store.begin(found('3.0.0'));
  await store.settle(echo, '3.0.0');
  await harness.open().recover();
  expect((await installer.versions('channel-echo')).map(({ version }) => version)).toEqual(['2.0.0']);
  expect(await left()).toEqual(['@somebody+channel-echo', '@somebody+channel-echo/2.0.0']);
  // Once more changes nothing.
  await harness.open().recover();
  expect(await installer.versions('channel-echo')).toHaveLength(1);
});
