import type { SaidSignal, Update } from './use-signals.ts';

type Action = Update['actions'][number];

/** What an update asks for, or tells. */
export function actionText({ type, price, percent, stopLoss, takeProfits, index }: Action): string {
  switch (type) {
    case 'move_sl':
      return price === undefined ? 'move the stop' : `move the stop to ${price}`;
    case 'move_sl_be':
      return 'move the stop to the entry';
    case 'close':
      return 'close it';
    case 'close_part':
      return percent === undefined ? 'close a part' : `close ${percent} %`;
    case 'cancel':
      return 'cancel it';
    case 'set_levels':
      return [
        stopLoss === undefined ? undefined : `stop ${stopLoss}`,
        takeProfits === undefined ? undefined : `targets ${takeProfits.join(', ')}`,
      ]
        .filter((part) => part !== undefined)
        .join(', ');
    case 'tp_hit':
      return index === undefined ? 'a target was reached' : `target ${index} was reached`;
    case 'sl_hit':
      return 'the stop was reached';
  }
}

export function rangeText(range: readonly string[] | null | undefined): string {
  const [low, high] = range ?? [];
  if (low === undefined) return 'none';
  return high === undefined || high === low ? low : `${low} to ${high}`;
}

export function orderTypeText(type: SaidSignal['orderType']): string {
  return type ?? 'not stated';
}

/** A signal in a line. */
export function signalText({ symbol, side, entry, stopLoss, takeProfits }: SaidSignal): string {
  return `${side} ${symbol}, entry ${rangeText(entry)}, stop ${stopLoss ?? 'none'}, targets ${takeProfits.join(', ') || 'none'}`;
}

export interface Field {
  /** As evidence and origins name it. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** All that a signal says, a field a line. */
export function fieldsOf(signal: SaidSignal): readonly Field[] {
  const { takeProfits, runner, option } = signal;
  const targets = takeProfits.map((price, index) => ({
    key: `takeProfits.${index}`,
    label: `Target ${index + 1}`,
    value: price,
  }));
  return [
    { key: 'symbol', label: 'Symbol', value: signal.symbol },
    { key: 'side', label: 'Side', value: signal.side },
    { key: 'orderType', label: 'Order type', value: orderTypeText(signal.orderType) },
    { key: 'entry', label: 'Entry', value: rangeText(signal.entry) },
    { key: 'stopLoss', label: 'Stop', value: signal.stopLoss ?? 'none' },
    ...(targets.length === 0 ? [{ key: 'takeProfits', label: 'Targets', value: 'none' }] : targets),
    ...(runner ? [{ key: 'runner', label: 'Last target', value: 'left open' }] : []),
    ...more('unit', 'Unit', signal.unit),
    ...more('stopLossPips', 'Stop, pips', signal.stopLossPips),
    ...more('takeProfitPips', 'Targets, pips', signal.takeProfitPips?.join(', ')),
    ...more('stopLossPercent', 'Stop, %', signal.stopLossPercent && rangeText(signal.stopLossPercent)),
    ...more('takeProfitPercent', 'Targets, %', signal.takeProfitPercent?.join(', ')),
    ...more('dca', 'More at', signal.dca?.join(', ')),
    ...more('leverage', 'Leverage', signal.leverage && rangeText(signal.leverage)),
    ...more('riskPercent', 'Risk, %', signal.riskPercent && rangeText(signal.riskPercent)),
    ...more('timeframe', 'Timeframe', signal.timeframe),
    ...more('stopCondition', 'Stop counts', signal.stopCondition),
    ...more('breakevenAfterTp', 'Stop to entry after target', signal.breakevenAfterTp?.toString()),
    ...more('option', 'Option', option && `${option.strike} ${option.right} ${option.expiry ?? ''}`.trim()),
  ];
}

function more(key: string, label: string, value: string | undefined): readonly Field[] {
  return value === undefined ? [] : [{ key, label, value }];
}
