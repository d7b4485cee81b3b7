import { decodeCursor, encodeCursor } from '../storage/index.ts';
import type { HealthStatus } from './fusion-table.ts';
import {
  createKnownConnections,
  type Known,
  type KnownChange,
  type KnownConnection,
  type KnownConnectionsOptions,
  type KnownHealth,
} from './known-connections.ts';
import type { LastHour, Tally } from './last-hour.ts';

/** How everything does, at one look. */
export interface Wall {
  /** Of the active ones by health; the others are `paused`. */
  readonly counts: Readonly<Record<HealthStatus | 'paused', number>>;
  readonly total: number;
  /** The worst first, then by name. */
  readonly connections: readonly (KnownConnection & { readonly health: KnownHealth; readonly lastHour: Tally })[];
  /** All connections together; see {@link LastHour.minutes}. */
  readonly minutes: ReturnType<LastHour['minutes']>;
  /** The latest changes of health, newest first. */
  readonly changes: readonly (KnownChange & { readonly name: string })[];
}

export interface ConnectionSearch {
  readonly health?: HealthStatus | undefined;
  /** A part of the name, in whatever case. */
  readonly name?: string | undefined;
  readonly status?: KnownConnection['status'] | undefined;
  /** One of these. Default: any. */
  readonly plugins?: readonly string[] | undefined;
}

/** Answers about all connections from memory: it costs about the same with ten thousand of them as with ten. */
export interface Overview {
  wall(options: { readonly connections: number; readonly changes: number }): Promise<Wall>;
  /** All that are not removed. */
  ids(): Promise<readonly string[]>;
  /** What is known of these, in their order; `unknown` of one that was never looked at. */
  healthOf(ids: readonly string[]): Promise<readonly KnownHealth[]>;
  /**
   * Ids of what fits, in order of creation; a cursor is the same as that of the list of all connections.
   * @throws StorageError `bad_cursor`
   */
  find(
    search: ConnectionSearch,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }>;
  dispose(): void;
}

export interface OverviewOptions extends KnownConnectionsOptions {
  readonly lastHour: () => Promise<LastHour>;
}

const ranks = ['unhealthy', 'degraded', 'unknown', 'healthy', 'paused'] as const;
/** Of the list of all connections. */
const order = 'connections.id.ascending';

export function createOverview(options: OverviewOptions): Overview {
  const projection = createKnownConnections(options);
  let ranking: { readonly revision: number; readonly ranked: Ranked } | undefined;
  /** Many ask while nothing changes. */
  const rankedOf = (known: Known): Ranked => {
    if (ranking?.revision !== known.revision) ranking = { revision: known.revision, ranked: byRank(known) };
    return ranking.ranked;
  };
  return {
    async wall({ connections, changes }) {
      const [hour, known] = [await options.lastHour(), await projection.fresh()];
      const ranked = rankedOf(known);
      const shown = first(connections, ranked);
      return {
        counts: {
          healthy: ranked.healthy.length,
          degraded: ranked.degraded.length,
          unhealthy: ranked.unhealthy.length,
          unknown: ranked.unknown.length,
          paused: ranked.paused.length,
        },
        total: known.byName.length,
        connections: shown.map((one) => ({ ...one, health: known.health(one.id), lastHour: hour.of(one.id) })),
        minutes: hour.minutes(),
        changes: latestChanges(known, changes),
      };
    },
    ids: async () => (await projection.fresh()).byId.map(({ id }) => id),
    async healthOf(ids) {
      const known = await projection.fresh();
      return ids.map((id) => known.health(id));
    },
    async find(search, { limit, cursor }) {
      const after = cursor === undefined ? '' : decodeCursor(order, cursor, 'string').id;
      const known = await projection.fresh();
      const fits = filterOf(search, known);
      const ids = firstIds(known.byId, limit + 1, (one) => one.id > after && fits(one));
      const page = ids.slice(0, limit);
      const last = page.at(-1);
      const more = ids.length > limit && last !== undefined;
      return { ids: page, nextCursor: more ? encodeCursor(order, { id: last, value: last }) : null };
    },
    dispose: projection.dispose,
  };
}

type Ranked = Readonly<Record<(typeof ranks)[number], readonly KnownConnection[]>>;

function byRank(known: Known): Ranked {
  const ranked: Record<(typeof ranks)[number], KnownConnection[]> = {
    unhealthy: [],
    degraded: [],
    unknown: [],
    healthy: [],
    paused: [],
  };
  for (const one of known.byName) ranked[one.status === 'active' ? known.health(one.id).status : 'paused'].push(one);
  return ranked;
}

function first(count: number, ranked: Ranked): readonly KnownConnection[] {
  const found: KnownConnection[] = [];
  for (const rank of ranks) found.push(...ranked[rank].slice(0, count - found.length));
  return found;
}

/** Stops where the page is full. */
function firstIds(
  all: readonly KnownConnection[],
  count: number,
  fits: (one: KnownConnection) => boolean,
): readonly string[] {
  const ids: string[] = [];
  for (const one of all) {
    if (fits(one)) ids.push(one.id);
    if (ids.length === count) break;
  }
  return ids;
}

function latestChanges(known: Known, most: number): Wall['changes'] {
  return known
    .changes()
    .slice(0, most)
    .map((change) => ({ ...change, name: known.get(change.connection)?.name ?? '' }));
}

function filterOf(
  { health, name, status, plugins }: ConnectionSearch,
  known: Known,
): (one: KnownConnection) => boolean {
  const part = name?.toLowerCase();
  return (one) =>
    (health === undefined || known.health(one.id).status === health) &&
    (part === undefined || one.lowerName.includes(part)) &&
    (status === undefined || one.status === status) &&
    (plugins === undefined || plugins.includes(one.plugin));
}
