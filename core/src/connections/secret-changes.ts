import { isSecret, Secret } from '@fairlead/sdk';
import type { RequestFault } from '../errors/index.ts';
import type { VaultHandle } from '../vault/index.ts';
import { placeOf, type SealedSecret, type SecretSlot, type SecretSlots } from './connection.ts';
import { pointer } from './plain-json.ts';
import type { SecretRule } from './settings-rules.ts';

/**
 * What to do with one secret. Null deletes it. A text replaces it; a list of texts replaces a list, the first current.
 * Of a list one value can be added (at the end), promoted to be the current one, or retired, by its id.
 */
export type SecretChange =
  | string
  | Secret
  | null
  | readonly (string | Secret)[]
  | { readonly add: string | Secret }
  | { readonly promote: string }
  | { readonly retire: string };

export interface SecretChanges {
  readonly [name: string]: SecretChange;
}

export interface SealingOptions {
  readonly connectionId: string;
  readonly rules: ReadonlyMap<string, SecretRule>;
  readonly vault: Pick<VaultHandle, 'seal'>;
  readonly now: string;
  readonly makeId: () => string;
}

export interface ChangedSecrets {
  readonly secrets: SecretSlots;
  /** Names of what changed. */
  readonly changed: readonly string[];
}

/**
 * Finds what is wrong with the changes before anything is sealed. Paths begin with `/secrets`. The input is whatever
 * came over the API.
 */
export function checkSecretChanges(
  present: SecretSlots,
  changes: unknown,
  rules: ReadonlyMap<string, SecretRule>,
): readonly RequestFault[] {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    return [{ path: '/secrets', message: 'must be an object' }];
  }
  const given = new Map(Object.entries(changes).filter(([, change]) => change !== undefined));
  const faults = [...given].flatMap(([name, change]) => {
    const rule = rules.get(name);
    const path = pointer('/secrets', name);
    if (rule === undefined) return [{ path, message: 'is not a secret of this plugin' }];
    return change === null ? [] : checkChange(slotOf(present, name), change, { rule, path });
  });
  const missing = [...rules]
    .filter(([name, rule]) => rule.required && isGone(slotOf(present, name), given.get(name)))
    .map(([name]) => ({ path: pointer('/secrets', name), message: 'is required' }));
  return [...faults, ...missing];
}

/** Carries out changes that were checked. */
export function applySecretChanges(
  present: SecretSlots,
  changes: SecretChanges,
  options: SealingOptions,
): ChangedSecrets {
  const slots = new Map(Object.entries(present));
  const changed: string[] = [];
  for (const [name, change] of Object.entries(changes)) {
    const before = slots.get(name);
    if (change === undefined || (change === null && before === undefined)) continue;
    changed.push(name);
    const version = (before?.version ?? 0) + 1;
    const envelopes = nextEnvelopes(name, { before, change, version }, options);
    if (envelopes.length === 0) slots.delete(name);
    else slots.set(name, { list: options.rules.get(name)?.list === true, envelopes, updatedAt: options.now, version });
  }
  return { secrets: Object.fromEntries(slots), changed };
}

interface SlotChange {
  readonly before: SecretSlot | undefined;
  readonly change: SecretChange;
  readonly version: number;
}

function nextEnvelopes(
  name: string,
  { before, change, version }: SlotChange,
  options: SealingOptions,
): readonly SealedSecret[] {
  const present = before?.envelopes ?? [];
  const seal = (value: string | Secret): SealedSecret => {
    const secret = isSecret(value) ? value : new Secret(value);
    const id = options.makeId();
    const envelope = options.vault.seal(placeOf(options.connectionId, name, { id, version }), secret);
    return { id, envelope, version, hint: hintOf(secret), addedAt: options.now };
  };
  if (change === null) return [];
  if (typeof change === 'string' || isSecret(change)) return [seal(change)];
  if (isList(change)) return change.map(seal);
  if ('add' in change) return [...present, seal(change.add)];
  if ('retire' in change) return present.filter(({ id }) => id !== change.retire);
  return [...present].sort((left, right) => Number(right.id === change.promote) - Number(left.id === change.promote));
}

interface Checked {
  readonly rule: SecretRule;
  readonly path: string;
}

function checkChange(
  before: SecretSlot | undefined,
  change: unknown,
  { rule, path }: Checked,
): readonly RequestFault[] {
  if (!rule.list) return rule.check(textOf(change), path);
  if (Array.isArray(change)) return rule.check(change.map(textOf), path);
  const fault = (message: string) => [{ path, message }];
  const [entry, ...others] =
    typeof change === 'object' && change !== null && !isSecret(change) ? Object.entries(change) : [];
  if (entry === undefined || others.length > 0) return fault('must be a list, or one of add, promote and retire');
  const [verb, value] = entry as [string, unknown];
  const present = before?.envelopes ?? [];
  switch (verb) {
    case 'add':
      if (present.length >= rule.maxItems)
        return fault(`must not have more than ${rule.maxItems} values: retire one first`);
      return rule.checkItem(textOf(value), pointer(path, 'add'));
    case 'promote':
    case 'retire':
      if (!present.some(({ id }) => id === value))
        return [{ path: pointer(path, verb), message: 'is not the id of a value' }];
      if (verb === 'retire' && present.length <= rule.minItems)
        return fault(`must keep at least ${rule.minItems} values`);
      return [];
    default:
      return fault('must be a list, or one of add, promote and retire');
  }
}

function isGone(before: SecretSlot | undefined, change: unknown): boolean {
  if (change === undefined) return before === undefined;
  if (change === null) return true;
  if (Array.isArray(change)) return change.length === 0;
  const retires = typeof change === 'object' && 'retire' in change;
  return retires && before?.envelopes.every(({ id }) => id === change.retire) === true;
}

function slotOf(slots: SecretSlots, name: string): SecretSlot | undefined {
  return Object.hasOwn(slots, name) ? slots[name] : undefined;
}

const isList = (change: SecretChange): change is readonly (string | Secret)[] => Array.isArray(change);

const textOf = (value: unknown): unknown => (isSecret(value) ? value.reveal() : value);

/** Enough to tell two long keys apart; of a short one it would give too much away. */
function hintOf(secret: Secret): string | null {
  const characters = Array.from(secret.reveal());
  return characters.length >= 12 ? characters.slice(-4).join('') : null;
}
