import { describe, expect, test } from 'vitest';
import { uptimeShare } from './uptime-share.ts';

const at = (hour: number) => new Date(hour * 3_600_000).toISOString();
const change = (status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown', hour: number) => ({
  status,
  at: at(hour),
  codes: [],
});

describe('the share of a span in which a connection was up', () => {
  test('counts healthy and degraded hours, from the begin of the span to now', () => {
    const history = [change('healthy', 0), change('unhealthy', 10), change('degraded', 13)];
    expect(uptimeShare(history, 8 * 3_600_000, 18 * 3_600_000)).toBeCloseTo(0.7);
  });

  test('counts hours of which nothing is known as neither', () => {
    const history = [change('unknown', 0), change('healthy', 4), change('unhealthy', 6)];
    expect(uptimeShare(history, 0, 8 * 3_600_000)).toBeCloseTo(0.5);
  });

  test('is not told where nothing is known at all', () => {
    expect(uptimeShare([], 0, 3_600_000)).toBeUndefined();
    expect(uptimeShare([change('unknown', 0)], 0, 3_600_000)).toBeUndefined();
  });
});
