import { decodeCursor, encodeCursor } from '../cursor.ts';
import type {
  InboxBacklog,
  InboxItem,
  InboxListOptions,
  InboxRequest,
  InboxStatus,
  SealedRequest,
} from '../inbox-store.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Page } from '../repository.ts';
import { checkLimit } from '../query.ts';
import type { NativeDatabase, SqlValue } from './native-database.ts';

export interface InboxRow {
  readonly seq: number;
  readonly id: string;
  readonly connection_id: string;
  readonly event_id: string;
  readonly type: string;
  readonly status: InboxStatus;
  readonly received_at: string;
  readonly occurred_at: string | null;
  readonly request_seq: number | null;
  readonly event: string;
  readonly response: string | null;
  readonly duplicates: number;
  readonly attempts: number;
  readonly next_attempt_at: number | null;
  readonly last_error: string | null;
}

export const columns = `seq, id, connection_id, event_id, type, status, received_at, occurred_at, request_seq, event, response,
  duplicates, attempts, next_attempt_at, last_error`;

export interface RequestRow {
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  readonly body: Uint8Array;
  readonly remote_address: string | null;
}

export function item(row: InboxRow): InboxItem {
  return {
    id: row.id,
    connectionId: row.connection_id,
    eventId: row.event_id,
    type: row.type,
    status: row.status,
    receivedAt: row.received_at,
    occurredAt: row.occurred_at,
    event: JSON.parse(row.event) as JsonValue,
    response: row.response === null ? null : (JSON.parse(row.response) as JsonObject),
    duplicates: row.duplicates,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
  };
}

export function request(row: RequestRow): InboxRequest {
  return {
    method: row.method,
    path: row.path,
    headers: JSON.parse(row.headers) as JsonObject,
    body: new Uint8Array(row.body),
    ...(row.remote_address === null ? {} : { remoteAddress: row.remote_address }),
  };
}

export interface SealedRow {
  readonly place: number;
  readonly id: string;
  readonly sealed: string;
}

export function sealedRequest({ sealed, ...row }: SealedRow): SealedRequest {
  return { ...row, sealed: JSON.parse(sealed) as JsonObject };
}

/** As the partial index `inbox_problems` has it, or SQLite does not see that it may use it. */
const isProblem = `status IN ('unverified', 'failed', 'dead', 'forged')`;

/**
 * What is rare is found by a partial index: going through the table for it would hold up everything else. Most rows are
 * dispatched, and those are found among the latest. What is received waits to be dispatched.
 */
function rowsOf(status: InboxStatus | undefined): { readonly from: string; readonly where: string } {
  if (status === 'dispatched' || status === undefined) return { from: 'inbox', where: 'status = ?' };
  if (status === 'received')
    return { from: 'inbox INDEXED BY inbox_due', where: 'next_attempt_at IS NOT NULL AND status = ?' };
  return { from: 'inbox', where: `${isProblem} AND status = ?` };
}

export function listInbox(database: NativeDatabase, options: InboxListOptions): Page<InboxItem> {
  checkLimit(options.limit);
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const add = (condition: string, value: SqlValue | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  add('connection_id = ?', options.connectionId);
  const rows = rowsOf(options.status);
  add(rows.where, options.status);
  add('type = ?', options.type);
  const { cursor } = options;
  if (cursor !== undefined && cursor !== null) add('seq < ?', decodeCursor('inbox', cursor, 'number').value as number);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const found = database
    .sql(`SELECT ${columns} FROM ${rows.from} ${where} ORDER BY seq DESC LIMIT ?`)
    .all(...values, options.limit + 1) as readonly InboxRow[];
  const page = found.slice(0, options.limit);
  const last = page.at(-1);
  const more = found.length > page.length && last !== undefined;
  return { items: page.map(item), nextCursor: more ? encodeCursor('inbox', { value: last.seq, id: last.id }) : null };
}

/** With fewer waiting in all, it is quicker to look at those than at all that a connection ever received. */
const fewWaiting = 200;
const isWaiting = `next_attempt_at IS NOT NULL`;

export function backlog(database: NativeDatabase, connectionId: string): InboxBacklog {
  const { few } = database
    .sql(
      `SELECT count(*) < ${fewWaiting} AS few FROM
       (SELECT 1 FROM inbox INDEXED BY inbox_due WHERE ${isWaiting} LIMIT ${fewWaiting})`,
    )
    .get() as { readonly few: 0 | 1 };
  const waiting = database
    .sql(
      `SELECT count(*) AS waiting, min(received_at) AS oldestAt
       FROM inbox INDEXED BY ${few === 1 ? 'inbox_due' : 'inbox_by_connection'}
       WHERE ${isWaiting} AND status <> 'unverified' AND connection_id = ?`,
    )
    .get(connectionId) as { readonly waiting: number; readonly oldestAt: string | null };
  const count = (status: 'unverified' | 'dead') =>
    database
      // SQLite would rather go through all that the connection ever received.
      .sql(
        `SELECT count(*) AS n FROM inbox INDEXED BY inbox_problems
         WHERE ${isProblem} AND status = '${status}' AND connection_id = ?`,
      )
      .get(connectionId) as { readonly n: number };
  return { ...waiting, unverified: count('unverified').n, dead: count('dead').n };
}
