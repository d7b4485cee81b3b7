import type { PaymentFact } from '@fairlead/sdk';
import type { LedgerEntry } from './ledger-entry.ts';
import type { Stored, StoredMoney } from './stored.ts';

/** All statuses of a payment, in the order in which a payment usually passes them. */
export const paymentStatuses = [
  'created',
  'requires_action',
  'processing',
  'unknown',
  'authorized',
  'partially_captured',
  'captured',
  'closed_partial',
  'underpaid',
  'partially_refunded',
  'refunded',
  'reversed',
  'failed',
  'cancelled',
  'expired',
  'review',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export type CaptureMode = 'automatic' | 'manual';

/** What was asked for, once; nothing changes it later. Moments are ISO 8601 UTC. */
export interface PaymentIntent {
  readonly amount: StoredMoney;
  readonly capture: CaptureMode;
  /** The product's own name of what is paid. */
  readonly reference: string | null;
  readonly description: string | null;
  readonly customer: PaymentCustomer | null;
  /** Where the customer goes in the end; null for the hub's own page. */
  readonly returnUrl: string | null;
  readonly cancelUrl: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** Asked for by the product or an admin: only these may be used. Null for all that fit. */
  readonly connections: readonly string[] | null;
  readonly expiresAt: string;
  readonly subscription: SubscriptionTerms | null;
}

export interface PaymentCustomer {
  readonly id?: string;
  readonly email?: string;
  readonly name?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** What a payment begins (`billing` and the rest), or of which subscription it is a period (`of`). */
export interface SubscriptionTerms {
  readonly billing: 'provider' | 'hub';
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly name: string;
  /** Days after a period's end in which the next may still be paid. */
  readonly graceDays: number;
  /** The subscription that this payment prolongs; null for the first. */
  readonly of: string | null;
  /** Which period it pays, from 2, of a subscription that the hub bills. */
  readonly period?: number;
}

/** One try with one connection. Its number, from 1, is part of the reference that the provider carries along. */
export interface Attempt {
  readonly number: number;
  readonly connectionId: string;
  /** What the provider is asked for: the payment's amount, and the charge where the customer pays it. */
  readonly asked: StoredMoney;
  /** What this gateway costs for this amount by the admin's rates. */
  readonly charge: StoredMoney;
  readonly chargePaidBy: 'merchant' | 'customer';
  readonly createdAt: string;
  readonly providerRef: string | null;
  readonly redirectUrl: string | null;
  readonly checkoutExpiresAt: string | null;
}

export type CallKind = 'createCheckout' | 'confirm' | 'capture' | 'void' | 'refund';

/**
 * A call to a provider that changes something: committed before it is made, with the key that makes repeating it
 * harmless. What a provider's facts say counts more than any state here.
 * - `intended`: it may be under way, or was interrupted. `unknown`: it may have happened.
 * - `done`, `declined` (the provider said no), `not_attempted` (the provider did not try), `not_made` (it surely did not
 *   happen).
 */
export interface ProviderCall {
  /** Unique in the payment; of a refund `r1`, `r2`. */
  readonly id: string;
  readonly kind: CallKind;
  readonly attempt: number;
  /** Sent to the provider with every try of this call, and never with another. */
  readonly key: string;
  readonly state: 'intended' | 'done' | 'declined' | 'not_attempted' | 'not_made' | 'unknown';
  readonly amount: StoredMoney | null;
  /** Capture: the rest is given back. */
  readonly final: boolean;
  /** Refund: the capture it takes from, and why. */
  readonly movementRef: string | null;
  readonly reason: 'requested_by_customer' | 'duplicate' | 'fraudulent' | null;
  /** What the provider answered: of a capture the movement, of a refund the refund. */
  readonly ref: string | null;
  /** Code and text of a refusal or a failure. */
  readonly problem: { readonly code: string; readonly text: string } | null;
  /** Hash of the request's `Idempotency-Key`, so that a repeated request finds this call. */
  readonly requestKey: string | null;
  /** Hash of that request, so that a key that is used for another one is noticed. Absent: not known. */
  readonly requestHash?: string | null;
  readonly startedAt: string;
  /** Of the last try. */
  readonly triedAt: string;
  readonly settledAt: string | null;
  readonly by: string;
}

/** A provider's fact as it is kept. */
export type StoredFact = Stored<PaymentFact>;

/** Something that is known about a payment. Evidence is only ever added, and each key once. */
export type Evidence = ProviderEvidence | HubEvidence;

export interface ProviderEvidence {
  readonly from: 'provider';
  /** `<connection>:<dedupe key>`. */
  readonly key: string;
  readonly attempt: number;
  readonly via: 'webhook' | 'status' | 'answer' | 'recovery';
  readonly type: string;
  /** By the provider's clock: compared with other facts of the provider only. */
  readonly occurredAt: string;
  /** By the hub's clock. */
  readonly recordedAt: string;
  readonly fact: StoredFact;
}

/** What the hub, the customer or an operator did to the payment as a whole. */
export type HubEvidence = {
  readonly from: 'hub';
  readonly key: string;
  readonly recordedAt: string;
  /** Who did it: `janitor`, `customer`, or the actor. */
  readonly by: string;
} & (
  | { readonly kind: 'expired' }
  | { readonly kind: 'cancelled' }
  /** An operator looked at what needed review, and said what the payment is. */
  | {
      readonly kind: 'resolved';
      readonly reasons: readonly string[];
      readonly status: ResolvedStatus;
      readonly note: string;
    }
  /** Nothing was learnt for so long that a person should look. */
  | { readonly kind: 'stuck'; readonly what: string }
);

/** What an operator may make of a payment in review. */
export const resolvedStatuses = ['captured', 'failed', 'cancelled', 'expired', 'refunded'] as const;
export type ResolvedStatus = (typeof resolvedStatuses)[number];

/** A payment: one document with everything that belongs together. */
export interface PaymentState {
  readonly intent: PaymentIntent;
  readonly attempts: readonly Attempt[];
  readonly calls: readonly ProviderCall[];
  readonly evidence: readonly Evidence[];
  readonly ledger: readonly LedgerEntry[];
  /** As derived from all of the above when it was last written. */
  readonly status: PaymentStatus;
  readonly watch: Watch;
  /** Makes the address of the checkout page; whoever has it sees what the page shows. */
  readonly checkoutToken: string;
  /** Hash of who created it and their `Idempotency-Key`; null when made without one. */
  readonly requestKey: string | null;
  /** Hash of the request, so that a key that is used for another one is noticed. */
  readonly requestHash: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** When the janitor looks at the payment. */
export interface Watch {
  /** Milliseconds since 1970 UTC; null when there is nothing to look for. */
  readonly nextAt: number | null;
  /** Looks since something new was learnt. */
  readonly looks: number;
  /** When the payment last changed, milliseconds since 1970 UTC. */
  readonly since: number;
}

const attemptReference = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(r?)([1-9]\d{0,3})$/;

/** What the provider carries along for an attempt. */
export function attemptReferenceOf(paymentId: string, attempt: number): string {
  return `${paymentId}-${attempt}`;
}

/** What the provider carries along for a refund. */
export function refundReferenceOf(paymentId: string, callId: string): string {
  return `${paymentId}-${callId}`;
}

/** The payment and the attempt that a reference names; undefined for one that the hub did not make. */
export function parseAttemptReference(
  reference: string,
): { readonly paymentId: string; readonly attempt: number } | undefined {
  const [, paymentId, refund, number] = attemptReference.exec(reference) ?? [];
  if (paymentId === undefined || refund !== '') return undefined;
  return { paymentId, attempt: Number(number) };
}

/** The payment and the call that a refund's reference names; undefined for one that the hub did not begin. */
export function parseRefundReference(
  reference: string | undefined,
): { readonly paymentId: string; readonly callId: string } | undefined {
  const [, paymentId, refund, number] = attemptReference.exec(reference ?? '') ?? [];
  return paymentId === undefined || refund === '' ? undefined : { paymentId, callId: `r${number}` };
}
