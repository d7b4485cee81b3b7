import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/api.ts';
import { runCommand } from '../support/run-command.ts';
import { type AttackHub, startAttackHub } from './attack-hub.ts';
import { addKey, addPerson } from './callers.ts';

interface Page<Item> {
  readonly items: readonly Item[];
}

let hub: AttackHub;
beforeAll(async () => {
  hub = await startAttackHub();
});
afterAll(() => hub.stop());

const audit = (...args: readonly string[]) => runCommand(['audit', ...args], { dataDir: hub.dataDir });
const read = <Item>(path: string) => hub.ok<Page<Item>>({ method: 'GET', path, token: hub.owner });

/** What the guide gives those who do not trust the hub, to the letter. */
async function checkerOfTheGuide(): Promise<string> {
  const guide = await readFile(new URL('../../../docs/guides/audit.md', import.meta.url), 'utf8');
  const path = join(hub.dataDir, 'check-audit.mjs');
  await writeFile(path, /```js\n(.*?)```/s.exec(guide)?.[1] ?? '');
  return path;
}

test('the audit log is sealed within a minute, proved with and without the hub, and who changes a row in the file is found', async () => {
  await addPerson(hub, 'viewer');
  const { key } = await addKey(hub, 'audit.read');
  await hub.clock.advance(60_000);
  const [seal] = (
    await eventually(
      () => read<{ number: number; hash: string }>('/api/audit/seals'),
      ({ items }) => items.length > 0,
    )
  ).items;
  const published = await read<{ data: { number: number; hash: string } }>('/api/events?type=audit.sealed');
  expect(published.items[0]?.data).toMatchObject({ number: seal?.number, hash: seal?.hash });
  const kept = `${seal?.number}:${seal?.hash}`;

  const good = await audit('verify');
  expect(good).toMatchObject({ code: 0 });
  expect(good.stdout).toMatch(
    new RegExp(`^The audit log is what was sealed: \\d+ rows in 1 seal\\.\n(.*\n)*${kept}\n$`),
  );
  const file = join(hub.dataDir, 'audit.ndjson');
  expect(await audit('export', '--file', file)).toMatchObject({ code: 0 });
  expect(await audit('export', '--file', file)).toMatchObject({
    code: 1,
    stderr: `There is a file ${file} already.\n`,
  });
  const checker = [await checkerOfTheGuide(), file, hub.url, key];
  const { stdout } = await promisify(execFile)(process.execPath, checker);
  expect(stdout).toMatch(new RegExp(`^\\d+ rows fit 1 seals; the last is ${kept}\n$`));

  await hub.halt();
  const database = new DatabaseSync(join(hub.dataDir, 'fairlead.db'));
  const found = database.prepare(`SELECT _id FROM audit WHERE action = 'user.create'`).get()?.['_id'];
  database
    .prepare(`UPDATE audit SET state = json_set(state, '$.actorName', 'nobody') WHERE _id = ?`)
    .run(String(found));
  database.close();
  const bad = await audit('verify', '--expect', kept);
  expect(bad).toMatchObject({
    code: 1,
    stdout: `Row ${String(found)} was changed after seal 1 was made.\n`,
    stderr: expect.stringMatching(/The audit log is not what was sealed\.\n$/),
  });
});

test('a seal that is no seal is refused before anything is asked', async () => {
  expect(await audit('verify', '--expect', '1:abc')).toMatchObject({ code: 2, stdout: '' });
});
