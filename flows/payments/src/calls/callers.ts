import { FairleadError, type Money, type PaymentEvent, paymentGateway } from '@fairlead/sdk';
import {
  type Attempt,
  attemptReferenceOf,
  type CallKind,
  type PaymentState,
  type ProviderCall,
  refundReferenceOf,
} from '../model/payment.ts';
import { moneyOf } from '../model/stored.ts';
import type { PaymentTools } from '../tools.ts';
import type { CallOutcome } from './outcome.ts';

interface CallParts {
  readonly paymentId: string;
  readonly state: PaymentState;
  readonly call: ProviderCall;
  readonly attempt: Attempt;
}

type Services = PaymentTools['services'];
type Caller = (services: Services, parts: CallParts) => Promise<CallOutcome>;

/** What each kind of call asks the provider for, and how its answer is read. Errors are the guard's. */
export const callers: { readonly [Kind in CallKind]: Caller } = {
  async createCheckout({ guard, publicUrl, signal }, { paymentId, state, call, attempt }) {
    const { intent, checkoutToken } = state;
    const page = `${publicUrl()}/pay/${checkoutToken}`;
    const input = {
      reference: attemptReferenceOf(paymentId, attempt.number),
      amount: moneyOf(attempt.asked),
      capture: intent.capture,
      ...(intent.description === null ? {} : { description: intent.description }),
      ...(intent.customer === null ? {} : { customer: intent.customer }),
      returnUrl: `${page}/return`,
      cancelUrl: `${page}/cancel`,
      expiresAt: intent.expiresAt,
      ...subscriptionOf(state),
      ...(Object.keys(intent.metadata).length === 0 ? {} : { metadata: intent.metadata }),
    };
    const options = { idempotencyKey: call.key, signal };
    const answer = await guard.invoke(attempt.connectionId, paymentGateway.createCheckout, input, options);
    if (answer.outcome !== 'created') return { state: answer.outcome, problem: refusalOf(answer) };
    const { providerRef, redirectUrl, expiresAt } = answer;
    return {
      state: 'done',
      ref: providerRef,
      redirectUrl,
      ...(expiresAt === undefined ? {} : { checkoutExpiresAt: expiresAt }),
    };
  },

  async confirm({ guard, signal }, { state, call, attempt }) {
    const input = { providerRef: refOf(attempt), capture: state.intent.capture };
    const options = { idempotencyKey: call.key, signal };
    const answer = await guard.invoke(attempt.connectionId, paymentGateway.confirm, input, options);
    if (answer.outcome === 'declined') return { state: 'declined', problem: refusalOf(answer) };
    return { state: 'done', events: answer.events };
  },

  async capture({ guard, clock, signal }, { call, attempt }) {
    const input = { providerRef: refOf(attempt), amount: amountOf(call), final: call.final };
    const options = { idempotencyKey: call.key, signal };
    const answer = await guard.invoke(attempt.connectionId, paymentGateway.capture, input, options);
    if (answer.outcome === 'declined') return { state: 'declined', problem: refusalOf(answer) };
    const { movementRef, amount, fee } = answer;
    const evidence =
      answer.outcome === 'pending'
        ? ({ fact: 'processing' } as const)
        : ({
            fact: 'captured',
            movementRef,
            amount,
            final: call.final,
            ...(fee === undefined ? {} : { fee }),
          } as const);
    return { state: 'done', ref: movementRef, untimed: [answered(call, attempt, evidence, clock.now())] };
  },

  async void({ guard, signal }, { call, attempt }) {
    const options = { idempotencyKey: call.key, signal };
    const answer = await guard.invoke(
      attempt.connectionId,
      paymentGateway.void,
      { providerRef: refOf(attempt) },
      options,
    );
    return answer.outcome === 'succeeded' ? { state: 'done' } : { state: 'declined', problem: refusalOf(answer) };
  },

  async refund({ guard, clock, signal }, { paymentId, call, attempt }) {
    const reference = refundReferenceOf(paymentId, call.id);
    const input = {
      providerRef: refOf(attempt),
      ...(call.movementRef === null ? {} : { movementRef: call.movementRef }),
      amount: amountOf(call),
      reference,
      ...(call.reason === null ? {} : { reason: call.reason }),
    };
    const options = { idempotencyKey: call.key, signal };
    const answer = await guard.invoke(attempt.connectionId, paymentGateway.refund, input, options);
    if (answer.outcome === 'declined') return { state: 'declined', problem: refusalOf(answer) };
    const { refundRef, amount, status } = answer.refund;
    const evidence = { fact: 'refund', refundRef, reference, amount, status } as const;
    return { state: 'done', ref: refundRef, untimed: [answered(call, attempt, evidence, clock.now())] };
  },
};

function subscriptionOf({ intent: { subscription } }: PaymentState) {
  if (subscription?.billing !== 'provider') return {};
  const { every, unit, name } = subscription;
  return { subscription: { every, unit, name } };
}

function refOf({ providerRef }: Attempt): string {
  if (providerRef !== null) return providerRef;
  throw new FairleadError('input_invalid', { message: 'The provider knows nothing of this attempt yet.' });
}

function amountOf({ amount }: ProviderCall): Money {
  if (amount !== null) return moneyOf(amount);
  throw new FairleadError('input_invalid', { message: 'The call has no amount.' });
}

interface Refusal {
  readonly outcome: string;
  readonly reason?: string;
  readonly vendorCode?: string;
  readonly message?: string;
}

function refusalOf({ outcome, reason = outcome, vendorCode, message }: Refusal) {
  const text = [message, vendorCode === undefined ? undefined : `(${vendorCode})`].filter((part) => part !== undefined);
  return { code: reason, text: text.join(' ') || 'The provider gave no reason.' };
}

/** An answer as an event; the key is the call's, so that the answer counts once however often it is given. */
function answered(call: ProviderCall, attempt: Attempt, evidence: PaymentEvent['evidence'], now: number): PaymentEvent {
  return {
    dedupeKey: `answer:${call.id}:${'status' in evidence ? evidence.status : evidence.fact}`,
    type: `answer.${call.kind}`,
    providerRef: attempt.providerRef,
    occurredAt: new Date(now).toISOString(),
    evidence,
  };
}
