import {
  type Call,
  type Clock,
  FairleadError,
  hasCode,
  type OutputOf,
  type PaymentEvent,
  type PaymentFact,
  type paymentGateway,
} from '@fairlead/sdk';
import { exactly } from './amounts.ts';
import type { PayPalClient } from './client.ts';
import {
  authorizationFacts,
  captureFact,
  orderFact,
  orderLifeMs,
  referenceOf,
  refundFact,
  unitOf,
} from './object-facts.ts';
import { parseProviderRef, type Payment, readPayment } from './provider-ref.ts';
import { idOf, type Json, objectAt, objectsAt, optional, textAt, timeAt } from './reading.ts';
import type { RememberedOrders } from './remembered-orders.ts';

type Status = OutputOf<typeof paymentGateway.getStatus>;

/** An authorization that is this much past its end is over, whatever its status says and whosever clock is wrong. */
const lapsedAfterMs = 86_400_000;

/** A fact with the id of the object that states it and that object's own time. */
export interface Stated {
  readonly fact: PaymentFact;
  readonly objectId: string;
  readonly type: string;
  readonly at: string | undefined;
}

export function statusReader(client: PayPalClient, orders: RememberedOrders, clock: Clock) {
  return async (providerRef: string, call: Call): Promise<Status> => {
    try {
      return statusOf(await readPayment(client, providerRef, call), clock.now());
    } catch (error) {
      if (!hasCode(error, 'not_found_at_vendor')) throw error;
      const lapsed = await lapsedOrder(orders, providerRef, clock.now());
      if (lapsed === undefined) throw error;
      return lapsed;
    }
  };
}

/** PayPal forgets orders that nobody approved, or whose approval nobody used. */
async function lapsedOrder(orders: RememberedOrders, providerRef: string, nowMs: number): Promise<Status | undefined> {
  const { kind, id } = parseProviderRef(providerRef);
  const madeAt = kind === 'order' ? await orders.madeAt(id) : undefined;
  if (madeAt === undefined || nowMs < madeAt + orderLifeMs) return undefined;
  const at = new Date(madeAt + orderLifeMs).toISOString();
  const stated: Stated = { fact: { fact: 'expired' }, objectId: id, type: 'order', at };
  return { providerRef: id, vendorStatus: 'RESOURCE_NOT_FOUND', final: true, events: [eventOf(stated, { id, at })] };
}

function statusOf(payment: Payment, nowMs: number): Status {
  const { alone } = payment;
  if (alone !== undefined) return aloneStatus(alone, payment.ref);
  const { order, id } = payment;
  const unit = unitOf(order);
  const at = timeAt(order, 'create_time') ?? timeAt(order, 'update_time') ?? new Date(nowMs).toISOString();
  const head = { id, at, reference: referenceOf(unit) };
  const stated = exactly(() => orderFacts(order, nowMs));
  return {
    providerRef: id,
    vendorStatus: textAt(order, 'status')?.slice(0, 128) ?? 'unknown',
    final: isFinal(order),
    events: stated.slice(-500).map((each) => eventOf(each, head)),
  };
}

/** A capture or authorization whose order PayPal does not name. */
function aloneStatus(object: Json, { kind, id }: { readonly kind: string; readonly id: string }): Status {
  const ref = `${kind}:${id}`;
  const at = timeAt(object, 'create_time');
  if (at === undefined) throw new FairleadError('answer_unreadable');
  const facts = exactly(() => (kind === 'capture' ? [captureFact(object)] : authorizationFacts(object)));
  const head = { id: ref, at, reference: referenceOf(object) };
  const stated = facts.filter(({ fact }) => fact !== 'none').map((fact) => statedBy(object, kind, fact));
  return {
    providerRef: ref,
    vendorStatus: textAt(object, 'status')?.slice(0, 128) ?? 'unknown',
    final: stated.some(({ fact }) => fact.fact === 'captured' || fact.fact === 'voided'),
    events: stated.map((each) => eventOf(each, head)),
  };
}

interface Head {
  readonly id: string;
  readonly at: string;
  readonly reference?: string | undefined;
}

export function eventOf({ fact, objectId, type, at }: Stated, head: Head): PaymentEvent {
  return {
    // The same fact polled again has the same key; a webhook's key is the event's id, and never looks like this.
    dedupeKey: `status:${objectId}:${'status' in fact ? `${fact.fact}:${fact.status}` : fact.fact}`,
    type: `polled.${type}`,
    providerRef: head.id,
    ...optional('reference', head.reference),
    occurredAt: at ?? head.at,
    evidence: fact,
  };
}

/** Everything that an order says, the oldest first. @throws AmountError */
export function orderFacts(order: Json, nowMs: number): readonly Stated[] {
  const payments = objectAt(unitOf(order), 'payments');
  const authorizations = objectsAt(payments, 'authorizations');
  const moved = [
    ...authorizations.flatMap((each) => ofAuthorization(each, nowMs)),
    ...objectsAt(payments, 'captures').map((each) => statedBy(each, 'capture', captureFact(each))),
    ...objectsAt(payments, 'refunds').map((each) => statedBy(each, 'refund', refundFact(each))),
  ].filter(({ fact }) => fact.fact !== 'none');
  const own = orderFact(order);
  // Of an order that was voided its authorizations say more.
  const told = own.fact === 'none' || (own.fact === 'cancelled' && moved.length > 0);
  return told ? moved : [statedBy(order, 'order', own), ...moved];
}

function ofAuthorization(authorization: Json, nowMs: number): readonly Stated[] {
  const facts = authorizationFacts(authorization);
  const stated = facts.map((fact) => statedBy(authorization, 'authorization', fact));
  const until = timeAt(authorization, 'expiration_time');
  const held = ['CREATED', 'PARTIALLY_CAPTURED'].includes(textAt(authorization, 'status') ?? '');
  const movementRef = idOf(authorization);
  if (!held || until === undefined || movementRef === undefined || nowMs < Date.parse(until) + lapsedAfterMs) {
    return stated;
  }
  return [
    ...stated,
    { fact: { fact: 'voided', movementRef }, objectId: movementRef, type: 'authorization', at: until },
  ];
}

/** What is given happened when the object was made; what became of it, when it last changed. */
function statedBy(object: Json, type: string, fact: PaymentFact): Stated {
  const made = timeAt(object, 'create_time');
  const changed = timeAt(object, 'update_time');
  const first = fact.fact === 'authorized' || fact.fact === 'captured' || fact.fact === 'requires_action';
  return { fact, objectId: idOf(object) ?? type, type, at: first ? (made ?? changed) : (changed ?? made) };
}

/** Only refunds and disputes follow when everything that was authorized is captured or given back. */
function isFinal(order: Json): boolean {
  const status = textAt(order, 'status');
  if (status === 'VOIDED') return true;
  if (status !== 'COMPLETED') return false;
  const payments = objectAt(unitOf(order), 'payments');
  const ended = ['CAPTURED', 'VOIDED', 'DENIED', 'EXPIRED'];
  const authorizations = objectsAt(payments, 'authorizations');
  const captures = objectsAt(payments, 'captures');
  if (captures.some((capture) => textAt(capture, 'status') === 'PENDING')) return false;
  if (authorizations.length === 0) return captures.length > 0;
  return authorizations.every((authorization) => ended.includes(textAt(authorization, 'status') ?? ''));
}
