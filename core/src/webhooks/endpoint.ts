import { timestamp, type Clock } from '@fairlead/sdk';
import { defineCollection, type Stored } from '../storage/index.ts';
import type { Envelope } from '../vault/index.ts';

/** A secret that signs. `version` grows with each rotation and is part of where the vault has it. */
export interface SealedSigningSecret {
  readonly version: number;
  readonly envelope: Envelope;
  readonly madeAt: string;
  /** From when on it signs no more; null for the current one. */
  readonly expiresAt: string | null;
}

/** `gone`: it answered 410. `failing`: for days nothing arrived. `by_hand`: a person did. */
export type DisabledReason = 'by_hand' | 'gone' | 'failing';

export interface EndpointState {
  readonly url: string;
  readonly description: string;
  /** Types of events, each may end in `*`. */
  readonly types: readonly string[];
  /** One delivery at a time, in the order of the log: later ones wait for earlier ones. */
  readonly ordered: boolean;
  readonly allowPrivateAddresses: boolean;
  readonly disabled: { readonly reason: DisabledReason; readonly at: string } | null;
  /** The current one first. */
  readonly secrets: readonly SealedSigningSecret[];
  /** Events up to this place of the log are from before it was made. */
  readonly afterSequence: number;
  /** Since when every attempt has failed; null after a success. */
  readonly failingSince: string | null;
}

export type StoredEndpoint = Stored<EndpointState>;

export const webhookEndpoints = defineCollection({
  name: 'webhook_endpoints',
  index: { enabled: 'boolean' },
  project: ({ disabled }: EndpointState) => ({ enabled: disabled === null }),
});

/** An endpoint as it is shown. Its secret is not part of it. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  readonly description: string;
  readonly types: readonly string[];
  readonly ordered: boolean;
  readonly allowPrivateAddresses: boolean;
  readonly status: 'enabled' | 'disabled';
  readonly disabledReason: DisabledReason | null;
  readonly disabledAt: string | null;
  readonly failingSince: string | null;
  /** How many sign now, and until when the older ones do. */
  readonly secrets: readonly { readonly version: number; readonly madeAt: string; readonly expiresAt: string | null }[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function viewOfEndpoint(
  { id, version, state, createdAt, updatedAt }: StoredEndpoint,
  clock: Clock,
): WebhookEndpoint {
  const { url, description, types, ordered, allowPrivateAddresses, disabled, failingSince } = state;
  return {
    id,
    version,
    url,
    description,
    types,
    ordered,
    allowPrivateAddresses,
    status: disabled === null ? 'enabled' : 'disabled',
    disabledReason: disabled?.reason ?? null,
    disabledAt: disabled?.at ?? null,
    failingSince,
    secrets: signingSecrets(state, clock).map(({ version: of, madeAt, expiresAt }) => ({
      version: of,
      madeAt,
      expiresAt,
    })),
    createdAt,
    updatedAt,
  };
}

/** Those that sign now, the current one first. */
export function signingSecrets({ secrets }: EndpointState, clock: Clock): readonly SealedSigningSecret[] {
  const now = timestamp(clock);
  return secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
}
