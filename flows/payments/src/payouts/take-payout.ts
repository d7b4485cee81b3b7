import { newId, type PaymentEvent } from '@fairlead/sdk';
import { refId } from '../collections.ts';
import { toStored } from '../model/stored.ts';
import { keepUnmatched } from '../receive/unmatched.ts';
import { newerWord, payoutKeyOf, type PayoutWord } from './payout.ts';
import { isTaken, type Payouts } from './payouts.ts';
import { tellOfUnknown } from './send-payout.ts';

/**
 * Takes what a provider tells of payouts: those that the hub asked for, by the hub's reference or the provider's id, and
 * those that the provider made by itself. Repeating it is harmless, and so is another order.
 */
export async function takePayoutFact(parts: Payouts, connectionId: string, event: PaymentEvent): Promise<boolean> {
  const fact = event.evidence;
  if (fact.fact !== 'payout') return false;
  const { payoutRef, reference, status, amount, reason = null, arrivesAt = null } = fact;
  const occurredAt = new Date(event.occurredAt).toISOString();
  const word: PayoutWord = { status, amount: toStored(amount), reason, arrivesAt, occurredAt };
  const id = await findPayout(parts, { connectionId, payoutRef, reference });
  if (id !== undefined) await hear(parts, id, { payoutRef, word });
  else if (await mayBeOurs(parts, connectionId)) {
    await keepUnmatched(parts.tools, { connectionId, event, why: 'unknown_payment', via: 'webhook', ref: payoutRef });
    // The answer that named it may have come meanwhile.
    if ((await findPayout(parts, { connectionId, payoutRef, reference })) !== undefined) {
      await parts.tools.adopt(refId(connectionId, payoutRef));
    }
  } else await note(parts, { connectionId, payoutRef, word });
  return true;
}

interface Named {
  readonly connectionId: string;
  readonly payoutRef: string;
  readonly reference?: string | undefined;
}

async function findPayout({ repository }: Payouts, { connectionId, payoutRef, reference }: Named) {
  const named = reference === undefined ? undefined : await repository.get(reference);
  if (named?.state.connectionId === connectionId && named.state.call !== null) return named.id;
  return (await repository.findOne({ payoutKey: payoutKeyOf(connectionId, payoutRef) }))?.id;
}

/** A call is open whose answer would name it. */
async function mayBeOurs({ repository }: Payouts, connectionId: string): Promise<boolean> {
  return (await repository.count({ connectionId, status: { in: ['created', 'unknown'] } })) > 0;
}

async function hear(
  parts: Payouts,
  id: string,
  { payoutRef, word }: { readonly payoutRef: string; readonly word: PayoutWord },
): Promise<void> {
  const after = await parts.change(id, (state) => {
    const newest = newerWord(state.word, word);
    if (newest === state.word && state.payoutRef !== null) return undefined;
    return { ...state, word: newest, payoutRef: state.payoutRef ?? payoutRef };
  });
  if (after !== undefined) await tellOfUnknown(parts, id, after);
}

/** One that the provider made by itself. */
async function note(
  parts: Payouts,
  { connectionId, payoutRef, word }: { connectionId: string; payoutRef: string; word: PayoutWord },
): Promise<void> {
  const now = parts.tools.services.clock.now();
  try {
    await parts.create(newId(now), {
      connectionId,
      amount: word.amount,
      destination: null,
      description: null,
      reference: null,
      call: null,
      word,
      payoutRef,
      adopted: true,
      ledger: [],
      requestKey: null,
      requestHash: null,
      createdAt: new Date(now).toISOString(),
      createdBy: 'provider',
    });
  } catch (error) {
    if (!isTaken(error, 'payoutKey')) throw error;
    const id = await findPayout(parts, { connectionId, payoutRef });
    if (id !== undefined) await hear(parts, id, { payoutRef, word });
  }
}
