import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLoopback, sameText, writeLocalToken } from './local-token.ts';

test('the token’s file is for its owner alone, also where an open one lay before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-token-'));
  const path = join(folder, 'cli-token');
  await writeFile(path, 'old', { mode: 0o644 });
  const { text } = await writeLocalToken(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).toBe(`${text}\n`);
  expect((await writeLocalToken(path)).text).not.toBe(text);
  await rm(folder, { recursive: true });
});

test('loopback is the machine itself and nothing that looks like it', () => {
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect(isLoopback(address)).toBe(true);
  for (const address of ['10.0.0.1', '1.127.0.0.1', '::2', '127.0.0.1.example.com', '', undefined]) {
    expect(isLoopback(address)).toBe(false);
  }
});

test('texts are compared whole', () => {
  expect(sameText('abc', 'abc')).toBe(true);
  expect(sameText('abc', 'abd')).toBe(false);
  expect(sameText('abc', 'abcd')).toBe(false);
});
