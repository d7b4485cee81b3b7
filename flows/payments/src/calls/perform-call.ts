import { FairleadError, isFairleadError, type Operation, paymentGateway } from '@fairlead/sdk';
import { evidenceOf, withEvidence } from '../evidence/add-evidence.ts';
import { type Attempt, type CallKind, type PaymentState, type ProviderCall } from '../model/payment.ts';
import { rememberRef } from '../receive/provider-refs.ts';
import type { PaymentTools } from '../tools.ts';
import { callers } from './callers.ts';
import type { CallOutcome } from './outcome.ts';

/** The operation that each kind of call is. */
export const operationOf: { readonly [Kind in CallKind]: Operation } = {
  createCheckout: paymentGateway.createCheckout,
  confirm: paymentGateway.confirm,
  capture: paymentGateway.capture,
  void: paymentGateway.void,
  refund: paymentGateway.refund,
};

export interface CallCircumstances {
  /** What is committed together with the outcome. */
  readonly and?: (state: PaymentState, outcome: CallOutcome) => PaymentState;
  /**
   * True where a try may have been broken off before: then only an answer can say that it did not happen. A call whose
   * `triedAt` was moved, or that is `unknown`, counts as tried in any case. Default false.
   */
  readonly again?: boolean;
  /** The payment, where it was committed with this call a moment ago; it is not read then. */
  readonly known?: PaymentState;
}

/**
 * Makes a call that was committed before, and commits what came of it. Repeating it is as harmless as the provider's
 * memory of keys makes it: see `mayRepeat`. A call that has ended is not made again.
 * @returns the payment after it
 * @throws FairleadError `cancelled` when the hub stops: the call stays open, and the janitor takes it up
 */
export async function performCall(
  tools: PaymentTools,
  paymentId: string,
  callId: string,
  { and = (state) => state, again = false, known }: CallCircumstances = {},
): Promise<PaymentState> {
  const state = known ?? (await tools.payments.get(paymentId))?.state;
  const call = state?.calls.find(({ id }) => id === callId);
  const attempt = state?.attempts.find(({ number }) => number === call?.attempt);
  if (state === undefined || call === undefined || attempt === undefined) {
    throw new TypeError(`Payment ${paymentId} has no call ${callId}.`);
  }
  if (call.state !== 'intended' && call.state !== 'unknown') return state;
  const tried = again || call.state === 'unknown' || call.triedAt !== call.startedAt;
  const outcome = await outcomeOf(tools, { paymentId, state, call, attempt, tried });
  if (call.kind === 'createCheckout' && outcome.ref !== undefined) {
    await rememberRef(tools, attempt.connectionId, outcome.ref, { paymentId, attempt: attempt.number });
  }
  const after = await tools.change(paymentId, (current) => {
    const settled = withOutcome(current, { callId, outcome, now: tools.services.clock.now() });
    return settled === undefined ? undefined : and(settled, outcome);
  });
  return after ?? state;
}

async function outcomeOf(
  tools: PaymentTools,
  parts: { paymentId: string; state: PaymentState; call: ProviderCall; attempt: Attempt; tried: boolean },
): Promise<CallOutcome> {
  try {
    return await callers[parts.call.kind](tools.services, parts);
  } catch (error) {
    if (!isFairleadError(error) || error.class === 'cancelled') throw error;
    const problem = { code: error.code, text: error.message.slice(0, 500) };
    if (error.class === 'outcome_unknown') return { state: 'unknown', problem };
    // A call that was tried before may have happened then; only an answer settles it.
    return { state: parts.tried && !isAnswer(error) ? 'unknown' : 'not_made', problem };
  }
}

/** That the key belongs to another request says that a try came through, and not what became of it. */
function isAnswer(error: FairleadError): boolean {
  return error.class === 'rejected' && error.code !== 'idempotency_conflict';
}

/** A call of which the hub learns later that it was done already is left as it is. */
export function withOutcome(
  state: PaymentState,
  { callId, outcome, now }: { readonly callId: string; readonly outcome: CallOutcome; readonly now: number },
): PaymentState | undefined {
  const call = state.calls.find(({ id }) => id === callId);
  const attempt = state.attempts.find(({ number }) => number === call?.attempt);
  if (call === undefined || attempt === undefined) throw new FairleadError('input_invalid');
  if (call.state !== 'intended' && call.state !== 'unknown') return undefined;
  const source = { connectionId: attempt.connectionId, attempt: attempt.number, now };
  const evidence = [
    ...(outcome.events ?? []).map((event) => evidenceOf(event, { ...source, via: 'status' })),
    ...(outcome.untimed ?? []).map((event) => evidenceOf(event, { ...source, via: 'answer' })),
  ];
  const settled: ProviderCall = {
    ...call,
    state: outcome.state,
    problem: outcome.problem ?? null,
    ref: outcome.ref ?? call.ref,
    settledAt: outcome.state === 'unknown' ? null : new Date(now).toISOString(),
  };
  return withEvidence(
    {
      ...state,
      calls: state.calls.map((each) => (each.id === callId ? settled : each)),
      attempts: state.attempts.map((each) => (each.number === attempt.number ? opened(each, call, outcome) : each)),
    },
    evidence,
  );
}

function opened(attempt: Attempt, { kind }: ProviderCall, outcome: CallOutcome): Attempt {
  if (kind !== 'createCheckout' || outcome.ref === undefined) return attempt;
  return {
    ...attempt,
    providerRef: outcome.ref,
    redirectUrl: outcome.redirectUrl ?? null,
    checkoutExpiresAt: outcome.checkoutExpiresAt ?? null,
  };
}
