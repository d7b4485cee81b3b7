import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let location: string;
beforeEach(async () => {
  location = await realpath(await mkdtemp(join(tmpdir(), 'fairlead import-')));
  await mkdir(join(location, 'src'));
});
afterEach(() => rm(location, { recursive: true, force: true }));

/** As a plugin's process does it: in a Node of its own, which is not the one that runs the tests. */
async function faultOf(entry: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(location, 'src', name), text);
  const failed = { entry: join(location, 'src', entry), location };
  const program = `
    import { pathToFileURL } from 'node:url';
    import { importFault } from ${JSON.stringify(join(import.meta.dirname, 'import-fault.ts'))};
    const failed = ${JSON.stringify(failed)};
    await import(pathToFileURL(failed.entry).href).catch(async (error) => {
      process.stdout.write(await importFault(error, failed));
    });`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program]);
  return stdout;
}

test.each([
  [
    'TypeScript that cannot be parsed, in a file that the entry imports',
    'index.ts',
    { 'index.ts': "import './a.ts';\n", 'a.ts': 'export const a = 1;\n\nexport const b: string = ;\n' },
    /^SyntaxError: .* \(\.\/src\/a\.ts:3\)$/,
  ],
  [
    'JavaScript that cannot be parsed, in a file that the entry imports',
    'index.mjs',
    { 'index.mjs': "import './a.mjs';\n", 'a.mjs': 'export const a = 1;\nexport const b = ;\n' },
    /^SyntaxError: .* \(\.\/src\/a\.mjs:2\)$/,
  ],
  [
    'an error that is thrown while it loads',
    'index.ts',
    { 'index.ts': "import { a } from './a.ts';\n\na();\n", 'a.ts': '\nexport const a = () => nowhere;\n' },
    /^ReferenceError: nowhere is not defined \(\.\/src\/a\.ts:2\)$/,
  ],
  [
    'an import of what is not exported',
    'index.ts',
    { 'index.ts': "\nimport { b } from './a.ts';\nb;\n", 'a.ts': 'export const a = 1;\n' },
    /^SyntaxError: .* named 'b' \(\.\/src\/index\.ts:2\)$/,
  ],
  [
    'an import of a file that is not there',
    'index.ts',
    { 'index.ts': "\n\nimport './missing.ts';\n" },
    /^Error: Cannot find module '\.\/src\/missing\.ts' imported from \.\/src\/index\.ts \(\.\/src\/index\.ts:3\)$/,
  ],
  [
    'an import of a package that is not there',
    'index.ts',
    { 'index.ts': "\nimport 'never-installed';\n" },
    /^Error: .*'never-installed'.* \(\.\/src\/index\.ts:2\)$/,
  ],
  ['something thrown that is no error', 'index.ts', { 'index.ts': "throw 'a word';\n" }, /^a word$/],
])('names file and line of %s', async (_what, entry, files, form) => {
  expect(await faultOf(entry, files)).toMatch(form);
});
