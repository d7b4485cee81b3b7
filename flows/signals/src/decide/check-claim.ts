import type { MessageClaim } from '@fairlead/flow-ai/contract';
import type { Decimal, ParsedSignal, ParserRules, RejectCode, UpdateAction } from '../model/parse-result.ts';
import { canonical, rangeOf } from '../parse/decimal.ts';
import { checkSignal, numbersIn, symbolsIn } from '../parse/index.ts';

/** A model's claim, held against the text. What the text does not bear out is refused by name. */
export interface CheckedClaim {
  readonly signals: readonly ParsedSignal[];
  readonly actions: readonly UpdateAction[];
  readonly symbol: string | null;
  /** Of the actions: a number or symbol that is not in the text. */
  readonly fault: RejectCode | undefined;
}

const decimalForm = /^\d{1,18}(\.\d{1,18})?$/;
const mostSignals = 10;

/**
 * Nothing that a model says is believed. Each number has to stand in the text, each symbol has to be named by it (or be
 * the channel's own), and then the levels are checked like anybody else's.
 */
export function checkClaim(claim: MessageClaim, text: string, rules: ParserRules): CheckedClaim {
  const numbers = new Set(numbersIn(text));
  const symbols = symbolsOf(text, rules);
  const says = (price: Decimal) => numbers.has(price);
  const signals = claim.signals.slice(0, mostSignals).map((one) => signalOf(one, { says, symbols }));
  const actions = claim.actions.slice(0, mostSignals).map(actionOf);
  const named = claim.symbol === null ? null : claim.symbol.toUpperCase();
  const isBorneOut = actions.every((action) => pricesOf(action).every(says)) && (named === null || symbols.has(named));
  const fault = isBorneOut ? undefined : 'number_not_in_text';
  return { signals, actions, symbol: named !== null && symbols.has(named) ? named : null, fault };
}

interface InText {
  readonly says: (price: Decimal) => boolean;
  readonly symbols: ReadonlySet<string>;
}

function signalOf(claimed: MessageClaim['signals'][number], { says, symbols }: InText): ParsedSignal {
  const { side, orderType, runner } = claimed;
  const entry = rangeOf(claimed.entry.map(read));
  const stopLoss = claimed.stopLoss === null ? null : read(claimed.stopLoss);
  const takeProfits = claimed.takeProfits.map(read);
  const symbol = claimed.symbol.toUpperCase();
  const prices = [...(entry ?? []), ...(stopLoss === null ? [] : [stopLoss]), ...takeProfits];
  const reject = !symbols.has(symbol)
    ? 'symbol_not_in_text'
    : !prices.every((price) => decimalForm.test(price) && says(price))
      ? 'number_not_in_text'
      : checkSignal({ symbol, side, entry, stopLoss, takeProfits });
  const origin = 'ai' as const;
  const origins = { symbol: origin, side: origin, entry: origin, stopLoss: origin, takeProfits: origin };
  const claim = { symbol, side, orderType, entry, stopLoss, takeProfits, runner, origins };
  return reject === undefined ? { ...claim, valid: true } : { ...claim, valid: false, reject };
}

function read(price: string): Decimal {
  return decimalForm.test(price) ? canonical(price) : price;
}

/** A pair that is named by its base alone is named. */
function symbolsOf(text: string, rules: ParserRules): ReadonlySet<string> {
  const found = symbolsIn(text, rules);
  const quote = rules.defaultQuote;
  return new Set(found.flatMap((one) => (quote === undefined || one.includes('/') ? [one] : [one, `${one}/${quote}`])));
}

function actionOf({ type, price, percent, index }: MessageClaim['actions'][number]): UpdateAction {
  switch (type) {
    case 'move_sl':
      return price === null ? { type } : { type, price: read(price) };
    case 'set_levels':
      return price === null ? { type } : { type, stopLoss: read(price) };
    case 'close_part':
      return percent === null ? { type } : { type, percent: String(percent) };
    case 'tp_hit':
      return index === null ? { type } : { type, index };
    case 'move_sl_be':
    case 'close':
    case 'cancel':
      return { type };
  }
}

function pricesOf(action: UpdateAction): readonly Decimal[] {
  switch (action.type) {
    case 'move_sl':
      return action.price === undefined ? [] : [action.price];
    case 'set_levels':
      return [...(action.stopLoss === undefined ? [] : [action.stopLoss]), ...(action.takeProfits ?? [])];
    case 'close_part':
      return action.percent === undefined ? [] : [action.percent];
    case 'move_sl_be':
    case 'close':
    case 'cancel':
    case 'tp_hit':
    case 'sl_hit':
      return [];
  }
}
