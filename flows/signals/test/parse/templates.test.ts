import { expect, it } from 'vitest';
import {
  createParser,
  parseMessage,
  type TemplateExample,
  templateFrom,
  TemplateMismatch,
} from '../../src/parse/index.ts';

interface Values {
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly entry: readonly [string, string];
  readonly stopLoss: string;
  readonly takeProfits: readonly string[];
}

const words = { buy: 'LONG', sell: 'SHORT' };

/** A channel that says nothing by its usual name. */
function example(number: number, { symbol, side, entry, stopLoss, takeProfits }: Values): TemplateExample {
  const text = `Alert nr ${number}: we like ${symbol} as ${words[side]} from ${entry[0]} & ${entry[1]}\nabort ${stopLoss}\nbank ${takeProfits.join(' and ')}\nhave fun`;
  return { text, symbol, side, entry, stopLoss, takeProfits };
}

const examples = [
  example(5, {
    symbol: 'EURUSD',
    side: 'buy',
    entry: ['1.0851', '1.0862'],
    stopLoss: '1.0801',
    takeProfits: ['1.0905', '1.0953'],
  }),
  example(15, {
    symbol: 'GBPUSD',
    side: 'sell',
    entry: ['1.2851', '1.2862'],
    stopLoss: '1.2903',
    takeProfits: ['1.2701'],
  }),
  example(123, {
    symbol: 'XAUUSD',
    side: 'sell',
    entry: ['2351', '2354'],
    stopLoss: '2361',
    takeProfits: ['2341', '2331', '2321'],
  }),
];

it('learns the shape of three examples, and reads the next message by it', () => {
  const next = example(77, {
    symbol: 'USDJPY',
    side: 'buy',
    entry: ['151.21', '151.32'],
    stopLoss: '150.85',
    takeProfits: ['152.05', '152.55'],
  });
  expect(parseMessage(next.text).kind).not.toBe('signal');
  const parser = createParser({ templates: [templateFrom(examples)] });
  const { kind, signals, evidence } = parser.parse(next.text);
  expect(kind).toBe('signal');
  expect(signals[0]).toMatchObject({
    symbol: 'USDJPY',
    side: 'buy',
    entry: ['151.21', '151.32'],
    stopLoss: '150.85',
    takeProfits: ['152.05', '152.55'],
    valid: true,
  });
  for (const { start, end, text } of evidence) expect(next.text.slice(start, end)).toBe(text);
});

it('holds a template’s reading against the same checks', () => {
  const wrong = example(78, {
    symbol: 'USDJPY',
    side: 'buy',
    entry: ['151.21', '151.32'],
    stopLoss: '152.85',
    takeProfits: ['152.05'],
  });
  const parser = createParser({ templates: [templateFrom(examples)] });
  expect(parser.parse(wrong.text).signals[0]).toMatchObject({ valid: false, reject: 'sl_wrong_side' });
});

it('leaves alone what goes on after the shape, or comes before it', () => {
  const parser = createParser({ templates: [templateFrom(examples)] });
  const { text } = examples[0] as TemplateExample;
  expect(parser.parse(`${text}\nclosed in profit`).signals).toEqual([]);
  expect(parser.parse(`Yesterday's:\n${text}`).signals).toEqual([]);
});

it('takes for fixed what all examples leave out', () => {
  const silent = examples.map((one, index) => ({
    ...one,
    side: 'buy' as const,
    symbol: 'XAUUSD',
    text: `in ${one.entry?.[0]} ${one.entry?.[1]} out ${one.takeProfits[0]} cut ${one.stopLoss} no ${index}`,
    takeProfits: [one.takeProfits[0] ?? ''],
  }));
  const template = templateFrom(silent);
  expect(template.fixed).toEqual({ symbol: 'XAUUSD', side: 'buy' });
});

it('says which example does not fit, and why', () => {
  const odd = { ...(examples[1] as TemplateExample), stopLoss: '9.99' };
  const thrown = () => templateFrom([examples[0] as TemplateExample, odd]);
  expect(thrown).toThrow(TemplateMismatch);
  expect(thrown).toThrow('The number 9.99 does not stand in example 2.');
  expect(() => templateFrom(examples.slice(0, 1))).toThrow('two examples');
});

it('is not made slow by a message that nearly fits', () => {
  const parser = createParser({ templates: [templateFrom(examples)] });
  const text = `Alert nr 5: we like ${'EURUSD as LONG from 1 & 2 abort 3 bank 4 '.repeat(80)}`;
  expect(parser.parse(text).signals).toEqual([]);
});
