import type { Secret } from '@fairlead/sdk';
import { HubError, type RequestFault } from '../errors/index.ts';
import type { MovedConnection, SettingsTarget } from '../plugins/index.ts';
import type { JsonObject, Repository } from '../storage/index.ts';
import { VaultError, type VaultHandle } from '../vault/index.ts';
import {
  type ConnectionIndex,
  type ConnectionState,
  type ConnectionStatus,
  placeOf,
  presentOf,
  type SealedSecret,
  type SecretSlot,
} from './connection.ts';
import type { CredentialLock } from './connection-view.ts';
import { movedSecrets } from './moved-secrets.ts';
import { pointer } from './plain-json.ts';
import type { SecretRule, SettingsRules } from './settings-rules.ts';

interface RevealedHead {
  readonly id: string;
  readonly plugin: string;
  readonly name: string;
  readonly status: ConnectionStatus;
  readonly version: number;
}

export type Revealed =
  | (RevealedHead & {
      readonly outcome: 'open';
      /** In the form that code sees, defaults filled in, with `Secret`s and lists of them in place. */
      readonly settings: { readonly [name: string]: unknown };
    })
  | (RevealedHead & CredentialLock & { readonly outcome: 'locked' })
  /** What is stored does not fit the schema of the plugin's present version. */
  | (RevealedHead & { readonly outcome: 'invalid'; readonly errors: readonly RequestFault[] });

/** For the guard alone. */
export interface Credentials {
  /** @throws HubError `not_found`, `plugin_unavailable` */
  reveal(connectionId: string): Promise<Revealed>;
  /** The same as another version of the plugin would have it. @throws HubError `not_found` */
  revealMoved(target: SettingsTarget, moved: MovedConnection): Promise<Revealed>;
}

export function createCredentials(options: {
  readonly repository: Pick<Repository<ConnectionState, ConnectionIndex>, 'get'>;
  readonly vault: Pick<VaultHandle, 'open' | 'seal'>;
  /** The rules of the version that answers, and the move that is being written, if one is. */
  readonly catalogOf: (plugin: string) => { readonly rules: SettingsRules; readonly unsettledMove?: string };
  /** Rules of any schema of a plugin. */
  readonly rulesOf: (plugin: string, schema: object) => SettingsRules;
}): Credentials {
  const found = async (id: string) => {
    const stored = await options.repository.get(id);
    const status = stored?.state.status;
    if (stored === undefined || status === undefined || status === 'removing' || status === 'removed') {
      throw new HubError('not_found', { detail: `There is no connection ${id}.` });
    }
    return { state: stored.state, status };
  };
  const revealed = (
    id: string,
    { state, status }: { readonly state: ConnectionState; readonly status: ConnectionStatus },
    rules: SettingsRules,
  ): Revealed => revealState({ id, state, status }, { vault: options.vault, rules });
  return {
    async reveal(id) {
      const { state, status } = await found(id);
      // Both in the same turn: the rules and the settings of one version.
      const { rules, unsettledMove } = options.catalogOf(state.plugin);
      return revealed(id, { state: presentOf(state, unsettledMove), status }, rules);
    },
    async revealMoved({ plugin, settingsSchema }, moved) {
      const { state, status } = await found(moved.connectionId);
      const rules = options.rulesOf(plugin, settingsSchema);
      const { connectionId, settingsVersion, renamedSecrets: renamed } = moved;
      const settings = moved.settings as JsonObject;
      const secrets =
        moved.kept && state.former !== undefined
          ? state.former.secrets
          : movedSecrets(state.secrets, { connectionId, vault: options.vault, rules: rules.secrets, renamed });
      return revealed(connectionId, { state: { ...state, settings, settingsVersion, secrets }, status }, rules);
    },
  };
}

/** A connection with its status, as it is stored or would be. */
export interface RevealedState {
  readonly id: string;
  readonly state: ConnectionState;
  readonly status: ConnectionStatus;
}

export interface RevealOptions {
  readonly vault: Pick<VaultHandle, 'open'>;
  readonly rules: SettingsRules;
  /** The record that a value was sealed for. Default: the connection itself. */
  readonly recordOf?: (sealed: SealedSecret) => string;
}

/** The settings of a state with its secrets opened, or why they cannot be used. */
export function revealState({ id, state, status }: RevealedState, options: RevealOptions): Revealed {
  const { vault, rules, recordOf = () => id } = options;
  const { plugin, name, revision: version } = state;
  const head = { id, plugin, name, status, version };
  const { settings, faults } = rules.check(state.settings);
  const errors = [...faults, ...missing(state, rules)];
  if (errors.length > 0) return { ...head, outcome: 'invalid', errors };
  const secrets = openSecrets(state, { vault, rules: rules.secrets, recordOf });
  if (secrets.lock !== undefined) return { ...head, ...secrets.lock, outcome: 'locked' };
  return { ...head, outcome: 'open', settings: { ...rules.decode(settings), ...Object.fromEntries(secrets.opened) } };
}

interface Opening {
  readonly vault: Pick<VaultHandle, 'open'>;
  readonly rules: ReadonlyMap<string, SecretRule>;
  readonly recordOf: (sealed: SealedSecret) => string;
}

interface Opened {
  readonly opened: ReadonlyMap<string, Secret | readonly Secret[]>;
  readonly lock?: CredentialLock;
}

function openSecrets({ secrets }: ConnectionState, { vault, rules, recordOf }: Opening): Opened {
  const opened = new Map<string, Secret | readonly Secret[]>();
  for (const [name, rule] of rules) {
    const slot: SecretSlot | undefined = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
    if (slot === undefined) continue;
    const values: Secret[] = [];
    for (const sealed of slot.envelopes) {
      try {
        values.push(vault.open(placeOf(recordOf(sealed), name, sealed), sealed.envelope));
      } catch (error) {
        const lock = lockFrom(error, name, sealed.envelope.keyId);
        if (lock === undefined) throw error;
        return { opened, lock };
      }
    }
    const [current] = values;
    if (rule.list) opened.set(name, values);
    else if (current !== undefined) opened.set(name, current);
  }
  return { opened };
}

function lockFrom(error: unknown, secret: string, keyId: string): CredentialLock | undefined {
  if (!(error instanceof VaultError)) return undefined;
  const { code } = error;
  if (code !== 'key_missing' && code !== 'key_wrong' && code !== 'envelope_damaged') return undefined;
  return { reason: code, keyId, secret };
}

function missing({ secrets }: ConnectionState, { secrets: rules }: SettingsRules): RequestFault[] {
  return [...rules]
    .filter(([name, { required }]) => required && !Object.hasOwn(secrets, name))
    .map(([name]) => ({ path: pointer('/secrets', name), message: 'is required' }));
}
