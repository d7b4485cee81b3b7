import type { PaymentEvent } from '@fairlead/sdk';
import type { UnmatchedEvent } from '../collections.ts';
import { evidenceOf, withEvidence } from '../evidence/add-evidence.ts';
import { type PaymentState, parseAttemptReference, parseRefundReference } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';
import { ownerOf, rememberRef } from './provider-refs.ts';
import { keepUnmatched } from './unmatched.ts';

export interface ReceivedEvents {
  readonly connectionId: string;
  readonly via: 'webhook' | 'recovery' | 'status';
  readonly events: readonly PaymentEvent[];
  /** True for events that waited until their provider's id was written down: it is not written again. */
  readonly adopted?: boolean;
}

type Match =
  | { readonly paymentId: string; readonly attempt: number }
  | { readonly subscriptionId: string }
  | { readonly why: UnmatchedEvent['why'] };

/**
 * Takes a provider's events: each is added as evidence to the payment it belongs to, once, in one commit with all that
 * follows from it. Durable when it resolves; repeating it is harmless. What belongs to no payment is kept apart.
 */
export async function receiveEvents(tools: PaymentTools, received: ReceivedEvents): Promise<void> {
  const { connectionId, via, events, adopted = false } = received;
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
  for (const [paymentId, matched] of byPayment) await apply(tools, { connectionId, via, adopted, paymentId, matched });
}

async function apply(
  tools: PaymentTools,
  {
    connectionId,
    via,
    adopted,
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
    if (adopted !== true && event.providerRef !== null && event.providerRef !== known) {
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

/**
 * What moves money of one period of a subscription carries the names of the whole along: a refund that the hub began is
 * told by its own reference, an invoice that is taken back by the invoice's id.
 */
async function matchOfPart(
  tools: PaymentTools,
  connectionId: string,
  { evidence }: PaymentEvent,
): Promise<Match | undefined> {
  if (evidence.fact === 'reversed') {
    const owner = await ownerOf(tools, connectionId, evidence.movementRef);
    return owner !== undefined && 'paymentId' in owner ? owner : undefined;
  }
  const named = evidence.fact === 'refund' ? parseRefundReference(evidence.reference) : undefined;
  if (named === undefined) return undefined;
  const payment = (await tools.payments.get(named.paymentId))?.state;
  const call = payment?.calls.find(({ id }) => id === named.callId);
  const attempt = payment?.attempts.find(({ number }) => number === call?.attempt);
  if (attempt?.connectionId !== connectionId) return undefined;
  return { paymentId: named.paymentId, attempt: attempt.number };
}

/** The first period of a subscription is the payment that began it. */
async function ownerOfFirstInvoice(
  tools: PaymentTools,
  connectionId: string,
  { evidence }: PaymentEvent,
): Promise<Match | undefined> {
  if (evidence.fact !== 'invoice_paid') return undefined;
  const owner = await ownerOf(tools, connectionId, evidence.subscriptionRef);
  if (owner === undefined || !('subscriptionId' in owner)) return undefined;
  return { paymentId: owner.subscriptionId, attempt: owner.attempt ?? 1 };
}

/** By the hub's reference where the provider carries it along, else by the provider's own id. */
async function matchOf(tools: PaymentTools, connectionId: string, event: PaymentEvent): Promise<Match> {
  const part = await matchOfPart(tools, connectionId, event);
  if (part !== undefined) return part;
  const named = event.reference === undefined ? undefined : parseAttemptReference(event.reference);
  if (named !== undefined) {
    const attempts = (await tools.payments.get(named.paymentId))?.state.attempts;
    const attempt = attempts?.find(({ number }) => number === named.attempt);
    if (attempt?.connectionId === connectionId) return named;
    if (attempt !== undefined) return { why: 'other_connection' };
    return { why: attempts === undefined ? 'unknown_payment' : 'unknown_attempt' };
  }
  const owner = event.providerRef === null ? undefined : await ownerOf(tools, connectionId, event.providerRef);
  return owner ?? (await ownerOfFirstInvoice(tools, connectionId, event)) ?? { why: 'unknown_payment' };
}
