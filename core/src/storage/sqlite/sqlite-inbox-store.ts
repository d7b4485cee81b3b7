import { newId } from '@fairlead/sdk';
import type { Clock } from '@fairlead/sdk';
import type {
  InboxAnnouncement,
  InboxArrival,
  InboxItem,
  InboxEvent,
  InboxOutcome,
  InboxReceipt,
  InboxRequest,
  InboxStore,
  SealedRequest,
  UnverifiedArrival,
} from '../inbox-store.ts';
import type { JsonObject } from '../json.ts';
import { announcement } from '../publish.ts';
import type { GroupWriter } from './group-writer.ts';
import {
  backlog,
  type InboxRow,
  item,
  listInbox,
  type RequestRow,
  request,
  type SealedRow,
  sealedRequest,
} from './inbox-rows.ts';
import { claimText, text } from './inbox-statements.ts';
import { type NativeDatabase, reading } from './native-database.ts';
import type { AddEvent } from './sqlite-event-store.ts';

export interface SqliteInboxOptions {
  readonly database: NativeDatabase;
  readonly writer: GroupWriter;
  readonly clock: Clock;
  /** Called after new events are durable that the relay has to tell of, with the id of the first and their number. */
  readonly received: (id: string, events: number) => void;
  /** Tells of new events with the write that stores them. Without it the relay does. */
  readonly add: AddEvent | undefined;
}

interface Envelope {
  readonly connectionId: string;
  readonly receivedAt: string;
  readonly response: string | null;
  readonly dueAt: number;
  /** Set when the events are stored as claimed. */
  readonly claimed: Pick<InboxItem, 'response'> | undefined;
}

type PreparedEvent = InboxEvent & { readonly id: string; readonly json: string };

/** The inbox in the embedded database. Rows that hold several events of one request share its row in `inbox_requests`. */
export class SqliteInboxStore implements InboxStore {
  readonly #database: NativeDatabase;
  readonly #writer: GroupWriter;
  readonly #clock: Clock;
  readonly #received: SqliteInboxOptions['received'];
  readonly #add: AddEvent | undefined;

  constructor({ database, writer, clock, received, add }: SqliteInboxOptions) {
    this.#database = database;
    this.#writer = writer;
    this.#clock = clock;
    this.#received = received;
    this.#add = add;
  }

  async insert(arrival: InboxArrival): Promise<readonly InboxReceipt[]> {
    const events = arrival.events.map((event) => this.#prepared(event));
    const envelope = this.#envelope(arrival, arrival.claimForMs);
    const headers = JSON.stringify(arrival.request.headers);
    const receipts = await this.#writer.run(() => {
      const seq = this.#insertRequest(arrival.request, headers, events.length);
      return this.#insertEvents(envelope, seq, events);
    });
    return this.#tell(receipts);
  }

  insertUnverified({ id, connectionId, receivedAt, request }: UnverifiedArrival): Promise<void> {
    const dueAt = this.#clock.now();
    const json = JSON.stringify('sealed' in request ? request.sealed : request.headers);
    return this.#writer.run(() => {
      const seq =
        'sealed' in request
          ? Number(this.#database.sql(text.sealed).run(json).lastInsertRowid)
          : this.#insertOpen(request, json);
      this.#database
        .sql(text.insert)
        .run(id, connectionId, id, 'unverified', 'unverified', receivedAt, null, seq, 'null', null, dueAt, 0);
    });
  }

  async verified(id: string, kept: InboxRequest, events: readonly InboxEvent[]): Promise<readonly InboxReceipt[]> {
    const prepared = events.map((event) => this.#prepared(event));
    const headers = JSON.stringify(kept.headers);
    const dueAt = this.#clock.now();
    const receipts = await this.#writer.run(() => {
      const row = this.#database.sql(text.byId).get(id) as InboxRow | undefined;
      if (row?.status !== 'unverified' || row.request_seq === null) return [];
      this.#database.sql('DELETE FROM inbox WHERE id = ?').run(id);
      this.#database.sql(text.unsealed).run(kept.method, kept.path, headers, kept.body, row.request_seq);
      const envelope: Envelope = {
        connectionId: row.connection_id,
        receivedAt: row.received_at,
        response: row.response,
        dueAt,
        claimed: undefined,
      };
      // The row that held the request is gone; those of its events hold it now.
      this.#database.sql(text.unuse).run(1 - prepared.length, row.request_seq);
      return this.#insertEvents(envelope, row.request_seq, prepared);
    });
    return this.#tell(receipts);
  }

  claim(options: { verified: boolean; now: number; leaseMs: number; limit: number }) {
    const { verified, now, leaseMs, limit } = options;
    return this.#writer.run(() => {
      const statement = this.#database.sql(verified ? claimText.verified : claimText.unverified);
      const rows = statement.all(now + leaseMs, now, limit) as InboxRow[];
      return rows.sort((a, b) => a.seq - b.seq).map(item);
    });
  }

  releaseClaims(now: number): Promise<number> {
    return this.#writer.run(() => this.#database.sql(text.releaseClaims).run(now, now).changes);
  }

  settle(outcomes: readonly InboxOutcome[]): Promise<number> {
    // Nearly all are dispatched at the first attempt: those are one statement, whatever their number.
    const atFirst = outcomes.filter(({ kind, attempt }) => kind === 'dispatched' && attempt === 1).map(({ id }) => id);
    const others = outcomes.filter(({ kind, attempt }) => kind !== 'dispatched' || attempt !== 1);
    const ids = JSON.stringify(atFirst);
    return this.#writer.runSoon(() => {
      const count = atFirst.length === 0 ? 0 : this.#database.sql(text.dispatchedAtFirst).run(ids).changes;
      return others.reduce((total, outcome) => total + this.#settle(outcome), count);
    });
  }

  setBack(byMs: number): Promise<number> {
    return this.#writer.run(() => this.#database.sql(text.setBack).run(byMs).changes);
  }

  pullForward(latest: number): Promise<number> {
    return this.#writer.run(() => this.#database.sql(text.pullForward).run(latest, latest).changes);
  }

  async nextDueAt(): Promise<number | undefined> {
    const row = reading(() => this.#database.sql(text.nextDue).get()) as { readonly due: number | null };
    return row.due ?? undefined;
  }

  requeue(id: string, now: number): Promise<boolean> {
    return this.#writer.run(() => this.#database.sql(text.requeue).run(now, id).changes === 1);
  }

  async get(id: string) {
    const row = reading(() => this.#database.sql(text.byId).get(id)) as InboxRow | undefined;
    return row === undefined ? undefined : item(row);
  }

  async request(id: string) {
    const row = reading(() => this.#database.sql(text.requestOf).get(id)) as RequestRow | undefined;
    return row === undefined ? undefined : request(row);
  }

  async sealedRequest(id: string) {
    const row = reading(() => this.#database.sql(text.sealedOf).get(id)) as SealedRow | undefined;
    return row === undefined ? undefined : sealedRequest(row);
  }

  async sealedRequests(after: number, limit: number) {
    return (reading(() => this.#database.sql(text.sealedAfter).all(after, limit)) as SealedRow[]).map(sealedRequest);
  }

  reseal({ place, sealed: before }: SealedRequest, sealed: JsonObject): Promise<boolean> {
    const values = [JSON.stringify(sealed), place, JSON.stringify(before)];
    return this.#writer.run(() => this.#database.sql(text.reseal).run(...values).changes === 1);
  }

  async list(options: Parameters<InboxStore['list']>[0]) {
    return reading(() => listInbox(this.#database, options));
  }

  async backlog(connectionId: string) {
    return reading(() => backlog(this.#database, connectionId));
  }

  async unannounced(limit: number) {
    return reading(() => this.#database.sql(text.unannounced).all(limit)) as readonly InboxAnnouncement[];
  }

  async markAnnounced({ place }: InboxAnnouncement): Promise<void> {
    await this.#writer.runSoon(() => this.#database.sql(text.announced).run(place));
  }

  prune(receivedBefore: string): Promise<number> {
    return this.#writer.run(() => {
      const rows = this.#database.sql(text.prune).all(receivedBefore) as readonly Pick<InboxRow, 'request_seq'>[];
      for (const { request_seq: seq } of rows) this.#dropUse(seq, 1);
      return rows.length;
    });
  }

  #tell(receipts: readonly InboxReceipt[]): readonly InboxReceipt[] {
    if (this.#add !== undefined) return receipts;
    const added = receipts.filter(({ duplicate }) => !duplicate);
    if (added[0] !== undefined) this.#received(added[0].id, added.length);
    return receipts;
  }

  #envelope({ connectionId, receivedAt, response }: Omit<InboxArrival, 'events'>, claimForMs?: number): Envelope {
    return {
      connectionId,
      receivedAt,
      response: response === undefined ? null : JSON.stringify(response),
      dueAt: this.#clock.now() + (claimForMs ?? 0),
      claimed: claimForMs === undefined ? undefined : { response: response ?? null },
    };
  }

  #prepared(event: InboxEvent): PreparedEvent {
    return { ...event, id: newId(this.#clock.now()), json: JSON.stringify(event.event) };
  }

  #insertOpen(request: InboxRequest, headers: string): number {
    const seq = this.#insertRequest(request, headers, 1);
    if (request.remoteAddress !== undefined) this.#database.sql(text.sender).run(request.remoteAddress, seq);
    return seq;
  }

  #insertRequest({ method, path, body }: InboxArrival['request'], headers: string, uses: number): number {
    return Number(this.#database.sql(text.request).run(method, path, headers, body, uses).lastInsertRowid);
  }

  /** The request is counted as used by all of them. What was known already holds the request it came with first. */
  #insertEvents(envelope: Envelope, seq: number, events: readonly PreparedEvent[]): readonly InboxReceipt[] {
    const receipts = events.map((event) => this.#insertEvent(envelope, seq, event));
    const duplicates = receipts.filter(({ duplicate }) => duplicate).length;
    if (duplicates > 0 || events.length === 0) this.#dropUse(seq, duplicates);
    return receipts;
  }

  #dropUse(seq: number | null, uses: number): void {
    if (uses > 0) this.#database.sql(text.unuse).run(uses, seq);
    this.#database.sql(text.dropRequest).run(seq);
  }

  #insertEvent(envelope: Envelope, seq: number, event: PreparedEvent): InboxReceipt {
    const { connectionId, receivedAt, response, dueAt, claimed } = envelope;
    const { id, eventId, type, occurredAt = null, json } = event;
    const attempts = claimed === undefined ? 0 : 1;
    const inserted = this.#database
      .sql(text.insert)
      .run(id, connectionId, eventId, type, 'received', receivedAt, occurredAt, seq, json, response, dueAt, attempts);
    if (inserted.changes === 1) {
      this.#announce({ id, connectionId, eventId, type, receivedAt, place: Number(inserted.lastInsertRowid) });
      return { id, eventId, duplicate: false, ...(claimed && { claimed: claimedItem(envelope, event, claimed) }) };
    }
    const first = this.#database.sql(text.repeat).get(connectionId, eventId) as {
      readonly id: string;
      readonly response: string | null;
    };
    const firstResponse = first.response === null ? {} : { firstResponse: JSON.parse(first.response) as JsonObject };
    return { id: first.id, eventId, duplicate: true, ...firstResponse };
  }

  /** Unless others wait to be told of by the relay, which an older version left: it comes to this one after them. */
  #announce(item: InboxAnnouncement): void {
    if (this.#add === undefined) return;
    const { place } = item;
    if (this.#database.sql(text.announcedNext).run(place, place).changes === 0) return;
    const event = announcement(item);
    this.#add(event, JSON.stringify(event.data));
  }

  #settle(outcome: InboxOutcome): number {
    const { id, attempt } = outcome;
    switch (outcome.kind) {
      case 'dispatched':
        return this.#database.sql(text.dispatched).run(id, attempt).changes;
      case 'failed':
        return outcome.retryAt === null
          ? this.#database.sql(text.dead).run(outcome.error, id, attempt).changes
          : this.#database.sql(text.failed).run('failed', outcome.retryAt, outcome.error, id, attempt).changes;
      case 'forged': {
        const row = this.#database.sql(text.byId).get(id) as InboxRow | undefined;
        const changes = this.#database.sql(text.forged).run(outcome.error, id, attempt).changes;
        if (changes === 1) this.#dropUse(row?.request_seq ?? null, 1);
        return changes;
      }
    }
  }
}

/** What a claim would read back. */
function claimedItem(
  { connectionId, receivedAt, dueAt }: Envelope,
  { id, eventId, type, occurredAt, event }: PreparedEvent,
  { response }: Pick<InboxItem, 'response'>,
): InboxItem {
  return {
    id,
    connectionId,
    eventId,
    type,
    status: 'received',
    receivedAt,
    occurredAt: occurredAt ?? null,
    event,
    response,
    duplicates: 0,
    attempts: 1,
    nextAttemptAt: dueAt,
    lastError: null,
  };
}
