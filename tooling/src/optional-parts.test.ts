import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findOptionalParts, optionalParts } from './optional-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'fairlead-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds a program on PATH and says where', () => {
  program('redis-server', 0);
  const { environment, missing } = findOptionalParts({ PATH: `/nowhere:${folder}` });
  expect(environment).toEqual({ FAIRLEAD_TEST_REDIS_SERVER: join(folder, 'redis-server') });
  expect(missing.map(({ name }) => name)).toEqual(['MongoDB', 'Chromium', 'strace']);
});

it('passes over a file that is not executable', () => {
  writeFileSync(join(folder, 'mongod'), '');
  expect(findOptionalParts({ PATH: folder }).environment).not.toHaveProperty('FAIRLEAD_TEST_MONGOD');
});

it('counts a program that fails its probe as missing', () => {
  program('strace', 1);
  expect(findOptionalParts({ PATH: folder }).missing.map(({ name }) => name)).toContain('strace');
  program('strace', 0);
  expect(findOptionalParts({ PATH: folder }).environment).toHaveProperty('FAIRLEAD_TEST_STRACE');
});

it('lets a variable that is set win over the search', () => {
  const given = { FAIRLEAD_TEST_REDIS_SERVER: '/opt/redis', FAIRLEAD_TEST_MONGODB_URL: 'mongodb://example' };
  expect(findOptionalParts({ PATH: folder, ...given }).environment).toMatchObject(given);
});

it('finds nothing, and says so, in an empty environment', () => {
  expect(findOptionalParts({})).toEqual({ environment: {}, missing: optionalParts });
});

function program(name: string, exitCode: number): void {
  writeFileSync(join(folder, name), `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(join(folder, name), 0o755);
}
