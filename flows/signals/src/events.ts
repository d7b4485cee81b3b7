import type { JsonObject, OutboxEvent } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import type { UpdateState } from './model/update.ts';
import type { SignalState } from './model/signal.ts';

const orNull = Type.Union([Type.String(), Type.Null()]);

const signalData = Type.Object({
  id: Type.String(),
  connectionId: Type.String(),
  /** The vendor's id of the message it comes from, and its place in it. */
  messageId: Type.String(),
  index: Type.Integer(),
  chatId: orNull,
  status: Type.String(),
  symbol: Type.String(),
  side: Type.String(),
  orderType: orNull,
  entry: Type.Union([Type.Array(Type.String()), Type.Null()]),
  stopLoss: orNull,
  takeProfits: Type.Array(Type.String()),
  runner: Type.Boolean(),
  confidence: Type.Number(),
  readBy: Type.String(),
  /** How often it was published by now. */
  publications: Type.Integer(),
  duplicateOf: orNull,
  reasons: Type.Array(Type.String()),
  /** Who did it: `rules`, `ai`, `channel`, `hub`, or a person's name. */
  by: Type.String(),
});

const updatedData = Type.Object({
  id: Type.String(),
  connectionId: Type.String(),
  updateId: Type.String(),
  symbol: Type.String(),
  side: Type.String(),
  status: Type.String(),
  actions: Type.Array(Type.Unknown()),
  /** What is in force now. */
  stopLoss: orNull,
  takeProfits: Type.Array(Type.String()),
  breakEven: Type.Boolean(),
  closing: Type.Boolean(),
  by: Type.String(),
});

const updateData = Type.Object({
  id: Type.String(),
  connectionId: Type.String(),
  messageId: Type.String(),
  chatId: orNull,
  symbol: orNull,
  target: orNull,
  actions: Type.Array(Type.Unknown()),
  reasons: Type.Array(Type.String()),
  by: Type.String(),
});

export const signalEvents = {
  'signal.parsed': { summary: 'A message was read as a signal.', data: signalData },
  'signal.review_requested': { summary: 'A person has to look at a signal.', data: signalData },
  'signal.published': { summary: 'A signal may be traded now.', data: signalData },
  'signal.withdrawn': {
    summary: 'A published signal that nobody had begun to trade must not be traded any more.',
    data: signalData,
  },
  'signal.rejected': { summary: 'A signal was refused, by the checks or by a person.', data: signalData },
  'signal.expired': { summary: 'A signal was not acted on in time.', data: signalData },
  'signal.edited': { summary: 'What a signal says was changed before it was published.', data: signalData },
  'signal.executing': { summary: 'Somebody has begun to trade a signal.', data: signalData },
  'signal.opened': { summary: 'A signal has an open position.', data: signalData },
  'signal.closed': { summary: 'A signal is over.', data: signalData },
  'signal.message_changed': {
    summary: 'The message of a signal that is being traded was deleted, or says something else now.',
    data: signalData,
  },
  'signal.updated': { summary: 'What a published signal asks for has changed.', data: updatedData },
  'update.applied': { summary: 'A message changed a published signal.', data: updateData },
  'update.unresolved': { summary: 'A person has to say what an update is about.', data: updateData },
  'update.dismissed': { summary: 'An update was set aside.', data: updateData },
  'parser.changed': {
    summary: 'The rules or policies of a channel were changed.',
    data: Type.Object({
      connectionId: Type.String(),
      version: Type.Integer(),
      removed: Type.Boolean(),
      by: Type.String(),
    }),
  },
  'parser.replayed': {
    summary: 'A channel’s history was read with other rules.',
    data: Type.Object({
      id: Type.String(),
      connectionId: Type.String(),
      messages: Type.Integer(),
      changed: Type.Integer(),
    }),
  },
} as const;

export type SignalEventType = Extract<keyof typeof signalEvents, `signal.${string}`>;
export type UpdateEventType = Extract<keyof typeof signalEvents, `update.${string}`>;

export type MakeEvent = (type: string, subject: string, data: JsonObject) => OutboxEvent;

export function signalEvent(make: MakeEvent, type: SignalEventType, told: Told): OutboxEvent {
  return make(type, told.id, dataOf(told));
}

export interface Told {
  readonly id: string;
  readonly state: SignalState;
  readonly by: string;
}

function dataOf({ id, state, by }: Told): JsonObject {
  const { connectionId, messageId, index, chatId, status, signal, confidence, readBy } = state;
  const { symbol, side, orderType, entry, stopLoss, takeProfits, runner } = signal;
  return {
    id,
    connectionId,
    messageId,
    index,
    chatId,
    status,
    symbol,
    side,
    orderType,
    entry: entry === null ? null : [...entry],
    stopLoss,
    takeProfits: [...takeProfits],
    runner,
    confidence,
    readBy,
    publications: state.publications,
    duplicateOf: state.duplicateOf,
    reasons: state.reasons.map(({ code }) => code),
    by,
  };
}

export function updatedEvent(
  make: MakeEvent,
  { id, state, by }: Told,
  updateId: string,
  update: UpdateState,
): OutboxEvent {
  const { connectionId, signal, status, standing } = state;
  return make('signal.updated', id, {
    id,
    connectionId,
    updateId,
    symbol: signal.symbol,
    side: signal.side,
    status,
    actions: update.actions as unknown as JsonObject[],
    stopLoss: standing?.stopLoss ?? null,
    takeProfits: [...(standing?.takeProfits ?? [])],
    breakEven: standing?.breakEven ?? false,
    closing: standing?.closing ?? false,
    by,
  });
}

export function updateEvent(
  make: MakeEvent,
  type: UpdateEventType,
  id: string,
  update: UpdateState,
  by: string,
): OutboxEvent {
  const { connectionId, messageId, chatId, symbol, target, actions, reasons } = update;
  return make(type, id, {
    id,
    connectionId,
    messageId,
    chatId,
    symbol,
    target,
    actions: actions as unknown as JsonObject[],
    reasons: reasons.map(({ code }) => code),
    by,
  });
}
