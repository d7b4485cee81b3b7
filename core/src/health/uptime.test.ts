import { describe, expect, it } from 'vitest';
import { publicReason } from './public-reason.ts';
import { uptimeOf } from './uptime.ts';

const now = Date.parse('2026-01-02T12:00:00.000Z');
const at = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString();
const change = (status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown', hoursAgo: number) => ({
  status,
  at: at(hoursAgo),
  codes: [],
});

describe('the uptime of the last day', () => {
  it('is the share of the time that the connection was not unhealthy', () => {
    const history = [change('healthy', 48), change('unhealthy', 12), change('degraded', 6)];
    expect(uptimeOf({ history }, now)).toEqual({ since: at(24), share: 0.75 });
  });

  it('leaves out the time in which nothing was known, and begins where anything is', () => {
    const history = [change('unknown', 8), change('healthy', 4), change('unknown', 2), change('unhealthy', 1)];
    expect(uptimeOf({ history }, now)).toEqual({ since: at(8), share: 2 / 3 });
  });

  it('is null where nothing was ever known', () => {
    expect(uptimeOf({ history: [] }, now)).toEqual({ since: at(0), share: null });
    expect(uptimeOf({ history: [change('unknown', 5)] }, now)).toEqual({ since: at(5), share: null });
  });

  it('stands over changes that a clock set back has written into the future', () => {
    expect(uptimeOf({ history: [change('healthy', 2), change('unhealthy', -1)] }, now).share).toBe(1);
    expect(uptimeOf({ history: [change('healthy', -1)] }, now)).toEqual({ since: at(0), share: null });
  });
});

it('tells people outside the reason, and not the plugin, key or lane that it names', () => {
  const text = 'The plugin is not running. gateway-stripe 1.2.3 exited with code 7.';
  expect(publicReason({ code: 'plugin_not_running', text }).text).toBe('The plugin is not running.');
  expect(publicReason({ code: 'nothing_known', text: 'Nothing has been tried yet.' }).text).toBe(
    'Nothing has been tried yet.',
  );
});
