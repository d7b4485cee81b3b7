import type { WebhookRequest } from '../../src/webhook/contract.ts';
import type { Money } from '../../src/values/money.ts';
import type { Counterparty } from '../counterparty.ts';
import type { RecordedRequest, Reply, RequestMatch } from '../counterparty-script.ts';

/** Operations that call the vendor. */
export type VendorOperation =
  | 'createCheckout'
  | 'getStatus'
  | 'confirm'
  | 'capture'
  | 'void'
  | 'refund'
  | 'getRefund'
  | 'listEvents'
  | 'cancelSubscription'
  | 'payout'
  | 'testCredentials';

/** Those that act, and may be refused for a business reason; `createCheckout` aside, which every vendor has. */
export type KeyedVendorOperation = 'confirm' | 'capture' | 'void' | 'refund' | 'cancelSubscription' | 'payout';

/**
 * Where a payment stands at the vendor. `paid`: all of it captured; `authorized`: all of it authorized, nothing captured;
 * `refunded`: captured and all of it sent back; `disputed`: captured and all of it disputed; `failed`: a try was declined;
 * `approved`: the customer agreed, and `confirm` is to take the money.
 */
export type Situation =
  | 'open'
  | 'approved'
  | 'processing'
  | 'authorized'
  | 'paid'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'refunded'
  | 'disputed'
  | 'underpaid';

/** What the suite made up for one case; the adapter puts it into the vendor's form. */
export interface CaseValues {
  /** The `reference` of the input: what the payment is called here. */
  readonly reference: string;
  /** Of the payment; of captures, refunds and payouts as well. */
  readonly amount: Money;
  /** The clock's time, milliseconds since 1970 UTC. */
  readonly nowMs: number;
}

/** Ids as the vendor makes them. The adapter uses them in every answer, and the suite expects them back. */
export interface VendorRefs {
  /** Of the payment. */
  readonly providerRef: string;
  /** Of the authorization or capture, as the plugin tells it in `movementRef`. */
  readonly movementRef: string;
  /** Of the refund. */
  readonly refundRef: string;
  /** Of a subscription; needed where `cancelSubscription` is offered. */
  readonly subscriptionRef?: string;
  /** Where a payout goes. Default `someone@example.com`. */
  readonly destination?: string;
}

/** Who signs a webhook: by the first or the second secret of the settings, or by somebody else. */
export type Signer = 'first' | 'second' | 'stranger';

/** How a webhook is to be signed. */
export interface Signing {
  /** Who signs. */
  readonly signer: Signer;
  /** When it is said to be signed, milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** Sign these bytes instead of the event's own. */
  readonly rawBody?: Uint8Array;
}

/** How the vendor sends webhooks. */
export interface VendorWebhooks {
  /** Situations of which the vendor sends an event. `paid` has to be among them. */
  readonly situations: readonly Situation[];
  /** Header names, in lower case, without any of which a request must not be believed. */
  readonly signatureHeaders: readonly string[];
  /** How old a signature may be, where it carries a time. */
  readonly toleranceMs?: number;
  /** True when the settings hold an ordered list of secrets, each of which verifies. */
  readonly rotates: boolean;
  /**
   * True when the vendor signs what the body says and not its bytes (JSON that is written anew before it is signed), so that
   * a space after it changes nothing. Default: the bytes.
   */
  readonly signsContent?: boolean;
  /**
   * The vendor's webhook for an event, signed as the vendor signs. `unknown` is an event of a kind that the plugin
   * cannot know. The same arguments give the same bytes.
   */
  request(event: Situation | 'unknown', values: CaseValues, signing: Signing): WebhookRequest;
}

/** How the vendor says that something went wrong. */
export interface VendorFailures {
  /** Too many calls; come back in so many seconds. Default: 429 with `Retry-After`. */
  readonly rateLimited?: (retryAfterSeconds: number) => Reply;
  /** Wrong credentials. Default: 401 with an empty JSON object. */
  readonly unauthorized?: () => Reply;
  /** Default: 500 with a page of HTML. */
  readonly serverError?: () => Reply;
}

/**
 * What a plugin tells the suite of its vendor: how the vendor answers on the wire, in its own form. Write it from the
 * vendor's documentation and not with the plugin's code, or both share their mistakes.
 *
 * Each function scripts the counterparty (`counterparty.on(…)`), and is free to script several requests for one
 * operation. The suite lays faults over these scripts by itself: it needs to know which request carries an operation out.
 */
export interface PaymentGatewayVendor {
  /**
   * Settings of a connection whose vendor is the counterparty, secrets as plain text. A list of webhook secrets holds two.
   * The suite searches logs, errors and addresses for these secrets, so make them long.
   */
  settings(counterparty: Counterparty): Readonly<Record<string, unknown>>;
  /** Ids as this vendor makes them. */
  readonly refs: VendorRefs;
  /**
   * Currencies in which amounts have to be exact; the first is used where it does not matter. Have one without decimals,
   * one with two and one with three, as far as the vendor takes them. Default JPY, EUR, KWD.
   */
  readonly currencies?: readonly string[];
  /** Scripts what comes before any operation, such as a token. */
  prepare?(counterparty: Counterparty): void;
  /**
   * Operations of the manifest that this vendor does not have, for a plugin of several vendors of which another has them.
   * Each has to be answered `declined` with a `vendorCode` and without a request; nothing else is asked of it. Default: none.
   */
  readonly refuses?: readonly KeyedVendorOperation[];
  /** For each operation of the manifest the request that carries it out (the one with the effect, if there are several). */
  readonly requests: { readonly [Operation in VendorOperation]?: RequestMatch };
  /** For each operation of the manifest, except `getStatus` and `listEvents`: the vendor does it. */
  readonly succeeds: {
    readonly [Operation in Exclude<VendorOperation, 'getStatus' | 'listEvents'>]?: (
      counterparty: Counterparty,
      values: CaseValues,
    ) => void;
  };
  /** Operations that the vendor may refuse for a business reason: it does. At least one. */
  readonly declines: {
    readonly [Operation in 'createCheckout' | KeyedVendorOperation]?: (
      counterparty: Counterparty,
      values: CaseValues,
    ) => void;
  };
  /** Situations that the vendor tells when asked for a payment. `open` and `paid` have to be among them. */
  readonly situations: readonly Situation[];
  /** The vendor, asked by `getStatus`, tells of a payment in this situation. */
  knows(counterparty: Counterparty, situation: Situation, values: CaseValues): void;
  /**
   * Scripts a list of events on two pages at least, if `listEvents` is in the manifest.
   * @returns the dedupe keys that `receive` would give for them, page by page
   */
  eventPages?(counterparty: Counterparty, values: CaseValues): readonly (readonly string[])[];
  /** How the vendor says that something went wrong, where the defaults do not fit. */
  readonly failures?: VendorFailures;
  /** The idempotency key in a request that carries out an operation, undefined when there is none. */
  idempotencyKeyOf(request: RecordedRequest): string | undefined;
  /** The amount in a request that carries out `createCheckout`, `capture`, `refund` or `payout`. */
  amountOf(request: RecordedRequest, operation: 'createCheckout' | 'capture' | 'refund' | 'payout'): Money;
  /** How the vendor sends webhooks. */
  readonly webhooks: VendorWebhooks;
}
