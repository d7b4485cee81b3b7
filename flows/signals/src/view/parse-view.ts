import { Type } from 'typebox';
import type { ParsedSignal, ParseResult, UpdateAction } from '../model/parse-result.ts';

const decimal = Type.String();
const range = Type.Array(decimal, { minItems: 2, maxItems: 2 });
const orNull = <const Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** A signal as it was read. Prices are decimal texts; entry is lowest and highest, equal for a point. */
export const signalMembers = {
  symbol: Type.String(),
  side: Type.Enum(['buy', 'sell']),
  orderType: orNull(Type.Enum(['market', 'limit', 'stop'])),
  entry: orNull(range),
  stopLoss: orNull(decimal),
  takeProfits: Type.Array(decimal),
  /** The last target is left open. */
  runner: Type.Boolean(),
  /** False when the checks refuse it; `reject` says why then. */
  valid: Type.Boolean(),
  reject: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  stopLossPips: Type.Optional(decimal),
  takeProfitPips: Type.Optional(Type.Array(decimal)),
  stopLossPercent: Type.Optional(range),
  takeProfitPercent: Type.Optional(Type.Array(decimal)),
  dca: Type.Optional(Type.Array(decimal)),
  leverage: Type.Optional(range),
  riskPercent: Type.Optional(range),
  timeframe: Type.Optional(Type.String()),
  stopCondition: Type.Optional(Type.String()),
  breakevenAfterTp: Type.Optional(Type.Integer()),
  option: Type.Optional(
    Type.Object({ strike: decimal, right: Type.Enum(['call', 'put']), expiry: Type.Optional(Type.String()) }),
  ),
  origins: Type.Record(Type.String(), Type.String()),
} as const;

export const parsedSignalView = Type.Object(signalMembers);

export const actionView = Type.Object({
  type: Type.Enum(['move_sl', 'move_sl_be', 'close', 'close_part', 'cancel', 'set_levels', 'tp_hit', 'sl_hit']),
  price: Type.Optional(decimal),
  percent: Type.Optional(decimal),
  stopLoss: Type.Optional(decimal),
  takeProfits: Type.Optional(Type.Array(decimal)),
  index: Type.Optional(Type.Integer()),
});

/** A piece of the text that a member was read from; offsets count UTF-16 units. */
export const evidenceView = Type.Object({
  field: Type.String(),
  start: Type.Integer(),
  end: Type.Integer(),
  text: Type.String(),
  why: Type.String(),
});

export const reasonView = Type.Object({ code: Type.String(), text: Type.String() });

export const kindView = Type.Enum(['signal', 'update', 'chatter', 'several']);

export const parseResultView = {
  kind: kindView,
  signals: Type.Array(parsedSignalView),
  actions: Type.Array(actionView),
  symbol: orNull(Type.String()),
  confidence: Type.Number(),
  evidence: Type.Array(evidenceView),
} as const;

/**
 * Copies, for answers are checked against mutable types. A signal without a stop is valid as a parse.
 */
export function showSignal(signal: ParsedSignal) {
  return structuredClone(signal) as Mutable<ParsedSignal>;
}

export function showActions(actions: readonly UpdateAction[]) {
  return structuredClone(actions) as Mutable<UpdateAction>[];
}

export function showParse({ kind, signals, actions, symbol, confidence, evidence }: ParseResult) {
  return {
    kind,
    signals: signals.map(showSignal),
    actions: showActions(actions),
    symbol,
    confidence,
    evidence: evidence.map((one) => ({ ...one })),
  };
}

type Mutable<Value> = Value extends readonly [infer One, infer Two]
  ? [One, Two]
  : Value extends readonly (infer Item)[]
    ? Mutable<Item>[]
    : Value extends object
      ? { -readonly [Name in keyof Value]: Mutable<Value[Name]> }
      : Value;
