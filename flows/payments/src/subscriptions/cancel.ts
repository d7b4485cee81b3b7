import { HubError } from '@fairlead/core/flow-api';
import { isFairleadError, paymentGateway } from '@fairlead/sdk';
import { cancelMayTakeMs, isOpenCancel, paymentsToClose } from './due.ts';
import { closePayments } from './follow-payments.ts';
import { type End, leadingSide, learn } from './known.ts';
import { moment, optionalMoment } from './moments.ts';
import { standingAt } from './standing.ts';
import { type CancelCall, providerOf, type SubscriptionState } from './subscription.ts';
import type { SubscriptionChange, Subscriptions } from './subscriptions.ts';

export interface CancelWish {
  readonly when: CancelCall['when'];
  readonly by: string;
}

const unknownCode = 'subscription_cancel_unknown';
/** Tries after which a person is told. */
const triesBeforeTelling = 3;

/**
 * Ends a subscription. The hub's own simply ends; a provider's is ended by the provider, by a call that is committed
 * before it is made. Repeating it is harmless: what has ended stays so, and an open call goes on with its key.
 * @throws HubError `not_found`, `conflict` when the provider has not told yet what it calls the subscription
 */
export async function cancelSubscription(
  parts: Subscriptions,
  id: string,
  wish: CancelWish,
): Promise<SubscriptionState> {
  const { clock } = parts.tools.services;
  let open: CancelCall | undefined;
  const state = await parts.change(id, (before) => {
    const now = clock.now();
    const standing = standingAt(before.known, before.terms, now);
    open = undefined;
    if (standing.status === 'cancelled' || standing.status === 'expired') return before;
    if (wish.when === 'period_end' && standing.cancelsAt !== null) return before;
    if (before.terms.billing === 'hub' || standing.status === 'pending') return withEnd(before, wish, now);
    open = before.cancels.find((call) => isOpenCancel(call) && call.when === wish.when);
    if (open !== undefined && now - Date.parse(open.triedAt) < cancelMayTakeMs) {
      throw new HubError('conflict', { detail: 'The provider is being asked to end it at this moment.' });
    }
    if (open !== undefined) return before;
    if (providerOf(before) === undefined) {
      throw new HubError('conflict', { detail: 'The provider has not told yet what it calls this subscription.' });
    }
    open = newCancel(id, before, wish, now);
    return { ...before, cancels: [...before.cancels, open] };
  });
  if (state === undefined) throw new HubError('not_found', { detail: 'There is no such subscription.' });
  const after = open === undefined ? state : await performCancel(parts, id, open, true);
  const standing = standingAt(after.known, after.terms, clock.now());
  await closePayments(parts, id, paymentsToClose(id, after, standing));
  return after;
}

function withEnd(before: SubscriptionState, { when, by }: CancelWish, now: number): SubscriptionChange {
  const endsAt = when === 'now' ? moment(now) : (before.currentPeriodEnd ?? moment(now));
  const what: End = { when, at: moment(now), endsAt, by };
  return { ...before, known: learn(before.known, { of: 'end', what }) };
}

function newCancel(id: string, { cancels }: SubscriptionState, { when, by }: CancelWish, now: number): CancelCall {
  const number = cancels.length + 1;
  const at = moment(now);
  return {
    id: `x${number}`,
    key: `${id.replaceAll('-', '')}-x${number}`,
    when,
    state: 'intended',
    problem: null,
    tries: 0,
    startedAt: at,
    triedAt: at,
    by,
  };
}

/**
 * Asks the provider to end it. Always with the call's own key, and ending twice ends no more: so it is asked again until
 * it answers. That it is tried is committed first; of two who try at once one gives way.
 */
export async function performCancel(
  parts: Subscriptions,
  id: string,
  call: CancelCall,
  fresh = false,
): Promise<SubscriptionState> {
  const { clock } = parts.tools.services;
  let mine = false;
  const before = await parts.change(id, (state) => {
    const now = state.cancels.find((each) => each.id === call.id);
    mine = now?.tries === call.tries && isOpenCancel(now);
    if (!mine) return state;
    return withCall(state, { ...call, tries: call.tries + 1, triedAt: moment(clock.now()) });
  });
  if (before === undefined) throw new HubError('not_found', { detail: 'There is no such subscription.' });
  if (!mine) return before;
  const settled = await askProvider(parts, before, call, fresh);
  const after = await parts.change(id, (state) => {
    const current = state.cancels.find((each) => each.id === call.id);
    if (current === undefined || !isOpenCancel(current)) return state;
    const told = withCall(state, { ...current, state: settled.state, problem: settled.problem });
    if (settled.end === undefined) return told;
    return { ...told, known: learn(told.known, { of: 'end', what: { ...settled.end, by: call.by } }) };
  });
  await tell(parts, id, settled.state, call.tries + 1);
  return after ?? before;
}

interface Settled {
  readonly state: Exclude<CancelCall['state'], 'intended'>;
  readonly problem: CancelCall['problem'];
  readonly end?: Omit<End, 'by'>;
}

async function askProvider(
  { tools }: Subscriptions,
  subscription: SubscriptionState,
  { key, when, state }: CancelCall,
  fresh: boolean,
): Promise<Settled> {
  const { guard, clock, signal } = tools.services;
  const provider = providerOf(subscription);
  if (provider === undefined || leadingSide(subscription.known).word?.status === 'cancelled')
    return { state: 'done', problem: null };
  try {
    const input = { subscriptionRef: provider.subscriptionRef, when };
    const options = { idempotencyKey: key, signal };
    const answer = await guard.invoke(provider.connectionId, paymentGateway.cancelSubscription, input, options);
    if (answer.outcome === 'declined') {
      const { reason, message = 'The provider gave no reason.' } = answer;
      return { state: 'declined', problem: { code: reason, text: message } };
    }
    const at = moment(clock.now());
    const planned = when === 'now' ? at : subscription.currentPeriodEnd;
    return {
      state: 'done',
      problem: null,
      end: {
        when: answer.status === 'cancelled' ? 'now' : when,
        at,
        endsAt: optionalMoment(answer.endsAt) ?? planned ?? at,
      },
    };
  } catch (error) {
    if (!isFairleadError(error) || error.class === 'cancelled') throw error;
    const problem = { code: error.code, text: error.message.slice(0, 500) };
    // One that was tried before may have happened then; only an answer settles it.
    const unsure = error.class === 'outcome_unknown' || ((!fresh || state === 'unknown') && error.class !== 'rejected');
    return { state: unsure ? 'unknown' : 'not_made', problem };
  }
}

function withCall(state: SubscriptionState, call: CancelCall): SubscriptionChange {
  return { ...state, cancels: state.cancels.map((each) => (each.id === call.id ? call : each)) };
}

async function tell({ tools }: Subscriptions, id: string, state: CancelCall['state'], tries: number): Promise<void> {
  const { incidents } = tools.services;
  const subject = { kind: 'subscription', id };
  if (state !== 'unknown') return incidents.resolve(subject, unknownCode);
  if (tries < triesBeforeTelling) return;
  await incidents.raise({
    subject,
    code: unknownCode,
    severity: 'error',
    title: 'It is not known whether the provider ended a subscription.',
    detail: 'The hub goes on asking. Look at the provider’s own page, since it may bill the customer again.',
  });
}
