import { performCall } from '../calls/perform-call.ts';
import type { CallOutcome } from '../calls/outcome.ts';
import type { PaymentState } from '../model/payment.ts';
import type { Gateway } from '../routing/choose.ts';
import { standingOf } from '../standing/payment-standing.ts';
import type { PaymentTools } from '../tools.ts';
import { withAttempt } from './start-attempt.ts';

export interface OpenCheckout {
  readonly paymentId: string;
  /** As committed, with the attempt and the call that begin. */
  readonly state: PaymentState;
  /** Whom to ask when the first does not take it, best first. */
  readonly others: readonly Gateway[];
  readonly by: string;
}

/**
 * Opens the checkout of the newest attempt. Where the provider declines or does not try, or was surely not reached, the
 * next gateway is tried: its attempt is part of the same commit, so that nobody is told of a failure in between. An
 * outcome that is not known is never followed by another attempt.
 */
export async function openCheckout(
  tools: PaymentTools,
  { paymentId, state: first, others, by }: OpenCheckout,
): Promise<PaymentState> {
  let state = first;
  const waiting = [...others];
  for (;;) {
    // A call that follows from the same change may stand behind it.
    const call = state.calls.findLast(({ kind }) => kind === 'createCheckout');
    if (call?.state !== 'intended') return state;
    const next = waiting.shift();
    const and = (after: PaymentState, outcome: CallOutcome) =>
      next === undefined || !mayTryNext(outcome) || !isWanted(after)
        ? after
        : withAttempt(after, { paymentId, gateway: next, now: tools.services.clock.now(), by });
    state = await performCall(tools, paymentId, call.id, { and, known: state });
  }
}

/** Cancelled, expired or paid elsewhere while the provider thought about it: then nobody else is asked. */
function isWanted(state: PaymentState): boolean {
  return standingOf(state).status === 'failed';
}

function mayTryNext({ state }: CallOutcome): boolean {
  return state === 'declined' || state === 'not_attempted' || state === 'not_made';
}
