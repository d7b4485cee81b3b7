import { createHash } from 'node:crypto';
import { defineCollection } from '@fairlead/core/flow-api';
import type { PaymentEvent } from '@fairlead/sdk';
import type { PaymentState } from './model/payment.ts';
import type { Stored } from './model/stored.ts';

/** Payments; ids are uuids of version 7, so that their order is that of creation. */
export const paymentCollection = defineCollection({
  name: 'payments_items',
  index: {
    status: 'string',
    reference: 'string?',
    customerId: 'string?',
    connectionId: 'string?',
    subscriptionId: 'string?',
    disputed: 'string?',
    nextLookAt: 'number?',
    requestKey: 'string? unique',
    checkoutToken: 'string unique',
  },
  project: (state: PaymentState) => ({
    status: state.status,
    reference: state.intent.reference,
    customerId: state.intent.customer?.id,
    connectionId: state.attempts.at(-1)?.connectionId,
    subscriptionId: state.intent.subscription?.of,
    disputed: disputeOf(state),
    nextLookAt: state.watch.nextAt,
    requestKey: state.requestKey,
    checkoutToken: state.checkoutToken,
  }),
});
export type PaymentIndex = (typeof paymentCollection)['index'];

/** `yes` for a payment that was ever disputed, so that disputes can be listed. */
function disputeOf({ evidence }: PaymentState): 'yes' | undefined {
  return evidence.some((each) => each.from === 'provider' && each.fact.fact === 'dispute') ? 'yes' : undefined;
}

/** What a provider's id belongs to. Written before the payment that holds the id, so that no event comes too early. */
export interface ProviderRef {
  readonly connectionId: string;
  readonly ref: string;
  readonly owner:
    | { readonly paymentId: string; readonly attempt: number }
    /** `attempt`: of the payment that began it. Absent: the first. */
    | { readonly subscriptionId: string; readonly attempt?: number };
}

export const refCollection = defineCollection({
  name: 'payments_refs',
  index: {},
  project: (_state: ProviderRef) => ({}),
});

/** An event that belongs to no payment known here: made by another system that uses the account, or come too early. */
export interface UnmatchedEvent {
  readonly connectionId: string;
  /** {@link refId} of the provider's id that the event names; null when it names none. */
  readonly refId: string | null;
  /** Another of them, where the event names two: a subscription and the checkout that began it. */
  readonly otherRefId?: string | null;
  readonly via: 'webhook' | 'recovery';
  readonly receivedAt: string;
  readonly why: 'unknown_payment' | 'other_connection' | 'unknown_attempt';
  readonly event: Stored<PaymentEvent>;
}

export const unmatchedCollection = defineCollection({
  name: 'payments_unmatched',
  index: { refId: 'string?', otherRefId: 'string?', connectionId: 'string' },
  project: ({ refId, otherRefId, connectionId }: UnmatchedEvent) => ({ refId, otherRefId, connectionId }),
});
export type UnmatchedIndex = (typeof unmatchedCollection)['index'];

/** Id of the {@link ProviderRef} of a provider's id. */
export function refId(connectionId: string, ref: string): string {
  return hashOf(connectionId, ref);
}

/** Base64url of SHA-256 over texts, of which none can be mistaken for two. */
export function hashOf(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
