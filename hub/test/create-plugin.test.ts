import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pluginIdPattern } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultOf, slugOf } from '../src/create-plugin/plugin-choices.ts';
import { runCommand } from './support/run-command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-create-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const create = (place: string, ...options: string[]) => runCommand(['create-plugin', join(folder, place), ...options]);
const read = (path: string) => readFile(join(folder, path), 'utf8');

interface PackageJson {
  readonly name: string;
  readonly license: string;
  readonly private?: boolean;
  readonly keywords: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly fairlead: { readonly id: string; readonly displayName: string; readonly sdk: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const packageJson = async (place: string) => JSON.parse(await read(`${place}/package.json`)) as PackageJson;

describe('create-plugin', () => {
  test.each([
    ['payment-gateway', 'gateway-muenzwerk', 'src/payment-gateway.ts'],
    ['channel', 'channel-muenzwerk', 'src/channel.ts'],
    ['ai-provider', 'ai-muenzwerk', 'src/ai-provider.ts'],
  ])('writes a whole package for %s, in which nothing of the template is left', async (capability, id, source) => {
    const { code, stdout } = await create(
      'new',
      '--capability',
      capability,
      '--vendor',
      'Münzwerk & Co.',
      '--id',
      id,
      '--json',
    );
    expect(code).toBe(0);
    const { files } = JSON.parse(stdout) as { files: string[] };
    expect(files).toEqual((await allFiles(join(folder, 'new'))).toSorted());
    expect(files).toEqual(
      expect.arrayContaining([source, 'LICENSE', 'README.md', '.gitignore', 'test/conformance.test.ts']),
    );
    for (const file of files) expect(await read(`new/${file}`), file).not.toMatch(/acme/i);
    expect(await packageJson('new')).toMatchObject({
      name: `fairlead-${id}`,
      license: 'Apache-2.0',
      keywords: ['fairlead-plugin'],
      fairlead: { id, displayName: 'Münzwerk & Co.' },
      scripts: { build: 'tsc', test: 'vitest run --dir test --testTimeout=60000', check: 'fairlead plugins check .' },
    });
    expect(await packageJson('new')).not.toHaveProperty('private');
    expect(await read('new/README.md')).toMatch(/^# Münzwerk & Co\. for Fairlead\n/);
    await mkdir(join(folder, 'usual'));
    expect((await stat(join(folder, 'new'))).mode).toBe((await stat(join(folder, 'usual'))).mode);
  });

  test('a package that stands alone asks for the SDK of this hub, or for what it is told', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'sdk/package.json'), 'utf8')) as { version: string };
    await create('one', '--capability', 'channel', '--vendor', 'One');
    expect((await packageJson('one')).dependencies['@fairlead/sdk']).toBe(`^${version}`);
    await create('two', '--capability', 'channel', '--vendor', 'Two', '--sdk', 'file:../sdk.tgz');
    const two = await packageJson('two');
    expect(two.dependencies['@fairlead/sdk']).toBe('file:../sdk.tgz');
    expect(two.fairlead.sdk).toBe(`^${version}`);
  });

  test('its versions are those that the workspace itself uses', async () => {
    await create('one', '--capability', 'payment-gateway', '--vendor', 'One');
    const { dependencies, devDependencies } = await packageJson('one');
    const catalog = await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8');
    const own = await readFile(join(root, 'package.json'), 'utf8');
    const { '@fairlead/sdk': _sdk, ...others } = { ...dependencies, ...devDependencies };
    for (const [name, range] of Object.entries(others)) {
      const lines = (name === 'typescript' ? own : catalog).replaceAll(/['"]/g, '');
      expect(lines).toContain(`${name}: ${range}`);
    }
  });

  test('beside the plugins of the workspace it is one of them', async () => {
    await mkdir(join(folder, 'plugins'));
    await mkdir(join(folder, 'sdk'));
    await writeFile(join(folder, 'pnpm-workspace.yaml'), 'packages: [sdk, plugins/*]\n');
    await writeFile(join(folder, 'sdk/package.json'), '{"name": "@fairlead/sdk"}');
    const { code, stdout } = await create('plugins/gateway-one', '--capability', 'payment-gateway', '--vendor', 'One');
    expect(code).toBe(0);
    expect(stdout).toContain('npx -y pnpm@12 unit plugins/gateway-one');
    const made = await packageJson('plugins/gateway-one');
    expect(made).toMatchObject({ name: '@fairlead/gateway-one', fairlead: { id: 'gateway-one' } });
    expect(made.dependencies).toEqual({ '@fairlead/sdk': 'workspace:^', typebox: 'catalog:' });
    const theirs = JSON.parse(await readFile(join(root, 'plugins/channel-rss/tsconfig.json'), 'utf8')) as {
      extends: string;
    };
    expect(JSON.parse(await read('plugins/gateway-one/tsconfig.json'))).toMatchObject({ extends: theirs.extends });
  });

  test('the licence is written out with its holder, and none where nobody may use it', async () => {
    await create('mit', '--capability', 'channel', '--vendor', 'One', '--licence', 'MIT', '--author', 'One Ltd');
    expect(await read('mit/LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 20\d\d One Ltd\n/);
    expect((await packageJson('mit')).license).toBe('MIT');
    await create('own', '--capability', 'channel', '--vendor', 'One', '--licence', 'UNLICENSED');
    expect(await readdir(join(folder, 'own'))).not.toContain('LICENSE');
  });

  test.each([
    [
      'nothing at all',
      [],
      /nobody to ask, so this needs --capability <payment-gateway\|channel\|ai-provider> and --vendor <name>/,
    ],
    ['no vendor', ['--capability', 'channel'], /needs --vendor <name>\./],
    [
      'a capability that is none',
      ['--capability', 'moon', '--vendor', 'A'],
      /--capability must be one of payment-gateway, channel, ai-provider/,
    ],
    [
      'a vendor that breaks out of a comment',
      ['--capability', 'channel', '--vendor', 'A*/ evil()'],
      /--vendor must begin with/,
    ],
    [
      'an id with blanks',
      ['--capability', 'channel', '--vendor', 'A', '--id', 'my plugin'],
      /--id must be <kind>-<vendor>/,
    ],
    [
      'an id of the release',
      ['--capability', 'channel', '--vendor', 'A', '--id', 'channel-rss'],
      /belongs to a plugin of the release/,
    ],
    [
      'a package name in capitals',
      ['--capability', 'channel', '--vendor', 'A', '--package', 'Mine'],
      /--package must be a package name/,
    ],
    [
      'a licence nobody knows',
      ['--capability', 'channel', '--vendor', 'A', '--licence', 'mine'],
      /--licence must be one of/,
    ],
  ])('with %s it writes nothing and says what is wrong', async (_what, options, message) => {
    const { code, stderr } = await create('new', ...options);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a folder that is in use is left as it is', async () => {
    await mkdir(join(folder, 'used'));
    await writeFile(join(folder, 'used/mine.txt'), 'mine');
    const { code, stderr } = await create('used', '--capability', 'channel', '--vendor', 'One');
    expect(code).toBe(1);
    expect(stderr).toContain('is not empty. Name another one.');
    expect(await readdir(folder, { recursive: true })).toEqual(['used', 'used/mine.txt']);
  });
});

describe('what a name becomes', () => {
  test.each([
    ['Acme', 'acme'],
    ['Crédit Mutuel & Co.', 'credit-mutuel-co'],
    ['3-D Secure', '3-d-secure'],
    ['株式会社', 'vendor'],
  ])('%s is %s, a part of an id', (vendor, slug) => {
    expect(faultOf.vendor(vendor)).toBeUndefined();
    expect(slugOf(vendor)).toBe(slug);
    expect(`channel-${slug}`).toMatch(new RegExp(pluginIdPattern));
  });
});

async function allFiles(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1));
}
