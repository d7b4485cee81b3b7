import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInCapabilities } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PluginFolder, pluginFolder, validManifest, validSettings } from '../testing/plugin-files.ts';
import { createPluginDiscovery } from './discover-plugins.ts';

let folder: PluginFolder;
beforeEach(async () => {
  folder = await pluginFolder();
});
afterEach(() => folder.dispose());

async function discover(release: readonly string[] = [], conditions: readonly string[] = []) {
  const discovery = createPluginDiscovery({
    places: { release, nodeModules: [folder.nodeModules], folders: [folder.plugins] },
    sdkVersion: '1.2.0',
    capabilities: builtInCapabilities,
    conditions: new Set(conditions),
  });
  return discovery.discover();
}

/** Codes and messages of the only package found. */
async function faultsOf(place: string) {
  const found = await discover([place]);
  expect(found).toHaveLength(1);
  return found[0]?.faults ?? [];
}

describe('where plugins come from', () => {
  test('the release’s list, node_modules with scopes, and the plugin folder with versions side by side', async () => {
    const release = await folder.write(join(folder.release, 'one'), { manifest: { id: 'channel-one' } });
    await folder.write(join(folder.nodeModules, 'plain'), { manifest: { id: 'channel-two' } });
    await folder.write(join(folder.nodeModules, '@acme/scoped'), { manifest: { id: 'channel-three' } });
    await folder.write(join(folder.plugins, 'channel-four/1.0.0'), { manifest: { id: 'channel-four' } });
    await folder.write(join(folder.plugins, 'channel-four/1.1.0'), { manifest: { id: 'channel-four' } });
    await folder.write(join(folder.plugins, 'channel-five'), { manifest: { id: 'channel-five' } });
    const found = await discover([release]);
    expect(found.map(({ source, claimedId, faults }) => [source, claimedId, faults.length]).toSorted()).toEqual([
      ['folder', 'channel-five', 0],
      ['folder', 'channel-four', 0],
      ['folder', 'channel-four', 0],
      ['node_modules', 'channel-three', 0],
      ['node_modules', 'channel-two', 0],
      ['release', 'channel-one', 0],
    ]);
  });

  test('packages of node_modules without the keyword, or that are nobody’s plugin, are passed over', async () => {
    await folder.write(join(folder.nodeModules, 'other'), { packageJson: { keywords: ['other'] } });
    await folder.write(join(folder.nodeModules, 'odd'), { packageJson: { keywords: 'fairlead-plugin' } });
    await mkdir(join(folder.nodeModules, 'empty'));
    await mkdir(join(folder.nodeModules, 'broken'));
    await writeFile(join(folder.nodeModules, 'broken/package.json'), '{');
    await symlink('/nowhere', join(folder.nodeModules, 'dangling'));
    expect(await discover()).toEqual([]);
  });

  test('a release package that node_modules links to counts once, for the release', async () => {
    const place = await folder.write(join(folder.release, 'one'));
    await symlink(place, join(folder.nodeModules, 'linked'));
    expect((await discover([place])).map(({ source }) => source)).toEqual(['release']);
  });

  test('places that do not exist are empty', async () => {
    const discovery = createPluginDiscovery({
      places: { release: [], nodeModules: [join(folder.path, 'no')], folders: [join(folder.path, 'neither')] },
      sdkVersion: '1.2.0',
      capabilities: builtInCapabilities,
      conditions: new Set(),
    });
    expect(await discovery.discover()).toEqual([]);
  });
});

describe('a package that cannot be read is listed with its reason', () => {
  const cases: readonly [title: string, code: string, message: RegExp, write: (place: string) => Promise<unknown>][] = [
    ['no folder', 'package_unreadable', /does not exist/, async () => undefined],
    ['no package.json', 'package_unreadable', /There is no package.json/, (place) => mkdir(place)],
    ['a link to itself', 'package_unreadable', /go in a circle/, (place) => symlink(place, place)],
    [
      'a package.json that links to itself',
      'package_unreadable',
      /go in a circle/,
      async (place) => {
        await mkdir(place);
        await symlink(join(place, 'package.json'), join(place, 'package.json'));
      },
    ],
    [
      'a folder as package.json',
      'package_unreadable',
      /not a file/,
      (place) => mkdir(join(place, 'package.json'), { recursive: true }),
    ],
    [
      'a named pipe as package.json',
      'package_unreadable',
      /not a file/,
      async (place) => {
        await mkdir(place);
        execFileSync('mkfifo', [join(place, 'package.json')]);
      },
    ],
    [
      'a package.json of 100 MB',
      'package_too_large',
      /larger than 1024 KiB/,
      async (place) => {
        await folder.write(place);
        await truncate(join(place, 'package.json'), 100_000_000);
      },
    ],
    [
      'a package.json that is not JSON',
      'package_malformed',
      /package\.json: .*JSON/,
      async (place) => {
        await folder.write(place);
        await writeFile(join(place, 'package.json'), '{"name": secret-text}');
      },
    ],
    [
      'an empty package.json',
      'package_malformed',
      /JSON/,
      async (place) => {
        await folder.write(place);
        await truncate(join(place, 'package.json'), 0);
      },
    ],
    [
      'a package.json that is null',
      'package_malformed',
      /not an object/,
      async (place) => {
        await folder.write(place);
        await writeFile(join(place, 'package.json'), 'null');
      },
    ],
    [
      'a package.json that is a list',
      'package_malformed',
      /not an object/,
      async (place) => {
        await folder.write(place);
        await writeFile(join(place, 'package.json'), '[]');
      },
    ],
    [
      'a settings schema nested 30,000 deep',
      'package_malformed',
      /nested too deeply/,
      async (place) => {
        await folder.write(place, { settings: null });
        await writeFile(join(place, 'settings.schema.json'), `${'{"not":'.repeat(30_000)}true${'}'.repeat(30_000)}`);
      },
    ],
    [
      'a name that is a path',
      'package_malformed',
      /usable name/,
      (place) => folder.write(place, { packageJson: { name: '../../etc' } }),
    ],
    [
      'a version that is not one',
      'package_malformed',
      /usable version/,
      (place) => folder.write(place, { packageJson: { version: 'latest' } }),
    ],
  ];
  test.each(cases)('%s', async (_title, code, message, write) => {
    const place = join(folder.release, 'one');
    await write(place);
    const faults = await faultsOf(place);
    expect(faults).toContainEqual(expect.objectContaining({ code, message: expect.stringMatching(message) }));
    expect(JSON.stringify(faults)).not.toContain(folder.path);
    expect(JSON.stringify(faults)).not.toContain('secret-text');
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read (root may read all)', async () => {
    const place = join(folder.plugins, 'closed');
    await mkdir(place);
    await chmod(place, 0);
    const found = await discover();
    expect(found[0]?.faults[0]).toMatchObject({ code: 'folder_unreadable' });
  });

  test('a plugin folder that is a file, and a scope of node_modules that links to itself', async () => {
    await writeFile(join(folder.path, 'file'), '');
    await symlink(join(folder.nodeModules, '@loop'), join(folder.nodeModules, '@loop'));
    const discovery = createPluginDiscovery({
      places: { release: [], nodeModules: [folder.nodeModules], folders: [join(folder.path, 'file')] },
      sdkVersion: '1.2.0',
      capabilities: builtInCapabilities,
      conditions: new Set(),
    });
    expect((await discovery.discover()).map(({ faults }) => faults[0]?.code)).toEqual([
      'folder_unreadable',
      'folder_unreadable',
    ]);
  });
});

describe('a manifest that is not fit is listed with the place of each fault', () => {
  const operations = validManifest.capabilities.channel.operations;
  const cases: readonly [title: string, manifest: unknown, code: string, path: string, message: RegExp][] = [
    ['absent', undefined, 'manifest_missing', '/fairlead', /no member “fairlead”/],
    ['null', null, 'manifest_invalid', '/fairlead', /must be object/],
    ['a list', [validManifest], 'manifest_invalid', '/fairlead', /must be object/],
    ['a member that does not exist', { colour: 1 }, 'manifest_invalid', '/fairlead/colour', /not a member/],
    [
      'a member of the wrong type',
      { settingsVersion: '1' },
      'manifest_invalid',
      '/fairlead/settingsVersion',
      /must be integer/,
    ],
    [
      'an unknown host',
      { host: { prefers: 'cloud' } },
      'manifest_invalid',
      '/fairlead/host/prefers',
      /one of inline, process/,
    ],
    ['an id that is a path', { id: '../channel' }, 'manifest_invalid', '/fairlead/id', /pattern/],
    ['a range that is none', { sdk: 'newest' }, 'manifest_invalid', '/fairlead/sdk', /not a range/],
    [
      'an SDK of another major version',
      { sdk: '^2.0.0' },
      'sdk_mismatch',
      '/fairlead/sdk',
      /\^2\.0\.0 .* runs 1\.2\.0/,
    ],
    [
      'an unknown capability',
      { capabilities: { teleport: { version: 1, operations } } },
      'capability_unknown',
      '/fairlead/capabilities',
      /“teleport”/,
    ],
    [
      'an unknown version of one',
      { capabilities: { channel: { version: 9, operations } } },
      'capability_unknown',
      '/fairlead/capabilities',
      /Version 9/,
    ],
    [
      'an unknown operation',
      { capabilities: { channel: { version: 1, operations: { ...operations, fly: {} } } } },
      'capability_unknown',
      '/fairlead/capabilities',
      /no operation “fly”/,
    ],
    [
      'an operation named like a member of every object',
      { capabilities: { channel: { version: 1, operations: { ...operations, constructor: {} } } } },
      'capability_unknown',
      '/fairlead/capabilities',
      /“constructor”/,
    ],
    [
      'a required operation missing',
      { capabilities: { channel: { version: 1, operations: { fetch: {} } } } },
      'capability_unknown',
      '/fairlead/capabilities',
      /requires .*testCredentials/,
    ],
    [
      'settings outside the package',
      { settings: './../../etc/passwd.json' },
      'path_outside',
      '/fairlead/settings',
      /leads out/,
    ],
    [
      'settings that do not exist',
      { settings: './none.json' },
      'settings_missing',
      '/fairlead/settings',
      /does not exist/,
    ],
    ['an icon outside the package', { icon: './../icon.svg' }, 'path_outside', '/fairlead/icon', /leads out/],
  ];
  test.each(cases)('%s', async (_title, manifest, code, path, message) => {
    const files = manifest === undefined ? { packageJson: { fairlead: undefined } } : { manifest };
    const place = await folder.write(join(folder.release, 'one'), files);
    await writeFile(join(folder.release, 'icon.svg'), '');
    expect(await faultsOf(place)).toContainEqual({ code, path, message: expect.stringMatching(message) });
  });

  test('a prerelease of the SDK fits a range that names its version', async () => {
    const place = await folder.write(join(folder.release, 'one'), { manifest: { sdk: '^1.2.0-0' } });
    expect(await faultsOf(place)).toEqual([]);
  });

  test('a settings file that links out of the package is refused', async () => {
    const place = await folder.write(join(folder.release, 'one'), { settings: null });
    await writeFile(join(folder.path, 'outside.json'), JSON.stringify(validSettings));
    await symlink(join(folder.path, 'outside.json'), join(place, 'settings.schema.json'));
    expect(await faultsOf(place)).toContainEqual(expect.objectContaining({ code: 'path_outside' }));
  });

  test('hundreds of faults are cut to twenty', async () => {
    const extra = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`extra${index}`, 1]));
    const place = await folder.write(join(folder.release, 'one'), { manifest: extra });
    expect(await faultsOf(place)).toHaveLength(20);
  });
});

describe('a settings schema that cannot be stored is refused', () => {
  const secret = { type: 'string', 'x-wire': 'secret', 'x-fairlead-secret': true };
  const closed = (properties: object, rest: object = {}) => ({
    type: 'object',
    properties,
    additionalProperties: false,
    ...rest,
  });
  const cases: readonly [title: string, settings: unknown, message: RegExp][] = [
    ['not an object', [], /not an object/],
    ['not a JSON schema', closed({ a: { type: 'strng' } }), /not a JSON schema/],
    ['properties that are a list', closed([]), /not a JSON schema/],
    ['open', { type: 'object', properties: {} }, /closed/],
    ['of another type', { type: 'string', additionalProperties: false }, /must be an object/],
    ['a secret inside an object', closed({ login: closed({ token: secret }) }), /inside “login”/],
    [
      'a secret that is an object',
      closed({ login: { ...closed({}), 'x-fairlead-secret': true } }),
      /“login” must be a text/,
    ],
    [
      'a secret that the wire does not know',
      closed({ token: { type: 'string', 'x-fairlead-secret': true } }),
      /“token” must be a text/,
    ],
    ['a wire secret that is not marked', closed({ token: { type: 'string', 'x-wire': 'secret' } }), /inside “token”/],
    ['a secret in a definition', closed({}, { definitions: { token: secret } }), /members of the settings themselves/],
  ];
  test.each(cases)('%s', async (_title, settings, message) => {
    const place = await folder.write(join(folder.release, 'one'), { settings });
    expect(await faultsOf(place)).toContainEqual(
      expect.objectContaining({ code: 'settings_invalid', message: expect.stringMatching(message) }),
    );
  });

  test('a list of secrets and a schema of a newer dialect are fine', async () => {
    const list = { type: 'array', items: { type: 'string', 'x-wire': 'secret' }, 'x-fairlead-secret': true };
    const settings = closed({ tokens: list }, { $schema: 'https://json-schema.org/draft/2020-12/schema' });
    const place = await folder.write(join(folder.release, 'one'), { settings });
    expect(await faultsOf(place)).toEqual([]);
  });
});

test('an entry that does not exist is a fault, and code is never run to find out', async () => {
  const place = await folder.write(join(folder.release, 'one'), { code: null });
  expect(await faultsOf(place)).toEqual([
    { code: 'entry_missing', message: 'The entry ./index.js does not exist.', path: '/exports' },
  ]);
  await writeFile(join(place, 'index.js'), 'globalThis.__discovered = true;');
  expect(await faultsOf(place)).toEqual([]);
  expect(globalThis).not.toHaveProperty('__discovered');
});

test('a package is run from its source where it is worked on, and from what was built where it was packed', async () => {
  const exports = { '.': { '@fairlead/source': './source.ts', default: './index.js' } };
  const place = await folder.write(join(folder.release, 'one'), { packageJson: { exports } });
  const entry = async () => (await discover([place], ['@fairlead/source']))[0]?.entry;
  expect(await entry()).toBe(join(place, 'index.js'));
  await writeFile(join(place, 'source.ts'), '');
  expect(await entry()).toBe(join(place, 'source.ts'));
});

test('a linked folder is run from its source in any hub, and a copy of it is not', async () => {
  const exports = { '.': { '@fairlead/source': './source.ts', default: './index.js' } };
  const work = await folder.write(join(folder.path, 'work'), { packageJson: { exports } });
  await writeFile(join(work, 'source.ts'), '');
  await mkdir(join(folder.plugins, 'linked'));
  await symlink(work, join(folder.plugins, 'linked/1.0.0'));
  const copy = await folder.write(join(folder.plugins, 'copied'), { packageJson: { exports } });
  await writeFile(join(copy, 'source.ts'), '');
  const entries = (await discover()).map(({ entry }) => entry).toSorted();
  expect(entries).toEqual([join(copy, 'index.js'), join(work, 'source.ts')]);
});
