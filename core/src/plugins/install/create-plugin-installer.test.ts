import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type InstallerHarness, installerHarness } from './testing/installer-harness.ts';
import { scriptsThatLeave, testPackage, testPlugin } from './testing/plugin-package.ts';
import type { PluginInstaller } from './plugin-installer.ts';

let harness: InstallerHarness;
let installer: PluginInstaller;
beforeEach(async () => {
  harness = await installerHarness();
  installer = harness.open();
});
afterEach(() => harness[Symbol.asyncDispose]());

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
