import { isIP } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { HubError, type RequestFault } from '../errors/index.ts';
import type { JsonObject } from '../storage/index.ts';
import type { ConnectionState } from './connection.ts';
import type { ConnectionPatch, NewConnection } from './connections-contract.ts';
import { mergePatch } from './merge-patch.ts';
import { isJsonObject, plainJson } from './plain-json.ts';
import { checkSecretChanges } from './secret-changes.ts';
import { misplacedSecrets, type SettingsRules } from './settings-rules.ts';

export interface CheckedPatch {
  readonly name: string;
  readonly settings: JsonObject;
  readonly allowedPrivateHosts: readonly string[];
  /** `name`, `settings`, `allowedPrivateHosts`. */
  readonly changed: readonly string[];
  readonly faults: readonly RequestFault[];
}

/** Finds everything that is wrong with a patch, and what it would change. */
export function checkPatch(
  before: ConnectionState,
  patch: ConnectionPatch,
  { rules }: { readonly rules: SettingsRules },
): CheckedPatch {
  const name = patch.name ?? before.name;
  const patched =
    patch.settings === undefined
      ? { settings: before.settings, faults: [] }
      : patchSettings(before.settings, patch.settings, rules);
  const secretFaults =
    patch.secrets === undefined ? [] : checkSecretChanges(before.secrets, patch.secrets, rules.secrets);
  const allowedPrivateHosts = patch.allowedPrivateHosts ?? before.allowedPrivateHosts;
  const changed = [
    ...(name === before.name ? [] : ['name']),
    ...(isDeepStrictEqual(patched.settings, before.settings) ? [] : ['settings']),
    ...(isDeepStrictEqual(allowedPrivateHosts, before.allowedPrivateHosts) ? [] : ['allowedPrivateHosts']),
  ];
  return {
    name,
    settings: patched.settings,
    allowedPrivateHosts,
    changed,
    faults: [...nameFaults(name), ...hostFaults(allowedPrivateHosts), ...patched.faults, ...secretFaults],
  };
}

/** Finds everything that is wrong with settings and secrets of a connection that is not there yet. */
export function checkNew(
  { settings: given = {}, secrets = {}, allowedPrivateHosts = [] }: Omit<NewConnection, 'name' | 'createdBy'>,
  { rules }: { readonly rules: SettingsRules },
): Pick<CheckedPatch, 'settings' | 'allowedPrivateHosts' | 'faults'> {
  const { settings, faults } = rules.check(given);
  const secretFaults = checkSecretChanges({}, secrets, rules.secrets);
  return { settings, allowedPrivateHosts, faults: [...hostFaults(allowedPrivateHosts), ...faults, ...secretFaults] };
}

function patchSettings(before: JsonObject, patch: unknown, rules: SettingsRules) {
  const { value, faults } = plainJson(patch, '/settings');
  if (faults.length > 0) return { settings: before, faults };
  if (!isJsonObject(value)) return { settings: before, faults: [{ path: '/settings', message: 'must be an object' }] };
  const misplaced = misplacedSecrets(value, rules.secrets);
  if (misplaced.length > 0) return { settings: before, faults: misplaced };
  return rules.check(mergePatch(before, value));
}

const hostForm = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const mostHosts = 16;

export function hostFaults(hosts: readonly string[]): RequestFault[] {
  const wrong = hosts.flatMap((host, index) =>
    hostForm.test(host) || isIP(host) !== 0
      ? []
      : [
          {
            path: `/allowedPrivateHosts/${index}`,
            message: 'must be a host name or an address, in lower case, without a port',
          },
        ],
  );
  if (hosts.length > mostHosts)
    wrong.push({ path: '/allowedPrivateHosts', message: `must have at most ${mostHosts} members` });
  return wrong;
}

export function nameFaults(name: unknown): RequestFault[] {
  if (typeof name === 'string' && name.trim() !== '' && name.length <= 100) return [];
  return [{ path: '/name', message: 'must be a text of 1 to 100 characters' }];
}

/** Says every fault, the first one in words. */
export const invalid = (errors: readonly RequestFault[]): HubError =>
  new HubError('invalid_request', { detail: `${errors[0]?.path ?? ''} ${errors[0]?.message ?? ''}.`.trim(), errors });
