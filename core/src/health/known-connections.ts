import type { Repository, Storage, Stored } from '../storage/index.ts';
import type { HealthStatus } from './fusion-table.ts';
import type { HealthRecord } from './health-record.ts';
import { letOthersIn } from './let-others-in.ts';

/** What is kept of each connection, to be read by hundreds without asking the database for any. */
export interface KnownConnection {
  readonly id: string;
  readonly name: string;
  readonly plugin: string;
  readonly status: LivingStatus;
  /** The name in lower case. */
  readonly lowerName: string;
}

export interface KnownHealth {
  readonly status: HealthStatus;
  /** Absent until the connection was looked at. ISO 8601 UTC. */
  readonly since?: string;
  /** The text of the first reason. */
  readonly reason?: string;
}

/** A change of the health of one connection. */
export interface KnownChange {
  readonly connection: string;
  readonly status: HealthStatus;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly codes: readonly string[];
}

/** All that is kept, as it is at one moment. It must not be kept longer than that. */
export interface Known {
  /** In order of name. */
  readonly byName: readonly KnownConnection[];
  /** In order of creation. */
  readonly byId: readonly KnownConnection[];
  /** Another number as soon as a connection or its health is another. */
  readonly revision: number;
  get(id: string): KnownConnection | undefined;
  health(id: string): KnownHealth;
  /** Newest first, of connections that are not removed. */
  changes(): readonly KnownChange[];
}

const livingStatuses = ['active', 'paused', 'disabled'] as const;
type LivingStatus = (typeof livingStatuses)[number];

/** What health needs to know of a stored connection. */
export interface NamedState {
  readonly name: string;
  readonly plugin: string;
  readonly status: string;
}

type Readable<State> = Pick<Repository<State>, 'get' | 'list'>;

export interface KnownConnectionsOptions {
  readonly storage: Pick<Storage, 'onCommit'>;
  readonly connections: Readable<NamedState>;
  readonly health: Readable<HealthRecord>;
  /** Names of their collections, as commits are told of. */
  readonly collections: { readonly connections: string; readonly health: string };
}

export interface KnownConnections {
  /** Up to date with every commit before the call. The first call reads everything. */
  fresh(): Promise<Known>;
  dispose(): void;
}

const pageSize = 200;
/** With more than these read again in one turn, others would wait for it. */
const readAtOnce = 100;
/** So many are read again although nobody asks, so that who asks does not wait for thousands. */
const mostUnread = 500;
/** More than anybody is shown, for some are of connections that are removed later. */
const changesKept = 200;
const notLookedAt: KnownHealth = { status: 'unknown' };

/**
 * A projection of connections and their health in this process: it hears of each commit, and reads again what was written
 * when somebody asks. It knows of commits of this process alone, which is all there are with the embedded storage.
 */
export function createKnownConnections(options: KnownConnectionsOptions): KnownConnections {
  const { connections, health, collections } = options;
  const kept = createKept();
  const dirty = { connections: new Set<string>(), health: new Set<string>() };
  const end = options.storage.onCommit((collection, id) => {
    if (collection === collections.connections) dirty.connections.add(id);
    else if (collection === collections.health) dirty.health.add(id);
    else return;
    // What fails stays unread: whoever asks next is told why.
    if (isLoaded && !isReading && dirty.health.size >= mostUnread) fresh().catch(() => undefined);
  });
  let isLoaded = false;
  let isReading = false;
  let last: Promise<unknown> = Promise.resolve();

  const load = async (): Promise<void> => {
    await pages(connections, kept.putConnection);
    await pages(health, kept.putHealth);
    isLoaded = true;
  };
  const refresh = async (): Promise<Known> => {
    isReading = true;
    try {
      if (!isLoaded) await load();
      await readAgain(dirty.connections, connections, kept.putConnection);
      await readAgain(dirty.health, health, kept.putHealth);
    } finally {
      isReading = false;
    }
    kept.sort();
    return kept;
  };
  /** One after the other: who comes while one reads is answered with what was committed until now. */
  const fresh = (): Promise<Known> => {
    const turn = last.then(refresh);
    last = turn.catch(() => undefined);
    return turn;
  };
  return { fresh, dispose: end };
}

async function pages<State>(repository: Readable<State>, put: (stored: Stored<State>) => void): Promise<void> {
  let cursor: string | null | undefined;
  do {
    const page = await repository.list({ limit: pageSize, cursor });
    for (const stored of page.items) put(stored);
    cursor = page.nextCursor;
    await letOthersIn();
  } while (cursor !== null);
}

async function readAgain<State>(
  ids: Set<string>,
  repository: Readable<State>,
  put: (stored: Stored<State>) => void,
): Promise<void> {
  for (const [index, id] of [...ids].entries()) {
    if (index > 0 && index % readAtOnce === 0) await letOthersIn();
    // Before it is read: what is committed meanwhile is read once more.
    ids.delete(id);
    try {
      const stored = await repository.get(id);
      if (stored !== undefined) put(stored);
    } catch (error) {
      ids.add(id);
      throw error;
    }
  }
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly plugin: string;
  status: LivingStatus;
  readonly lowerName: string;
}

function createKept() {
  const entries = new Map<string, Entry>();
  const healths = new Map<string, KnownHealth>();
  let byName: readonly Entry[] = [];
  let byId: readonly Entry[] = [];
  let revision = 0;
  let added: Entry[] = [];
  let isSorted = true;
  let changes: readonly KnownChange[] = [];

  const keepChanges = (connection: string, history: HealthRecord['history']): void => {
    const oldest = changes.length < changesKept ? '' : (changes.at(-1)?.at ?? '');
    if ((history.at(-1)?.at ?? '') < oldest) return;
    const others = changes.filter((one) => one.connection !== connection);
    changes = [...history.map((change) => ({ connection, ...change })), ...others]
      .sort((a, b) => compare(b.at, a.at))
      .slice(0, changesKept);
  };
  return {
    putConnection({ id, state: { name, plugin, status } }: Stored<NamedState>): void {
      const living = livingStatuses.find((one) => one === status);
      const before = entries.get(id);
      if (living !== undefined && before?.name === name) {
        if (before.status !== living) revision += 1;
        before.status = living;
        return;
      }
      isSorted = false;
      revision += 1;
      entries.delete(id);
      if (living === undefined) {
        healths.delete(id);
        return;
      }
      const entry = { id, name, plugin, status: living, lowerName: name.toLowerCase() };
      entries.set(id, entry);
      added.push(entry);
    },
    putHealth({ id, state: { status, since, reasons, history } }: Stored<HealthRecord>): void {
      const before = healths.get(id);
      const [first] = reasons;
      // That it was heard of again changes nothing of what is kept.
      if (before?.status === status && before.since === since && before.reason === first?.text) return;
      revision += 1;
      healths.set(id, { status, since, ...(first === undefined ? {} : { reason: first.text }) });
      // A status that stays adds nothing to its history.
      if (before?.since !== since || before.status !== status) keepChanges(id, history);
    },
    sort(): void {
      if (isSorted) return;
      // What was in order stays so: putting a few among ten thousand costs one way through them.
      const isThere = (entry: Entry) => entries.get(entry.id) === entry;
      byName = [...byName, ...added]
        .filter(isThere)
        .sort((a, b) => compare(a.lowerName, b.lowerName) || compare(a.id, b.id));
      byId = [...byId, ...added].filter(isThere).sort((a, b) => compare(a.id, b.id));
      added = [];
      isSorted = true;
    },
    get byName(): readonly KnownConnection[] {
      return byName;
    },
    get byId(): readonly KnownConnection[] {
      return byId;
    },
    get revision(): number {
      return revision;
    },
    get: (id: string) => entries.get(id),
    health: (id: string) => healths.get(id) ?? notLookedAt,
    changes: () => changes.filter(({ connection }) => entries.has(connection)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
