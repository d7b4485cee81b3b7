import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttackHub, startAttackHub } from './attack-hub.ts';
import { injection } from './injection.ts';
import { innerNetwork } from './inner-network.ts';
import { otherCallers } from './other-callers.ts';
import { requests } from './requests.ts';

// One hub for all of it: a start takes longer than most of these attacks together.
let started: AttackHub;
beforeAll(async () => {
  started = await startAttackHub();
});
afterAll(() => started.stop());
const hub = (): AttackHub => started;

describe('other callers', () => void otherCallers(hub));
describe('injection', () => void injection(hub));
describe('inner network', () => void innerNetwork(hub));
describe('requests', () => void requests(hub));

test('after all of it the hub is well, and not one request was a mistake of its own', async () => {
  expect((await started.ask({ method: 'GET', path: '/readyz' })).status).toBe(200);
  expect(started.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

test('every test that the README names is there', async () => {
  const page = await readFile(new URL('README.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| .+ \| \[.+\]\((.+)\) \| (.+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(30);
  for (const [, file = '', title = ''] of rows) {
    expect(await readFile(new URL(file, import.meta.url), 'utf8'), file).toContain(title);
  }
});
