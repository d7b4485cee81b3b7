import type { Call } from '@fairlead/sdk';
import type { StripeClient } from './client.ts';
import { disputeFact, refundFact, sessionFact } from './object-facts.ts';
import { readAll, type Stated, statedBy } from './stated.ts';
import { idAt, idOf, integerAt, type Json, listAt, objectAt, textAt, timeAt } from './reading.ts';
import { invoiceFact, isFirst, subscriptionFact, subscriptionStatusOf } from './subscription-facts.ts';
import { intentsOf, readSubscription } from './subscriptions.ts';

export interface SubscriptionStanding {
  readonly stated: () => readonly Stated[];
  readonly vendorStatus: string;
  readonly final: boolean;
}

/** Everything about the subscription that a paid session began: its invoices, and refunds and disputes of their money. */
export async function readStanding(
  client: StripeClient,
  { session, subscriptionId }: { readonly session: Json; readonly subscriptionId: string },
  call: Call,
): Promise<SubscriptionStanding> {
  const [subscription, invoices, charges] = await Promise.all([
    readSubscription(client, subscriptionId, call),
    readAll((after) =>
      client.read(call, (stripe) =>
        stripe.invoices.list({ subscription: subscriptionId, limit: 100, expand: ['data.payments'], ...after }),
      ),
    ),
    readCharges(client, idAt(session, 'customer'), call),
  ]);
  const intents = new Set(invoices.flatMap(intentsOf));
  const own = charges.filter((charge) => intents.has(idAt(charge, 'payment_intent') ?? ''));
  const disputes = await Promise.all(
    own.filter((charge) => charge['disputed'] === true).map((charge) => readDisputes(client, charge, call)),
  );
  return {
    stated: () => [
      captured(session, invoices.find(isFirst)),
      subscribed(subscription),
      ...invoices.flatMap(billed),
      ...own
        .flatMap((charge) => listAt(charge, 'refunds'))
        .map((refund) => statedBy(refund, 'refund', refundFact(refund), timeAt(refund, 'created'))),
      ...disputes.flat().map((each) => statedBy(each, 'dispute', disputeFact(each), timeAt(each, 'created'))),
    ],
    vendorStatus: `complete/${textAt(subscription, 'status') ?? 'unknown'}`.slice(0, 128),
    final: subscriptionStatusOf(subscription) === 'cancelled',
  };
}

/** The same fact as the webhook of the session tells, at the time when its invoice was paid. */
function captured(session: Json, invoice: Json | undefined): Stated {
  const paidAt = timeAt(objectAt(invoice, 'status_transitions'), 'paid_at');
  return statedBy(session, 'checkout.session', sessionFact(session), paidAt ?? timeAt(session, 'created'));
}

/** A poll of a subscription that has changed since is another fact. */
function subscribed(subscription: Json): Stated {
  const fact = subscriptionFact(subscription);
  const at = timeAt(subscription, 'ended_at') ?? timeAt(subscription, 'canceled_at') ?? timeAt(subscription, 'created');
  const state = fact.fact === 'subscription' ? [fact.status, fact.periodEndsAt, fact.endsAt].join(':') : '';
  return { ...statedBy(subscription, 'subscription', fact, at), key: `subscription:${state}` };
}

function billed(invoice: Json): readonly Stated[] {
  const fact = invoiceFact(invoice);
  if (fact === undefined) return [];
  const at = timeAt(objectAt(invoice, 'status_transitions'), 'paid_at') ?? timeAt(invoice, 'created');
  const key = `${fact.fact}:${fact.fact === 'invoice_failed' ? (integerAt(invoice, 'attempt_count') ?? 0) : ''}`;
  return [{ ...statedBy(invoice, 'invoice', fact, at), key }];
}

/** Checkout makes a customer for each subscription, whose charges are asked for at once. */
async function readCharges(client: StripeClient, customer: string | undefined, call: Call): Promise<readonly Json[]> {
  if (customer === undefined) return [];
  return readAll((after) =>
    client.read(call, (stripe) => stripe.charges.list({ customer, limit: 100, expand: ['data.refunds'], ...after })),
  );
}

async function readDisputes(client: StripeClient, charge: Json, call: Call): Promise<readonly Json[]> {
  const id = idOf(charge);
  if (id === undefined) return [];
  return readAll((after) => client.read(call, (stripe) => stripe.disputes.list({ charge: id, limit: 100, ...after })));
}
