import { newCall } from '../change/new-call.ts';
import type { Attempt, PaymentState } from '../model/payment.ts';
import { moneyOf, toStored } from '../model/stored.ts';
import { chargeFor, totalFor } from '../routing/charge.ts';
import type { Gateway } from '../routing/choose.ts';

export interface AttemptStart {
  readonly paymentId: string;
  readonly gateway: Gateway;
  readonly now: number;
  readonly by: string;
}

/** Adds an attempt with a gateway and the call that opens its checkout, to be committed before the call is made. */
export function withAttempt<State extends Pick<PaymentState, 'intent' | 'attempts' | 'calls'>>(
  state: State,
  { paymentId, gateway, now, by }: AttemptStart,
): State {
  const amount = moneyOf(state.intent.amount);
  const attempt: Attempt = {
    number: state.attempts.length + 1,
    connectionId: gateway.connection.id,
    asked: toStored(totalFor(amount, gateway.terms)),
    charge: toStored(chargeFor(amount, gateway.terms)),
    chargePaidBy: gateway.terms.chargePaidBy,
    createdAt: new Date(now).toISOString(),
    providerRef: null,
    redirectUrl: null,
    checkoutExpiresAt: null,
  };
  const call = newCall(paymentId, state.calls, { kind: 'createCheckout', attempt: attempt.number, by, now });
  return { ...state, attempts: [...state.attempts, attempt], calls: [...state.calls, call] };
}
