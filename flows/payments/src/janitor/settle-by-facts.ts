import type { PaymentState, ProviderCall } from '../model/payment.ts';
import { minorOf } from '../model/stored.ts';
import { standingOf } from '../standing/payment-standing.ts';

/** So long after a call the provider's own word on the payment counts as its outcome. */
const settledAfterMs = 3_600_000;

/**
 * Settles a call that may have happened and cannot be repeated, by what the provider said of the payment afterwards.
 * Undefined when that says nothing: then a person has to look.
 */
export function settledByFacts(
  state: PaymentState,
  call: ProviderCall,
  { final, now }: { readonly final: boolean; readonly now: number },
): 'done' | 'not_made' | undefined {
  const stands = standingOf(state).attempts.find(({ number }) => number === call.attempt);
  if (stands === undefined) return undefined;
  const old = now - Date.parse(call.startedAt) >= settledAfterMs;
  const { captures, voided, progress } = stands.facts;
  switch (call.kind) {
    case 'createCheckout':
      // Facts of it came: it is there.
      return progress !== undefined || captures.size > 0 ? 'done' : undefined;
    case 'confirm':
      if (captures.size > 0 || stands.facts.authorizations.size > 0) return 'done';
      return old && final ? 'not_made' : undefined;
    case 'capture':
      if (stands.captured >= capturedBy(state, call)) return 'done';
      return old && (stands.authorized > 0n || final) ? 'not_made' : undefined;
    case 'void':
      if (voided.size > 0 || progress?.fact === 'cancelled' || progress?.fact === 'expired') return 'done';
      return old && (captures.size > 0 || final) ? 'not_made' : undefined;
    case 'refund':
      return [...stands.facts.refunds.values()].some(({ reference }) => reference?.endsWith(`-${call.id}`))
        ? 'done'
        : undefined;
  }
}

/** What must have been captured in all for this call to have happened. */
function capturedBy({ calls }: PaymentState, call: ProviderCall): bigint {
  return calls
    .filter((each) => each.kind === 'capture' && each.attempt === call.attempt)
    .filter((each) => each.id === call.id || each.state === 'done')
    .reduce((sum, { amount }) => sum + (amount === null ? 0n : minorOf(amount)), 0n);
}
