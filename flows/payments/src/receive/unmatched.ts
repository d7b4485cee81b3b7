import { isStorageError } from '@fairlead/core/flow-api';
import type { PaymentEvent } from '@fairlead/sdk';
import { hashOf, refId, type UnmatchedEvent } from '../collections.ts';
import { parseAttemptReference } from '../model/payment.ts';
import { type Stored, toStored } from '../model/stored.ts';
import type { PaymentTools } from '../tools.ts';
import { ownerOf } from './provider-refs.ts';
import { receiveEvents } from './receive-events.ts';

export interface Unmatched {
  readonly connectionId: string;
  readonly event: PaymentEvent;
  readonly why: UnmatchedEvent['why'];
  readonly via: UnmatchedEvent['via'];
  /** The provider's id of a subscription that the event waits for; whoever gives it looks again whether it is known. */
  readonly ref?: string;
}

/** Events of one provider's id that wait at most; a payment of ours never has so many before its id is known. */
const mostWaiting = 200;

/** Keeps an event that belongs to no payment yet, once. It changes nothing until somebody turns out to be its owner. */
export async function keepUnmatched(
  tools: PaymentTools,
  { connectionId, event, why, via, ref: awaited }: Unmatched,
): Promise<void> {
  const { clock, log } = tools.services;
  const id = hashOf(connectionId, event.dedupeKey);
  const own = event.providerRef === null ? null : refId(connectionId, event.providerRef);
  const ref = awaited === undefined ? own : refId(connectionId, awaited);
  const otherRefId = awaited === undefined ? null : own;
  const receivedAt = new Date(clock.now()).toISOString();
  try {
    const state: UnmatchedEvent = {
      connectionId,
      refId: ref,
      otherRefId,
      via,
      receivedAt,
      why,
      event: toStored(event),
    };
    await tools.unmatched.commit({ id, state }, 0);
    log.info('An event of a gateway belongs to no payment of the hub; it is kept.', {
      connectionId,
      why,
      type: event.type,
    });
  } catch (error) {
    if (!isStorageError(error, 'version_conflict') && !isStorageError(error, 'duplicate_key')) throw error;
  }
  if (awaited !== undefined) return;
  // Somebody may have written down the owner meanwhile, and looked here before this was kept.
  const known = event.providerRef !== null && (await ownerOf(tools, connectionId, event.providerRef)) !== undefined;
  if (ref !== null && known && why === 'unknown_payment') await adoptUnmatched(tools, ref);
}

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
