import { describe, expect, it } from 'vitest';
import { parseDate } from '../src/feed/dates.ts';

describe('parseDate', () => {
  it.each([
    ['Wed, 02 Oct 2002 08:00:00 EST', '2002-10-02T13:00:00.000Z'],
    ['02 Oct 2002 15:00:00 +0200', '2002-10-02T13:00:00.000Z'],
    ['Wednesday, 2-Oct-02 13:00:00 GMT', '2002-10-02T13:00:00.000Z'],
    ['2 October 2002 13:00 UT', '2002-10-02T13:00:00.000Z'],
    ['2002-10-02T10:00:00-05:00', '2002-10-02T15:00:00.000Z'],
    ['2002-10-02T15:00:00.05Z', '2002-10-02T15:00:00.050Z'],
    ['2002-10-02 15:00:00', '2002-10-02T15:00:00.000Z'],
    ['2002-10-02', '2002-10-02T00:00:00.000Z'],
    ['2002-10', '2002-10-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2002-13-01',
    '32 Oct 2002',
    '0000-00-00T00:00:00Z',
    '1890-01-01',
    `2002-10-02${' '.repeat(99)}x`,
  ])('%j is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});
