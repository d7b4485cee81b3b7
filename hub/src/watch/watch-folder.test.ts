import { mkdir, mkdtemp, realpath, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type PluginSources, readPluginSources } from './plugin-sources.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

const cleanup: (() => unknown)[] = [];
let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-watch-')));
  for (const name of ['src', 'test', 'node_modules/dependency']) await mkdir(join(folder, name), { recursive: true });
  cleanup.push(() => rm(folder, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
});

const write = (path: string, text = '') => writeFile(join(folder, path), text);

function watching(changed: (paths: readonly string[]) => Promise<void> = async () => undefined) {
  const told: string[][] = [];
  const watch: FolderWatch = watchFolder({
    folder,
    isSource: (path) => path.startsWith('src/'),
    clock: systemClock,
    async changed(paths) {
      told.push([...paths]);
      await changed(paths);
    },
  });
  cleanup.push(() => watch.stop());
  return { told, watch };
}

/** Waits until a path has been told of. */
const toldOf = (told: readonly string[][], path: string) =>
  vi.waitFor(() => expect(told.flat()).toContain(path), { timeout: 60_000 });

describe('a watched folder', () => {
  test('tells of files that are saved at once in one go', async () => {
    const { told } = watching();
    await Promise.all(['src/a.ts', 'src/b.ts', 'src/c.ts'].map((path) => write(path, 'x')));
    await toldOf(told, 'src/c.ts');
    expect(told.flat().toSorted()).toEqual(expect.arrayContaining(['src/a.ts', 'src/b.ts', 'src/c.ts']));
    expect(told.every((paths) => new Set(paths).size === paths.length)).toBe(true);
  });

  test('sees a file that an editor writes beside and renames over the old one, again and again', async () => {
    await write('src/a.ts', 'old');
    const { told } = watching();
    for (const round of [1, 2, 3]) {
      const before = told.length;
      await write('src/a.ts.new', String(round));
      await rename(join(folder, 'src/a.ts.new'), join(folder, 'src/a.ts'));
      await vi.waitFor(() => expect(told.slice(before).flat()).toContain('src/a.ts'), { timeout: 60_000 });
    }
  });

  test('sees a file that is removed, and one in a folder that was made meanwhile', async () => {
    await write('src/a.ts', 'old');
    const { told } = watching();
    await unlink(join(folder, 'src/a.ts'));
    await toldOf(told, 'src/a.ts');
    await mkdir(join(folder, 'src/deep'));
    await toldOf(told, 'src/deep');
    await write('src/deep/b.ts', 'x');
    await toldOf(told, 'src/deep/b.ts');
  });

  test('says nothing of what does not count', async () => {
    const { told } = watching();
    await write('node_modules/dependency/index.js', 'x');
    await write('test/a.test.ts', 'x');
    await write('src/last.ts', 'x');
    await toldOf(told, 'src/last.ts');
    expect(told.flat()).toEqual(told.flat().filter((path) => path.startsWith('src/')));
  });

  test('tells of what changed while it was at work when that is done, and never twice at a time', async () => {
    const gate = Promise.withResolvers<void>();
    let atOnce = 0;
    let most = 0;
    const { told } = watching(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await gate.promise;
      atOnce -= 1;
    });
    await write('src/first.ts', 'x');
    await toldOf(told, 'src/first.ts');
    await write('src/second.ts', 'x');
    expect(told.flat()).not.toContain('src/second.ts');
    gate.resolve();
    await toldOf(told, 'src/second.ts');
    expect(most).toBe(1);
  });

  test('says nothing any more once it was stopped', async () => {
    const { told, watch } = watching();
    await write('src/a.ts', 'x');
    await toldOf(told, 'src/a.ts');
    watch.stop();
    const count = told.length;
    await write('src/a.ts', 'y');
    // Another watch on the same folder sees it, so that the first would have.
    const other = watching();
    await write('src/b.ts', 'y');
    await toldOf(other.told, 'src/b.ts');
    expect(told.length).toBe(count);
  });
});

describe('which files of a plugin count', () => {
  const manifest = { id: 'channel-x', settings: './settings.schema.json' };
  const exports = { '.': { '@fairlead/source': './src/index.ts', default: './dist/src/index.js' } };
  async function sources(packageJson: object): Promise<PluginSources> {
    await write('package.json', JSON.stringify(packageJson));
    return readPluginSources(folder);
  }
  const counted =
    ({ isSource }: PluginSources) =>
    (path: string) =>
      isSource(path);
  const all = ['package.json', 'settings.schema.json', 'src/a.ts', 'dist/src/a.js', 'test/a.test.ts', 'README.md'];

  test('its sources, where the package names them', async () => {
    await write('src/index.ts');
    const found = await sources({ exports, fairlead: manifest });
    expect(found.place).toBe('src');
    expect(all.filter(counted(found))).toEqual(['package.json', 'settings.schema.json', 'src/a.ts']);
  });

  test('what the build makes, where there are no sources', async () => {
    const found = await sources({ exports, fairlead: manifest });
    expect(found.place).toBe('dist');
    expect(all.filter(counted(found))).toEqual(['package.json', 'settings.schema.json', 'dist/src/a.js']);
  });

  test('all code, where the entry lies in the folder itself, and nothing that editors leave behind', async () => {
    const found = await sources({ exports: './index.js', fairlead: manifest });
    expect(found.place).toBe('.');
    const paths = ['index.js', 'lib/a.js', '.git/a.js', 'node_modules/a/index.js', '.a.js.swp', 'a.js~', 'notes.txt'];
    expect(paths.filter(counted(found))).toEqual(['index.js', 'lib/a.js']);
  });

  test.each([
    ['no package.json', undefined, /cannot be read: ENOENT/],
    ['one that is not JSON', '{', /cannot be read: .*JSON/],
    ['one that exports nothing', '{"exports": {}}', /exports no “\.”/],
  ])('of %s it says so', async (_what, text, message) => {
    if (text !== undefined) await write('package.json', text);
    await expect(readPluginSources(folder)).rejects.toThrow(message);
  });
});
