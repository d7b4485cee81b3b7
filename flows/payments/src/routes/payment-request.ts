import { HubError } from '@fairlead/core/flow-api';
import { currencyDecimals } from '@fairlead/sdk';
import { type Static, Type } from 'typebox';
import type { PaymentIntent } from '../model/payment.ts';
import { notACurrency } from '../routing/check-settings.ts';

const httpUrl = Type.String({ pattern: '^https?://[^\\s/?#]+[^\\s]*$', maxLength: 2_048 });
/** Minor units as decimal text; more than zero. */
export const positiveMinor = Type.String({ pattern: '^[1-9][0-9]{0,37}$' });
export const currencyCode = Type.String({ pattern: '^[A-Z]{3}$' });

/** The product's own id of a customer: part of addresses, so nothing that leads elsewhere. */
export const customerId = Type.String({ pattern: '^(?!constructor$)[A-Za-z0-9][A-Za-z0-9._:@|+-]{0,127}$' });

export const customerSchema = Type.Object(
  {
    id: Type.Optional(customerId),
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' })),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  },
  { additionalProperties: false },
);

export const subscriptionSchema = Type.Object(
  {
    billing: Type.Enum(['provider', 'hub']),
    every: Type.Integer({ minimum: 1, maximum: 365, default: 1 }),
    unit: Type.Enum(['day', 'week', 'month', 'year'], { default: 'month' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    graceDays: Type.Integer({ minimum: 0, maximum: 90, default: 7 }),
  },
  { additionalProperties: false },
);

export const paymentRequest = Type.Object(
  {
    amountMinor: positiveMinor,
    currency: currencyCode,
    reference: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
    description: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
    customer: Type.Optional(customerSchema),
    /**
     * Where the customer goes in the end, with `payment` and `status` added: a hint for what to show them, and no proof
     * that anything was paid, since anybody can write an address. Ask the API, or wait for `payment.captured`.
     */
    returnUrl: Type.Optional(httpUrl),
    /** The same for a customer who did not pay. */
    cancelUrl: Type.Optional(httpUrl),
    capture: Type.Enum(['automatic', 'manual'], { default: 'automatic' }),
    /** Only these connections. */
    connections: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 50, uniqueItems: true }),
    ),
    /** `page`: nobody is asked yet; the customer chooses on the page at `checkoutUrl`. */
    checkout: Type.Enum(['direct', 'page'], { default: 'direct' }),
    /** Seconds from now until nobody can pay any more. 30 minutes to 30 days; default one day. */
    expiresInSeconds: Type.Integer({ minimum: 1_800, maximum: 2_592_000, default: 86_400 }),
    subscription: Type.Optional(subscriptionSchema),
    metadata: Type.Optional(
      Type.Record(Type.String({ pattern: '^[A-Za-z0-9_.-]{1,40}$' }), Type.String({ maxLength: 500 }), {
        maxProperties: 20,
        additionalProperties: false,
      }),
    ),
  },
  { additionalProperties: false },
);
export type PaymentRequest = Static<typeof paymentRequest>;

/** @throws HubError `invalid_request` for a currency that ISO 4217 does not list */
export function intentOf(request: PaymentRequest, nowMs: number): PaymentIntent {
  const { amountMinor, currency, subscription } = request;
  demandCurrency(currency);
  return {
    amount: { amountMinor, currency },
    capture: request.capture ?? 'automatic',
    reference: request.reference ?? null,
    description: request.description ?? null,
    customer: request.customer ?? null,
    returnUrl: request.returnUrl ?? null,
    cancelUrl: request.cancelUrl ?? null,
    metadata: request.metadata ?? {},
    connections: request.connections ?? null,
    expiresAt: new Date(nowMs + (request.expiresInSeconds ?? 86_400) * 1_000).toISOString(),
    subscription: subscription === undefined ? null : { ...subscription, of: null },
  };
}

/** @throws HubError `invalid_request` that names the path */
export function demandCurrency(currency: string, path = '/body/currency'): void {
  if (currencyDecimals(currency) !== undefined) return;
  throw new HubError('invalid_request', { errors: [{ path, message: notACurrency }] });
}
