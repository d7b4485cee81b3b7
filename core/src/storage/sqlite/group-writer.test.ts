import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, nativeDatabase } from './native-database.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

describe('GroupWriter', () => {
  let folder: TemporaryFolder;
  let open: OpenDatabase;
  let database: NativeDatabase;
  let writer: GroupWriter;
  let transactions: number;
  let told: string[];

  const insert = (id: number, text = '') =>
    writer.run(() => database.sql('INSERT INTO rows (id, text) VALUES (?, ?)').run(id, text).changes);
  const ids = () =>
    (database.sql('SELECT id FROM rows ORDER BY id').all() as { readonly id: number }[]).map(({ id }) => id);

  beforeEach(async () => {
    folder = await temporaryFolder();
    open = await openDatabase(join(folder.path, 'rows.db'), []);
    database = nativeDatabase(open.handle);
    database.handle.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)');
    transactions = 0;
    told = [];
    writer = new GroupWriter({
      database,
      exclusively: (action) => {
        transactions++;
        return open.exclusively(action);
      },
      appended: (events) => told.push(events.map(({ id }) => id).join()),
      longestQueue: 10,
    });
  });
  afterEach(async () => {
    await writer.dispose();
    await open.orm.close();
    await folder.dispose();
  });

  test('commits the writes of one turn together', async () => {
    expect(await Promise.all([insert(1), insert(2), insert(3)])).toEqual([1, 1, 1]);
    expect(transactions).toBe(1);
    expect(ids()).toEqual([1, 2, 3]);
  });
  test('answers nobody before the group is durable', async () => {
    const first = insert(1).then(() => database.handle.inTransaction);
    expect(await first).toBe(false);
  });
  test('tells of the events of a group together, once they are on disk, and never of those of an operation that threw', async () => {
    const append = (id: string, row: number) =>
      writer.run(() => {
        database.sql('INSERT INTO rows (id) VALUES (?)').run(row);
        writer.announce({ id, type: 'a.b', source: '/test', time: '2026', data: {}, sequence: row });
        if (row === 2) throw new Error('no');
      });
    await Promise.allSettled([append('a', 1), append('b', 2), append('c', 3)]);
    await append('d', 4);
    expect(told).toEqual(['a,c', 'd']);
  });
  test('undoes all of an operation that throws, and none of its neighbours', async () => {
    const bad = writer.run(() => {
      database.sql('INSERT INTO rows (id) VALUES (9)').run();
      throw new Error('no');
    });
    const results = await Promise.allSettled([insert(1), bad, insert(2), insert(1)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { message: 'no' } });
    expect(ids()).toEqual([1, 2]);
  });
  test('tells everyone in the group when the disk is full, stores none of it, and goes on when there is room again', async () => {
    await insert(1);
    const pages = database.handle.pragma('page_count', { simple: true }) as number;
    database.handle.pragma(`max_page_count = ${pages}`);
    const results = await Promise.allSettled([insert(2), insert(3, 'x'.repeat(100_000)), insert(4)]);
    for (const result of results) expect(result).toMatchObject({ reason: { code: 'storage_unavailable' } });
    expect(ids()).toEqual([1]);
    database.handle.pragma('max_page_count = 100000');
    await insert(5);
    expect(ids()).toEqual([1, 5]);
  });
  test('refuses what its queue cannot hold', async () => {
    const results = await Promise.allSettled(Array.from({ length: 11 }, (_, n) => insert(n)));
    expect(results.at(-1)).toMatchObject({ reason: { code: 'storage_overloaded' } });
    expect(ids()).toHaveLength(10);
  });
  test('waits while MikroORM holds a transaction, and is not part of it', async () => {
    const written: string[] = [];
    const ahead = open.orm.em.fork().transactional(async (em) => {
      await em.getConnection().execute('INSERT INTO rows (id) VALUES (1)', [], 'run', em.getTransactionContext());
      written.push('before');
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      written.push('rolled back');
      throw new Error('roll back');
    });
    const grouped = insert(2).then(() => written.push('group'));
    await expect(ahead).rejects.toThrow('roll back');
    await grouped;
    expect(written).toEqual(['before', 'rolled back', 'group']);
    expect(ids()).toEqual([2]);
  });
  test('writes what is queued when disposed of, then refuses', async () => {
    const last = insert(1);
    await writer.dispose();
    expect(await last).toBe(1);
    await expect(insert(2)).rejects.toMatchObject({ code: 'storage_closed' });
  });
});
