import {
  type Call,
  type Clock,
  FairleadError,
  hasCode,
  type InputOf,
  type OutputOf,
  type paymentGateway,
} from '@fairlead/sdk';
import { exactly } from './amounts.ts';
import type { Acted, PayPalClient } from './client.ts';
import { declinedBy, type Declined } from './declined.ts';
import { referenceOf, unitOf } from './object-facts.ts';
import { orderPath, parseProviderRef } from './provider-ref.ts';
import { idOf, type Json, timeAt } from './reading.ts';
import { eventOf, orderFacts } from './status.ts';

type Confirmed = OutputOf<typeof paymentGateway.confirm>;

/** The work is done: an answer was lost, and the key is older than PayPal remembers. The order tells what came of it. */
const alreadyDone: ReadonlySet<string> = new Set([
  'ORDER_ALREADY_CAPTURED',
  'ORDER_ALREADY_AUTHORIZED',
  'ORDER_ALREADY_COMPLETED',
]);

/**
 * Takes the money of an approved order, `POST /v2/checkout/orders/{id}/capture`, or authorizes it, `…/authorize`.
 * Sources: https://developer.paypal.com/docs/api/orders/v2/#orders_capture and #orders_authorize
 */
export function confirmer(client: PayPalClient, clock: Clock) {
  return async ({ providerRef, capture }: InputOf<typeof paymentGateway.confirm>, call: Call): Promise<Confirmed> => {
    const { kind, id } = parseProviderRef(providerRef);
    if (kind !== 'order') throw new FairleadError('not_found_at_vendor', { message: 'Only an order is confirmed.' });
    const path = `${orderPath(id)}/${capture === 'automatic' ? 'capture' : 'authorize'}`;
    const { done, refused } = await client.act(call, path, {}).catch(lapsed);
    if (refused === undefined) return outcomeOf(done, clock.now());
    if (!alreadyDone.has(refused.vendorCode)) return declinedBy(refused);
    return outcomeOf(await client.read(call, orderPath(id)), clock.now());
  };
}

/** PayPal forgets an order whose approval nobody used in time. It took nothing, and never will. */
function lapsed(error: unknown): Acted {
  if (!hasCode(error, 'not_found_at_vendor')) throw error;
  const message = 'PayPal no longer knows the order: the approval lapsed.';
  return { refused: { reason: 'other', vendorCode: 'ORDER_LAPSED', message } };
}

/** @throws FairleadError `answer_unreadable` for an order that says nothing of money */
function outcomeOf(order: Json, nowMs: number): Confirmed {
  const id = idOf(order);
  if (id === undefined) throw new FairleadError('answer_unreadable');
  const stated = exactly(() => orderFacts(order, nowMs)).filter(({ type }) => type !== 'order');
  const failed = stated.map(({ fact }) => fact).find((fact) => fact.fact === 'failed');
  const good = stated.some(({ fact }) => fact.fact !== 'failed');
  if (!good && failed !== undefined) return refusedTry(failed);
  const at = timeAt(order, 'update_time') ?? timeAt(order, 'create_time') ?? new Date(nowMs).toISOString();
  const events = stated.slice(-100).map((each) => eventOf(each, { id, at, reference: referenceOf(unitOf(order)) }));
  if (events.length === 0) throw new FairleadError('answer_unreadable');
  return { outcome: 'confirmed', events };
}

function refusedTry({ reason, vendorCode }: Omit<Declined, 'outcome'>): Declined {
  return { outcome: 'declined', reason, ...(vendorCode === undefined ? {} : { vendorCode }) };
}
