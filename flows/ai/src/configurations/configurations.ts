import {
  type Change,
  type FlowServices,
  HubError,
  isStorageError,
  type Repository,
  type Stored,
} from '@fairlead/core/flow-api';
import { newId, timestamp } from '@fairlead/sdk';
import {
  type Configuration,
  configurationCollection,
  type ConfigurationIndex,
  type ConfigurationState,
  defaultPriority,
  type KnownConfiguration,
  orderCollection,
  orderId,
  type OrderState,
} from './configuration.ts';

/** What a change of a configuration names; the rest stays. */
export interface ConfigurationChange extends Partial<Configuration> {
  readonly priority?: number;
}

export interface VersionedConfiguration {
  readonly known: KnownConfiguration;
  readonly version: number;
}

export interface Configurations {
  /** In the order in which they are tried, removed ones left out. */
  list(): Promise<readonly KnownConfiguration[]>;
  /** @throws HubError `not_found` */
  get(id: string): Promise<VersionedConfiguration>;
  /** @throws HubError `conflict` for a name that is taken */
  create(configuration: Configuration, priority: number): Promise<VersionedConfiguration>;
  /** @throws HubError `not_found`, `conflict`, `version_conflict` when it is not at `ifMatch` any more */
  change(id: string, change: ConfigurationChange, ifMatch: number | undefined): Promise<VersionedConfiguration>;
  remove(id: string, ifMatch: number | undefined): Promise<void>;
  /** All of them, first to last, in one write. @throws HubError `invalid_request` when one is missing or unknown */
  reorder(ids: readonly string[]): Promise<readonly KnownConfiguration[]>;
  /** Names by id, those that were removed too. */
  names(): Promise<ReadonlyMap<string, string>>;
}

/** Configurations there can be. */
const most = 200;

type Services = Pick<FlowServices, 'clock' | 'event' | 'repository'>;

/** @param changed called after each change that was committed, and waited for */
export function createConfigurations(services: Services, changed: () => Promise<void>): Configurations {
  const { clock, event } = services;
  const repository: Repository<ConfigurationState, ConfigurationIndex> = services.repository(configurationCollection);
  const order = services.repository(orderCollection);
  const priorities = async () => (await order.get(orderId))?.state.priorities ?? {};
  const told = (change: string, id: string, name: string) =>
    event('ai.configuration_changed', id, { change, configuration: id, name });

  const all = async (): Promise<readonly Stored<ConfigurationState>[]> => {
    const found: Stored<ConfigurationState>[] = [];
    for await (const stored of repository.scan()) found.push(stored);
    return found;
  };
  const list = async () => {
    const places = await priorities();
    return (await all())
      .filter(({ state }) => state.removedAt === null)
      .map(({ id, state }) => known(id, state, places))
      .toSorted((left, right) => left.priority - right.priority || (left.id < right.id ? -1 : 1));
  };
  const demand = async (id: string, ifMatch?: number) => {
    const stored = await repository.get(id);
    if (stored === undefined || stored.state.removedAt !== null) {
      throw new HubError('not_found', { detail: 'There is no such AI configuration.' });
    }
    if (ifMatch !== undefined && ifMatch !== stored.version) throw overtaken();
    return stored;
  };
  const commit = async (
    id: string,
    change: Change<ConfigurationState>,
    before: Stored<ConfigurationState> | undefined,
  ) => {
    try {
      return await repository.commit({ ...before, id, ...change }, before?.version ?? 0);
    } catch (cause) {
      if (isStorageError(cause, 'version_conflict')) throw overtaken(cause);
      if (!isStorageError(cause, 'duplicate_key')) throw cause;
      throw new HubError('conflict', { detail: 'Another AI configuration has this name.', cause });
    }
  };
  const place = async (id: string, priority: number) => {
    const put = ({ priorities: before }: OrderState) => ({ state: { priorities: { ...before, [id]: priority } } });
    await ensureOrder(order);
    await order.update(orderId, put);
  };
  const shown = async (id: string, stored: Stored<ConfigurationState>): Promise<VersionedConfiguration> => {
    await changed();
    return { known: known(id, stored.state, await priorities()), version: stored.version };
  };

  return {
    list,
    async get(id) {
      const stored = await demand(id);
      return { known: known(id, stored.state, await priorities()), version: stored.version };
    },
    async create(configuration, priority) {
      if ((await list()).length >= most) {
        throw new HubError('conflict', { detail: `There are ${most} AI configurations, and no room for more.` });
      }
      const id = newId(clock.now());
      const state = { configuration, removedAt: null };
      const stored = await commit(id, { state, events: [told('created', id, configuration.name)] }, undefined);
      if (priority !== defaultPriority) await place(id, priority);
      return shown(id, stored);
    },
    async change(id, { priority, ...change }, ifMatch) {
      const before = await demand(id, ifMatch);
      const configuration = { ...before.state.configuration, ...change };
      const events = [told('changed', id, configuration.name)];
      const stored = await commit(id, { state: { configuration, removedAt: null }, events }, before);
      if (priority !== undefined) await place(id, priority);
      return shown(id, stored);
    },
    async remove(id, ifMatch) {
      const before = await demand(id, ifMatch);
      const { configuration } = before.state;
      const state = { configuration, removedAt: timestamp(clock) };
      await commit(id, { state, events: [told('removed', id, configuration.name)] }, before);
      await changed();
    },
    async reorder(ids) {
      const there = new Set((await list()).map(({ id }) => id));
      if (ids.length !== there.size || new Set(ids).size !== ids.length || ids.some((id) => !there.has(id))) {
        const message = 'must name each AI configuration once';
        throw new HubError('invalid_request', { errors: [{ path: '/order', message }] });
      }
      await ensureOrder(order);
      const events = [
        event('ai.configuration_changed', orderId, { change: 'reordered', configuration: null, name: null }),
      ];
      const state = { priorities: Object.fromEntries(ids.map((id, index) => [id, index + 1])) };
      await order.update(orderId, () => ({ state, events }));
      await changed();
      return list();
    },
    names: async () => new Map((await all()).map(({ id, state }) => [id, state.configuration.name])),
  };
}

function known(
  id: string,
  { configuration }: ConfigurationState,
  places: OrderState['priorities'],
): KnownConfiguration {
  return { ...configuration, id, priority: places[id] ?? defaultPriority };
}

async function ensureOrder(order: Repository<OrderState>): Promise<void> {
  if ((await order.get(orderId)) !== undefined) return;
  try {
    await order.commit({ id: orderId, state: { priorities: {} } }, 0);
  } catch (error) {
    // Somebody else made it at this moment.
    if (!isStorageError(error, 'version_conflict')) throw error;
  }
}

function overtaken(cause?: unknown): HubError {
  return new HubError('version_conflict', { detail: 'Somebody else changed it meanwhile; read it anew.', cause });
}
