import { type Static, Type } from 'typebox';
import { webhookEventMembers } from '../webhook/contract.ts';
import { closedObject, decimalText, httpUrl, longText, moneySchema, text, timestampText } from '../wire/types.ts';

/** An amount of a crypto asset as the vendor states it; `asset` is the vendor's code for coin and network. */
export const assetAmount = closedObject({ amount: decimalText(), asset: text(64) });

export const declineReason = Type.Enum([
  'declined',
  'insufficient_funds',
  'authentication_failed',
  'fraud',
  'invalid_method',
  'other',
]);

export const refundStatus = Type.Enum(['pending', 'succeeded', 'failed', 'cancelled']);
export const payoutStatus = Type.Enum(['pending', 'succeeded', 'failed', 'cancelled']);
/** `past_due`: a period was billed and is not paid, and the provider still tries. `paused`: nothing is billed for now. */
export const subscriptionStatus = Type.Enum(['active', 'past_due', 'paused', 'cancelled']);
export const disputeStatus = Type.Enum(['inquiry', 'needs_response', 'under_review', 'won', 'lost', 'closed']);

/** The vendor's id of one movement of money; within a connection it names that movement for ever. */
const movementRef = text(255);
const subscriptionRef = text(255);

/**
 * One fact that a provider states about a payment. A fact is never an instruction: the hub derives the payment's status
 * from all facts together, in whatever order they came.
 */
export const paymentFact = Type.Union([
  /** The customer has to do something (pay, confirm). */
  closedObject({
    fact: Type.Literal('requires_action'),
    url: Type.Optional(httpUrl()),
    expiresAt: Type.Optional(timestampText()),
  }),
  /**
   * The customer agreed, and no money moves until the hub asks for it: `confirm` takes it (automatic capture) or
   * authorizes it (manual). The hub confirms once, however often it is told.
   */
  closedObject({ fact: Type.Literal('approved'), confirmBy: Type.Optional(timestampText()) }),
  /** Money is on its way, and not yet certain. */
  closedObject({ fact: Type.Literal('processing'), detail: Type.Optional(longText(255)) }),
  closedObject({
    fact: Type.Literal('authorized'),
    movementRef,
    amount: moneySchema(),
    capturableUntil: Type.Optional(timestampText()),
  }),
  closedObject({
    fact: Type.Literal('captured'),
    movementRef,
    amount: moneySchema(),
    /** What the provider keeps of it, where it says so. */
    fee: Type.Optional(moneySchema()),
    /** False when more of the same authorization can be captured. */
    final: Type.Boolean(),
    /** What was asked for and what was received, when it was paid in a crypto asset. */
    expected: Type.Optional(assetAmount),
    received: Type.Optional(assetAmount),
  }),
  /** Less came than was asked for. A top-up is told with the same `movementRef`, a later time and the larger sum. */
  closedObject({ fact: Type.Literal('underpaid'), movementRef, expected: assetAmount, received: assetAmount }),
  /** The authorization, or what was left of it, was given back. */
  closedObject({ fact: Type.Literal('voided'), movementRef }),
  /** This try failed; another may follow on the same checkout. */
  closedObject({
    fact: Type.Literal('failed'),
    reason: declineReason,
    vendorCode: Type.Optional(text(128)),
    message: Type.Optional(longText(500)),
  }),
  closedObject({ fact: Type.Literal('cancelled') }),
  closedObject({ fact: Type.Literal('expired') }),
  closedObject({
    fact: Type.Literal('refund'),
    refundRef: movementRef,
    /** The `reference` that `refund` was given, where the provider carries it along. Absent: not begun by the hub. */
    reference: Type.Optional(text(128)),
    amount: moneySchema(),
    status: refundStatus,
    reason: Type.Optional(longText(500)),
  }),
  /** Money was taken back by the provider or the network, not by us. */
  closedObject({ fact: Type.Literal('reversed'), movementRef, amount: moneySchema() }),
  closedObject({
    fact: Type.Literal('dispute'),
    disputeRef: movementRef,
    amount: moneySchema(),
    status: disputeStatus,
    reason: Type.Optional(longText(255)),
    respondBy: Type.Optional(timestampText()),
  }),
  /** How a subscription that the provider bills stands. */
  closedObject({
    fact: Type.Literal('subscription'),
    subscriptionRef,
    status: subscriptionStatus,
    periodEndsAt: Type.Optional(timestampText()),
    /** It is not renewed after this. */
    endsAt: Type.Optional(timestampText()),
  }),
  /** The provider billed a period of a subscription, and it is paid. */
  closedObject({
    fact: Type.Literal('invoice_paid'),
    subscriptionRef,
    /** The same as the `movementRef` of the checkout's `captured` where `first`, so that it is counted once. */
    invoiceRef: movementRef,
    /** True for the period that the checkout itself paid. */
    first: Type.Boolean(),
    amount: moneySchema(),
    fee: Type.Optional(moneySchema()),
    periodStartsAt: timestampText(),
    periodEndsAt: timestampText(),
  }),
  /** The provider billed a period, and could not collect. */
  closedObject({
    fact: Type.Literal('invoice_failed'),
    subscriptionRef,
    invoiceRef: movementRef,
    amount: moneySchema(),
    /** Absent when the provider gives up. */
    nextAttemptAt: Type.Optional(timestampText()),
  }),
  /** How a payout that the hub asked for, or the provider made by itself, stands. */
  closedObject({
    fact: Type.Literal('payout'),
    payoutRef: movementRef,
    /** The `reference` that `payout` was given, where the provider carries it along. */
    reference: Type.Optional(text(128)),
    amount: moneySchema(),
    status: payoutStatus,
    reason: Type.Optional(longText(500)),
    arrivesAt: Type.Optional(timestampText()),
  }),
  /** An event that says nothing about a payment of ours; it is kept, and changes nothing. */
  closedObject({ fact: Type.Literal('none') }),
]);
/** What {@link paymentFact} describes. */
export type PaymentFact = Static<typeof paymentFact>;

/** A fact with where and when the provider says it happened. */
export const paymentEvent = closedObject({
  ...webhookEventMembers,
  /** The provider's id of the checkout or payment, as `createCheckout` answered it; null when there is none. */
  providerRef: Type.Union([text(255), Type.Null()]),
  /** The `reference` that `createCheckout` was given, where the provider carries it along. */
  reference: Type.Optional(text(128)),
  /** The provider's own time of the fact. */
  occurredAt: timestampText(),
  evidence: paymentFact,
});
/** What {@link paymentEvent} describes. */
export type PaymentEvent = Static<typeof paymentEvent>;
