import { defineCollection, type JsonObject } from '../storage/index.ts';
import type { Envelope, HeldEnvelope } from '../vault/index.ts';

/** `paused`: by a person, for a while. `disabled`: by the hub or a person, until somebody looks into it. */
export const connectionStatuses = ['active', 'paused', 'disabled'] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

/** One sealed value. A list has several, the first current. */
export interface SealedSecret {
  readonly id: string;
  readonly envelope: Envelope;
  /** The version of its slot when it was sealed; bound into the envelope. */
  readonly version: number;
  readonly hint: string | null;
  readonly addedAt: string;
}

/** All that is stored of one secret setting. */
export interface SecretSlot {
  readonly list: boolean;
  readonly envelopes: readonly SealedSecret[];
  readonly updatedAt: string;
  /** One more with each change. */
  readonly version: number;
}

export type SecretSlots = { readonly [name: string]: SecretSlot };

export interface TestResult {
  readonly outcome: 'ok' | 'failed';
  /** Of the error, when it failed. */
  readonly code?: string;
  readonly message?: string;
}

/** What a connection had before a move of its plugin to another version. */
export interface FormerSettings {
  /** Id of the move. */
  readonly move: string;
  readonly settings: JsonObject;
  readonly settingsVersion: number;
  readonly secrets: SecretSlots;
  readonly revision: number;
}

/** As stored. A removed one stays as a tombstone without settings and secrets. */
export interface ConnectionState {
  readonly plugin: string;
  readonly name: string;
  readonly settings: JsonObject;
  readonly settingsVersion: number;
  readonly secrets: SecretSlots;
  /** Host names and addresses inside the own network that its plugin may reach. */
  readonly allowedPrivateHosts: readonly string[];
  /** `removing`: what the plugin stored for it still has to be deleted. */
  readonly status: ConnectionStatus | 'removing' | 'removed';
  readonly statusReason?: string;
  /**
   * One more with each change a person makes: what the API calls version. Tests and key rotation write the document too,
   * and must not make a person's next change conflict.
   */
  readonly revision: number;
  readonly testedAt?: string;
  readonly testResult?: TestResult;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly creation?: { readonly key: string; readonly digest: string };
  readonly removedAt?: string;
  /** Until a person changes the connection: then there is no way back to it. */
  readonly former?: FormerSettings;
}

const connectionIndex = { plugin: 'string', status: 'string', creationKey: 'string? unique' } as const;
export type ConnectionIndex = typeof connectionIndex;

export const connectionsCollection = defineCollection({
  name: 'connections',
  index: connectionIndex,
  project: ({ plugin, status, creation }: ConnectionState) => ({ plugin, status, creationKey: creation?.key }),
});

/** Where one value of a secret setting belongs. */
export function placeOf(connectionId: string, name: string, { id, version }: Pick<SealedSecret, 'id' | 'version'>) {
  return { purpose: 'connection', recordId: connectionId, field: `${name}/${id}`, version };
}

export function envelopesOf(connectionId: string, { secrets, former }: ConnectionState): readonly HeldEnvelope[] {
  return [secrets, former?.secrets ?? {}].flatMap((slots) =>
    Object.entries(slots).flatMap(([name, slot]) =>
      slot.envelopes.map((sealed) => ({ place: placeOf(connectionId, name, sealed), envelope: sealed.envelope })),
    ),
  );
}

export function replaceEnvelopes(
  connectionId: string,
  state: ConnectionState,
  change: (held: HeldEnvelope) => Envelope,
): ConnectionState {
  const replaced = (slots: SecretSlots): SecretSlots =>
    Object.fromEntries(
      Object.entries(slots).map(([name, slot]) => {
        const envelopes = slot.envelopes.map((sealed) => ({
          ...sealed,
          envelope: change({ place: placeOf(connectionId, name, sealed), envelope: sealed.envelope }),
        }));
        return [name, { ...slot, envelopes }];
      }),
    );
  const { former } = state;
  return {
    ...state,
    secrets: replaced(state.secrets),
    ...(former === undefined ? {} : { former: { ...former, secrets: replaced(former.secrets) } }),
  };
}

/** As it is to be read: while a move is being written, the connections still are what they were. */
export function presentOf(state: ConnectionState, unsettledMove: string | undefined): ConnectionState {
  const { former } = state;
  if (former === undefined || unsettledMove === undefined || former.move !== unsettledMove) return state;
  const { settings, settingsVersion, secrets, revision } = former;
  return { ...state, settings, settingsVersion, secrets, revision };
}
