import { type Static, Type } from 'typebox';
import { defineCapability } from '../contract/capability.ts';
import { webhookRequest, webhookResult } from '../webhook/contract.ts';
import { closedObject, httpUrl, longText, moneySchema, namedRecord, text, timestampText } from '../wire/types.ts';
import { credentialTest, probeOperation } from './credential-test.ts';
import { declineReason, paymentEvent, refundStatus, subscriptionStatus } from './payment-evidence.ts';

const providerRef = text(255);

/** A refusal is a result, not an error: the provider answered, and said no. */
const declined = closedObject({
  outcome: Type.Literal('declined'),
  reason: declineReason,
  vendorCode: Type.Optional(text(128)),
  message: Type.Optional(longText(500)),
});

/** The provider says that it did not try (unsupported currency, amount outside its limits): another may be asked. */
const notAttempted = closedObject({
  outcome: Type.Literal('not_attempted'),
  vendorCode: Type.Optional(text(128)),
  message: Type.Optional(longText(500)),
});

const customer = closedObject({
  id: Type.Optional(text(128)),
  email: Type.Optional(text(254)),
  name: Type.Optional(text(200)),
  /** ISO 3166-1 alpha-2. */
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
});

const checkoutRequest = closedObject({
  /** The hub's id of the attempt; the provider carries it along where it can. */
  reference: text(128),
  amount: moneySchema(),
  /** `manual`: authorize only, `capture` takes the money. */
  capture: Type.Enum(['automatic', 'manual']),
  description: Type.Optional(text(500)),
  customer: Type.Optional(customer),
  returnUrl: httpUrl(),
  cancelUrl: httpUrl(),
  /** When the checkout should lapse. A provider with a narrower range takes the nearest it allows. */
  expiresAt: Type.Optional(timestampText()),
  /**
   * Charges the amount now and again each period; the provider bills. Only for a gateway that offers
   * `cancelSubscription`; another answers `not_attempted`.
   */
  subscription: Type.Optional(
    closedObject({
      every: Type.Integer({ minimum: 1, maximum: 365 }),
      unit: Type.Enum(['day', 'week', 'month', 'year']),
      /** What the customer sees on the provider's page and invoices. */
      name: text(200),
    }),
  ),
  metadata: Type.Optional(namedRecord('^[A-Za-z0-9_.-]{1,40}$', Type.String({ maxLength: 500 }))),
});

const checkoutAnswer = Type.Union([
  closedObject({
    outcome: Type.Literal('created'),
    providerRef,
    /** Where the customer goes to pay. */
    redirectUrl: httpUrl(),
    expiresAt: Type.Optional(timestampText()),
  }),
  declined,
  notAttempted,
]);

const moneyMoved = (outcome: 'succeeded' | 'pending') =>
  closedObject({
    outcome: Type.Literal(outcome),
    movementRef: text(255),
    amount: moneySchema(),
    fee: Type.Optional(moneySchema()),
  });

const refunded = closedObject({ refundRef: text(255), status: refundStatus, amount: moneySchema() });

/**
 * Takes payments through a provider's own checkout page.
 *
 * Deliberately left out: card data (no number ever passes through the hub), the payment's status (the hub derives it
 * from facts), retries and routing (the guard and the flow do both).
 *
 * A call that carries an idempotency key (`call.idempotencyKey`) is repeated with the same key and must not act twice;
 * the manifest says how long the provider remembers it (`keyLifetimeMs`).
 */
export const paymentGateway = defineCapability(
  { id: 'payment-gateway', version: 1, probe: 'testCredentials' },
  {
    createCheckout: {
      summary: 'Opens a checkout for an amount and answers where to send the customer.',
      kind: 'unary',
      input: checkoutRequest,
      output: checkoutAnswer,
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 20_000,
      lane: 'payments',
      required: true,
    },
    getStatus: {
      summary: 'Tells every fact that the provider knows of one payment.',
      kind: 'unary',
      input: closedObject({ providerRef, reference: Type.Optional(text(128)) }),
      output: closedObject({
        providerRef,
        /** The provider's own word for the state, for timelines. */
        vendorStatus: text(128),
        /** True when the provider says that nothing but refunds and disputes can follow. */
        final: Type.Boolean(),
        events: Type.Array(paymentEvent, { maxItems: 500 }),
      }),
      repeat: 'safe',
      timeoutMs: 15_000,
      lane: 'reads',
      required: true,
    },
    receive: {
      summary: 'Verifies a webhook on its raw bytes and tells the facts in it.',
      kind: 'unary',
      input: webhookRequest,
      output: webhookResult(paymentEvent),
      repeat: 'safe',
      timeoutMs: 5_000,
      lane: 'webhooks',
      required: true,
    },
    confirm: {
      summary: 'Takes (or, with manual capture, authorizes) the money of a checkout that the customer approved.',
      kind: 'unary',
      input: closedObject({ providerRef, capture: Type.Enum(['automatic', 'manual']) }),
      /** The facts that the provider's answer states; a capture that is not certain yet is `processing`. */
      output: Type.Union([
        closedObject({
          outcome: Type.Literal('confirmed'),
          events: Type.Array(paymentEvent, { minItems: 1, maxItems: 100 }),
        }),
        declined,
      ]),
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 20_000,
      lane: 'payments',
      required: false,
    },
    capture: {
      summary: 'Takes authorized money, all of it or a part.',
      kind: 'unary',
      input: closedObject({
        providerRef,
        amount: moneySchema(),
        /** True gives back what is not captured, where the provider supports several captures. */
        final: Type.Boolean(),
      }),
      output: Type.Union([moneyMoved('succeeded'), moneyMoved('pending'), declined]),
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 20_000,
      lane: 'payments',
      required: false,
    },
    void: {
      summary: 'Gives back an authorization, or ends a checkout that nobody paid.',
      kind: 'unary',
      input: closedObject({ providerRef }),
      output: Type.Union([closedObject({ outcome: Type.Literal('succeeded') }), declined]),
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 20_000,
      lane: 'payments',
      required: false,
    },
    refund: {
      summary: 'Sends captured money back, all of it or a part.',
      kind: 'unary',
      input: closedObject({
        providerRef,
        /** The capture to refund, where a payment has several. */
        movementRef: Type.Optional(text(255)),
        amount: moneySchema(),
        /** The hub's id of the refund. */
        reference: text(128),
        reason: Type.Optional(Type.Enum(['requested_by_customer', 'duplicate', 'fraudulent'])),
      }),
      output: Type.Union([closedObject({ outcome: Type.Literal('accepted'), refund: refunded }), declined]),
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 20_000,
      lane: 'payments',
      required: false,
    },
    getRefund: {
      summary: 'Tells what became of a refund.',
      kind: 'unary',
      input: closedObject({ providerRef, refundRef: text(255) }),
      output: refunded,
      repeat: 'safe',
      timeoutMs: 15_000,
      lane: 'reads',
      required: false,
    },
    listEvents: {
      summary: 'Lists events since a moment, so that lost webhooks can be recovered.',
      kind: 'unary',
      input: closedObject({
        since: timestampText(),
        /** Of the answer before; absent for the first page. */
        cursor: Type.Optional(text(1_024)),
        /** Only those the provider could not deliver, where it knows. */
        undeliveredOnly: Type.Boolean(),
      }),
      output: closedObject({
        events: Type.Array(paymentEvent, { maxItems: 1_000 }),
        nextCursor: Type.Union([text(1_024), Type.Null()]),
      }),
      repeat: 'safe',
      timeoutMs: 30_000,
      lane: 'reads',
      required: false,
    },
    cancelSubscription: {
      summary: 'Ends a subscription that the provider bills.',
      kind: 'unary',
      input: closedObject({ subscriptionRef: text(255), when: Type.Enum(['now', 'period_end']) }),
      output: Type.Union([
        closedObject({
          outcome: Type.Literal('succeeded'),
          status: subscriptionStatus,
          endsAt: Type.Optional(timestampText()),
        }),
        declined,
      ]),
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 20_000,
      lane: 'payments',
      required: false,
    },
    payout: {
      summary: 'Sends money of ours to somebody.',
      kind: 'unary',
      input: closedObject({
        /** The hub's id of the payout. */
        reference: text(128),
        amount: moneySchema(),
        /** An account, an e-mail address or a wallet address, in the provider's form. */
        destination: text(255),
        description: Type.Optional(text(500)),
      }),
      output: Type.Union([moneyMoved('succeeded'), moneyMoved('pending'), declined]),
      repeat: 'with-key',
      dedupe: 'key',
      timeoutMs: 30_000,
      lane: 'payouts',
      required: false,
    },
    testCredentials: probeOperation(credentialTest),
  },
);

/** What `createCheckout` takes. */
export type CheckoutRequest = Static<typeof checkoutRequest>;
/** What `createCheckout` answers. */
export type CheckoutAnswer = Static<typeof checkoutAnswer>;
