import { decide, type Decision } from '../decide/decide.ts';
import type { ReasonCode } from '../decide/reasons.ts';
import { type MakeEvent, signalEvent, type SignalEventType } from '../events.ts';
import type { ChannelPolicy } from '../model/parser.ts';
import { freshStanding, type SignalState, type SignalStatus, withHistory } from '../model/signal.ts';
import type { Change } from '@fairlead/core/flow-api';
import type { Facts } from './gather-facts.ts';
import type { SignalIn } from './signal-in.ts';

export interface Settling {
  readonly id: string;
  readonly found: SignalIn;
  readonly policy: ChannelPolicy;
  readonly facts: Facts;
  readonly flooded: boolean;
  readonly concerns: readonly ReasonCode[];
  readonly event: MakeEvent;
  /** Told before what was decided. */
  readonly first: SignalEventType | undefined;
}

const statusOf = { publish: 'published', review: 'review', reject: 'rejected' } as const;
const told = { published: 'signal.published', review: 'signal.review_requested', rejected: 'signal.rejected' } as const;

/** Puts what was read where it belongs: published, in review, refused, or waiting for a model. */
export function settleSignal(before: SignalState, settling: Settling): Change<SignalState> {
  const { id, found, policy, facts, event, first } = settling;
  const decision = decisionFor(before, settling);
  const waits = found.isWaiting && decision.outcome !== 'reject';
  const status: SignalStatus = waits ? 'parsed' : statusOf[decision.outcome];
  const isPublished = status === 'published';
  const state: SignalState = {
    ...before,
    status,
    signal: found.signal,
    said: found.signal,
    confidence: found.confidence,
    readBy: found.readBy,
    reasons: decision.reasons,
    duplicateOf: facts.duplicateOf,
    settledBy: 'rules',
    publications: before.publications + (isPublished ? 1 : 0),
    publishedAt: isPublished ? facts.now : before.publishedAt,
    autoPublishedAt: isPublished ? facts.now : before.autoPublishedAt,
    standing: isPublished ? freshStanding(found.signal) : null,
    expiresAt: expiryOf(status, policy, facts.now),
    history: withHistory(before, { at: facts.now, by: 'rules', what: status, details: codesOf(decision) }),
  };
  const types: SignalEventType[] = first === undefined ? [] : [first];
  const isNew = first === 'signal.parsed' || before.status !== status;
  if (isNew && status in told) types.push(told[status as keyof typeof told]);
  return { state, events: types.map((type) => signalEvent(event, type, { id, state, by: 'rules' })) };
}

function decisionFor(before: SignalState, { found, policy, facts, flooded, concerns }: Settling): Decision {
  return decide({
    signal: found.signal,
    confidence: found.confidence,
    readBy: found.readBy,
    unsettled: found.unsettled,
    policy,
    flooded,
    ...facts,
    sentAt: before.sentAt ?? before.at,
    concerns: [...found.concerns, ...concerns],
  });
}

/** When a signal in this state expires by itself; null for never. */
export function expiryOf(status: SignalStatus, policy: ChannelPolicy, now: number): number | null {
  if (status === 'parsed' || status === 'review') return now + policy.reviewMinutes * 60_000;
  return status === 'published' ? now + policy.publishedMinutes * 60_000 : null;
}

function codesOf({ reasons }: Decision): string {
  return reasons.map(({ code }) => code).join(', ');
}
