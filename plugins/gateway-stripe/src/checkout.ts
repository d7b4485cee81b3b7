import { type Call, type CheckoutAnswer, type CheckoutRequest, FairleadError } from '@fairlead/sdk';
import type Stripe from 'stripe';
import { toStripeAmount } from './amounts.ts';
import type { Context, StripeClient } from './client.ts';
import { optional, referenceKey } from './object-facts.ts';
import { addressAt, idOf, timeAt } from './reading.ts';
import { expiryMemory } from './remembered-expiry.ts';
import { recurring } from './subscriptions.ts';

/** Checkout sessions may lapse between 30 minutes and 24 hours from now; a minute is left for clocks that differ. */
const shortestS = 30 * 60 + 60;
const longestS = 24 * 60 * 60 - 60;

/** Stripe keeps 50 pairs of metadata (https://docs.stripe.com/api/metadata); one is the reference. */
const mostMetadata = 49;

/** Opens a hosted checkout: `POST /v1/checkout/sessions` (https://docs.stripe.com/api/checkout/sessions/create). */
export function checkoutCreator({ state, clock }: Context, client: StripeClient) {
  const expiries = expiryMemory(state, clock);
  return async (input: CheckoutRequest, call: Call): Promise<CheckoutAnswer> => {
    const amount = toStripeAmount(input.amount);
    if ('refused' in amount) return notAttempted('amount_not_representable', amount.refused);
    if (Object.keys(input.metadata ?? {}).length > mostMetadata) {
      return notAttempted('too_much_metadata', `Stripe keeps at most ${mostMetadata} entries of metadata.`);
    }
    const { expiresAt, subscription } = input;
    const plan = subscription && recurring(subscription);
    if (subscription !== undefined && (plan === undefined || input.capture === 'manual')) {
      return notAttempted('subscription_unsupported', 'Stripe bills at once, and every three years at the rarest.');
    }
    if (expiresAt !== undefined && Number.isNaN(Date.parse(expiresAt))) {
      return notAttempted('expires_at_no_date', 'The time at which the checkout should lapse is no date.');
    }
    const expires =
      expiresAt === undefined
        ? null
        : await expiries.recall(call.idempotencyKey ?? '', (nowS) => allowed(expiresAt, nowS));
    const metadata = { ...input.metadata, [referenceKey]: input.reference };
    const params: Stripe.Checkout.SessionCreateParams = {
      mode: plan === undefined ? 'payment' : 'subscription',
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: amount.currency,
            unit_amount: amount.amount,
            product_data: { name: subscription?.name ?? input.description ?? 'Payment' },
            ...optional('recurring', plan),
          },
        },
      ],
      success_url: input.returnUrl,
      cancel_url: input.cancelUrl,
      client_reference_id: input.reference,
      metadata,
      ...(plan === undefined ? intentData(input, metadata) : subscriptionData(input, metadata)),
      ...optional('customer_email', input.customer?.email),
      ...optional('expires_at', expires ?? undefined),
    };
    const { done, refused } = await client.act(call, (stripe, options) =>
      stripe.checkout.sessions.create(params, options),
    );
    if (refused !== undefined) return notAttempted(refused.vendorCode, refused.message);
    const providerRef = idOf(done);
    const redirectUrl = addressAt(done, 'url');
    if (providerRef === undefined || redirectUrl === undefined) throw new FairleadError('answer_unreadable');
    return { outcome: 'created', providerRef, redirectUrl, ...optional('expiresAt', timeAt(done, 'expires_at')) };
  };
}

type Params = Stripe.Checkout.SessionCreateParams;

/** A session's metadata do not reach its intent, and an intent's events do not name the session. */
function intentData({ description, capture }: CheckoutRequest, metadata: Record<string, string>): Partial<Params> {
  return {
    payment_intent_data: {
      metadata,
      ...optional('description', description),
      ...(capture === 'manual' ? { capture_method: 'manual' as const } : {}),
    },
  };
}

/** Nor its subscription, whose metadata every invoice repeats; its intents carry none. */
function subscriptionData({ description }: CheckoutRequest, metadata: Record<string, string>): Partial<Params> {
  return { subscription_data: { metadata, ...optional('description', description) } };
}

/** The nearest moment that Stripe allows; null leaves it at Stripe's own 24 hours. */
function allowed(expiresAt: string, nowS: number): number | null {
  const wantedS = Math.floor(Date.parse(expiresAt) / 1_000);
  if (wantedS > nowS + longestS) return null;
  return Math.max(wantedS, nowS + shortestS);
}

function notAttempted(vendorCode: string, message: string): CheckoutAnswer {
  return { outcome: 'not_attempted', vendorCode, message };
}
