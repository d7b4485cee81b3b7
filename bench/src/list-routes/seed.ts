/**
 * Fills a hub's database as one of a year would be: connections with their health and calls, the log of events, webhooks
 * received, the audit log, incidents. The same events go into a table of the bare server's own.
 */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  accessCollections,
  connectionsCollection,
  createStorage,
  healthRecords,
  incidentsCollection,
} from '@fairlead/core';
import { newId, systemClock as clock } from '@fairlead/sdk';
import { type BulkRow, insertDocuments, insertRows, type RowShape } from '../support/bulk-rows.ts';

export interface Amounts {
  readonly connections: number;
  readonly events: number;
  readonly webhooks: number;
  readonly auditRows: number;
  readonly incidents: number;
}

const day = 86_400_000;
const minuteMs = 60_000;
const types = [
  'message.received',
  'signal.published',
  'payment.captured',
  'connection.health_changed',
  'webhook.received',
];
const statuses = ['healthy', 'healthy', 'healthy', 'degraded', 'unhealthy'] as const;

export async function seedHub(file: string, amounts: Amounts): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const collections = [...accessCollections, connectionsCollection, healthRecords, incidentsCollection];
  const storage = await createStorage({ path: file, collections, clock });
  await storage.migrate();
  await storage.dispose();
  const shape = (name: string) => collections.find((one) => one.name === name) as unknown as RowShape;
  using database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-400000');
  const ids = times(amounts.connections, 300 * day).map(({ at }) => newId(at));
  insertDocuments(database, shape('connections'), connections(ids));
  insertDocuments(database, shape('health'), healths(ids));
  insertDocuments(database, shape('audit'), auditRows(amounts.auditRows));
  insertDocuments(database, shape('incidents'), incidents(ids, amounts.incidents));
  insertRows(database, 'health_buckets', bucketColumns, buckets(ids));
  insertRows(database, 'events', eventColumns, events(ids, amounts.events));
  insertRows(database, 'inbox', inboxColumns, webhooks(ids, amounts.webhooks));
  database.exec('UPDATE inbox_announced SET seq = (SELECT max(seq) FROM inbox)');
}

/** What a program with nothing but a list would keep. */
export function seedBare(file: string, { connections: count, events: rows }: Amounts): void {
  using database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000');
  database.exec(`CREATE TABLE events (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
    source TEXT NOT NULL, subject TEXT, time TEXT NOT NULL, data TEXT NOT NULL)`);
  const ids = times(count, 300 * day).map(({ at }) => newId(at));
  insertRows(database, 'events', eventColumns, events(ids, rows));
}

/** Moments in order, spread over a span that ends a minute ago. */
function times(count: number, spanMs: number): readonly { readonly number: number; readonly at: number }[] {
  const end = clock.now() - minuteMs;
  return Array.from({ length: count }, (_, number) => ({ number, at: end - spanMs + (number * spanMs) / count }));
}

function* connections(ids: readonly string[]): Iterable<BulkRow> {
  for (const [number, id] of ids.entries()) {
    const state = {
      plugin: 'gateway-bench',
      name: `Shop ${number % 977} in ${['Oslo', 'Lisbon', 'Riga', 'Turin'][number % 4]} ${number}`,
      settings: {},
      settingsVersion: 1,
      secrets: {},
      allowedPrivateHosts: [],
      status: number % 50 === 0 ? 'paused' : 'active',
      revision: 2,
      createdBy: 'bench',
      updatedBy: 'bench',
    };
    yield { id, at: clock.now() - day, state };
  }
}

function* healths(ids: readonly string[]): Iterable<BulkRow> {
  for (const [number, id] of ids.entries()) {
    const at = (hoursAgo: number) => new Date(clock.now() - hoursAgo * 3_600_000 - number).toISOString();
    const status = statuses[number % statuses.length] ?? 'healthy';
    const reasons =
      status === 'healthy' ? [] : [{ source: 'traffic', code: 'unreliable', text: 'Some calls fail.', since: at(2) }];
    const history = [90, 50, 20, 8, 2].map((hoursAgo, index) => ({
      status: index % 2 === 0 ? status : 'healthy',
      at: at(hoursAgo),
      codes: [],
    }));
    const state = {
      plugin: 'gateway-bench',
      status,
      reasons,
      since: at(2),
      checkedAt: at(0),
      validUntil: at(-1),
      history,
    };
    yield { id, at: clock.now() - minuteMs, state };
  }
}

function* auditRows(count: number): Iterable<BulkRow> {
  for (const { number, at } of times(count, 90 * day)) {
    const time = new Date(at).toISOString();
    const state = {
      at: time,
      order: `${time}.${String(number % 1_000).padStart(6, '0')}`,
      actorKind: 'user',
      actorId: `user-${number % 20}`,
      actorName: `person-${number % 20}@example.com`,
      action: ['connection.update', 'connection.pause', 'inbox.replay', 'incident.acknowledge'][number % 4],
      target: `connection-${number % 5_000}`,
      outcome: number % 30 === 0 ? 'denied' : 'ok',
      problem: number % 30 === 0 ? 'forbidden' : null,
      ip: '192.0.2.1',
      requestId: newId(at),
      details: { changed: 'settings' },
    };
    yield { id: newId(at), at, state };
  }
}

function* incidents(ids: readonly string[], count: number): Iterable<BulkRow> {
  for (const { number, at } of times(count, 60 * day)) {
    const time = new Date(at).toISOString();
    const isOpen = number % 20 === 0;
    const state = {
      subject: { kind: 'connection', id: ids[number % ids.length] ?? '' },
      code: `bench_${number}`,
      severity: ['warning', 'error'][number % 2],
      title: 'The vendor refuses the credentials.',
      detail: 'As it does in benches.',
      action: { kind: 'reauthenticate', label: 'Enter the credentials anew' },
      state: isOpen ? 'open' : 'resolved',
      since: time,
      lastAt: time,
      count: 1,
      ...(isOpen ? {} : { resolvedAt: time }),
    };
    yield { id: newId(at), at, state };
  }
}

const bucketColumns = [
  'connection_id',
  'plugin',
  'version',
  'minute',
  'calls',
  'errors',
  'p50',
  'p95',
  'p99',
  'by_class',
];

/** Calls of each connection every five minutes of the last hour. */
function* buckets(ids: readonly string[]) {
  const now = Math.floor(clock.now() / minuteMs);
  for (const id of ids) {
    for (let ago = 55; ago > 0; ago -= 5)
      yield [id, 'gateway-bench', '1.0.0', now - ago, 3, 0, 40, 80, 90, '{"success":3}'];
  }
}

const eventColumns = ['id', 'type', 'source', 'subject', 'time', 'data'];

function* events(ids: readonly string[], count: number) {
  for (const { number, at } of times(count, 30 * day)) {
    const connection = ids[number % ids.length] ?? '';
    const data = {
      connection,
      id: `m${number}`,
      channel: 'Announcements of a shop',
      text: 'The delivery of order 4711 is on its way and will arrive tomorrow between nine and twelve.',
      revision: 1,
    };
    const type = types[number % types.length] ?? '';
    yield [newId(at), type, '/fairlead/bench', connection, new Date(at).toISOString(), JSON.stringify(data)];
  }
}

const inboxColumns = [
  'id',
  'connection_id',
  'event_id',
  'type',
  'status',
  'received_at',
  'occurred_at',
  'request_seq',
  'event',
  'duplicates',
  'attempts',
];

function* webhooks(ids: readonly string[], count: number) {
  for (const { number, at } of times(count, 30 * day)) {
    const time = new Date(at).toISOString();
    const event = JSON.stringify({ dedupeKey: `evt_${number}`, type: 'payment.captured', providerRef: `cs_${number}` });
    const status = number % 100 === 0 ? 'dead' : 'dispatched';
    yield [
      newId(at),
      ids[number % ids.length] ?? '',
      `evt_${number}`,
      'payment.captured',
      status,
      time,
      time,
      null,
      event,
      0,
      1,
    ];
  }
}
