import type { HealthBucket, HealthBucketStore } from '../health-bucket-store.ts';
import { addHealthBuckets } from '../add-health-buckets.ts';
import type { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, reading } from './native-database.ts';

const text = {
  put: `INSERT INTO health_buckets (connection_id, plugin, version, minute, calls, errors, p50, p95, p99, by_class)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (connection_id, plugin, version, minute) DO UPDATE SET calls = excluded.calls, errors = excluded.errors,
    p50 = excluded.p50, p95 = excluded.p95, p99 = excluded.p99, by_class = excluded.by_class`,
  same: `SELECT calls, errors, p50, p95, p99, by_class AS byClass FROM health_buckets
    WHERE connection_id = ? AND plugin = ? AND version = ? AND minute = ?`,
  prune: 'DELETE FROM health_buckets WHERE minute < ?',
} as const;

type Row = Omit<HealthBucket, 'byClass'> & { readonly byClass: string };

export function sqliteHealthBucketStore(database: NativeDatabase, writer: GroupWriter): HealthBucketStore {
  return {
    put: (buckets) =>
      writer.run(() => {
        for (const bucket of buckets) {
          const { connectionId, plugin, version, minute } = bucket;
          const row = database.sql(text.same).get(connectionId, plugin, version, minute) as Row | undefined;
          const { calls, errors, p50, p95, p99, byClass } =
            row === undefined ? bucket : addHealthBuckets(bucket, fromRow(row));
          const json = JSON.stringify(byClass);
          database.sql(text.put).run(connectionId, plugin, version, minute, calls, errors, p50, p95, p99, json);
        }
      }),
    async range({ connectionId, plugin, version, from, to }) {
      const filters = [
        ['connection_id = ?', connectionId],
        ['plugin = ?', plugin],
        ['version = ?', version],
      ].flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]));
      const where = ['minute >= ?', 'minute < ?', ...filters.map(({ condition }) => condition)].join(' AND ');
      const statement = `SELECT connection_id AS connectionId, plugin, version, minute, calls, errors, p50, p95, p99, by_class AS byClass
        FROM health_buckets WHERE ${where} ORDER BY minute, connection_id, version`;
      const rows = reading(() =>
        database.sql(statement).all(from, to, ...filters.map(({ value }) => value)),
      ) as readonly Row[];
      return rows.map(fromRow);
    },
    prune: (beforeMinute) => writer.run(() => database.sql(text.prune).run(beforeMinute).changes),
  };
}

function fromRow(row: Row): HealthBucket {
  return { ...row, byClass: JSON.parse(row.byClass) as HealthBucket['byClass'] };
}
