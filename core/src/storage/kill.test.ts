import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openAt, ships } from './testing/commit-and-print.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const program = join(import.meta.dirname, 'testing', 'commit-and-print.ts');

/** Runs the writing process until it acknowledged so many writes, then kills it. @returns the acknowledged lines */
async function killedAfter(path: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--conditions=@fairlead/source', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(line);
    if (acknowledged.length === lines) child.kill('SIGKILL');
  }
  return acknowledged;
}

test.each([1, 7, 100, 501, 1_234])(
  'nothing acknowledged is lost when the process is killed after %i writes',
  async (lines) => {
    const folder = await temporaryFolder();
    const path = join(folder.path, 'a.db');
    const acknowledged = await killedAfter(path, lines);
    expect(acknowledged.length).toBeGreaterThanOrEqual(lines);
    const storage = await openAt(path);
    const lost: string[] = [];
    for (const line of acknowledged) {
      const [kind, id = ''] = line.split(' ');
      const found =
        kind === 'ship'
          ? await storage.repository(ships).get(id)
          : kind === 'inbox'
            ? await storage.hot.inbox.get(id)
            : await storage.hot.jobs.get(id);
      if (found === undefined) lost.push(line);
    }
    expect(lost).toEqual([]);
    // And it can be written to as before.
    await storage.repository(ships).commit({ id: 'after', state: { name: 'after' } }, 0);
    await storage.dispose();
    await folder.dispose();
  },
);
