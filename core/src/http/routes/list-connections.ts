import type { Connection } from '../../connections/index.ts';
import { isHubError } from '../../errors/index.ts';
import type { ConnectionService, Listed, OverviewService, PluginService } from '../services.ts';

type Search = Parameters<OverviewService['find']>[0];

export interface ConnectionListServices {
  readonly connections: ConnectionService;
  readonly overview: OverviewService;
  readonly plugins: PluginService;
}

interface ConnectionQuery extends Omit<Search, 'plugins'> {
  readonly plugin?: string | undefined;
  readonly capability?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Item {
  readonly connection: Connection;
  readonly health: Awaited<ReturnType<OverviewService['healthOf']>>[number];
}

/** What the database has no index for is found in memory, and only the page is read. */
export async function listConnections(options: ConnectionListServices, query: ConnectionQuery): Listed<Item> {
  const { connections, overview } = options;
  const isSearch = query.health !== undefined || query.name !== undefined;
  const { items, nextCursor } = await (isSearch ? search(options, query) : connections.list(query));
  const healths = await overview.healthOf(items.map(({ id }) => id));
  return {
    items: items.flatMap((connection, index) => {
      const health = healths[index];
      return health === undefined ? [] : [{ connection, health }];
    }),
    nextCursor,
  };
}

async function search(
  { connections, overview, plugins }: ConnectionListServices,
  { plugin, capability, health, name, status, ...page }: ConnectionQuery,
): Listed<Connection> {
  const able = capability === undefined ? undefined : plugins.pluginsWith(capability);
  const wanted = plugin === undefined ? able : able?.includes(plugin) === false ? [] : [plugin];
  const { ids, nextCursor } = await overview.find({ health, name, status, plugins: wanted }, page);
  const found = await Promise.all(ids.map((id) => stillThere(connections, id)));
  return { items: found.filter((one) => one !== undefined), nextCursor };
}

async function stillThere(connections: ConnectionService, id: string): Promise<Connection | undefined> {
  try {
    return await connections.get(id);
  } catch (error) {
    if (isHubError(error, 'not_found')) return undefined;
    throw error;
  }
}
