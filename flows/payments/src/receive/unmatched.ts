import { isStorageError } from '@fairlead/core/flow-api';
import type { PaymentEvent } from '@fairlead/sdk';
import { hashOf, refId, type UnmatchedEvent } from '../collections.ts';
import { toStored } from '../model/stored.ts';
import type { PaymentTools } from '../tools.ts';
import { askWhose } from './identify-payment.ts';
import { ownerOf } from './provider-refs.ts';

export interface Unmatched {
  readonly connectionId: string;
  readonly event: PaymentEvent;
  readonly why: UnmatchedEvent['why'];
  readonly via: UnmatchedEvent['via'];
  /** The provider's id of a subscription that the event waits for; whoever gives it looks again whether it is known. */
  readonly ref?: string;
}

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
  if (ref === null || why !== 'unknown_payment') return;
  if (known) await tools.adopt(ref);
  else if (event.reference === undefined)
    await askWhose(tools, connectionId, event.providerRef ?? '', event.evidence.fact);
}
