import { describe, expect, it } from 'vitest';
import { fieldName, numbered, numbersOf, piecesOf } from './evidence.ts';

const at = (field: string, text: string, found: string) => {
  const start = text.indexOf(found);
  return { field, start, end: start + found.length, text: found, why: 'because' };
};
const text = '🔥 XAUUSD BUY 4329\nSL 4320';

describe('evidence in a text', () => {
  const evidence = numbered(text, [
    at('stopLoss', text, '4320'),
    at('symbol', text, 'XAUUSD'),
    at('side', text, 'BUY'),
    { field: 'entry', start: 2, end: 5, text: 'not there', why: '' },
  ]);

  it('is numbered as it stands in the text, and left out where the text says something else', () => {
    expect(evidence.map(({ field }) => field)).toEqual(['symbol', 'side', 'stopLoss']);
  });

  it('cuts the text into pieces that together are the text', () => {
    const pieces = piecesOf(text, evidence);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ numbers }) => numbers.length > 0).map((piece) => [piece.text, ...piece.numbers])).toEqual([
      ['XAUUSD', 1],
      ['BUY', 2],
      ['4320', 3],
    ]);
  });

  it('may overlap: a piece then has all numbers', () => {
    const overlapping = numbered('TP 4334', [
      at('takeProfits.0', 'TP 4334', 'TP 4334'),
      at('entry', 'TP 4334', '4334'),
    ]);
    expect(piecesOf('TP 4334', overlapping)).toEqual([
      { text: 'TP ', start: 0, numbers: [1] },
      { text: '4334', start: 3, numbers: [1, 2] },
    ]);
  });

  it('of nothing leaves the text whole, and an empty text has no pieces', () => {
    expect(piecesOf('Good morning', [])).toEqual([{ text: 'Good morning', start: 0, numbers: [] }]);
    expect(piecesOf('', [])).toEqual([]);
  });

  it('is found by its field; a template tells of all targets at once', () => {
    expect(numbersOf('stopLoss', evidence)).toEqual([3]);
    expect(numbersOf('takeProfits.1', [at('takeProfits', text, '4329')])).toEqual([1]);
    expect(numbersOf('entry', evidence)).toEqual([]);
  });

  it('has names for people', () => {
    expect(fieldName('takeProfits.1')).toBe('Target 2');
    expect(fieldName('signals.0.stopLoss')).toBe('Stop of signal 1');
    expect(fieldName('actions.0')).toBe('Action 1');
  });
});
