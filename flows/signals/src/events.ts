import { declareEvent, type JsonObject, type OutboxEvent } from '@fairlead/core/flow-api';
import { type Static, Type } from 'typebox';
import type { UpdateState } from './model/update.ts';
import type { SignalState, SignalStatus } from './model/signal.ts';

const text = Type.String();
const orNull = Type.Union([text, Type.Null()]);
const by = Type.String({ description: 'Who did it: `rules`, `ai`, `channel`, `hub`, or a person’s name.' });
const reasons = Type.Array(text, { description: 'Codes of why it was decided so.' });
const actions = Type.Array(
  Type.Object({
    type: Type.Enum(['move_sl', 'move_sl_be', 'close', 'close_part', 'cancel', 'set_levels', 'tp_hit', 'sl_hit']),
    price: Type.Optional(text),
    percent: Type.Optional(text),
    stopLoss: Type.Optional(text),
    takeProfits: Type.Optional(Type.Array(text)),
    index: Type.Optional(Type.Integer({ description: 'Number of the target, from 1.' })),
  }),
);

const signalData = Type.Object({
  id: text,
  connectionId: text,
  messageId: Type.String({ description: 'The vendor’s id of the message it comes from.' }),
  index: Type.Integer({ description: 'Its place in that message, from 0.' }),
  chatId: orNull,
  status: text,
  symbol: text,
  side: text,
  orderType: orNull,
  entry: Type.Union([Type.Array(text), Type.Null()], { description: 'From, to.' }),
  stopLoss: orNull,
  takeProfits: Type.Array(text),
  runner: Type.Boolean({ description: 'A part is kept after the last target.' }),
  confidence: Type.Number({ description: '0 to 1.' }),
  readBy: text,
  publications: Type.Integer({ description: 'How often it was published by now.' }),
  duplicateOf: orNull,
  reasons,
  by,
});

const updatedData = Type.Object({
  id: text,
  connectionId: text,
  updateId: text,
  symbol: text,
  side: text,
  status: text,
  actions,
  stopLoss: Type.Union([text, Type.Null()], { description: 'What is in force now, as all that follows.' }),
  takeProfits: Type.Array(text),
  breakEven: Type.Boolean(),
  closing: Type.Boolean(),
  by,
});

const updateData = Type.Object({
  id: text,
  connectionId: text,
  messageId: text,
  chatId: orNull,
  symbol: orNull,
  target: Type.Union([text, Type.Null()], { description: 'The id of the signal it is about, where that is known.' }),
  actions,
  reasons,
  by,
});

const exampleSignal = '01k9v8p3q5r7s9t1v3w5x7y9z1';
const exampleUpdate = '01k9v8r5s7t9v1w3x5y7z9a1b3';
const head = { connectionId: '01k9v7d1m2q4x8r6t0b3n5c7ae' };
const about = { symbol: 'XAUUSD', side: 'buy' };

const signal = (status: SignalStatus, summary: string, told: Partial<Static<typeof signalData>> = {}) =>
  declareEvent({
    summary,
    subject: 'the id of the signal',
    data: signalData,
    example: {
      id: exampleSignal,
      ...head,
      messageId: '4711',
      index: 0,
      chatId: '-1001234567890',
      status,
      ...about,
      orderType: 'limit',
      entry: ['2310', '2315'],
      stopLoss: '2300',
      takeProfits: ['2325', '2340'],
      runner: false,
      confidence: 0.92,
      readBy: 'rules',
      publications: status === 'parsed' || status === 'review' ? 0 : 1,
      duplicateOf: null,
      reasons: [],
      by: 'hub',
      ...told,
    },
  });

const update = (summary: string, target: string | null, told: { readonly reasons: string[]; readonly by: string }) =>
  declareEvent({
    summary,
    subject: 'the id of the update',
    data: updateData,
    example: {
      id: exampleUpdate,
      ...head,
      messageId: '4713',
      chatId: '-1001234567890',
      symbol: about.symbol,
      target,
      actions: [{ type: 'move_sl', price: '2312' }],
      ...told,
    },
  });

export const signalEvents = {
  'signal.parsed': signal('parsed', 'A message was read as a signal.', { by: 'rules' }),
  'signal.review_requested': signal('review', 'A person has to look at a signal.', { reasons: ['low_confidence'] }),
  'signal.published': signal('published', 'A signal may be traded now.'),
  'signal.withdrawn': signal(
    'review',
    'A published signal that nobody had begun to trade must not be traded any more.',
    { publications: 1, by: 'channel' },
  ),
  'signal.rejected': signal('rejected', 'A signal was refused, by the checks or by a person.', {
    publications: 0,
    by: 'Ada',
  }),
  'signal.expired': signal('expired', 'A signal was not acted on in time.'),
  'signal.edited': signal('review', 'What a signal says was changed before it was published.', { by: 'Ada' }),
  'signal.executing': signal('executing', 'Somebody has begun to trade a signal.'),
  'signal.opened': signal('open', 'A signal has an open position.'),
  'signal.closed': signal('closed', 'A signal is over.'),
  'signal.message_changed': signal(
    'executing',
    'The message of a signal that is being traded was deleted, or says something else now.',
    { reasons: ['message_deleted'], by: 'channel' },
  ),
  'signal.updated': declareEvent({
    summary: 'What a published signal asks for has changed.',
    subject: 'the id of the signal',
    data: updatedData,
    example: {
      id: exampleSignal,
      ...head,
      updateId: exampleUpdate,
      ...about,
      status: 'open',
      actions: [{ type: 'move_sl', price: '2312' }],
      stopLoss: '2312',
      takeProfits: ['2325', '2340'],
      breakEven: false,
      closing: false,
      by: 'channel',
    },
  }),
  'update.applied': update('A message changed a published signal.', exampleSignal, { reasons: [], by: 'channel' }),
  'update.unresolved': update('A person has to say what an update is about.', null, {
    reasons: ['no_target'],
    by: 'channel',
  }),
  'update.dismissed': update('An update was set aside.', null, { reasons: [], by: 'Ada' }),
  'parser.changed': declareEvent({
    summary: 'The rules or policies of a channel were changed.',
    subject: 'the id of the connection',
    data: Type.Object({ connectionId: text, version: Type.Integer(), removed: Type.Boolean(), by: text }),
    example: { ...head, version: 4, removed: false, by: 'Ada' },
  }),
  'parser.replayed': declareEvent({
    summary: 'A channel’s history was read with other rules.',
    subject: 'the id of the replay',
    data: Type.Object({ id: text, connectionId: text, messages: Type.Integer(), changed: Type.Integer() }),
    example: { id: '01k9v8t7v9w1x3y5z7a9b1c3d5', ...head, messages: 1_200, changed: 17 },
  }),
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

function dataOf({ id, state, by }: Told): Static<typeof signalData> {
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
