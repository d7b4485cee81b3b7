import { defineRoute, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { type CheckoutPageParts, createCheckoutPage } from './checkout-page.ts';

const byToken = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) });
/** Providers add what they like to the addresses they send a customer back to. */
const anyQuery = Type.Object({ turn: Type.Optional(Type.Unknown()) }, { additionalProperties: true });
const page = Type.String({ description: 'A page.' });
const elsewhere = Type.String({ description: 'The customer goes on elsewhere.' });
const pages = { 200: page, 303: elsewhere, 404: page } as const;
const publicBecause = 'the customer has no account here: who has the link may pay';

/**
 * The checkout page of a payment: server-rendered, without scripts. Its address holds a secret that names the payment;
 * an unknown one is answered alike whatever it is.
 */
export function checkoutRoutes(parts: CheckoutPageParts): readonly Route[] {
  const checkout = createCheckoutPage(parts);
  /** For the audit: the token in the address would let whoever reads the log see the page. */
  const acted = new WeakMap<object, string>();
  // Many payers may come from one address: a company's, or a proxy's that the hub was not told to trust.
  const read = { method: 'GET', permission: 'public', publicBecause, tag: 'checkout', callsPerMinute: 300 } as const;
  return [
    defineRoute({
      ...read,
      path: '/pay/{token}',
      summary: 'The page on which a customer chooses how to pay, or sees how the payment stands.',
      params: byToken,
      query: anyQuery,
      responses: pages,
      handler: ({ params, query }) => checkout.show(params.token, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/pay/{token}',
      permission: 'public',
      publicBecause,
      tag: 'checkout',
      form: true,
      // Repeating it leads to the same checkout.
      idempotent: 'none',
      callsPerMinute: 60,
      summary: 'Takes the customer’s choice, and sends them to the provider’s page.',
      params: byToken,
      query: anyQuery,
      body: Type.Object({ method: Type.Optional(Type.String({ maxLength: 64 })) }, { additionalProperties: false }),
      responses: { ...pages, 409: page },
      audit: { action: 'payment.choose-method', target: (request) => acted.get(request) ?? 'unknown' },
      handler: (request) =>
        checkout.choose(request.params.token, request.body.method ?? '', (id) => void acted.set(request, id)),
    }),
    defineRoute({
      ...read,
      path: '/pay/{token}/return',
      summary: 'Where the provider sends a customer back to: asks how the payment stands, and shows it.',
      params: byToken,
      query: anyQuery,
      responses: pages,
      handler: ({ params, query }) => checkout.comeBack(params.token, query, 'return'),
    }),
    defineRoute({
      ...read,
      path: '/pay/{token}/cancel',
      summary: 'Where the provider sends a customer back to who did not want to pay.',
      params: byToken,
      query: anyQuery,
      responses: pages,
      handler: ({ params, query }) => checkout.comeBack(params.token, query, 'cancel'),
    }),
  ];
}
