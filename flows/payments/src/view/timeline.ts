import { Type } from 'typebox';
import type { Evidence, PaymentState, ProviderCall } from '../model/payment.ts';

export const timelineEntry = Type.Object({
  /** By the hub's clock. */
  at: Type.String(),
  kind: Type.Enum(['created', 'call', 'fact', 'decision', 'ledger']),
  /** What happened, in a few words. */
  title: Type.String(),
  attempt: Type.Union([Type.Integer(), Type.Null()]),
  /** Who: an actor, `hub`, `provider`. */
  by: Type.String(),
  /** The provider's own time, where it told one. */
  occurredAt: Type.Union([Type.String(), Type.Null()]),
  details: Type.Record(Type.String(), Type.Unknown()),
});

/** Everything that happened to a payment, oldest first. */
export function timelineOf(state: PaymentState) {
  const created = {
    at: state.createdAt,
    kind: 'created' as const,
    title: 'The payment was created.',
    attempt: null,
    by: state.createdBy,
    occurredAt: null,
    details: { amount: state.intent.amount },
  };
  const ledger = state.ledger.map(({ id, key, at, lines }) => ({
    at,
    kind: 'ledger' as const,
    title: `Booked: ${key}.`,
    attempt: null,
    by: 'hub',
    occurredAt: null,
    details: { id, lines },
  }));
  return [created, ...state.calls.flatMap(callEntries), ...state.evidence.map(evidenceEntry), ...ledger].toSorted(
    (left, right) => left.at.localeCompare(right.at),
  );
}

const words = {
  createCheckout: 'Open a checkout',
  confirm: 'Confirm what the customer approved',
  capture: 'Capture',
  void: 'Void',
  refund: 'Refund',
} as const;

function callEntries({ id, kind, attempt, state, amount, problem, startedAt, settledAt, by, ref }: ProviderCall) {
  const entry = { kind: 'call' as const, attempt, by, occurredAt: null };
  const details = { call: id, ...(amount === null ? {} : { amount }), ...(ref === null ? {} : { ref }) };
  const begun = { ...entry, at: startedAt, title: `${words[kind]}: asked.`, details };
  if (state === 'intended') return [begun];
  const after = { ...details, state, ...(problem === null ? {} : { problem }) };
  return [begun, { ...entry, at: settledAt ?? startedAt, title: `${words[kind]}: ${state}.`, details: after }];
}

function evidenceEntry(evidence: Evidence) {
  if (evidence.from === 'provider') {
    const { recordedAt: at, occurredAt, attempt, fact, via, type } = evidence;
    const title = `The provider says: ${fact.fact}.`;
    return { at, kind: 'fact' as const, title, attempt, by: 'provider', occurredAt, details: { ...fact, via, type } };
  }
  const { from: _, key: __, kind, recordedAt: at, by, ...details } = evidence;
  return { at, kind: 'decision' as const, title: `${kind}.`, attempt: null, by, occurredAt: null, details };
}
