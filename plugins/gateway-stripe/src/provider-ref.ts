import { type Call, FairleadError } from '@fairlead/sdk';
import type { StripeClient } from './client.ts';
import { dataOf, idOf, type Json, objectAt } from './reading.ts';
import { sessionBehind } from './subscriptions.ts';

/** A checkout session and, once somebody began to pay, its payment intent; or an intent that no session belongs to. */
export interface Payment {
  readonly session?: Json;
  readonly intent?: Json;
}

const form = /^(cs|pi)_[A-Za-z0-9_]{1,240}$/;

/** As deep as Stripe expands and the facts need: fee, how long an authorization holds, refunds, whether disputed. */
const intentMembers = ['latest_charge.balance_transaction', 'latest_charge.refunds'];

/**
 * Reads a payment by the id of its session, or of its intent, which is all that a dispute names.
 * @throws FairleadError `not_found_at_vendor` for an id that Stripe does not know, or that cannot be one
 */
export async function readPayment(client: StripeClient, providerRef: string, call: Call): Promise<Payment> {
  if (!form.test(providerRef)) {
    throw new FairleadError('not_found_at_vendor', { message: 'Payments have ids of the form cs_… or pi_….' });
  }
  if (providerRef.startsWith('cs_')) return readSession(client, providerRef, call);
  const list = await client.read(call, (stripe) =>
    stripe.checkout.sessions.list({ payment_intent: providerRef, limit: 1 }),
  );
  const session = idOf(dataOf(list)[0]) ?? (await sessionBehind(client, providerRef, call));
  if (session !== undefined) return readSession(client, session, call);
  return {
    intent: await client.read(call, (stripe) => stripe.paymentIntents.retrieve(providerRef, { expand: intentMembers })),
  };
}

async function readSession(client: StripeClient, id: string, call: Call): Promise<Payment> {
  const expand = intentMembers.map((member) => `payment_intent.${member}`);
  const session = await client.read(call, (stripe) => stripe.checkout.sessions.retrieve(id, { expand }));
  const intent = objectAt(session, 'payment_intent');
  return intent === undefined ? { session } : { session, intent };
}
