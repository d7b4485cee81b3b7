import { isDeepStrictEqual } from 'node:util';
import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError, type RequestFault } from '../errors/index.ts';
import type { JsonObject, Repository } from '../storage/index.ts';
import type { VaultHandle } from '../vault/index.ts';
import { checkNew, checkPatch, type CheckedPatch, invalid } from './check-patch.ts';
import {
  type ConnectionIndex,
  type ConnectionState,
  presentOf,
  type SealedSecret,
  type SecretSlots,
} from './connection.ts';
import { checkRevision } from './connection-writer.ts';
import type { ConnectionPatch, NewConnection } from './connections-contract.ts';
import { type Revealed, revealState } from './credentials.ts';
import { pointer } from './plain-json.ts';
import { applySecretChanges, type SecretChanges } from './secret-changes.ts';
import type { PluginSettings } from './settings-catalog.ts';
import type { SettingsRules } from './settings-rules.ts';
import type { Turnstile } from './turnstile.ts';

export type NewTry = Pick<NewConnection, 'plugin' | 'settings' | 'secrets' | 'allowedPrivateHosts'>;
export type ChangeTry = Pick<ConnectionPatch, 'settings' | 'secrets' | 'allowedPrivateHosts'>;

/** A connection as it would be saved. It is stored nowhere. */
export interface UnsavedConnection {
  /** Made up for this try: whatever is kept by it is kept apart from a connection that is stored. */
  readonly id: string;
  /** The stored connection that would be changed. */
  readonly changes?: string;
  readonly plugin: string;
  readonly name: string;
  readonly allowedPrivateHosts: readonly string[];
  readonly revealed: Revealed;
  /** From now on its new secrets are no longer redacted. */
  forget(): void;
}

/** Connections that are to be tried before they are saved. For the guard alone. */
export interface UnsavedConnections {
  /** @throws HubError `invalid_request` as making it would; VaultError `key_missing`, `key_wrong` */
  create(connection: NewTry): Promise<UnsavedConnection>;
  /**
   * A change of a stored one, with its stored secrets where the change has no others. Those go only where they go
   * already: beside a changed address each has to be entered again.
   * @throws HubError as changing it would: `not_found`, `invalid_request`, `version_conflict`, `plugin_unavailable`
   */
  change(
    id: string,
    patch: ChangeTry,
    options: { readonly expectedVersion?: number | undefined },
  ): Promise<UnsavedConnection>;
}

type UnsavedPlugin = PluginSettings & { readonly rules: SettingsRules };

interface UnsavedOptions {
  readonly repository: Pick<Repository<ConnectionState, ConnectionIndex>, 'get'>;
  readonly vault: Pick<VaultHandle, 'open' | 'seal' | 'forget'>;
  readonly clock: Clock;
  readonly turnstile: Turnstile;
  /** @throws HubError `plugin_unavailable` */
  readonly pluginOf: (plugin: string) => UnsavedPlugin;
  /** @throws HubError `invalid_request` */
  readonly availablePlugin: (plugin: string) => UnsavedPlugin;
}

interface Candidate {
  readonly plugin: UnsavedPlugin;
  /** With the settings that it would have, and the secrets that it has. */
  readonly state: ConnectionState;
  readonly secrets: SecretChanges;
  readonly changes?: string;
}

export function createUnsavedConnections(options: UnsavedOptions): UnsavedConnections {
  const { repository, vault, clock, turnstile, pluginOf, availablePlugin } = options;

  const found = async (id: string): Promise<ConnectionState> => {
    const stored = await repository.get(id);
    const status = stored?.state.status;
    if (stored === undefined || status === 'removing' || status === 'removed')
      throw new HubError('not_found', { detail: `There is no connection ${id}.` });
    return stored.state;
  };

  /** New values are sealed under the id of the try, so that it is that id they are redacted for. */
  const tried = ({ plugin: { rules }, state, secrets, changes }: Candidate): UnsavedConnection => {
    const id = newId(clock.now());
    const forget = () => vault.forget(id);
    const makeId = () => newId(clock.now());
    const sealing = { connectionId: id, rules: rules.secrets, vault, now: timestamp(clock), makeId };
    try {
      const stored = storedIn(state.secrets);
      const next = { ...state, secrets: applySecretChanges(state.secrets, secrets, sealing).secrets };
      const recordOf = (sealed: SealedSecret) => (changes !== undefined && stored.has(sealed) ? changes : id);
      const revealed = revealState({ id, state: next, status: 'active' }, { vault, rules, recordOf });
      const { plugin, name, allowedPrivateHosts } = next;
      return { id, plugin, name, allowedPrivateHosts, revealed, forget, ...(changes === undefined ? {} : { changes }) };
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    create: (connection) =>
      turnstile.pass(connection.plugin, async () => {
        const plugin = availablePlugin(connection.plugin);
        const { settings, allowedPrivateHosts, faults } = checkNew(connection, plugin);
        if (faults.length > 0) throw invalid(faults);
        const state = { ...blank(connection.plugin, plugin), settings, allowedPrivateHosts };
        return tried({ plugin, state, secrets: connection.secrets ?? {} });
      }),
    async change(id, patch, { expectedVersion }) {
      const { plugin: pluginId } = await found(id);
      return turnstile.pass(pluginId, async () => {
        const stored = await found(id);
        // Both in the same turn: the rules and the settings of one version.
        const plugin = pluginOf(pluginId);
        const before = presentOf(stored, plugin.unsettledMove);
        checkRevision(id, before, expectedVersion);
        const checked = checkPatch(before, patch, plugin);
        const secrets = patch.secrets ?? {};
        const faults = checked.faults.length > 0 ? checked.faults : movedAway({ before, checked, secrets, plugin });
        if (faults.length > 0) throw invalid(faults);
        const { settings, allowedPrivateHosts } = checked;
        return tried({ plugin, state: { ...before, settings, allowedPrivateHosts }, secrets, changes: id });
      });
    },
  };
}

function blank(plugin: string, { settingsVersion }: UnsavedPlugin): ConnectionState {
  return {
    plugin,
    name: plugin,
    settings: {},
    settingsVersion,
    secrets: {},
    allowedPrivateHosts: [],
    status: 'active',
    revision: 1,
    createdBy: '',
    updatedBy: '',
  };
}

const storedIn = (secrets: SecretSlots): ReadonlySet<SealedSecret> =>
  new Set(Object.values(secrets).flatMap(({ envelopes }) => envelopes));

interface Moved {
  readonly before: ConnectionState;
  readonly checked: CheckedPatch;
  readonly secrets: SecretChanges;
  readonly plugin: UnsavedPlugin;
}

/**
 * A try leaves no trace at the connection. Somebody who may try could have a stored secret, which nobody can read, sent
 * to a server of their own, and nobody would see a changed connection. So it is not sent where it does not go already.
 */
function movedAway({ before, checked, secrets, plugin }: Moved): RequestFault[] {
  const changed = changedAddress(before, checked, plugin);
  if (changed === undefined) return [];
  const kept = Object.keys(before.secrets).filter((name) => keepsStored(secrets[name]));
  return kept.map((name) => ({
    path: pointer('/secrets', name),
    message: `has to be entered again to be tried with another “${changed}”: what is stored is sent only where it is sent now`,
  }));
}

/** What is replaced or deleted is not used; of a list that is added to or put in order, stored values are. */
function keepsStored(change: SecretChanges[string] | undefined): boolean {
  if (change === undefined) return true;
  return typeof change === 'object' && change !== null && ['add', 'promote', 'retire'].some((verb) => verb in change);
}

/** The name of what says where the plugin goes and is changed. */
function changedAddress(
  before: ConnectionState,
  { settings, allowedPrivateHosts }: CheckedPatch,
  { rules, egress }: UnsavedPlugin,
): string | undefined {
  if (allowedPrivateHosts.some((host) => !before.allowedPrivateHosts.includes(host))) return 'allowedPrivateHosts';
  // Filled in, as the changed ones are: a default is no change.
  const { settings: present } = rules.check(before.settings);
  const names = [...new Set([...Object.keys(present), ...Object.keys(settings)])];
  const isChanged = (name: string) => !isDeepStrictEqual(memberOf(settings, name), memberOf(present, name));
  return names.find((name) => mayBeAddress(name, egress) && isChanged(name));
}

/** Where a plugin may go to hosts that its manifest does not name one by one, any setting may say to which. */
function mayBeAddress(name: string, egress: readonly string[]): boolean {
  return egress.some((pattern) => pattern.startsWith('*') || pattern === `{settings.${name}}`);
}

const memberOf = (settings: JsonObject, name: string): unknown =>
  Object.hasOwn(settings, name) ? settings[name] : undefined;
