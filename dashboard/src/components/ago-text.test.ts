import { describe, expect, test } from 'vitest';
import { agoText } from './ago-text.ts';

const now = Date.UTC(2026, 0, 31);

describe('how long ago something was', () => {
  test.each([
    [-5_000, '5 sec'],
    [-59_000, '59 sec'],
    [-61_000, '1 min'],
    [-3_599_000, '60 min'],
    [-7_200_000, '2 hr'],
    [7_200_000, 'in 2 hr'],
    [-3 * 86_400_000, '3 days ago'],
  ])('%i ms from now reads %s', (distance, text) => {
    expect(agoText(now + distance, now)).toContain(text);
  });

  test('is a date beyond a month', () => {
    expect(agoText(now - 40 * 86_400_000, now)).toMatch(/2025/);
  });
});
