import { type Actor, HubError } from '@fairlead/core/flow-api';
import { performCall } from '../calls/perform-call.ts';
import { type NewCall, newCall } from '../change/new-call.ts';
import { callMayTakeMs } from '../change/next-look.ts';
import { hashOf } from '../collections.ts';
import type { PaymentState, ProviderCall } from '../model/payment.ts';
import { type Standing, standingOf } from '../standing/payment-standing.ts';
import type { PaymentTools } from '../tools.ts';

export interface ActRequest {
  readonly paymentId: string;
  /** What is asked for, as it was sent: the same key with another is a mistake of the caller's. */
  readonly asked: readonly (string | null)[];
  readonly idempotencyKey: string | undefined;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
}

export interface Acted {
  readonly state: PaymentState;
  readonly call: ProviderCall;
}

/** What a request asks for, worked out from the payment as it is. @throws HubError `conflict` for what cannot be */
export type Plan = (
  state: PaymentState,
  standing: Standing,
) => Omit<NewCall, 'now' | 'by' | 'requestKey' | 'requestHash'>;

/**
 * Commits a call that somebody asked for, then makes it. The same key finds the call that was made for it, whatever
 * became of that; without a key each request is a call of its own.
 * @throws HubError `not_found`, `conflict`, `idempotency_in_flight`, `idempotency_key_reused`
 */
export async function actOnPayment(
  tools: PaymentTools,
  { paymentId, asked, idempotencyKey, actor }: ActRequest,
  plan: Plan,
): Promise<Acted> {
  const by = `${actor.kind}:${actor.id}`;
  const requestKey = idempotencyKey === undefined ? null : hashOf(by, idempotencyKey);
  const request = { requestKey, requestHash: requestKey === null ? null : hashOf(...asked) };
  let planned: ProviderCall | undefined;
  let before: ProviderCall | undefined;
  const now = tools.services.clock.now();
  const state = await tools.change(paymentId, (current) => {
    [planned, before] = [undefined, undefined];
    before = requestKey === null ? undefined : current.calls.find((call) => call.requestKey === requestKey);
    if (before !== undefined) return undefined;
    planned = newCall(paymentId, current.calls, { ...plan(current, standingOf(current)), ...request, by, now });
    return { ...current, calls: [...current.calls, planned] };
  });
  if (state === undefined) throw new HubError('not_found', { detail: 'There is no such payment.' });
  if (before !== undefined) return repeated(state, before, { now, requestHash: request.requestHash });
  const callId = (planned as ProviderCall | undefined)?.id ?? '';
  const after = await performCall(tools, paymentId, callId);
  return { state: after, call: callOf(after, callId) };
}

function repeated(
  state: PaymentState,
  call: ProviderCall,
  { now, requestHash }: { readonly now: number; readonly requestHash: string | null },
): Acted {
  if ((call.requestHash ?? requestHash) !== requestHash) throw new HubError('idempotency_key_reused');
  if (call.state === 'intended' && now - Date.parse(call.triedAt) < callMayTakeMs) {
    throw new HubError('idempotency_in_flight', { retryAfterMs: 1_000 });
  }
  return { state, call };
}

function callOf(state: PaymentState, callId: string): ProviderCall {
  const call = state.calls.find(({ id }) => id === callId);
  if (call === undefined) throw new TypeError(`The payment lost its call ${callId}.`);
  return call;
}
