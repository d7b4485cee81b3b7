import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { SettingsMoves } from '../plugins/index.ts';
import { isStorageError, type JsonObject, type Repository, type Stored } from '../storage/index.ts';
import { type EnvelopeHolder, repositoryHolder, type VaultHandle } from '../vault/index.ts';
import { checkNew, checkPatch, invalid, nameFaults } from './check-patch.ts';
import {
  type ConnectionIndex,
  type ConnectionState,
  type ConnectionStatus,
  connectionStatuses,
  envelopesOf,
  presentOf,
  replaceEnvelopes,
} from './connection.ts';
import { type Connection, viewOf } from './connection-view.ts';
import { connectionWriter, isTombstone, type Told } from './connection-writer.ts';
import type {
  ChangeOptions,
  ConnectionChange,
  ConnectionPatch,
  Connections,
  NewConnection,
} from './connections-contract.ts';
import { creationOf } from './creation.ts';
import { type Credentials, createCredentials } from './credentials.ts';
import { applySecretChanges } from './secret-changes.ts';
import type { SettingsCatalog } from './settings-catalog.ts';
import { createSettingsMoves } from './settings-moves.ts';
import { compileSettings, type SettingsRules } from './settings-rules.ts';
import { createUnsavedConnections, type UnsavedConnections } from './unsaved-connections.ts';
import { createTurnstile } from './turnstile.ts';

export interface ConnectionsOptions {
  readonly repository: Repository<ConnectionState, ConnectionIndex>;
  /** The vault's handle for `connection`. */
  readonly vault: VaultHandle;
  readonly catalog: SettingsCatalog;
  readonly clock: Clock;
  /** Deletes what the plugin stored for a removed connection; see `PluginStore.clear`. May be called again. */
  readonly clearPluginState: (connectionId: string) => Promise<void>;
}

/**
 * `connections` for anybody, `credentials` for the guard alone, `holder` for the key rotation, `moves` for upgrades of
 * plugins.
 */
export interface ConnectionsParts {
  readonly connections: Connections;
  readonly moves: SettingsMoves;
  /** Deletes the secrets of every connection of a plugin, and what the plugin stored. Repeating it is harmless. */
  forgetSecrets(plugin: string): Promise<void>;
  readonly credentials: Credentials;
  /** For the guard alone as well. */
  readonly unsaved: UnsavedConnections;
  readonly holder: EnvelopeHolder;
}

export function createConnections(options: ConnectionsOptions): ConnectionsParts {
  const { repository, vault, catalog, clock } = options;
  const writer = connectionWriter({ repository, clock });
  const listeners = new Set<(change: ConnectionChange) => void>();
  const compiled = new WeakMap<object, SettingsRules>();

  const tell = (id: string, kind: ConnectionChange['kind']): void => {
    for (const listener of listeners) listener({ id, kind });
  };

  const turnstile = createTurnstile();

  const rulesOf = (plugin: string, settingsSchema: object): SettingsRules => {
    const rules = compiled.get(settingsSchema) ?? compileSettings(plugin, settingsSchema);
    compiled.set(settingsSchema, rules);
    return rules;
  };

  const pluginOf = (plugin: string) => {
    const settings = catalog.get(plugin);
    if (settings === undefined)
      throw new HubError('plugin_unavailable', { detail: `The plugin “${plugin}” is not available.` });
    return { ...settings, rules: rulesOf(plugin, settings.settingsSchema) };
  };

  /** Of one that is to be made: which plugin is part of what was asked. */
  const availablePlugin = (plugin: string) => {
    if (catalog.get(plugin) === undefined) throw invalid([{ path: '/plugin', message: 'is not an available plugin' }]);
    return pluginOf(plugin);
  };

  const view = (stored: Stored<ConnectionState> | undefined, id: string): Connection => {
    const unsettledMove = stored === undefined ? undefined : catalog.get(stored.state.plugin)?.unsettledMove;
    const shown =
      stored === undefined
        ? undefined
        : viewOf({ ...stored, state: presentOf(stored.state, unsettledMove) }, (keyId) => vault.keyState(keyId));
    if (shown === undefined) throw new HubError('not_found', { detail: `There is no connection ${id}.` });
    return shown;
  };

  const sealing = (connectionId: string, rules: SettingsRules) => ({
    connectionId,
    rules: rules.secrets,
    vault,
    now: timestamp(clock),
    makeId: () => newId(clock.now()),
  });

  const setStatus = async (
    id: string,
    { reason, ...how }: ChangeOptions & { readonly reason?: string },
    status: ConnectionStatus,
  ): Promise<Connection> => {
    const { stored, changed } = await writer.modify(id, how, (before) => {
      if (before.status === status && before.statusReason === reason) return undefined;
      const { statusReason: _before, ...kept } = before;
      const state = { ...kept, status, ...(reason === undefined ? {} : { statusReason: reason }) };
      const why: JsonObject = reason === undefined ? {} : { reason };
      if (before.status === status) return { state, told: [['updated', { changed: ['statusReason'], ...why }]] };
      if (status === 'disabled') return { state, told: [['updated', { changed: ['status'], ...why }]] };
      return { state, told: [[status === 'paused' ? 'paused' : 'resumed', why]] };
    });
    const shown = view(stored, id);
    if (changed) tell(id, 'status');
    return shown;
  };

  const patch = async (id: string, change: ConnectionPatch, how: ChangeOptions): Promise<Connection> => {
    const kinds = new Set<ConnectionChange['kind']>();
    const { stored } = await writer.modify(id, how, (before) => {
      kinds.clear();
      const checked = checkPatch(before, change, pluginOf(before.plugin));
      if (checked.faults.length > 0) throw invalid(checked.faults);
      const { rules, settingsVersion } = pluginOf(before.plugin);
      const sealed = applySecretChanges(before.secrets, change.secrets ?? {}, sealing(id, rules));
      if (checked.changed.length > 0) kinds.add('settings');
      if (sealed.changed.length > 0) kinds.add('secrets');
      if (kinds.size === 0) return undefined;
      const version = checked.changed.includes('settings') ? settingsVersion : before.settingsVersion;
      const told: Told = [
        ...(kinds.has('settings') ? [['updated', { changed: checked.changed }] as const] : []),
        ...(kinds.has('secrets') ? [['secrets_changed', { secrets: sealed.changed }] as const] : []),
      ];
      const { name, settings, allowedPrivateHosts } = checked;
      return {
        state: { ...before, name, settings, allowedPrivateHosts, settingsVersion: version, secrets: sealed.secrets },
        told,
      };
    });
    const shown = view(stored, id);
    for (const kind of kinds) tell(id, kind);
    return shown;
  };

  const created = async (connection: NewConnection): Promise<Connection> => {
    const plugin = availablePlugin(connection.plugin);
    const { rules } = plugin;
    const { settings, allowedPrivateHosts, faults } = checkNew(connection, plugin);
    const all = [...nameFaults(connection.name), ...faults];
    if (all.length > 0) throw invalid(all);
    const id = newId(clock.now());
    const state: ConnectionState = {
      plugin: connection.plugin,
      name: connection.name,
      settings,
      settingsVersion: plugin.settingsVersion,
      secrets: applySecretChanges({}, connection.secrets ?? {}, sealing(id, rules)).secrets,
      allowedPrivateHosts,
      status: 'active',
      revision: 1,
      createdBy: connection.createdBy,
      updatedBy: connection.createdBy,
      ...creationOf(connection),
    };
    const stored = await writer.insert(id, state);
    tell(id, 'created');
    return view(stored, id);
  };

  /** What an earlier request with the same key made. */
  const findCreated = async (connection: NewConnection): Promise<Connection | undefined> => {
    const { creation } = creationOf(connection);
    if (creation === undefined) return undefined;
    const stored = await repository.findOne({ creationKey: creation.key });
    if (stored === undefined) return undefined;
    if (stored.state.creation?.digest !== creation.digest) throw new HubError('idempotency_key_reused');
    if (isTombstone(stored.state))
      throw new HubError('conflict', { detail: 'What this request made was removed since.' });
    return view(stored, stored.id);
  };

  const finishRemoval = async (id: string): Promise<void> => {
    await options.clearPluginState(id);
    vault.forget(id);
    await repository.update(id, (state) =>
      state.status === 'removing' ? { state: { ...state, status: 'removed' } } : undefined,
    );
  };

  /** Waits while the connections of its plugin are taken to another version. */
  const inPeace = async <Result>(id: string, work: () => Promise<Result>): Promise<Result> => {
    const plugin = (await repository.get(id))?.state.plugin;
    return plugin === undefined ? work() : turnstile.pass(plugin, work);
  };

  const forgetSecrets = async (plugin: string): Promise<void> => {
    let cursor: string | null | undefined;
    do {
      const page = await repository.list({ where: { plugin, status: { in: connectionStatuses } }, limit: 200, cursor });
      for (const { id } of page.items) {
        const { changed } = await writer.modify(id, { by: 'hub' }, ({ former: _former, ...before }) => {
          const names = Object.keys(before.secrets);
          return { state: { ...before, secrets: {} }, told: [['secrets_changed', { secrets: names }]] };
        });
        await options.clearPluginState(id);
        if (changed) tell(id, 'secrets');
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
  };

  const connections: Connections = {
    async create(connection) {
      const before = await findCreated(connection);
      if (before !== undefined) return before;
      try {
        return await turnstile.pass(connection.plugin, () => created(connection));
      } catch (error) {
        if (!isStorageError(error, 'duplicate_key')) throw error;
        const winner = await findCreated(connection);
        if (winner === undefined) throw error;
        return winner;
      }
    },
    get: async (id) => view(await repository.get(id), id),
    async list({ plugin, capability, status, limit, cursor }) {
      const able = capability === undefined ? undefined : catalog.pluginsWith(capability);
      const plugins = plugin === undefined ? able : able?.includes(plugin) === false ? [] : [plugin];
      if (plugins?.length === 0) return { items: [], nextCursor: null };
      const where = {
        status: status ?? { in: connectionStatuses },
        ...(plugins === undefined ? {} : { plugin: { in: plugins } }),
      };
      const page = await repository.list({ where, limit, cursor });
      return { items: page.items.map((stored) => view(stored, stored.id)), nextCursor: page.nextCursor };
    },
    patch: (id, change, how) => inPeace(id, () => patch(id, change, how)),
    putSecrets: (id, secrets, how) => inPeace(id, () => patch(id, { secrets }, how)),
    pause: (id, how) => inPeace(id, () => setStatus(id, how, 'paused')),
    disable: (id, how) => inPeace(id, () => setStatus(id, how, 'disabled')),
    resume: (id, { by, expectedVersion }) => inPeace(id, () => setStatus(id, { by, expectedVersion }, 'active')),
    recordTest: async (id, testResult) => view(await writer.note(id, { testedAt: timestamp(clock), testResult }), id),
    async remove(id, how) {
      const { stored, changed } = await inPeace(id, () =>
        writer.modify(id, how, (before) => {
          const { statusReason: _reason, testResult: _result, testedAt: _testedAt, former: _former, ...kept } = before;
          const gone = { settings: {}, secrets: {}, removedAt: timestamp(clock) };
          return { state: { ...kept, ...gone, status: 'removing' }, told: [['removed', {}]] };
        }),
      );
      if (!changed) view(stored, id);
      tell(id, 'removed');
      await finishRemoval(id);
    },
    async recover() {
      for (;;) {
        const { items } = await repository.list({ where: { status: 'removing' }, limit: 100 });
        if (items.length === 0) return;
        for (const { id } of items) await finishRemoval(id);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    connections,
    credentials: createCredentials({ repository, vault, catalogOf: pluginOf, rulesOf }),
    unsaved: createUnsavedConnections({ repository, vault, clock, turnstile, pluginOf, availablePlugin }),
    moves: createSettingsMoves({
      repository,
      vault,
      rulesOf,
      turnstile,
      changed: (id) => {
        tell(id, 'settings');
        tell(id, 'secrets');
      },
    }),
    forgetSecrets,
    holder: repositoryHolder({ name: 'connections', repository, envelopesOf, replace: replaceEnvelopes }),
  };
}
