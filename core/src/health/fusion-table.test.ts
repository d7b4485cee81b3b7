import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { fuse, fusionTable, type Reason, type ReasonCode } from './fusion-table.ts';

const now = Date.UTC(2026, 0, 15, 12);
const fine: Evidence = {
  now,
  lifecycle: 'active',
  plugin: { running: true, quarantined: false, why: '' },
  locked: undefined,
  traffic: {
    calls: 100,
    failureShare: 0,
    rateLimitedShare: 0,
    authFailures: 0,
    configFailures: 0,
    p95Ms: 50,
    lastAt: now - 1_000,
  },
  lanes: { resting: [], forced: [] },
  probe: { at: now - 60_000, ok: true, code: undefined },
  webhooks: { waiting: 0, oldestAgeMs: 0, dead: 0, unverified: 0, invalid: 0 },
};
const traffic = (changes: Partial<Evidence['traffic']>): Partial<Evidence> => ({
  traffic: { ...fine.traffic, ...changes },
});
const webhooks = (changes: Partial<Evidence['webhooks']>): Partial<Evidence> => ({
  webhooks: { ...fine.webhooks, ...changes },
});

/** For each row: evidence that just holds, evidence that just does not, and evidence within the gap between the two. */
const rows: Readonly<
  Record<
    Exclude<ReasonCode, 'nothing_known'>,
    { holds: Partial<Evidence>; not: Partial<Evidence>; gap?: Partial<Evidence> }
  >
> = {
  paused: { holds: { lifecycle: 'paused' }, not: { lifecycle: 'active' } },
  plugin_quarantined: { holds: { plugin: { running: false, quarantined: true, why: '' } }, not: {} },
  plugin_not_running: { holds: { plugin: { running: false, quarantined: false, why: '' } }, not: {} },
  credentials_locked: { holds: { locked: 'key k1' }, not: { locked: undefined } },
  credentials_refused: { holds: traffic({ authFailures: 1 }), not: traffic({ authFailures: 0 }) },
  settings_refused: { holds: traffic({ configFailures: 1 }), not: {} },
  failing: {
    holds: traffic({ failureShare: 0.5, calls: 5 }),
    not: traffic({ failureShare: 1, calls: 4 }),
    gap: traffic({ failureShare: 0.3, calls: 5 }),
  },
  unreliable: {
    holds: traffic({ failureShare: 0.1, calls: 10 }),
    not: traffic({ failureShare: 0.1, calls: 9 }),
    gap: traffic({ failureShare: 0.05, calls: 10 }),
  },
  rate_limited: {
    holds: traffic({ rateLimitedShare: 0.2, calls: 5 }),
    not: traffic({ rateLimitedShare: 0.2, calls: 4 }),
    gap: traffic({ rateLimitedShare: 0.1 }),
  },
  slow: {
    holds: traffic({ p95Ms: 10_000, calls: 10 }),
    not: traffic({ p95Ms: 9_999, calls: 10 }),
    gap: traffic({ p95Ms: 7_000 }),
  },
  lane_resting: { holds: { lanes: { resting: ['payments'], forced: [] } }, not: {} },
  lane_forced: { holds: { lanes: { resting: [], forced: ['payments'] } }, not: {} },
  probe_failed: {
    holds: { probe: { at: now, ok: false, code: 'timeout' } },
    not: { probe: { at: now - 2_000, ok: false, code: 'timeout' } },
  },
  webhooks_late: {
    holds: webhooks({ oldestAgeMs: 60_000 }),
    not: webhooks({ oldestAgeMs: 59_999 }),
    gap: webhooks({ oldestAgeMs: 30_000 }),
  },
  webhooks_unverified: { holds: webhooks({ unverified: 1 }), not: {} },
  webhooks_dead: { holds: webhooks({ dead: 1 }), not: {} },
  webhooks_not_believed: {
    holds: webhooks({ invalid: 5 }),
    not: webhooks({ invalid: 4 }),
    gap: webhooks({ invalid: 1 }),
  },
};

const judge = (changes: Partial<Evidence>, previous: readonly Reason[] = []) =>
  fuse({ ...fine, ...changes }, previous, now + 60_000);
const codes = (changes: Partial<Evidence>, previous: readonly Reason[] = []) =>
  judge(changes, previous).reasons.map(({ code }) => code);
const held = (code: ReasonCode): Reason => ({ source: 'traffic', code, text: '', since: '2026-01-15T11:00:00.000Z' });

it('has a test for each row', () => {
  expect(fusionTable.map(({ code }) => code)).toEqual(Object.keys(rows));
});

describe.each(fusionTable.map((row) => [row.code, row] as const))('%s', (code, row) => {
  const { holds, not, gap } = rows[code];

  it(`holds from its threshold on, and makes the connection ${row.status}`, () => {
    expect(codes(holds)).toContain(code);
    const expected = { degraded: 1, unknown: 0, unhealthy: 2 }[row.status];
    expect(rank(judge(holds).status)).toBeGreaterThanOrEqual(expected);
  });

  it('does not hold below it', () => {
    expect(codes(not)).not.toContain(code);
  });

  it('goes on holding within the gap once it holds, and keeps its time', () => {
    const reason = judge(gap ?? holds, [held(code)]).reasons.find((one) => one.code === code);
    expect(reason?.since).toBe('2026-01-15T11:00:00.000Z');
    expect(codes(gap ?? not)).not.toContain(code);
  });

  it('ends when all is well', () => {
    expect(codes({}, [held(code)])).toEqual([]);
  });
});

function rank(status: string): number {
  return ['healthy', 'degraded', 'unhealthy'].indexOf(status === 'unknown' ? 'healthy' : status);
}

it('says why a plugin does not run', () => {
  const why = 'It used more memory than it may.';
  const down = judge({ plugin: { running: false, quarantined: false, why } });
  expect(down.reasons).toMatchObject([
    { source: 'process', code: 'plugin_not_running', text: `The plugin is not running. ${why}` },
  ]);
  const stopped = judge({ plugin: { running: false, quarantined: true, why } });
  expect(stopped.reasons).toMatchObject([{ text: `The plugin failed too often and was stopped. ${why}` }]);
});

describe('the status', () => {
  it('is healthy when something is known and nothing holds', () => {
    expect(judge({})).toEqual({ status: 'healthy', reasons: [] });
  });

  it('is the worst of all rows that hold, and all of them are given as reasons', () => {
    const verdict = judge({ ...traffic({ failureShare: 0.6 }), lanes: { resting: ['reads'], forced: [] } });
    expect(verdict.status).toBe('unhealthy');
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['failing', 'unreliable', 'lane_resting']);
  });

  it('is unknown while paused, whatever else holds', () => {
    expect(judge({ lifecycle: 'paused', ...traffic({ authFailures: 3 }) }).status).toBe('unknown');
  });

  it('is unknown when nothing was ever heard, and when the last word is too old', () => {
    expect(fuse(fine, [], undefined)).toMatchObject({ status: 'unknown', reasons: [{ code: 'nothing_known' }] });
    expect(fuse(fine, [], now - 1)).toMatchObject({
      status: 'unknown',
      reasons: [{ text: 'Nothing has been heard for too long.' }],
    });
  });
});
