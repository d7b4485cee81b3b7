import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readTestReport } from './test-report.ts';

const root = join(import.meta.dirname, '../..');
const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

it('counts what passed, names what failed in a test or outside one, and gives the reason of a skip', () => {
  const { status, report } = runVitest({
    'mixed.test.js': `
      it('passes', () => {});
      it('fails', () => { throw new Error('planted'); });
      it('is skipped', ({ skip }) => skip('needs redis-server'));
      it.skip('is skipped by its title', () => {});
      it.todo('is not written yet');`,
    'broken-file.test.js': `throw new Error('planted');`,
    'broken-hook.test.js': `describe('suite', () => { beforeAll(() => { throw new Error('planted'); }); it('never runs', () => {}); });`,
    'empty.test.js': '',
    'unhandled.test.js': `it('passes too', () => { setTimeout(() => { throw new Error('planted later'); }, 0); });`,
  });
  expect(status).toBe(1);
  expect(report?.passed).toBe(2);
  expect(report?.failed.toSorted()).toEqual([
    'broken-file.test.js (the file itself)',
    'broken-hook.test.js > suite (outside its tests)',
    'empty.test.js (the file itself)',
    'mixed.test.js > fails',
    'outside any test: planted later',
  ]);
  expect(report?.skipped.filter(({ name }) => name.startsWith('mixed'))).toEqual([
    { name: 'mixed.test.js > is skipped', reason: 'needs redis-server' },
    { name: 'mixed.test.js > is skipped by its title', reason: '' },
    { name: 'mixed.test.js > is not written yet', reason: '' },
  ]);
});

it('shows a test that kills its own process as a failure', () => {
  const { status, report } = runVitest({ 'killed.test.js': `it('dies', () => process.kill(process.pid, 'SIGKILL'));` });
  expect(status).not.toBe(0);
  expect(report === undefined || report.failed.length > 0).toBe(true);
});

it('is undefined when vitest wrote none', () => {
  expect(readTestReport(join(root, 'no-such-report.json'))).toBeUndefined();
});

function runVitest(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-vitest-'));
  made.push(folder);
  const path = join(folder, 'report.json');
  const writer = JSON.stringify(join(root, 'tooling/src/test-report.ts'));
  const config = `import { ReportWriter } from ${writer};
    export default { test: { globals: true, reporters: [new ReportWriter(${JSON.stringify(path)})] } };`;
  for (const [name, text] of Object.entries({ 'vitest.config.js': config, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run'], {
    cwd: folder,
  });
  return { status, report: readTestReport(path) };
}
