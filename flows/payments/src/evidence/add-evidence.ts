import type { PaymentEvent } from '@fairlead/sdk';
import type { Evidence, PaymentState, ProviderEvidence } from '../model/payment.ts';
import { toStored } from '../model/stored.ts';

export interface EvidenceSource {
  readonly connectionId: string;
  readonly attempt: number;
  readonly via: ProviderEvidence['via'];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A provider's event as evidence for an attempt. */
export function evidenceOf(event: PaymentEvent, { connectionId, attempt, via, now }: EvidenceSource): ProviderEvidence {
  return {
    from: 'provider',
    key: `${connectionId}:${event.dedupeKey}`,
    attempt,
    via,
    type: event.type,
    occurredAt: event.occurredAt,
    recordedAt: new Date(now).toISOString(),
    fact: toStored(event.evidence),
  };
}

/** Adds what is not there yet, each key once. The same state when there is nothing new. */
export function withEvidence<State extends Pick<PaymentState, 'evidence'>>(
  state: State,
  more: readonly Evidence[],
): State {
  const seen = new Set(state.evidence.map(({ key }) => key));
  const fresh = more.filter(({ key }) => {
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return fresh.length === 0 ? state : { ...state, evidence: [...state.evidence, ...fresh] };
}
