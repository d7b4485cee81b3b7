import type { OperationSupport } from '@fairlead/core/flow-api';
import { paymentGateway } from '@fairlead/sdk';
import { operationOf, performCall } from '../calls/perform-call.ts';
import { callMayTakeMs, isOpen } from '../change/next-look.ts';
import type { PaymentState, ProviderCall } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';

/** Left between the end of a key's life and the last repetition: clocks differ, and a call takes its time. */
const keyMarginMs = 600_000;

/** Calls of a payment that may have happened, and of which nobody waits for the answer any more. */
export function openCalls(state: PaymentState, now: number): readonly ProviderCall[] {
  return state.calls.filter((call) => isOpen(call) && now - Date.parse(call.triedAt) >= callMayTakeMs);
}

/**
 * Whether the provider would recognise a repetition: it remembers keys, and still this one. Where it does not, only its
 * facts or a person can settle the call.
 */
export function mayRepeat(call: ProviderCall, support: OperationSupport | undefined, now: number): boolean {
  if (support === undefined || support.dedupe !== undefined) return false;
  const age = now - Date.parse(call.startedAt);
  return support.keyLifetimeMs === undefined || age < support.keyLifetimeMs - keyMarginMs;
}

/**
 * Makes an open call once more with the same key, where that is harmless. That it is tried is committed first, so that of
 * two who try at once one gives way. @returns false when it may not be repeated
 */
export async function repeatCall(tools: PaymentTools, paymentId: string, call: ProviderCall): Promise<boolean> {
  const { clock, connections } = tools.services;
  const state = (await tools.payments.get(paymentId))?.state;
  const attempt = state?.attempts.find(({ number }) => number === call.attempt);
  const connection = attempt === undefined ? undefined : await connections.get(attempt.connectionId);
  const support = connection?.support[paymentGateway.id]?.[operationOf[call.kind].name];
  const now = clock.now();
  if (!mayRepeat(call, support, now)) return false;
  let mine = false;
  await tools.change(paymentId, (current) => {
    mine = current.calls.some(
      ({ id, triedAt, state: stands }) => id === call.id && triedAt === call.triedAt && stands === call.state,
    );
    if (!mine) return undefined;
    const tried = { ...call, triedAt: new Date(now).toISOString() };
    return { ...current, calls: current.calls.map((each) => (each.id === call.id ? tried : each)) };
  });
  if (mine) await performCall(tools, paymentId, call.id);
  return true;
}
