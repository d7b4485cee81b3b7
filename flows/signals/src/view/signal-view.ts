import type { Stored } from '@fairlead/core/flow-api';
import type { MessageRevision } from '@fairlead/flow-messages/contract';
import { Type } from 'typebox';
import type { ReadingState } from '../model/reading.ts';
import { type SignalState, signalStatuses } from '../model/signal.ts';
import { textOfRevision } from '../take/read-event.ts';
import { evidenceView, reasonView, showSignal, signalMembers } from './parse-view.ts';

const orNull = Type.Union([Type.String(), Type.Null()]);
const standingView = Type.Object({
  stopLoss: orNull,
  takeProfits: Type.Array(Type.String()),
  breakEven: Type.Boolean(),
  hit: Type.Array(Type.Integer()),
  closedParts: Type.Array(orNull),
  closing: Type.Boolean(),
});

const members = {
  id: Type.String(),
  connection: Type.String(),
  /** The vendor's id of the message, and the signal's place in it. */
  messageId: Type.String(),
  index: Type.Integer(),
  chatId: orNull,
  status: Type.Enum([...signalStatuses]),
  ...signalMembers,
  confidence: Type.Number(),
  readBy: Type.Enum(['rules', 'rules_and_ai', 'ai', 'person']),
  /** Of the last decision: why it is where it is. */
  reasons: Type.Array(reasonView),
  duplicateOf: orNull,
  publications: Type.Integer(),
  /** What updates have made of its levels since it was published. */
  standing: Type.Union([standingView, Type.Null()]),
  sentAt: orNull,
  createdAt: Type.String(),
  publishedAt: orNull,
  expiresAt: orNull,
} as const;

export const signalView = Type.Object(members);

export const signalDetailView = Type.Object({
  ...members,
  /** What its message says now, where a person has changed the signal or updates have come since. */
  said: Type.Object(signalMembers),
  evidence: Type.Array(evidenceView),
  /** The text that evidence counts in: title and text of the latest revision that was read. */
  message: Type.Union([
    Type.Object({ id: Type.String(), text: Type.String(), author: orNull, link: orNull, sentAt: orNull }),
    Type.Null(),
  ]),
  revisions: Type.Array(Type.String()),
  updates: Type.Array(Type.String()),
  ai: Type.Union([
    Type.Object({ state: Type.String(), model: orNull, configuration: orNull, prompt: orNull, problem: orNull }),
    Type.Null(),
  ]),
  history: Type.Array(
    Type.Object({ at: Type.String(), by: Type.String(), what: Type.String(), details: Type.Optional(Type.String()) }),
  ),
});

export function showSignalItem({ id, createdAt, state }: Stored<SignalState>) {
  const { connectionId, messageId, index, chatId, status, signal, confidence, readBy, reasons, duplicateOf } = state;
  const { standing } = state;
  return {
    id,
    connection: connectionId,
    messageId,
    index,
    chatId,
    status,
    ...showSignal(signal),
    confidence,
    readBy,
    reasons,
    duplicateOf,
    publications: state.publications,
    standing,
    sentAt: timeOf(state.sentAt),
    createdAt,
    publishedAt: timeOf(state.publishedAt),
    expiresAt: timeOf(state.expiresAt),
  };
}

export interface SignalParts {
  readonly stored: Stored<SignalState>;
  readonly reading: ReadingState | undefined;
  readonly message: MessageRevision | null;
}

export function showSignalDetail({ stored, reading, message }: SignalParts) {
  const { state } = stored;
  const ai = reading?.ai ?? null;
  return {
    ...showSignalItem(stored),
    said: showSignal(state.said),
    evidence: state.evidence,
    message: message === null ? null : showMessage(message),
    revisions: state.revisions,
    updates: state.updates,
    ai:
      ai === null
        ? null
        : {
            state: ai.state,
            model: ai.by?.model ?? null,
            configuration: ai.by?.configuration ?? null,
            prompt: ai.by?.prompt ?? null,
            problem: ai.problem,
          },
    history: state.history.map(({ at, ...entry }) => ({ at: new Date(at).toISOString(), ...entry })),
  };
}

function showMessage(revision: MessageRevision) {
  const { author, link, sentAt } = revision.message;
  return {
    id: revision.id,
    text: textOfRevision(revision),
    author: author?.name ?? author?.id ?? null,
    link: link ?? null,
    sentAt: sentAt ?? null,
  };
}

export function timeOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
