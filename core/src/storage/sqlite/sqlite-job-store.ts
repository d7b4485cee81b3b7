import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { JobCounts, JobFence, JobRepeat, JobStore, NewJob, StoredJob } from '../job-store.ts';
import type { JsonValue } from '../json.ts';
import { checkLimit } from '../query.ts';
import type { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, reading, type SqlValue } from './native-database.ts';

interface JobRow extends Omit<StoredJob, 'payload' | 'repeat'> {
  readonly payload: string;
  readonly repeat: string | null;
}

/** Later than any id. */
const afterAll = '\u{10FFFF}';
const columns = `id, name, key, payload, status, run_at AS runAt, delay_ms AS delayMs, attempts, max_attempts AS maxAttempts,
  fence, owner, lease_until AS leaseUntil, lease_ms AS leaseMs, last_error AS lastError, repeat, created_at AS createdAt`;
const idle = `status = 'waiting', owner = NULL, lease_until = NULL, lease_ms = NULL`;
const held = `id = ? AND fence = ? AND status = 'running' AND (? IS NULL OR lease_until = ?)`;

const text = {
  insert: `INSERT INTO jobs (id, name, key, open_key, payload, status, run_at, delay_ms, max_attempts, repeat, created_at)
    VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?) ON CONFLICT (open_key) DO NOTHING`,
  byId: `SELECT ${columns} FROM jobs WHERE id = ?`,
  byOpenKey: `SELECT ${columns} FROM jobs WHERE open_key = ?`,
  claim: `UPDATE jobs SET status = 'running', attempts = attempts + 1, fence = fence + 1, owner = ?, lease_until = ?, lease_ms = ?
    WHERE id IN (SELECT id FROM jobs WHERE status = 'waiting' AND name = ? AND run_at <= ? ORDER BY run_at, id LIMIT ?)
    RETURNING ${columns}`,
  renew: `UPDATE jobs SET lease_until = ? WHERE ${held}`,
  done: `DELETE FROM jobs WHERE ${held}`,
  again: `UPDATE jobs SET ${idle}, run_at = ?, delay_ms = ?, attempts = 0, last_error = ? WHERE ${held}`,
  retry: `UPDATE jobs SET ${idle}, run_at = ?, delay_ms = ?, attempts = ?, last_error = ? WHERE ${held}`,
  bury: `UPDATE jobs SET status = 'dead', open_key = NULL, owner = NULL, lease_until = NULL, lease_ms = NULL, last_error = ?
    WHERE ${held}`,
  release: `UPDATE jobs SET ${idle}, run_at = ?, delay_ms = 0, attempts = attempts - 1 WHERE ${held}`,
  running: `SELECT ${columns} FROM jobs WHERE status = 'running' ORDER BY id`,
  nextRun: `SELECT min(run_at) AS runAt FROM jobs WHERE status = 'waiting' AND name = ?`,
  pull: `UPDATE jobs SET run_at = ? + delay_ms WHERE status = 'waiting' AND delay_ms IS NOT NULL AND run_at > ? + delay_ms`,
  redefine: `UPDATE jobs SET payload = ?, repeat = ?, max_attempts = ?, run_at = min(run_at, ?) WHERE id = ? AND status <> 'dead'`,
  remove: `DELETE FROM jobs WHERE id = ? AND status <> 'dead'`,
  counts: `SELECT name, sum(status = 'waiting') AS waiting, sum(status = 'running') AS running, sum(status = 'dead') AS dead
    FROM jobs GROUP BY name ORDER BY name`,
  dead: `SELECT ${columns} FROM jobs WHERE status = 'dead' AND id < ? AND (? IS NULL OR name = ?) ORDER BY id DESC LIMIT ?`,
  revive: `UPDATE OR IGNORE jobs SET ${idle}, run_at = ?, delay_ms = 0, attempts = 0, open_key = ? WHERE id = ? AND status = 'dead'`,
  discard: `DELETE FROM jobs WHERE id = ? AND status = 'dead'`,
} as const;

export function sqliteJobStore(database: NativeDatabase, writer: GroupWriter): JobStore {
  const one = (statement: string, ...values: SqlValue[]) => {
    const row = database.sql(statement).get(...values) as JobRow | undefined;
    return row === undefined ? undefined : job(row);
  };
  const changes = (statement: string, ...values: SqlValue[]) =>
    writer.run(() => database.sql(statement).run(...values).changes === 1);
  return {
    enqueue: (added) => writer.run(() => enqueue(database, added)),
    claim: ({ name, owner, now, leaseMs, limit }) =>
      writer.run(() => {
        const rows = database.sql(text.claim).all(owner, now + leaseMs, leaseMs, name, now, limit) as JobRow[];
        return rows.sort((a, b) => a.runAt - b.runAt || (a.id < b.id ? -1 : 1)).map(job);
      }),
    renew: (fence, leaseUntil) => changes(text.renew, leaseUntil, ...shown(fence)),
    complete: (fence, next) =>
      next === null
        ? changes(text.done, ...shown(fence))
        : changes(text.again, next.runAt, next.delayMs, next.error, ...shown(fence)),
    retryLater: (fence, { error, runAt, delayMs, attempts }) =>
      changes(text.retry, runAt, delayMs, attempts, error, ...shown(fence)),
    bury: (fence, error) => changes(text.bury, error, ...shown(fence)),
    release: (fence, now) => changes(text.release, now, ...shown(fence)),

    async running() {
      return (reading(() => database.sql(text.running).all()) as readonly JobRow[]).map(job);
    },
    async nextRunAt(names) {
      const times = names.map(
        (name) => reading(() => database.sql(text.nextRun).get(name)) as { readonly runAt: number | null },
      );
      const known = times.flatMap(({ runAt }) => (runAt === null ? [] : [runAt]));
      return known.length === 0 ? undefined : Math.min(...known);
    },
    pullForward: (now) => writer.run(() => database.sql(text.pull).run(now, now).changes),

    redefine: (id, { payload, repeat, maxAttempts, runAt }) =>
      writer.run(() => {
        const values = [
          JSON.stringify(payload),
          repeat === null ? null : JSON.stringify(repeat),
          maxAttempts,
          runAt,
          id,
        ];
        database.sql(text.redefine).run(...values);
      }),
    get: async (id) => reading(() => one(text.byId, id)),
    findOpen: async (name, key) => reading(() => one(text.byOpenKey, openKey(name, key))),
    remove: (id) => changes(text.remove, id),
    counts: async () => reading(() => database.sql(text.counts).all()) as readonly JobCounts[],

    async dead({ name = null, limit, cursor }) {
      checkLimit(limit);
      const before =
        cursor === undefined || cursor === null ? afterAll : decodeCursor('dead-jobs', cursor, 'string').id;
      const rows = reading(() => database.sql(text.dead).all(before, name, name, limit + 1)) as readonly JobRow[];
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const more = rows.length > limit && last !== undefined;
      return {
        items: page.map(job),
        nextCursor: more ? encodeCursor('dead-jobs', { value: '', id: last.id }) : null,
      };
    },
    revive: (id, now) =>
      writer.run(() => {
        const dead = one(text.byId, id);
        if (dead === undefined) return false;
        const open = dead.key === null ? null : openKey(dead.name, dead.key);
        return database.sql(text.revive).run(now, open, id).changes === 1;
      }),
    discard: (id) => changes(text.discard, id),
  };
}

function enqueue(database: NativeDatabase, added: NewJob): { job: StoredJob; created: boolean } {
  const { id, name, key, runAt, delayMs, maxAttempts, createdAt } = added;
  const open = key === null ? null : openKey(name, key);
  const repeat = added.repeat === null ? null : JSON.stringify(added.repeat);
  const values = [id, name, key, open, JSON.stringify(added.payload), runAt, delayMs, maxAttempts, repeat, createdAt];
  const created = database.sql(text.insert).run(...values).changes === 1;
  const row = created || open === null ? database.sql(text.byId).get(id) : database.sql(text.byOpenKey).get(open);
  return { job: job(row as JobRow), created };
}

/** The parameters of `held`. */
function shown({ id, fence, leaseUntil = null }: JobFence): SqlValue[] {
  return [id, fence, leaseUntil, leaseUntil];
}

function openKey(name: string, key: string): string {
  return JSON.stringify([name, key]);
}

function job({ payload, repeat, ...rest }: JobRow): StoredJob {
  return {
    ...rest,
    payload: JSON.parse(payload) as JsonValue,
    repeat: repeat === null ? null : (JSON.parse(repeat) as JobRepeat),
  };
}
