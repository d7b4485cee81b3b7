import type { Decimal, OrderType, Origin, ParsedSignal, ParserRules } from '../model/parse-result.ts';
import { checkSignal } from './checks.ts';
import type { ChosenSymbol } from './choose-symbol.ts';
import { compareDecimals, rangeOf } from './decimal.ts';
import type { Field } from './fields.ts';
import type { Form, SideChoice } from './form.ts';
import type { Mark, MarkOf } from './mark.ts';
import { partOf } from './segments.ts';
import { isCheap } from './symbols/symbol-of.ts';

/** The signal of a form that has a symbol and a side. */
export function signalOf(
  form: Form & { readonly symbol: ChosenSymbol; readonly side: SideChoice },
  marks: readonly Mark[],
  rules: ParserRules,
): ParsedSignal {
  const { symbol, side, stopLoss, takeProfits, runner, distances } = form;
  const entry = rangeOf(form.entry.map(({ value }) => value));
  const isSatoshi = saysSatoshi(form, marks) || inSatoshi(form, rules);
  const signal = {
    symbol: isSatoshi && !symbol.symbol.includes('/') ? `${symbol.symbol}/BTC` : symbol.symbol,
    side: side.side,
    orderType: orderType(form, rules),
    entry,
    stopLoss: stopLoss?.value ?? null,
    takeProfits: takeProfits.map(({ value }) => value),
    runner,
  };
  const reject = side.isContradicted ? 'ambiguous' : (checkSignal(signal) ?? orderFault(form));
  return {
    ...signal,
    valid: reject === undefined,
    ...(reject === undefined ? {} : { reject }),
    ...(isSatoshi ? { unit: 'sat' as const } : {}),
    ...distances,
    ...extras(form, marks),
    origins: originsOf(form),
  };
}

/** Targets that the text numbers rise or fall throughout. */
function orderFault({ segment, takeProfits }: Form): 'tp_order' | undefined {
  const numbered = segment.fields.filter(
    ({ label, index, numbers }) => label === 'takeProfit' && index !== undefined && numbers.length === 1,
  );
  if (numbered.length !== takeProfits.length || takeProfits.length < 3) return undefined;
  const steps = takeProfits
    .slice(1)
    .map(({ value }, at) => Math.sign(compareDecimals(value, takeProfits[at]?.value ?? value)));
  return new Set(steps).size > 1 ? 'tp_order' : undefined;
}

function orderType({ market, order, entry, segment }: Form, { defaultOrderType }: ParserRules): OrderType {
  if (market !== undefined) return 'market';
  if (order !== undefined && segment.sides.length > 0)
    return segment.orders.some(({ kind }) => kind === 'stop') ? 'stop' : order.kind;
  return entry.length === 0 ? 'market' : (defaultOrderType ?? null);
}

function saysSatoshi({ segment }: Form, marks: readonly Mark[]): boolean {
  return partOf(marks, segment).some((mark) => mark.kind === 'word' && satoshi.has(mark.text));
}

const satoshi: ReadonlySet<string> = new Set(['sats', 'satoshi', 'satoshis', 'сатоши']);

/** Whole numbers in the hundreds and thousands for an asset that costs cents: satoshi. */
function inSatoshi({ symbol, entry, stopLoss, takeProfits }: Form, { defaultQuote }: ParserRules): boolean {
  if (symbol === undefined || defaultQuote !== undefined || !isCheap(symbol.symbol)) return false;
  if (symbol.market !== 'crypto' && symbol.market !== 'other') return false;
  const prices = [...entry, ...takeProfits, ...(stopLoss === undefined ? [] : [stopLoss])];
  return entry.length > 0 && prices.every(({ value }) => /^\d{2,7}$/.test(value));
}

type Extras = Pick<
  ParsedSignal,
  'dca' | 'leverage' | 'riskPercent' | 'timeframe' | 'stopCondition' | 'breakevenAfterTp'
>;

function extras({ segment, stopField }: Form, marks: readonly Mark[]): Partial<Extras> {
  const within = partOf(marks, segment);
  const { fields } = segment;
  const numbersOf = (label: Field['label']) =>
    fields.filter((field) => field.label === label).flatMap(({ numbers }) => numbers);
  const times = within.flatMap((mark, at) => (mark.kind === 'leverage' ? [...rangeStart(within, at), mark.times] : []));
  const leverage = rangeOf((times.length > 0 ? times : numbersOf('leverage').map(({ value }) => value)).slice(0, 2));
  const dca = numbersOf('dca').map(({ value }) => value);
  const risk = rangeOf(
    numbersOf('risk')
      .filter(({ unit }) => unit === 'percent')
      .map(({ value }) => value)
      .slice(0, 2),
  );
  const stopStart = stopField === undefined ? -1 : (marks[stopField.at]?.line ?? -1);
  const frame = within.find(
    (mark): mark is MarkOf<'timeframe'> => mark.kind === 'timeframe' && mark.line !== stopStart,
  )?.frame;
  const trailing = fields.find(({ label }) => label === 'trailing');
  const after =
    trailing === undefined
      ? undefined
      : fields.find(({ label, at, index }) => label === 'takeProfit' && at > trailing.at && index !== undefined)?.index;
  const condition = stopField?.onClose === true ? `${stopField.frame ?? ''} close`.trim() : undefined;
  return {
    ...(dca.length === 0 ? {} : { dca }),
    ...(leverage === null ? {} : { leverage }),
    ...(risk === null ? {} : { riskPercent: risk }),
    ...(frame === undefined ? {} : { timeframe: frame }),
    ...(condition === undefined ? {} : { stopCondition: condition }),
    ...(after === undefined ? {} : { breakevenAfterTp: after }),
  };
}

/** `10-25x`: the x is meant for both. */
function rangeStart(marks: readonly Mark[], at: number): readonly Decimal[] {
  const sign = marks[at - 1];
  const first = marks[at - 2];
  return sign?.kind === 'sign' && sign.sign === '-' && first?.kind === 'number' && /^\d{1,3}$/.test(first.value)
    ? [first.value]
    : [];
}

function originsOf({ symbol, side, market, order, entry }: Form): Readonly<Record<string, Origin>> {
  return {
    symbol: symbol?.mark === undefined ? 'inferred' : 'stated',
    side: side?.isInferred === true ? 'inferred' : 'stated',
    orderType: market === undefined && order === undefined && entry.length === 0 ? 'inferred' : 'stated',
  };
}
