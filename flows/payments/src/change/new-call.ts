import type { CallKind, ProviderCall } from '../model/payment.ts';

export type NewCall = Pick<ProviderCall, 'kind' | 'attempt' | 'by'> &
  Partial<Pick<ProviderCall, 'amount' | 'final' | 'movementRef' | 'reason' | 'requestKey' | 'requestHash'>> & {
    readonly now: number;
  };

const letters: { readonly [Kind in CallKind]: string } = {
  createCheckout: 'o',
  confirm: 'k',
  capture: 'c',
  void: 'v',
  refund: 'r',
};

/**
 * A call that is about to be made, with a key that is its own for ever: it follows from the payment's id and the call's,
 * so that no repetition can bring another. At most 38 characters, which every provider takes.
 */
export function newCall(paymentId: string, calls: readonly ProviderCall[], { now, ...call }: NewCall): ProviderCall {
  const id = `${letters[call.kind]}${calls.filter(({ kind }) => kind === call.kind).length + 1}`;
  const at = new Date(now).toISOString();
  return {
    amount: null,
    final: false,
    movementRef: null,
    reason: null,
    requestKey: null,
    ...call,
    id,
    key: `${paymentId.replaceAll('-', '')}-${id}`,
    state: 'intended',
    ref: null,
    problem: null,
    startedAt: at,
    triedAt: at,
    settledAt: null,
  };
}
