import type { ParsedSignal, ParseResult, UpdateAction } from '../../src/model/parse-result.ts';
import type { ExpectedSignal, NotSignal, Signal } from './read-corpus.ts';

/** What a trade is made of: one of these wrong, and the trade is another one. */
export const tradedFields = ['symbol', 'side', 'entry', 'stopLoss', 'takeProfits'] as const;

/** The rest, where the corpus states it. */
export const furtherFields = [
  'orderType',
  'runner',
  'valid',
  'reject',
  'unit',
  'stopLossPips',
  'takeProfitPips',
  'stopLossPercent',
  'takeProfitPercent',
  'dca',
  'leverage',
  'riskPercent',
  'timeframe',
] as const;

export type JudgedField = (typeof tradedFields)[number] | (typeof furtherFields)[number];

export interface Fault {
  readonly id: string;
  readonly field: 'kind' | 'actions' | JudgedField;
  readonly expected: unknown;
  readonly got: unknown;
  readonly text: string;
}

export function judgeSignal(example: Signal, result: ParseResult): Fault[] {
  const { id, text, expected } = example;
  // Words of the past or of hope around a call: to ask a model or a person is as good an answer.
  if (example.tags.includes('prose') && result.kind === 'chatter' && result.unsettled) return [];
  if (result.kind !== expected.kind) return [{ id, field: 'kind', expected: expected.kind, got: result.kind, text }];
  if (result.signals.length !== expected.signals.length) {
    return [{ id, field: 'kind', expected: expected.signals.length, got: result.signals.length, text }];
  }
  return expected.signals.flatMap((signal, at) =>
    compare(signal, result.signals[at]).map((it) => ({ ...it, id, text })),
  );
}

export function judgeNotSignal(example: NotSignal, result: ParseResult): Fault[] {
  const { id, text, kind } = example;
  if (result.kind !== kind) return [{ id, field: 'kind', expected: kind, got: result.kind, text }];
  if (kind === 'chatter') return [];
  const faults: Fault[] = [];
  const expected = (example.actions ?? []).flatMap(comparable).sort();
  const got = result.actions.flatMap(comparable).sort();
  if (!same(expected, got)) faults.push({ id, field: 'actions', expected, got, text });
  if (!same(named('symbol', example.symbol), named('symbol', result.symbol))) {
    faults.push({ id, field: 'symbol', expected: example.symbol, got: result.symbol, text });
  }
  return faults;
}

/** Several lines that a person can act on. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ id, field, expected, got, text }) => {
      const quoted = text.replace(/^/gm, '    | ');
      return `${id} ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}\n${quoted}`;
    })
    .join('\n');
}

function compare(expected: ExpectedSignal, got: ParsedSignal | undefined): Omit<Fault, 'id' | 'text'>[] {
  return (
    [...tradedFields, ...furtherFields]
      .filter((field) => field in expected || field === 'reject')
      // A reading without a stop may say so while it counts as valid.
      .filter((field) => field !== 'reject' || !expected.valid || got?.valid === false)
      .filter((field) => !same(named(field, expected[field]), named(field, got?.[field])))
      .map((field) => ({ field, expected: expected[field], got: got?.[field] }))
  );
}

/** New levels are the same instruction, whether they come together or one by one, as a move of the stop or as a level. */
function comparable(action: UpdateAction): string[] {
  if (action.type !== 'set_levels') return [JSON.stringify(Object.entries(action).sort())];
  const { stopLoss, takeProfits } = action;
  return [
    ...(stopLoss === undefined ? [] : comparable({ type: 'move_sl', price: stopLoss })),
    ...(takeProfits === undefined ? [] : [JSON.stringify({ takeProfits })]),
  ];
}

/** Names of one index or oil: which of them an account trades is known to the symbol map of its connection. */
const instruments: Readonly<Record<string, string>> = {
  SPX500: 'US500',
  US100: 'NAS100',
  USTEC: 'NAS100',
  WTI: 'USOIL',
  JPN225: 'JP225',
};

function named(field: JudgedField, value: unknown): unknown {
  return field === 'symbol' && typeof value === 'string' ? (instruments[value] ?? value) : value;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
