import type { JsonObject, Stored } from '../storage/index.ts';
import type { KeyState } from '../vault/index.ts';
import type { ConnectionState, ConnectionStatus, SecretSlot, TestResult } from './connection.ts';

/** What is shown of a secret: that it is set. */
export interface SecretView {
  readonly set: true;
  /** The last four characters of a value of at least twelve; of a list, of its current value. Else null. */
  readonly hint: string | null;
  readonly updatedAt: string;
  /** Of a list: its values in order, to be promoted or retired by id. */
  readonly items?: readonly { readonly id: string; readonly hint: string | null; readonly addedAt: string }[];
}

/** Why credentials cannot be opened. */
export interface CredentialLock {
  readonly reason: 'key_missing' | 'key_wrong' | 'envelope_damaged';
  /** The master key that is needed. */
  readonly keyId: string;
  /** The name of the first secret concerned. */
  readonly secret: string;
}

/** What anybody may see of a connection. */
export interface Connection {
  readonly id: string;
  readonly plugin: string;
  readonly name: string;
  readonly settings: JsonObject;
  readonly settingsVersion: number;
  readonly secrets: { readonly [name: string]: SecretView };
  readonly allowedPrivateHosts: readonly string[];
  readonly status: ConnectionStatus;
  readonly statusReason?: string;
  /** The ETag: pass it as `expectedVersion` with the next change. */
  readonly version: number;
  readonly testedAt?: string;
  readonly testResult?: TestResult;
  /** Present while a master key is missing or wrong. */
  readonly locked?: CredentialLock;
  readonly createdBy: string;
  readonly updatedBy: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Undefined for a tombstone. */
export function viewOf(
  { id, state, createdAt, updatedAt }: Stored<ConnectionState>,
  keyState: (keyId: string) => KeyState,
): Connection | undefined {
  const { status, revision, secrets, ...rest } = state;
  const { creation: _creation, removedAt: _removedAt, former: _former, ...shown } = rest;
  if (status === 'removing' || status === 'removed') return undefined;
  const locked = lockOf(state, keyState);
  return {
    id,
    ...shown,
    status,
    version: revision,
    secrets: Object.fromEntries(Object.entries(secrets).map(([name, slot]) => [name, secretView(slot)])),
    ...(locked === undefined ? {} : { locked }),
    createdAt,
    updatedAt,
  };
}

/** Judged by the keys at hand alone: nothing is opened. */
export function lockOf(
  { secrets }: ConnectionState,
  keyState: (keyId: string) => KeyState,
): CredentialLock | undefined {
  for (const [secret, { envelopes }] of Object.entries(secrets)) {
    for (const { envelope } of envelopes) {
      const state = keyState(envelope.keyId);
      if (state !== 'ok')
        return { reason: state === 'missing' ? 'key_missing' : 'key_wrong', keyId: envelope.keyId, secret };
    }
  }
  return undefined;
}

function secretView({ list, envelopes, updatedAt }: SecretSlot): SecretView {
  const items = envelopes.map(({ id, hint, addedAt }) => ({ id, hint, addedAt }));
  return { set: true, hint: items[0]?.hint ?? null, updatedAt, ...(list ? { items } : {}) };
}
