import { type Call, FairleadError, hasCode } from '@fairlead/sdk';
import type { PayPalClient } from './client.ts';
import { idAt, idInLink, type Json, objectAt } from './reading.ts';

/**
 * A payment is its order. What names no order (a dispute, a refund made on PayPal's pages) is told by the capture or
 * the authorization that it does name: `capture:…`, `authorization:…`, for which `getStatus` answers the order.
 */
export type ProviderRef =
  | { readonly kind: 'order'; readonly id: string }
  | { readonly kind: 'capture' | 'authorization'; readonly id: string };

const form = /^(?:(capture|authorization):)?([A-Z0-9]{8,36})$/;

/** @throws FairleadError `not_found_at_vendor` for what cannot be an id of PayPal's */
export function parseProviderRef(text: string): ProviderRef {
  const [, kind = 'order', id] = form.exec(text) ?? [];
  if (id === undefined) {
    throw new FairleadError('not_found_at_vendor', { message: 'PayPal’s ids are capital letters and digits.' });
  }
  return { kind: kind as ProviderRef['kind'], id };
}

export const orderPath = (id: string) => `/v2/checkout/orders/${id}`;

/** The order that a capture, an authorization or a refund belongs to, where it says so. */
export function orderIdOf(object: Json): string | undefined {
  return idAt(objectAt(object, 'supplementary_data', 'related_ids'), 'order_id') ?? idInLink(object, 'up', 'orders');
}

/** The capture that a refund or a reversal is of; some events of a reversal are about the capture itself. */
export function capturedBefore(object: Json): string | undefined {
  const related = idAt(objectAt(object, 'supplementary_data', 'related_ids'), 'capture_id');
  return idInLink(object, 'up', 'captures') ?? related ?? idInLink(object, 'self', 'captures');
}

/** An order that was read, or, where PayPal names none, the capture or authorization alone. */
export type Payment =
  | { readonly order: Json; readonly id: string; readonly alone?: never }
  | { readonly alone: Json; readonly ref: ProviderRef; readonly order?: never };

/**
 * Reads the order behind a reference.
 * @throws FairleadError `not_found_at_vendor` for an id that PayPal does not know, or no longer
 */
export async function readPayment(client: PayPalClient, providerRef: string, call: Call): Promise<Payment> {
  const ref = parseProviderRef(providerRef);
  if (ref.kind === 'order') return readOrder(client, ref.id, call);
  const object = await client.read(call, `/v2/payments/${ref.kind}s/${ref.id}`);
  const orderId = orderIdOf(object);
  if (orderId === undefined) return { alone: object, ref };
  try {
    return await readOrder(client, orderId, call);
  } catch (error) {
    // Orders of old payments may be gone while their captures stay.
    if (hasCode(error, 'not_found_at_vendor')) return { alone: object, ref };
    throw error;
  }
}

async function readOrder(client: PayPalClient, id: string, call: Call): Promise<Payment> {
  const order = await client.read(call, orderPath(id));
  const answered = idAt(order, 'id');
  if (answered === undefined) throw new FairleadError('answer_unreadable');
  return { order, id: answered };
}
