import { type Call, hasCode, type PaymentEvent } from '@fairlead/sdk';
import type { PayPalClient } from './client.ts';
import { referenceOf } from './object-facts.ts';
import { orderIdOf, parseProviderRef } from './provider-ref.ts';
import { type Json, optional } from './reading.ts';

type Where = Pick<PaymentEvent, 'providerRef' | 'reference'>;

/**
 * Disputes of some payments, and refunds made on PayPal's pages, name a capture alone. PayPal is asked whose it is, so that
 * the hub finds the payment: it knows orders and references. Where PayPal cannot be asked now, the event has to wait.
 * @throws FairleadError what the request throws, except that the capture is not known
 */
export function orderFinder(client: PayPalClient) {
  return async (events: readonly PaymentEvent[], call: Call): Promise<PaymentEvent[]> => {
    const found = new Map<string, Where>();
    const placed: PaymentEvent[] = [];
    for (const event of events) {
      const { providerRef, ...rest } = event;
      if (providerRef === null || !providerRef.includes(':')) {
        placed.push(event);
        continue;
      }
      const where = found.get(providerRef) ?? (await askedFor(client, providerRef, call));
      found.set(providerRef, where);
      placed.push({ ...rest, ...where });
    }
    return placed;
  };
}

async function askedFor(client: PayPalClient, providerRef: string, call: Call): Promise<Where> {
  const { kind, id } = parseProviderRef(providerRef);
  try {
    return whereOf(await client.read(call, `/v2/payments/${kind}s/${id}`), providerRef);
  } catch (error) {
    if (hasCode(error, 'not_found_at_vendor')) return { providerRef };
    throw error;
  }
}

function whereOf(object: Json, providerRef: string): Where {
  const reference = referenceOf(object);
  const unnamed = reference === undefined ? providerRef : null;
  return { providerRef: orderIdOf(object) ?? unnamed, ...optional('reference', reference) };
}
