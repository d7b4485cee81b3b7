import { type Actor, HubError } from '@fairlead/core/flow-api';
import { isFairleadError, newId, paymentGateway } from '@fairlead/sdk';
import { hashOf, refId } from '../collections.ts';
import { moneyOf, type StoredMoney } from '../model/stored.ts';
import type { PayoutCall, PayoutState } from './payout.ts';
import { isOpenPayout, isTaken, payoutMayTakeMs, type Payouts } from './payouts.ts';

export interface PayoutWish {
  readonly connectionId: string;
  readonly amount: StoredMoney;
  readonly destination: string;
  readonly description: string | null;
  readonly reference: string | null;
  readonly idempotencyKey: string | undefined;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
}

export interface SentPayout {
  readonly id: string;
  readonly state: PayoutState;
  readonly repeated: boolean;
}

/** Left between the end of a key's life and the last repetition. */
const keyMarginMs = 600_000;
const unknownCode = 'payout_unknown';

/**
 * Sends money. Committed before the provider is asked; the same key gives the same payout again, whatever became of it.
 * @throws HubError `conflict` for a connection that cannot, `idempotency_key_reused`, `idempotency_in_flight`
 */
export async function sendPayout(parts: Payouts, wish: PayoutWish): Promise<SentPayout> {
  const { clock, connections } = parts.tools.services;
  const by = `${wish.actor.kind}:${wish.actor.id}`;
  const requestKey = wish.idempotencyKey === undefined ? null : hashOf('payout', by, wish.idempotencyKey);
  const { connectionId, amount, destination, description, reference } = wish;
  const requestHash = hashOf(JSON.stringify([connectionId, amount, destination, description, reference]));
  const before = requestKey === null ? undefined : await findRepeated(parts, requestKey, requestHash);
  if (before !== undefined) return before;
  if ((await connections.standing(connectionId, paymentGateway.payout)) === undefined) {
    throw new HubError('conflict', { detail: 'There is no active connection of this id that can pay out.' });
  }
  const now = clock.now();
  const id = newId(now);
  const at = new Date(now).toISOString();
  const call: PayoutCall = {
    key: `${id.replaceAll('-', '')}-p1`,
    state: 'intended',
    answered: null,
    problem: null,
    tries: 1,
    startedAt: at,
    triedAt: at,
  };
  const asked = { connectionId, amount, destination, description, reference };
  try {
    await parts.create(id, {
      ...asked,
      call,
      word: null,
      payoutRef: null,
      adopted: false,
      ledger: [],
      requestKey,
      requestHash,
      createdAt: at,
      createdBy: by,
    });
  } catch (error) {
    if (requestKey === null || !isTaken(error, 'requestKey')) throw error;
    const other = await findRepeated(parts, requestKey, requestHash);
    if (other === undefined) throw error;
    return other;
  }
  return { id, state: await callProvider(parts, id, call.tries), repeated: false };
}

async function findRepeated(
  { repository, tools }: Payouts,
  requestKey: string,
  requestHash: string,
): Promise<SentPayout | undefined> {
  const found = await repository.findOne({ requestKey });
  if (found === undefined) return undefined;
  const { id, state } = found;
  if (state.requestHash !== requestHash) throw new HubError('idempotency_key_reused');
  const { call } = state;
  const fresh = call !== null && tools.services.clock.now() - Date.parse(call.triedAt) < payoutMayTakeMs;
  if (call?.state === 'intended' && fresh) throw new HubError('idempotency_in_flight', { retryAfterMs: 1_000 });
  return { id, state, repeated: true };
}

/** Makes the call of this try, and commits what came of it. */
async function callProvider(parts: Payouts, id: string, tries: number): Promise<PayoutState> {
  const state = (await parts.repository.get(id))?.state;
  if (state === undefined || state.call === null) throw new TypeError(`Payout ${id} has no call.`);
  const outcome = await askProvider(parts, id, state, state.call);
  const after = await parts.change(id, (current) => {
    if (current.call === null || !isOpenCall(current.call) || current.call.tries > tries) return undefined;
    const { payoutRef = null, ...call } = outcome;
    return { ...current, payoutRef: current.payoutRef ?? payoutRef, call: { ...current.call, ...call } };
  });
  if (after !== undefined) await adoptNews(parts, id, after);
  const end = (await parts.repository.get(id))?.state ?? state;
  await tellOfUnknown(parts, id, end);
  return end;
}

/** Takes up what the provider told before the hub knew what it calls this payout. Repeating it is harmless. */
async function adoptNews(parts: Payouts, id: string, { connectionId, payoutRef, adopted }: PayoutState): Promise<void> {
  if (payoutRef === null || adopted) return;
  await parts.tools.adopt(refId(connectionId, payoutRef));
  await parts.change(id, (state) => ({ ...state, adopted: true }));
}

type Outcome = Partial<Pick<PayoutCall, 'answered' | 'problem'>> &
  Pick<PayoutCall, 'state'> & { readonly payoutRef?: string };

async function askProvider(
  { tools }: Payouts,
  reference: string,
  { connectionId, amount, destination, description }: PayoutState,
  { key, tries }: PayoutCall,
): Promise<Outcome> {
  const { guard, signal } = tools.services;
  try {
    const input = {
      reference,
      amount: moneyOf(amount),
      destination: destination ?? '',
      ...(description === null ? {} : { description }),
    };
    const answer = await guard.invoke(connectionId, paymentGateway.payout, input, { idempotencyKey: key, signal });
    if (answer.outcome === 'declined') {
      const { reason, message = 'The provider gave no reason.' } = answer;
      return { state: 'declined', problem: { code: reason, text: message } };
    }
    return { state: 'done', answered: answer.outcome, problem: null, payoutRef: answer.movementRef };
  } catch (error) {
    if (!isFairleadError(error) || error.class === 'cancelled') throw error;
    const problem = { code: error.code, text: error.message.slice(0, 500) };
    // One that was tried before may have happened then.
    const unsure = error.class === 'outcome_unknown' || (tries > 1 && error.class !== 'rejected');
    return { state: unsure ? 'unknown' : 'not_made', problem };
  }
}

/** Whether it is known is told to a person at once: it is our money. */
export async function tellOfUnknown({ tools }: Payouts, id: string, { status, amount }: PayoutState): Promise<void> {
  const { incidents } = tools.services;
  const subject = { kind: 'payout', id };
  if (status !== 'unknown') return incidents.resolve(subject, unknownCode);
  await incidents.raise({
    subject,
    code: unknownCode,
    severity: 'error',
    title: 'Money may have been sent or not.',
    detail:
      `${amount.amountMinor} ${amount.currency} in minor units. Look at the provider’s own page before it is sent` +
      ' another time; its news settle this by themselves.',
  });
}

/**
 * Looks at a payout whose call is open. It is made again, with the same key, only where the provider would recognise it;
 * else its facts or a person settle it.
 */
export async function lookAtPayout(parts: Payouts, id: string): Promise<void> {
  const { clock, connections } = parts.tools.services;
  const state = (await parts.repository.get(id))?.state;
  if (state === undefined || state.call === null) return;
  await adoptNews(parts, id, state);
  if (!isOpenPayout(state)) return;
  const connection = await connections.get(state.connectionId);
  const support = connection?.support[paymentGateway.id]?.[paymentGateway.payout.name];
  const age = clock.now() - Date.parse(state.call.startedAt);
  const recognised =
    support !== undefined &&
    support.dedupe === undefined &&
    (support.keyLifetimeMs === undefined || age < support.keyLifetimeMs - keyMarginMs);
  const { call } = state;
  let mine = false;
  // That it is tried is committed first; of two who try at once one gives way.
  const after = await parts.change(id, (current) => {
    mine = current.call !== null && isOpenPayout(current) && current.call.tries === call.tries;
    if (!mine) return undefined;
    const triedAt = new Date(clock.now()).toISOString();
    return {
      ...current,
      call: { ...call, tries: call.tries + 1, triedAt, state: recognised ? call.state : 'unknown' },
    };
  });
  if (!mine || after === undefined) return;
  if (recognised) await callProvider(parts, id, call.tries + 1);
  else await tellOfUnknown(parts, id, after);
}

function isOpenCall({ state }: PayoutCall): boolean {
  return state === 'intended' || state === 'unknown';
}
