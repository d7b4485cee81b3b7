import type { PaymentEvent } from '@fairlead/sdk';
import type { UnmatchedEvent } from '../collections.ts';
import { evidenceOf, withEvidence } from '../evidence/add-evidence.ts';
import { type PaymentState, parseAttemptReference } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';
import { ownerOf, rememberRef } from './provider-refs.ts';
import { keepUnmatched } from './unmatched.ts';

export interface ReceivedEvents {
  readonly connectionId: string;
  readonly via: 'webhook' | 'recovery' | 'status';
  readonly events: readonly PaymentEvent[];
}

type Match =
  | { readonly paymentId: string; readonly attempt: number }
  | { readonly subscriptionId: string }
  | { readonly why: UnmatchedEvent['why'] };

/**
 * Takes a provider's events: each is added as evidence to the payment it belongs to, once, in one commit with all that
 * follows from it. Durable when it resolves; repeating it is harmless. What belongs to no payment is kept apart.
 */
export async function receiveEvents(tools: PaymentTools, { connectionId, via, events }: ReceivedEvents): Promise<void> {
  const byPayment = new Map<string, { readonly attempt: number; readonly event: PaymentEvent }[]>();
  for (const event of events) {
    if (event.evidence.fact === 'none') continue;
    if (await tools.ownFacts(connectionId, event)) continue;
    const match = await matchOf(tools, connectionId, event);
    if ('paymentId' in match) {
      const { paymentId, attempt } = match;
      byPayment.set(paymentId, [...(byPayment.get(paymentId) ?? []), { attempt, event }]);
    } else if ('why' in match) {
      await keepUnmatched(tools, { connectionId, event, why: match.why, via: via === 'recovery' ? via : 'webhook' });
    }
  }
  for (const [paymentId, matched] of byPayment) await apply(tools, { connectionId, via, paymentId, matched });
}

async function apply(
  tools: PaymentTools,
  {
    connectionId,
    via,
    paymentId,
    matched,
  }: Omit<ReceivedEvents, 'events'> & {
    readonly paymentId: string;
    readonly matched: readonly { readonly attempt: number; readonly event: PaymentEvent }[];
  },
): Promise<void> {
  const now = tools.services.clock.now();
  const before = (await tools.payments.get(paymentId))?.state;
  for (const { attempt, event } of matched) {
    const known = before?.attempts.find(({ number }) => number === attempt)?.providerRef;
    // A later event may name the payment by this id alone.
    if (event.providerRef !== null && event.providerRef !== known) {
      await rememberRef(tools, connectionId, event.providerRef, { paymentId, attempt });
    }
  }
  const evidence = matched.map(({ attempt, event }) => evidenceOf(event, { connectionId, attempt, via, now }));
  await tools.change(paymentId, (state) => {
    const more = withEvidence(learnRefs(state, matched), evidence);
    return more === state ? undefined : more;
  });
}

/** The answer that named the provider's id was lost; an event names it too. */
function learnRefs(
  state: PaymentState,
  matched: readonly { readonly attempt: number; readonly event: PaymentEvent }[],
): PaymentState {
  const learnt = state.attempts.map((attempt) => {
    if (attempt.providerRef !== null) return attempt;
    const ref = matched.find((each) => each.attempt === attempt.number && each.event.providerRef !== null);
    return ref === undefined ? attempt : { ...attempt, providerRef: ref.event.providerRef };
  });
  return learnt.every((attempt, index) => attempt === state.attempts[index]) ? state : { ...state, attempts: learnt };
}

/** By the hub's reference where the provider carries it along, else by the provider's own id. */
async function matchOf(tools: PaymentTools, connectionId: string, event: PaymentEvent): Promise<Match> {
  const named = event.reference === undefined ? undefined : parseAttemptReference(event.reference);
  if (named !== undefined) {
    const attempts = (await tools.payments.get(named.paymentId))?.state.attempts;
    const attempt = attempts?.find(({ number }) => number === named.attempt);
    if (attempt?.connectionId === connectionId) return named;
    if (attempt !== undefined) return { why: 'other_connection' };
    return { why: attempts === undefined ? 'unknown_payment' : 'unknown_attempt' };
  }
  if (event.providerRef === null) return { why: 'unknown_payment' };
  return (await ownerOf(tools, connectionId, event.providerRef)) ?? { why: 'unknown_payment' };
}
