import { createHmac } from 'node:crypto';
import type { Api, ConnectionView } from './api.ts';

export const webhookSecret = 'whsec_0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const apiKey = 'sk_test_51Fairlead00000000000000000000';

/** A checkout that was paid, as Stripe tells of it. */
export function stripeEvent(id: string, nowMs = Date.now()): string {
  const created = Math.floor(nowMs / 1_000);
  return JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-10-28.endive',
    created,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'checkout.session.completed',
    data: {
      object: {
        id: `cs_test_${id}`,
        object: 'checkout.session',
        amount_subtotal: 1299,
        amount_total: 1299,
        client_reference_id: 'order-1',
        created,
        currency: 'usd',
        customer_details: { email: 'customer@example.com', name: 'A Customer' },
        livemode: false,
        metadata: { reference: 'order-1' },
        mode: 'payment',
        payment_intent: `pi_${id}`,
        payment_status: 'paid',
        status: 'complete',
      },
    },
  });
}

/** The `Stripe-Signature` of a body. https://docs.stripe.com/webhooks#verify-manually */
export function signature(body: string, secret = webhookSecret, nowMs = Date.now()): string {
  const at = Math.floor(nowMs / 1_000);
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

export interface StripeOptions {
  readonly name?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly secrets?: { readonly apiKey: string; readonly webhookSecrets: readonly string[] };
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Nothing listens there: the vendor's real address is never asked by a test. */
const nowhere = { apiBase: 'http://127.0.0.1:9' };

export function addStripe(api: Api, options: StripeOptions = {}): Promise<ConnectionView> {
  const { name = 'Shop', settings = nowhere, secrets = { apiKey, webhookSecrets: [webhookSecret] }, more } = options;
  return api.ok<ConnectionView>('POST', '/api/connections', {
    body: { plugin: 'gateway-stripe', name, settings, secrets, ...more },
  });
}

/** Sends an event as Stripe would. */
export async function sendEvent(
  url: string,
  connectionId: string,
  body: string,
  header = signature(body),
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  const response = await fetch(`${url}/hooks/${connectionId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
