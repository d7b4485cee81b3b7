import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { flowHarness } from './flow-harness.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-ai-kill-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Has a process of its own ask, and kills it without warning after so many answers. @returns answers that were given */
async function askAndKill(after: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--conditions=@fairlead/source', join(import.meta.dirname, 'kill-child.ts'), folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  let answers = 0;
  child.stdout.on('data', (dots: Buffer) => {
    answers += dots.length;
    if (answers >= after) child.kill('SIGKILL');
  });
  expect(await closed).toEqual([null, 'SIGKILL']);
  return answers;
}

test('a process killed at any moment has written the usage of every answer that it gave', async () => {
  let answers = 0;
  let deaths = 0;
  for (const after of [1, 40, 300]) {
    answers += await askAndKill(after);
    deaths += 1;
    const hub = await flowHarness({ folder, clock: systemClock });
    const days = { from: new Date(systemClock.now() - 86_400_000).toISOString() };
    const { answered, costUsd } = await hub.total(days);
    expect(answered).toBeGreaterThanOrEqual(answers);
    // Those that were written and not given any more: what was under way.
    expect(answered).toBeLessThanOrEqual(answers + 8 * deaths);
    expect(Number(costUsd)).toBeCloseTo(answered * 0.001, 9);
    await hub.dispose();
  }
});
