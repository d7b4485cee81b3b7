import { isStorageError } from '@fairlead/core/flow-api';
import type { PaymentEvent } from '@fairlead/sdk';
import { parseAttemptReference } from '../model/payment.ts';
import type { Stored } from '../model/stored.ts';
import type { PaymentTools } from '../tools.ts';
import { receiveEvents } from './receive-events.ts';

/** Events of one provider's id that wait at most; a payment of ours never has so many before its id is known. */
const mostWaiting = 200;

/** Takes up the events that waited for the owner of a provider's id. Repeating it is harmless. */
export async function adoptUnmatched(tools: PaymentTools, ref: string): Promise<void> {
  const waiting = await tools.unmatched.list({ where: { refId: ref }, limit: mostWaiting });
  const others = await tools.unmatched.list({ where: { otherRefId: ref }, limit: mostWaiting });
  for (const { id, version, state } of [...waiting.items, ...others.items]) {
    // One that names a payment in the hub's own words is that payment's or nobody's, whatever else it names.
    const { reference } = state.event;
    const named = reference !== undefined && parseAttemptReference(reference) !== undefined;
    if (state.why !== 'unknown_payment' || named) continue;
    const { connectionId, via, event } = state;
    await receiveEvents(tools, { connectionId, via, events: [toEvent(event)], adopted: true });
    await tools.unmatched.remove(id, version).catch((error: unknown) => {
      if (!isStorageError(error, 'version_conflict')) throw error;
    });
  }
}

/** Facts hold amounts as `{amountMinor, currency}` and nothing else that is a bigint. */
function toEvent(stored: Stored<PaymentEvent>): PaymentEvent {
  return revive(stored) as PaymentEvent;
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'amountMinor' && typeof member === 'string' ? BigInt(member) : revive(member),
    ]),
  );
}
