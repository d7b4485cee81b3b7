import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyFile, readKeyFile, replaceKeyFile } from './key-file.ts';
import { createMasterKey, formatMasterKey } from './master-key.ts';
import { parseMasterKeys } from './parse-master-keys.ts';
import { VaultError } from './vault-error.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-keys-'));
  path = join(folder, 'master.keys');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const one = formatMasterKey(createMasterKey('one'));
const two = formatMasterKey(createMasterKey('two'));
const material = (entry: string) => entry.slice(entry.indexOf(':') + 1);

function faultOf(action: () => unknown): VaultError {
  try {
    action();
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

test.each([
  ['commas', `${one},${two}`],
  ['commas and spaces', ` ${one} , ${two} `],
  ['lines', `${one}\n${two}\n`],
  ['Windows lines and a byte order mark', `\u{FEFF}${one}\r\n${two}\r\n`],
  ['comments and blank lines', `# keys\n\n${one}\n  # older\n${two}`],
  ['base64 of URLs without padding', `${one.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')},${two}`],
])('keys separated by %s are read, the first active', (_name, text) => {
  const keys = parseMasterKeys(text, 'test');
  expect(keys.map(formatMasterKey)).toEqual([one, two]);
});

test.each([
  ['nothing', '', ['It holds no key.']],
  ['only comments', '# one\n\n', ['It holds no key.']],
  ['an entry that is empty', `${one},,${two}`, ['Entry 2 is empty.']],
  ['no id', material(one), ['Entry 1 has no id: write id:base64.']],
  [
    'an id with a space',
    `my key:${material(one)}`,
    ['Entry 1 has an id of other characters than letters, digits, “.”, “_” and “-”.'],
  ],
  [
    'no id before the colon, on a line',
    `${one}\n:${material(two)}`,
    ['Line 2 has an id of other characters than letters, digits, “.”, “_” and “-”.'],
  ],
  ['an empty key', 'one:', ['Key “one” is empty.']],
  ['a truncated key', one.slice(0, -12), ['Key “one” is cut off: 24 of 32 bytes.']],
  [
    'a key one byte too long',
    `one:${Buffer.from(material(one), 'base64').toString('base64').slice(0, -1)}AA`,
    ['Key “one” is too long: 33 bytes instead of 32.'],
  ],
  ['what is not base64', 'one:!!!!', ['Key “one” is not base64.']],
  [
    'hex of the wrong length',
    `one:${'0123456789abcdef'.repeat(4)}`,
    ['Key “one” is too long: 48 bytes instead of 32.'],
  ],
  [
    'a key of zeros',
    `one:${Buffer.alloc(32).toString('base64')}`,
    ['Key “one” repeats one byte: it is not a random key.'],
  ],
  ['one id twice', `${one},one:${material(two)}`, ['Key “one” is given twice.']],
  ['one key under two ids', `${one},two:${material(one)}`, ['Keys “one” and “two” are the same key.']],
  ['several faults at once', `one:!,two:`, ['Key “one” is not base64.', 'Key “two” is empty.']],
  ['binary', '\u0000\u0001:\u0002', ['Entry 1 has an id of other characters than letters, digits, “.”, “_” and “-”.']],
])('%s is refused, named, and not repeated', (_name, text, faults) => {
  const error = faultOf(() => parseMasterKeys(text, 'FAIRLEAD_MASTER_KEYS'));
  expect(error.code).toBe('key_invalid');
  expect(error.errors?.map(({ message }) => message)).toEqual(faults);
  expect(error.message).toContain('FAIRLEAD_MASTER_KEYS');
  for (const entry of [one, two]) expect(error.message).not.toContain(material(entry).slice(0, 10));
});

test('a file that is not there is no fault', () => {
  expect(readKeyFile(path)).toBeUndefined();
});

test('the first start makes the file and its folder for the owner alone; the next reads the same key', () => {
  const nested = join(folder, 'data', 'master.keys');
  const made = createKeyFile(nested);
  expect(statSync(nested).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, 'data'))).toEqual(['master.keys']);
  expect(readKeyFile(nested)?.map(formatMasterKey)).toEqual(made.map(formatMasterKey));
});

test('making a file that another process made first reads its keys', () => {
  writeFileSync(path, one, { mode: 0o600 });
  expect(createKeyFile(path).map(formatMasterKey)).toEqual([one]);
  expect(readFileSync(path, 'utf8')).toBe(one);
});

test('keys are replaced as a whole, the active one first', () => {
  createKeyFile(path);
  replaceKeyFile(path, parseMasterKeys(`${two},${one}`, 'test'));
  expect(readKeyFile(path)?.map(({ id }) => id)).toEqual(['two', 'one']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['master.keys']);
});

test.skipIf(process.platform === 'win32').each([[0o640], [0o604], [0o644], [0o620], [0o660]])(
  'a file of mode %o is refused, and the message says how to mend it',
  (mode) => {
    writeFileSync(path, one);
    chmodSync(path, mode);
    const error = faultOf(() => readKeyFile(path));
    expect(error.code).toBe('key_file_exposed');
    expect(error.message).toContain(`chmod 600 ${path}`);
  },
);

test('a link to a private file is read', () => {
  writeFileSync(join(folder, 'real'), one, { mode: 0o400 });
  symlinkSync(join(folder, 'real'), path);
  expect(readKeyFile(path)).toHaveLength(1);
});

test.each([
  ['a truncated file', () => writeFileSync(path, one.slice(0, 20), { mode: 0o600 }), /“one” is cut off/],
  ['an empty file', () => writeFileSync(path, '', { mode: 0o600 }), /holds no key/],
  ['a folder', () => mkdirSync(path, { mode: 0o700 }), /not a file/],
  ['a file of a megabyte', () => writeFileSync(path, 'x'.repeat(1_000_000), { mode: 0o600 }), /more than 65536 bytes/],
])('%s is refused with its path', (_name, make, message) => {
  make();
  const error = faultOf(() => readKeyFile(path));
  expect(error.code).toBe('key_invalid');
  expect(error.message).toMatch(message);
  expect(error.message).toContain(path);
});

test('a place that cannot be written is named', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(faultOf(() => createKeyFile(join(folder, 'file', 'master.keys'))).message).toContain('cannot be written');
});
