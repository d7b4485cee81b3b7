import type { KeyValueState, PaymentEvent, PaymentFact } from '@fairlead/sdk';
import { disputedPayment } from './dispute-facts.ts';
import { nothing } from './object-facts.ts';
import { capturedBefore } from './provider-ref.ts';
import { type Json, objectAt } from './reading.ts';

/**
 * A dispute that is lost takes the money back, and PayPal tells of it twice: that the dispute is lost, and that the
 * capture was reversed. The hub counts either, so the loss of a capture is told by whichever came first. It is remembered
 * by whom, so that the same event delivered again says the same. There are few of them: each has a key of its own.
 */
export function lossesToldOnce(state: KeyValueState) {
  return async (event: Json, told: readonly PaymentEvent[]): Promise<PaymentEvent[]> => {
    const resource = objectAt(event, 'resource');
    const kept: PaymentEvent[] = [];
    for (const each of told) {
      const lost = resource === undefined ? undefined : lossOf(each.evidence, resource);
      const first = lost === undefined || (await isFirst(state, lost));
      kept.push(first ? each : { ...each, evidence: withoutLoss(each.evidence) });
    }
    return kept;
  };
}

interface Loss {
  readonly captureId: string;
  /** The dispute or the reversal. */
  readonly teller: string;
}

function lossOf(fact: PaymentFact, resource: Json): Loss | undefined {
  if (fact.fact === 'reversed') return loss(capturedBefore(resource), fact.movementRef);
  if (fact.fact !== 'dispute' || fact.status !== 'lost') return undefined;
  return loss(disputedPayment(resource).captureId, fact.disputeRef);
}

function loss(captureId: string | undefined, teller: string): Loss | undefined {
  return captureId === undefined ? undefined : { captureId, teller };
}

async function isFirst(state: KeyValueState, { captureId, teller }: Loss): Promise<boolean> {
  const key = `loss:${captureId}`;
  const known = await state.get(key);
  if (known === undefined) await state.put(key, teller);
  return known === undefined || known === teller;
}

/** The dispute is over, and its money is told elsewhere. */
function withoutLoss(fact: PaymentFact): PaymentFact {
  return fact.fact === 'dispute' ? { ...fact, status: 'closed' } : nothing;
}
