import { expect, it } from 'vitest';
import { checkSignal, parseMessage } from '../../src/parse/index.ts';

const levels = {
  symbol: 'XAUUSD',
  side: 'buy',
  entry: ['2345', '2345'],
  stopLoss: '2338',
  takeProfits: ['2350'],
} as const;

it('lets levels pass that fit each other', () => {
  expect(checkSignal(levels)).toBeUndefined();
  expect(checkSignal({ ...levels, entry: null })).toBeUndefined();
  expect(checkSignal({ ...levels, stopLoss: null })).toBeUndefined();
});

it.each([
  ['sl_wrong_side', { stopLoss: '2350' }],
  ['sl_wrong_side', { side: 'sell', takeProfits: ['2330'] }],
  ['tp_wrong_side', { takeProfits: ['2350', '2340'] }],
  ['sl_magnitude', { stopLoss: '233.8' }],
  ['tp_magnitude', { takeProfits: ['23500'] }],
  ['entry_range', { entry: ['2345', '2543'] }],
  ['sl_wrong_side', { entry: null, stopLoss: '2360' }],
  ['tp_magnitude', { entry: null, takeProfits: ['23.50'] }],
] as const)('says %s of %j', (reject, change) => {
  expect(checkSignal({ ...levels, ...change })).toBe(reject);
});

it('lets targets of a coin lie far away, but not ten times as far', () => {
  const coin = { symbol: 'SAND/USDT', side: 'buy', entry: ['1.02', '1.25'], stopLoss: '0.87' } as const;
  expect(checkSignal({ ...coin, takeProfits: ['1.31', '5.55'] })).toBeUndefined();
  expect(checkSignal({ ...coin, takeProfits: ['13.1'] })).toBe('tp_magnitude');
});

it('gives an invalid signal with its reason instead of hiding it', () => {
  const { kind, signals } = parseMessage('XAUUSD BUY 2345\nSL 2352\nTP 2360');
  expect(kind).toBe('signal');
  expect(signals[0]).toMatchObject({ valid: false, reject: 'sl_wrong_side', stopLoss: '2352' });
});

it('reads a signal without a stop as valid: whether it is published is not for the parser', () => {
  expect(parseMessage('GOLD SELL NOW').signals[0]).toMatchObject({ symbol: 'XAUUSD', valid: true, stopLoss: null });
});
