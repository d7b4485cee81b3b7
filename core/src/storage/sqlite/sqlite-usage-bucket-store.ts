import type { UsageBucket, UsageBucketStore, UsageFigures } from '../usage-bucket-store.ts';
import type { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, reading } from './native-database.ts';

const text = {
  put: `INSERT INTO usage_buckets (plugin, version, minute, figures) VALUES (?, ?, ?, ?)
    ON CONFLICT (plugin, minute, version) DO UPDATE SET figures = excluded.figures`,
  range: `SELECT plugin, version, minute, figures FROM usage_buckets WHERE plugin = ? AND minute >= ? AND minute < ?
    ORDER BY minute, version`,
  prune: 'DELETE FROM usage_buckets WHERE minute < ?',
} as const;

type Row = Omit<UsageBucket, 'figures'> & { readonly figures: string };

export function sqliteUsageBucketStore(database: NativeDatabase, writer: GroupWriter): UsageBucketStore {
  return {
    put: (buckets) =>
      writer.run(() => {
        for (const { plugin, version, minute, figures } of buckets) {
          database.sql(text.put).run(plugin, version, minute, JSON.stringify(figures));
        }
      }),
    async range({ plugin, from, to }) {
      const rows = reading(() => database.sql(text.range).all(plugin, from, to)) as readonly Row[];
      return rows.map((row) => ({ ...row, figures: JSON.parse(row.figures) as UsageFigures }));
    },
    prune: (beforeMinute) => writer.run(() => database.sql(text.prune).run(beforeMinute).changes),
  };
}
