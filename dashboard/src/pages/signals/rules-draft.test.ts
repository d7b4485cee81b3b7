import { describe, expect, it } from 'vitest';
import { draftOf, rulesOf, templateText } from './rules-draft.ts';

const policy = {
  publish: { enabled: false, minConfidence: 0.8, orderTypes: [], symbols: [], maxAgeSeconds: 120, mostPerHour: 20 },
  updates: 'auto' as const,
  edits: 'review' as const,
  duplicateMinutes: 240,
  reviewMinutes: 240,
  publishedMinutes: 1_440,
};
const of = (rules: object) => draftOf({ rules, policy, ai: { enabled: false, hint: null } }).rules;

describe('rules in a form', () => {
  it.each([
    {},
    {
      symbolAliases: { 'the shiny one': 'XAUUSD', 'a = b': 'EURUSD' },
      defaultSymbol: 'XAUUSD',
      defaultQuote: 'USDT',
      defaultOrderType: 'limit',
      inferSide: false,
      words: { buy: ['kaufen', 'rein'], ignore: ['werbung'] },
      ignoreContaining: ['VIP offer'],
      templates: [{ name: 'one', parts: [{ text: 'BUY ' }, { gap: 'symbol' }] }],
    },
  ])('come out as they went in: %j', (rules) => {
    expect(rulesOf(of(rules))).toEqual(rules);
  });

  it('leave out empty lines and spaces around them', () => {
    expect(rulesOf({ ...of({}), ignoreContaining: '\n  VIP offer \n\n', symbolAliases: ' gold= xauusd ' })).toEqual({
      ignoreContaining: ['VIP offer'],
      symbolAliases: { gold: 'XAUUSD' },
    });
  });

  it.each(['gold', '= XAUUSD', 'gold ='])('refuse the name “%s”', (line) => {
    expect(() => rulesOf({ ...of({}), symbolAliases: line })).toThrow('must be a name and a symbol');
  });

  it('show a template with its gaps', () => {
    expect(templateText({ name: 'one', parts: [{ text: '#' }, { gap: 'symbol' }, { text: ' now' }] })).toBe(
      '#[symbol] now',
    );
  });
});
