import { describe, expect, it } from 'vitest';
import { reasonText } from './reason-text.ts';

describe('a reason of a review', () => {
  it.each([
    ['amount_mismatch:3000:3100', '30.00 USD were asked for, and 31.00 USD were captured.'],
    ['authorized_mismatch:3000:100', '30.00 USD were asked for, and 1.00 USD are held.'],
    ['currency_mismatch:cap_1:3000:JPY', 'It was paid in another currency: 3\u202f000 JPY.'],
    [
      'paid_more_than_once:1=3000:2=3000',
      'It was paid more than once: 30.00 USD by attempt 1, 30.00 USD by attempt 2.',
    ],
    ['refunded_too_much:3000:3100', 'More went back than came: 31.00 USD were refunded of 30.00 USD.'],
    [
      'returned_too_much:3000:2000:1500',
      'More went back than came: of 30.00 USD, 20.00 USD were refunded and 15.00 USD taken back.',
    ],
    ['underpaid_at_end:0.5:BTC:0.1:BTC', 'Its time was over, and only 0.5 BTC, 0.1 BTC had come.'],
    ['stuck:refund:r1', 'Nobody could find out what became of it: a refund.'],
    [
      'said_captured:partially_captured:1000',
      'It was said to be captured, and now it is “partially captured”, with 10.00 USD captured.',
    ],
    ['something_new:1:2', 'something_new:1:2'],
  ])('%s reads “%s”', (reason, text) => {
    expect(reasonText(reason, 'USD').replaceAll('\u00a0', ' ')).toBe(text);
  });
});
