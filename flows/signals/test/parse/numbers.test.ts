import { expect, it } from 'vitest';
import { readNumber } from '../../src/parse/numbers.ts';
import { numbersIn, parseMessage } from '../../src/parse/index.ts';

it.each([
  ['4329', '4329', undefined],
  ['0.03540', '0.0354', undefined],
  ['1,0850', '1.085', undefined],
  ['42,500', '42500', '42.5'],
  ['2.345', '2.345', '2345'],
  ['42.500,75', '42500.75', undefined],
  ['42,500.75', '42500.75', undefined],
  ['1.234.567', '1234567', undefined],
  ["42'500", '42500', undefined],
])('reads %s as %s, or as %s', (text, value, other) => {
  const read = readNumber(text, 0);
  expect([read?.value, read?.other, read?.length]).toEqual([value, other, text.length]);
});

it('reads the first of numbers that are listed without spaces', () => {
  expect(readNumber('0.212,0.218,0.224', 0)).toEqual({ value: '0.212', length: 5 });
  expect(readNumber('4353,4358', 0)).toEqual({ value: '4353', length: 4 });
});

it.each([
  ['XAUUSD SELL 2.345,50 SL 2.352 TP 2.340', ['2345.5', '2345.5'], '2352', ['2340']],
  ['USDJPY BUY 149,850 SL 149,400 TP 150,600', ['149.85', '149.85'], '149.4', ['150.6']],
  ['GOLD SELL NOW 2645/50 SL 2657 TP 2640/35', ['2645', '2650'], '2657', ['2640', '2635']],
  ['EURUSD SELL 1.0895/00 SL 1.0925 TP 1.0870', ['1.0895', '1.09'], '1.0925', ['1.087']],
  ['EURNZD BUY 1.7724 SL 1 7686 TP 1 7805', ['1.7724', '1.7724'], '1.7686', ['1.7805']],
  ['BTC/USDT long 60 500 - 61 200 stop 58 900 target 62 500', ['60500', '61200'], '58900', ['62500']],
  ['BTCUSDT SHORT 65-66k SL 67.5k TP 62k', ['65000', '66000'], '67500', ['62000']],
])('reads the prices of “%s” beside each other', (text, entry, stopLoss, takeProfits) => {
  const [signal] = parseMessage(text).signals;
  expect(signal).toMatchObject({ entry, stopLoss, takeProfits });
});

it('finds a number in each way in which it can be read, and no other', () => {
  expect(numbersIn('Gold 2.345, SL 2338, TP 2350/60')).toEqual(
    expect.arrayContaining(['2.345', '2345', '2338', '2350', '2360']),
  );
  expect(numbersIn('Gold 2.345, SL 2338, TP 2350/60')).not.toContain('2370');
});
