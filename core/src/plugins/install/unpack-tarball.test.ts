import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../testing/registry-harness.ts';
import { createBudget, defaultInstallLimits, type InstallLimits } from './limits.ts';
import { makeTarball, type TarEntry } from './testing/make-tarball.ts';
import { unpackTarball } from './unpack-tarball.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-unpack-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function unpack(tarball: Uint8Array, limits: Partial<InstallLimits> = {}): Promise<void> {
  const file = join(folder, 'some.tgz');
  await writeFile(file, tarball);
  const budget = createBudget({ ...defaultInstallLimits, ...limits });
  await unpackTarball({ file, into: join(folder, 'out'), budget, signal: new AbortController().signal });
}

const files = async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => !one.isDirectory() && !one.name.startsWith('some.tgz')).map(({ name }) => name);
};

test('files come out as they were packed, readable by the hub and writable by nobody else', async () => {
  await unpack(
    makeTarball([
      { path: 'package/', type: 'Directory', mode: 0o000 },
      { path: 'package/package.json', body: '{}', mode: 0o000 },
      { path: 'package/bin/run.js', body: 'run', mode: 0o4777 },
      { path: 'package/lib/', type: 'Directory' },
      { path: 'package/lib/a.js', body: 'a' },
    ]),
  );
  const out = join(folder, 'out');
  expect(await readFile(join(out, 'lib/a.js'), 'utf8')).toBe('a');
  expect((await stat(join(out, 'package.json'))).mode & 0o7777).toBe(0o644);
  expect((await stat(join(out, 'bin/run.js'))).mode & 0o7777).toBe(0o755);
});

const hostile: readonly (readonly [name: string, code: string, entries: readonly TarEntry[]])[] = [
  ['a path that climbs out', 'tarball_unsafe', [{ path: 'package/../../evil.js', body: 'x' }]],
  ['a folder that climbs out', 'tarball_unsafe', [{ path: 'package/a/../../../evil/', type: 'Directory' }]],
  ['an outermost folder that climbs out', 'tarball_unsafe', [{ path: '../evil.js', body: 'x' }]],
  ['an absolute path', 'tarball_unsafe', [{ path: '/tmp/evil.js', body: 'x' }]],
  ['a path of another system', 'tarball_unsafe', [{ path: 'package/..\\..\\evil.js', body: 'x' }]],
  ['a symbolic link', 'tarball_unsafe', [{ path: 'package/link', type: 'SymbolicLink', linkpath: '../../..' }]],
  ['a hard link', 'tarball_unsafe', [{ path: 'package/link', type: 'Link', linkpath: '/etc/passwd' }]],
  ['a device', 'tarball_unsafe', [{ path: 'package/device', type: 'CharacterDevice' }]],
  ['a named pipe', 'tarball_unsafe', [{ path: 'package/pipe', type: 'FIFO' }]],
  ['a file beside its folder', 'tarball_unsafe', [{ path: 'evil.js', body: 'x' }]],
  ['a name with a control character', 'tarball_unsafe', [{ path: 'package/a\nb', body: 'x' }]],
  [
    'two names that differ in case only',
    'tarball_unsafe',
    [
      { path: 'package/index.js', body: 'good' },
      { path: 'package/INDEX.js', body: 'evil' },
    ],
  ],
  [
    'folders that differ in case only',
    'tarball_unsafe',
    [
      { path: 'package/lib/a.js', body: 'good' },
      { path: 'package/Lib/b.js', body: 'evil' },
    ],
  ],
  [
    'the same file twice',
    'tarball_unsafe',
    [
      { path: 'package/index.js', body: 'good' },
      { path: 'other/index.js', body: 'evil' },
    ],
  ],
  [
    'a file where a folder is',
    'tarball_unsafe',
    [
      { path: 'package/lib/a.js', body: 'good' },
      { path: 'package/lib', body: 'evil' },
    ],
  ],
  ['more bytes than the budget has', 'package_too_large', [{ path: 'package/big', body: 'x'.repeat(20_001) }]],
  [
    'more files than the budget has',
    'package_too_large',
    Array.from({ length: 21 }, (_one, index) => ({ path: `package/${index}`, body: 'x' })),
  ],
];

test.each(hostile)('a tarball with %s is refused as a whole: %s', async (_name, code, entries) => {
  const tarball = makeTarball([{ path: 'package/package.json', body: '{}' }, ...entries]);
  const failure = await failureOf(unpack(tarball, { unpackedBytes: 20_000, entries: 20 }));
  expect(failure.code).toBe(code);
  expect(await files()).toEqual([]);
});

test('a bomb is refused before it has unpacked', async () => {
  const bomb = makeTarball([{ path: 'package/zeros', body: Buffer.alloc(64 * 1024 ** 2) }]);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await failureOf(unpack(bomb))).toMatchObject({ code: 'package_too_large' });
  // The same behind the end of the archive, where nothing is unpacked at all.
  const tail = gzipSync(Buffer.alloc(64 * 1024 ** 2));
  const hidden = Buffer.concat([makeTarball([{ path: 'package/package.json', body: '{}' }]), tail]);
  expect(await failureOf(unpack(hidden))).toMatchObject({ code: 'package_too_large' });
  expect(await files()).toEqual([]);
});

test('a tarball in a tarball’s clothes is not unpacked twice', async () => {
  const twice = gzipSync(makeTarball([{ path: 'package/package.json', body: '{}' }]));
  expect(await failureOf(unpack(twice))).toMatchObject({ code: 'tarball_unsafe' });
});

test('what is cut off, empty, or no tarball is refused', async () => {
  const body = Array.from({ length: 4_000 }, (_one, index) => String(index * 7919)).join(' ');
  const whole = makeTarball([{ path: 'package/a', body }]);
  for (const bytes of [Buffer.alloc(0), Buffer.from('<html>not found</html>'), whole.subarray(0, whole.length / 2)]) {
    expect(await failureOf(unpack(bytes))).toMatchObject({ code: 'tarball_unsafe' });
  }
  expect(await files()).toEqual([]);
});

test('whatever the paths, nothing is written outside of the folder', async () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '', 'package', 'a', 'A', 'å', 'a\\b', 'C:', '~', '%2e%2e', 'node_modules', '\u0000'),
    fc.string({ maxLength: 6 }),
  );
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  const type = fc.constantFrom('File', 'Directory', 'SymbolicLink', 'Link');
  const linkpath = fc.constantFrom('..', '../../..', '/tmp', 'package/a');
  const entry = fc.record({ path: path.filter((one) => Buffer.byteLength(one) < 99), type, linkpath });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), async (entries) => {
      const place = join(folder, 'deep/er');
      await mkdir(place, { recursive: true });
      await writeFile(join(place, 'some.tgz'), makeTarball(entries as readonly TarEntry[]));
      const outcome = await unpackTarball({
        file: join(place, 'some.tgz'),
        into: join(place, 'out'),
        budget: createBudget(defaultInstallLimits),
        signal: new AbortController().signal,
      }).then(
        () => 'unpacked',
        ({ name }: Error) => name,
      );
      expect(['unpacked', 'InstallFault']).toContain(outcome);
      expect(await readdir(folder)).toEqual(['deep']);
      expect(await readdir(join(folder, 'deep'))).toEqual(['er']);
      expect((await readdir(place)).filter((name) => name !== 'out' && !name.startsWith('some.tgz'))).toEqual([]);
      const all = await readdir(place, { recursive: true, withFileTypes: true });
      expect(all.filter((one) => one.isSymbolicLink())).toEqual([]);
      await rm(place, { recursive: true });
    }),
    { numRuns: 200 },
  );
});
