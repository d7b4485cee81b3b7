import {
  AmountError,
  type Call,
  FairleadError,
  type OutputOf,
  type PaymentEvent,
  type PaymentFact,
  type paymentGateway,
} from '@fairlead/sdk';
import type { StripeClient } from './client.ts';
import {
  disputeFact,
  intentFact,
  intentFailure,
  optional,
  referenceOf,
  refundFact,
  sessionFact,
} from './object-facts.ts';
import { type Payment, readPayment } from './provider-ref.ts';
import { idAt, idOf, type Json, listAt, objectAt, textAt, timeAt } from './reading.ts';
import { readAll, type Stated, statedBy } from './stated.ts';
import { readStanding, type SubscriptionStanding } from './subscription-status.ts';

type Status = OutputOf<typeof paymentGateway.getStatus>;

/** Every fact that Stripe knows of a payment, in one request, or two and three where it was disputed or often
 * refunded; of a subscription in four or more. */
export async function getStatus(client: StripeClient, providerRef: string, call: Call): Promise<Status> {
  const payment = await readPayment(client, providerRef, call);
  const { session, intent } = payment;
  const id = idOf(session) ?? idOf(intent);
  const createdAt = timeAt(session ?? intent, 'created');
  if (id === undefined || createdAt === undefined) throw new FairleadError('answer_unreadable');
  const reference = referenceOf(session) ?? referenceOf(intent);
  const standing = await readFacts(client, payment, call);
  const events = exactly(standing.stated)
    .filter(({ fact }) => fact.fact !== 'none')
    .map(
      ({ fact, objectId, type, at, key }): PaymentEvent => ({
        // The same fact polled again has the same key; a webhook's key is the event's id, and never looks like this.
        dedupeKey: `${objectId}:${key ?? ('status' in fact ? `${fact.fact}:${fact.status}` : fact.fact)}`,
        type: `polled.${type}`,
        providerRef: id,
        ...optional('reference', reference),
        occurredAt: at ?? createdAt,
        evidence: fact,
      }),
    );
  return { providerRef: id, vendorStatus: standing.vendorStatus, final: standing.final, events };
}

async function readFacts(client: StripeClient, payment: Payment, call: Call): Promise<SubscriptionStanding> {
  const { session, intent } = payment;
  const subscriptionId = idAt(session, 'subscription');
  if (session !== undefined && subscriptionId !== undefined) {
    return readStanding(client, { session, subscriptionId }, call);
  }
  const [refunds, disputes] = await Promise.all([
    readRefunds(client, intent, call),
    readDisputes(client, intent, call),
  ]);
  return {
    stated: () => [
      ...sessionFacts(payment),
      ...intentFacts(payment),
      ...refunds.map((refund) => statedBy(refund, 'refund', refundFact(refund), timeAt(refund, 'created'))),
      ...disputes.map((dispute) => statedBy(dispute, 'dispute', disputeFact(dispute), timeAt(dispute, 'created'))),
    ],
    vendorStatus: vendorStatus(payment),
    final: isFinal(payment),
  };
}

/** An open or expired session speaks for itself; of a complete one the intent says more, once there is one. */
function sessionFacts({ session, intent }: Payment): readonly Stated[] {
  if (session === undefined) return [];
  const status = textAt(session, 'status');
  if (status === 'complete' && intent !== undefined) return [];
  const at = timeAt(session, status === 'expired' ? 'expires_at' : 'created');
  return [statedBy(session, 'checkout.session', sessionFact(session), at)];
}

function intentFacts({ session, intent }: Payment): readonly Stated[] {
  if (intent === undefined) return [];
  const failure = intentFailure(intent);
  const failed = failure === undefined ? [] : [failedTry(intent, failure)];
  // Stripe cancels the intent of a session that lapsed; that it lapsed has been said.
  const lapsed = textAt(session, 'status') === 'expired' && textAt(intent, 'status') === 'canceled';
  if (textAt(intent, 'status') === 'requires_payment_method' || lapsed) return failed;
  return [...failed, statedBy(intent, 'payment_intent', intentFact(intent), intentTime(intent))];
}

function failedTry(intent: Json, fact: PaymentFact): Stated {
  const at = timeAt(objectAt(intent, 'latest_charge'), 'created') ?? timeAt(intent, 'created');
  return { fact, objectId: idAt(intent, 'latest_charge') ?? idOf(intent) ?? '', type: 'charge', at };
}

/** A charge keeps the time of its authorization; the money's own time is that of the balance transaction. */
function intentTime(intent: Json): string | undefined {
  const charge = objectAt(intent, 'latest_charge');
  switch (textAt(intent, 'status')) {
    case 'succeeded':
      return timeAt(objectAt(charge, 'balance_transaction'), 'created') ?? timeAt(charge, 'created');
    case 'requires_capture':
      return timeAt(charge, 'created');
    case 'canceled':
      return timeAt(intent, 'canceled_at');
    default:
      return timeAt(intent, 'created');
  }
}

/** A charge shows its ten newest refunds. */
async function readRefunds(client: StripeClient, intent: Json | undefined, call: Call): Promise<readonly Json[]> {
  const charge = objectAt(intent, 'latest_charge');
  const intentId = idOf(intent);
  if (objectAt(charge, 'refunds')?.['has_more'] !== true || intentId === undefined) return listAt(charge, 'refunds');
  return readAll((after) =>
    client.read(call, (stripe) => stripe.refunds.list({ payment_intent: intentId, limit: 100, ...after })),
  );
}

async function readDisputes(client: StripeClient, intent: Json | undefined, call: Call): Promise<readonly Json[]> {
  const intentId = idOf(intent);
  if (objectAt(intent, 'latest_charge')?.['disputed'] !== true || intentId === undefined) return [];
  return readAll((after) =>
    client.read(call, (stripe) => stripe.disputes.list({ payment_intent: intentId, limit: 100, ...after })),
  );
}

function vendorStatus({ session, intent }: Payment): string {
  const words = [textAt(session, 'status'), textAt(intent, 'status') ?? textAt(session, 'payment_status')];
  return (
    words
      .filter((word) => word !== undefined)
      .join('/')
      .slice(0, 128) || 'unknown'
  );
}

/** Only refunds and disputes follow a capture, a cancellation, or a session that lapsed unpaid. */
function isFinal({ session, intent }: Payment): boolean {
  const status = textAt(intent, 'status');
  if (status === 'succeeded' || status === 'canceled') return true;
  return textAt(session, 'status') === 'expired' && (status === undefined || status === 'requires_payment_method');
}

/** @throws FairleadError `answer_unreadable` for an amount that cannot be told exactly */
export function exactly<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    throw new FairleadError('answer_unreadable', { message: error.message, cause: error });
  }
}
