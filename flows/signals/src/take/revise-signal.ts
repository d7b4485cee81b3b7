import type { Change } from '@fairlead/core/flow-api';
import { applyActions } from '../decide/apply-actions.ts';
import { termsOf } from '../decide/levels.ts';
import { reason, type ReasonCode } from '../decide/reasons.ts';
import { type MakeEvent, signalEvent, updatedEvent } from '../events.ts';
import type { UpdateAction } from '../model/parse-result.ts';
import { markOf, type ReadingState } from '../model/reading.ts';
import { type SignalState, withHistory } from '../model/signal.ts';
import type { ChannelPolicy } from '../model/parser.ts';
import type { UpdateState } from '../model/update.ts';
import { editUpdateId } from '../model/ids.ts';
import type { Facts } from './gather-facts.ts';
import { expiryOf, settleSignal } from './settle-signal.ts';
import { evidenceAt, type SignalIn } from './signal-in.ts';

export interface Revising {
  readonly id: string;
  readonly reading: ReadingState;
  /** What the message says at this place now; undefined when there is nothing any more. */
  readonly found: SignalIn | undefined;
  readonly policy: ChannelPolicy;
  readonly facts: Facts;
  readonly event: MakeEvent;
}

export interface Revised extends Change<SignalState> {
  /** To be written first: what an edit asks of a signal that is published, or what a person has to look at. */
  readonly update?: { readonly id: string; readonly state: UpdateState };
  /** To be told to a person: the signal is being traded. */
  readonly alarm?: ReasonCode;
}

/** A signal after its message has changed, or a model has answered about it. */
export function reviseSignal(before: SignalState, revising: Revising): Revised {
  const { reading, found } = revising;
  const state = followed(before, reading);
  if (found === undefined) return vanished(state, revising, reading.parse === null ? 'message_deleted' : 'edited_away');
  if (termsOf(found.signal) === termsOf(before.said)) {
    return before.status === 'parsed'
      ? { ...settleSignal(state, { ...given(revising, found, []), first: undefined }) }
      : { state };
  }
  const change: ReasonCode =
    found.signal.side !== before.said.side
      ? 'direction_changed'
      : found.signal.symbol !== before.said.symbol
        ? 'symbol_changed'
        : 'levels_changed';
  return changed(state, revising, found, change);
}

function followed(before: SignalState, reading: ReadingState): SignalState {
  const { id } = reading.latest;
  return {
    ...before,
    mark: markOf(reading),
    revisions: before.revisions.includes(id) ? before.revisions : [...before.revisions, id].slice(-50),
  };
}

function given({ id, policy, facts, event, reading }: Revising, found: SignalIn, concerns: readonly ReasonCode[]) {
  return { id, found, policy, facts, event, flooded: reading.latest.flooded, concerns };
}

function vanished(state: SignalState, revising: Revising, cause: ReasonCode): Revised {
  switch (state.status) {
    case 'parsed':
    case 'review':
      return review(state, revising, cause);
    case 'published':
      return withdraw(state, revising, cause);
    case 'executing':
    case 'open':
      return alarm(state, revising, cause);
    case 'closed':
    case 'rejected':
    case 'expired':
      return { state };
  }
}

function changed(before: SignalState, revising: Revising, found: SignalIn, change: ReasonCode): Revised {
  const state = { ...before, said: found.signal };
  switch (state.status) {
    case 'parsed':
    case 'review':
    case 'rejected':
      // What a person has changed or decided stays: they see what the message says now.
      if (state.readBy === 'person' || state.settledBy === 'person') {
        return state.status === 'rejected' ? { state } : review(state, revising, 'message_edited');
      }
      return replaced(state, revising, found, change);
    case 'published':
      return change === 'levels_changed' ? levels(state, revising, found) : withdrawn(state, revising, found, change);
    case 'executing':
    case 'open':
      return change === 'levels_changed' ? levels(state, revising, found) : alarm(before, revising, change);
    case 'closed':
    case 'expired':
      return { state };
  }
}

function replaced(state: SignalState, revising: Revising, found: SignalIn, change: ReasonCode): Revised {
  const isTakenOver = change === 'levels_changed' && revising.policy.edits === 'auto';
  const concerns: readonly ReasonCode[] = isTakenOver ? [] : [change];
  const evidence = evidenceAt(revising.reading, state.index);
  return settleSignal({ ...state, evidence }, { ...given(revising, found, concerns), first: 'signal.edited' });
}

function review(before: SignalState, { id, policy, facts, event }: Revising, cause: ReasonCode): Revised {
  const state: SignalState = {
    ...before,
    status: 'review',
    reasons: [reason(cause), ...before.reasons.filter(({ code }) => code !== cause)],
    expiresAt: before.expiresAt ?? expiryOf('review', policy, facts.now),
    history: withHistory(before, { at: facts.now, by: 'channel', what: 'review', details: cause }),
  };
  return { state, events: [signalEvent(event, 'signal.review_requested', { id, state, by: 'channel' })] };
}

/** Nobody trades it yet, and nobody may begin to before a person has looked. */
function withdraw(
  before: SignalState,
  { id, policy, facts, event }: Revising,
  ...causes: readonly ReasonCode[]
): Revised {
  const state: SignalState = {
    ...before,
    status: 'review',
    reasons: causes.map((code) => reason(code)),
    standing: null,
    settledBy: 'channel',
    expiresAt: expiryOf('review', policy, facts.now),
    history: withHistory(before, { at: facts.now, by: 'channel', what: 'withdrawn', details: causes.join(', ') }),
  };
  const told = { id, state, by: 'channel' };
  return {
    state,
    events: [signalEvent(event, 'signal.withdrawn', told), signalEvent(event, 'signal.review_requested', told)],
  };
}

function withdrawn(state: SignalState, revising: Revising, found: SignalIn, change: ReasonCode): Revised {
  const { confidence, signal } = found;
  const evidence = evidenceAt(revising.reading, state.index);
  return withdraw({ ...state, signal, confidence, evidence, readBy: found.readBy }, revising, change);
}

function alarm(state: SignalState, revising: Revising, cause: ReasonCode): Revised {
  const { id, facts, event } = revising;
  const history = withHistory(state, { at: facts.now, by: 'channel', what: 'message_changed', details: cause });
  const next = { ...state, history };
  return {
    state: next,
    events: [
      signalEvent(event, 'signal.message_changed', { id, state: { ...next, reasons: [reason(cause)] }, by: 'channel' }),
    ],
    update: updateOf(state, revising, { actions: [], reasons: [cause], status: 'unresolved' }),
    alarm: cause,
  };
}

/** A published signal stays what it was published as. Corrected levels are an update of it, like one by a reply. */
function levels(state: SignalState, revising: Revising, found: SignalIn): Revised {
  const { id, policy, facts, event, reading } = revising;
  const { standing } = state;
  const { stopLoss, takeProfits, entry } = found.signal;
  if (standing === null) return { state };
  const action: UpdateAction = {
    type: 'set_levels',
    ...(stopLoss === null || stopLoss === standing.stopLoss ? {} : { stopLoss }),
    ...(JSON.stringify(takeProfits) === JSON.stringify(standing.takeProfits) ? {} : { takeProfits }),
  };
  const applied = applyActions(state.signal, standing, [action]);
  const entryMoved = JSON.stringify(entry) !== JSON.stringify(state.signal.entry);
  const reasons: readonly ReasonCode[] = [
    ...(policy.edits === 'auto' ? [] : (['edits_reviewed'] as const)),
    ...(entryMoved ? (['levels_changed'] as const) : []),
    ...(reading.latest.flooded ? (['flooded'] as const) : []),
    ...(found.signal.valid ? [] : (['levels_wrong'] as const)),
    ...applied.refused.map(({ code }) => code as ReasonCode),
  ];
  if (reasons.length > 0)
    return { state, update: updateOf(state, revising, { actions: [action], reasons, status: 'unresolved' }) };
  const update = updateOf(state, revising, { actions: [action], reasons: [], status: 'applied' });
  const next: SignalState = {
    ...state,
    standing: applied.standing,
    updates: [...state.updates, update.id],
    history: withHistory(state, { at: facts.now, by: 'channel', what: 'set_levels' }),
  };
  return {
    state: next,
    events: [updatedEvent(event, { id, state: next, by: 'channel' }, update.id, update.state)],
    update,
  };
}

interface UpdateParts {
  readonly actions: readonly UpdateAction[];
  readonly reasons: readonly ReasonCode[];
  readonly status: UpdateState['status'];
}

function updateOf(
  { connectionId, messageId }: SignalState,
  { id, reading, found, facts }: Revising,
  parts: UpdateParts,
) {
  const { latest, parse } = reading;
  const state: UpdateState = {
    connectionId,
    messageId,
    chatId: latest.chatId,
    revisionId: latest.id,
    replyTo: null,
    symbol: found?.signal.symbol ?? null,
    actions: parts.actions,
    confidence: parse?.confidence ?? 1,
    evidence: parse?.evidence ?? [],
    status: parts.status,
    target: id,
    foundBy: 'edit',
    reasons: parts.reasons.map((code) => reason(code)),
    wanted: found?.signal ?? null,
    awaits: null,
    at: facts.now,
    settledBy: null,
  };
  return { id: editUpdateId(id, latest.id), state };
}
