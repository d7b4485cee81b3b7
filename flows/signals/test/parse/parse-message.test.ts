import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createParser, parseMessage, symbolsIn } from '../../src/parse/index.ts';

it('shows where in the text each member stands, also behind emoji and folded letters', () => {
  const text = '🔥🔥 𝗚𝗢𝗟𝗗 ‼️ BUY NOW 🚀 @ ２３４５\nSL: 2338 ❌\nTP¹ 2350\nTP➋ 2355';
  const { evidence, signals } = parseMessage(text);
  expect(signals[0]).toMatchObject({ symbol: 'XAUUSD', entry: ['2345', '2345'], takeProfits: ['2350', '2355'] });
  for (const { start, end, text: shown } of evidence) expect(text.slice(start, end)).toBe(shown);
  const shownOf = (field: string) => evidence.find((one) => one.field === field)?.text;
  expect(shownOf('symbol')).toBe('𝗚𝗢𝗟𝗗');
  expect(shownOf('entry')).toBe('２３４５');
  expect(shownOf('takeProfits.1')).toBe('2355');
});

const words =
  'GOLD EURUSD BUY SELL SL TP TP1 NOW 2345 1.0850 ✅ close half move to BE if hit entry : - / ( ) " ? \n @ # 20x 50% pips +30 ➊ الهدف стоп al sat or'.split(
    ' ',
  );

it('reads anything without throwing, the same way each time, with evidence that stands in the text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseMessage(text);
      expect(parseMessage(text)).toEqual(result);
      for (const { start, end, text: shown } of result.evidence) expect(text.slice(start, end)).toBe(shown);
      expect(result.kind === 'signal').toBe(result.signals.length === 1);
      expect(result.kind === 'several').toBe(result.signals.length > 1);
      expect(result.kind === 'update').toBe(result.actions.length > 0);
      for (const signal of result.signals) {
        expect(signal.valid).toBe(signal.reject === undefined);
        for (const price of [...(signal.entry ?? []), ...signal.takeProfits, signal.stopLoss ?? '1'])
          expect(price).toMatch(/^\d+(\.\d*[1-9])?$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

it('says of each action of an update what and how much', () => {
  expect(parseMessage('EURUSD: TP1 hit ✅ close 50% and move SL to entry').actions).toEqual([
    { type: 'tp_hit', index: 1 },
    { type: 'close_part', percent: '50' },
    { type: 'move_sl_be' },
  ]);
  expect(parseMessage('Gold: move your stop to 2338.5').actions).toEqual([{ type: 'move_sl', price: '2338.5' }]);
  expect(parseMessage('Please delete the GBPUSD sell limit').actions).toEqual([{ type: 'cancel' }]);
});

it('takes neither a quoted call, nor a question, nor a story for a signal', () => {
  for (const text of [
    'Look at them: "BUY GOLD NOW 2389 SL 2370 TP 2420" right at the top',
    'Should I buy gold at 2345 with SL 2330 and TP 2360?',
    'Yesterday we bought EURUSD at 1.0850 with SL 1.0800 and TP 1.0900, closed in profit',
    'If gold breaks 2380 I would buy with SL 2370 and TP 2400',
  ]) {
    expect(parseMessage(text).signals, text).toEqual([]);
  }
});

it('knows words, names and habits of a channel from its rules', () => {
  const parser = createParser({
    symbolAliases: { 'the yellow metal': 'XAUUSD' },
    words: { buy: ['grab'], stopLoss: ['bail out at'], takeProfit: ['cash at'] },
    defaultOrderType: 'limit',
  });
  expect(parser.parse('Grab the yellow metal 2345\nBail out at 2338\nCash at 2350').signals[0]).toMatchObject({
    symbol: 'XAUUSD',
    side: 'buy',
    orderType: 'limit',
    stopLoss: '2338',
  });
  expect(createParser({ defaultSymbol: 'XAUUSD' }).parse('BUY 2345\nSL 2338\nTP 2350').signals[0]?.symbol).toBe(
    'XAUUSD',
  );
  expect(createParser({ defaultQuote: 'USDT' }).parse('#SOL LONG 150-155\nSL 144\nTP 162').signals[0]?.symbol).toBe(
    'SOL/USDT',
  );
  expect(
    createParser({ ignoreContaining: ['demo room'] }).parse('Demo Room\nGOLD BUY 2345\nSL 2338\nTP 2350').kind,
  ).toBe('chatter');
  expect(createParser({ inferSide: false }).parse('#HOT/USDT\nEntry: 0.0013\nSL: 0.0012\nTP: 0.0014').signals).toEqual(
    [],
  );
});

it('names every symbol that a text speaks of', () => {
  expect(symbolsIn('Gold and #ETH/USDT, then cable')).toEqual(
    expect.arrayContaining(['XAUUSD', 'ETH/USDT', 'ETH', 'GBPUSD']),
  );
  expect(symbolsIn('nothing here')).toEqual([]);
});
