import { defineCollection } from '@fairlead/core/flow-api';
import type { PaymentIntent } from '../model/payment.ts';
import { type Known, leadingSide } from './known.ts';
import type { SubscriptionStatus } from '../model/subscription-status.ts';
import type { Terms } from './standing.ts';

/** Who bills a subscription: the connection, the attempt that began it, and the provider's id. */
export interface BillingProvider {
  readonly connectionId: string;
  readonly attempt: number;
  readonly subscriptionRef: string;
}

/** The one of them that counts; undefined as long as none is known. */
export function providerOf({ providers, known }: Pick<SubscriptionState, 'providers' | 'known'>) {
  const { subscriptionRef } = leadingSide(known);
  return providers.find((each) => each.subscriptionRef === subscriptionRef);
}

/** What every period's payment is like. */
export type PeriodTemplate = Pick<
  PaymentIntent,
  'amount' | 'reference' | 'description' | 'customer' | 'returnUrl' | 'cancelUrl' | 'metadata' | 'connections'
>;

/**
 * Asking the provider to end a subscription: committed before it is asked, with the key that every try carries.
 * `unknown`: it may have happened; it is asked again with the same key.
 */
export interface CancelCall {
  readonly id: string;
  readonly key: string;
  readonly when: 'now' | 'period_end';
  readonly state: 'intended' | 'done' | 'declined' | 'not_made' | 'unknown';
  readonly problem: { readonly code: string; readonly text: string } | null;
  readonly tries: number;
  readonly startedAt: string;
  readonly triedAt: string;
  readonly by: string;
}

/** A subscription; its id is that of the payment that began it. One document with everything that belongs together. */
export interface SubscriptionState {
  readonly terms: Terms;
  readonly template: PeriodTemplate;
  /** What providers call it, as far as they told: each attempt of the first payment may have begun one. */
  readonly providers: readonly BillingProvider[];
  readonly known: Known;
  readonly cancels: readonly CancelCall[];
  /** Payments that were ended because the subscription is. */
  readonly closed: readonly string[];
  /** As derived when it was last written. */
  readonly status: SubscriptionStatus;
  readonly currentPeriodEnd: string | null;
  /** When something is to be done next, milliseconds since 1970 UTC; null for never. */
  readonly dueAt: number | null;
  readonly createdAt: string;
}

export const subscriptionCollection = defineCollection({
  name: 'payments_subscriptions',
  index: { status: 'string', billing: 'string', customerId: 'string?', dueAt: 'number?' },
  project: ({ status, terms, template, dueAt }: SubscriptionState) => ({
    status,
    billing: terms.billing,
    customerId: template.customer?.id,
    dueAt,
  }),
});
export type SubscriptionIndex = (typeof subscriptionCollection)['index'];

/** What an admin says of all subscriptions. One aggregate, `subscriptions`. */
export interface SubscriptionSettings {
  /** Days before a period's end at which the hub asks money for the next. A change counts from a subscription's next. */
  readonly reminderDays: number;
}
export const defaultSubscriptionSettings: SubscriptionSettings = { reminderDays: 3 };
export const subscriptionSettingsId = 'subscriptions';
export const subscriptionSettingsCollection = defineCollection({
  name: 'payments_subscription_settings',
  index: {},
  project: (_state: SubscriptionSettings) => ({}),
});
