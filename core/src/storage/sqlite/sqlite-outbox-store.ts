import type { OutboxStore, PendingOutbox } from '../outbox-store.ts';
import type { OutboxEvent } from '../repository.ts';
import type { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, reading } from './native-database.ts';

interface Row {
  readonly _id: string;
  readonly version: number;
  readonly outbox: string;
}

/** Served by the index of those that wait: it must not cost more with every row that there is. */
export function pendingText(collection: string): string {
  return `SELECT _id, version, outbox FROM "${collection}" WHERE outbox_size > 0 AND _id > ? ORDER BY _id LIMIT ?`;
}

export function sqliteOutboxStore(database: NativeDatabase, writer: GroupWriter): OutboxStore {
  return {
    async pending({ collection, limit, afterId }) {
      const rows = reading(() => database.sql(pendingText(collection)).all(afterId ?? '', limit)) as readonly Row[];
      return rows.map(
        (row): PendingOutbox => ({
          collection,
          id: row._id,
          version: row.version,
          events: JSON.parse(row.outbox) as OutboxEvent[],
        }),
      );
    },
    clear(published) {
      return writer.runSoon(() => {
        let cleared = 0;
        for (const { collection, id, version } of published) {
          const text = `UPDATE "${collection}" SET outbox = '[]', outbox_size = 0 WHERE _id = ? AND version = ?`;
          cleared += database.sql(text).run(id, version).changes;
        }
        return cleared;
      });
    },
  };
}
