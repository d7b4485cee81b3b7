import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineCollection } from '../collection.ts';
import { createStorage } from '../create-storage.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { openDatabase } from './open-database.ts';

const rights = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('the database file', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.dispose());

  test('is readable by its owner alone, its journal as well', async () => {
    const storage = await createStorage({
      path: join(folder.path, 'data', 'a.db'),
      collections: [],
      clock: new FakeClock(),
    });
    await storage.migrate();
    expect(await rights(join(folder.path, 'data'))).toBe('700');
    expect(await rights(join(folder.path, 'data', 'a.db'))).toBe('600');
    expect(await rights(join(folder.path, 'data', 'a.db-wal'))).toBe('600');
    await storage.dispose();
  });
  test('is flushed at every commit', async () => {
    const open = await openDatabase(join(folder.path, 'a.db'), []);
    expect(open.handle.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(open.handle.pragma('synchronous', { simple: true })).toBe(2);
    await open.orm.close();
  });
  test('of a newer Fairlead that says so is refused; one that is merely ahead is not', async () => {
    const path = join(folder.path, 'a.db');
    const clock = new FakeClock();
    const first = await createStorage({ path, collections: [], clock });
    await first.migrate();
    await first.dispose();
    const open = await openDatabase(path, []);
    open.handle.exec("INSERT INTO schema_versions VALUES (98, 1, 'x')");
    const ahead = await createStorage({ path, collections: [], clock });
    await ahead.migrate();
    await ahead.dispose();
    open.handle.exec("INSERT INTO schema_versions VALUES (99, 99, 'x')");
    await open.orm.close();
    const refused = await createStorage({ path, collections: [], clock });
    await expect(refused.migrate()).rejects.toMatchObject({
      code: 'schema_too_new',
      message: expect.stringContaining('99'),
    });
    await refused.dispose();
  });
  test('cannot hold two collections of one name, nor one with a reserved name', async () => {
    const named = (name: string) => defineCollection({ name, index: {}, project: () => ({}) });
    const open = (...names: string[]) =>
      createStorage({ path: join(folder.path, 'a.db'), collections: names.map(named), clock: new FakeClock() });
    await expect(open('a', 'a')).rejects.toMatchObject({ code: 'bad_query' });
    await expect(open('inbox')).rejects.toMatchObject({ code: 'bad_query' });
    expect(() => named('Upper; drop')).toThrow(expect.objectContaining({ code: 'bad_query' }));
  });
  test('that is no database is refused with a clear code', async () => {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder.path, 'a.db'), 'x'.repeat(5_000));
    const opening = createStorage({ path: join(folder.path, 'a.db'), collections: [], clock: new FakeClock() });
    await expect(opening).rejects.toMatchObject({ code: 'storage_unavailable' });
  });
});
