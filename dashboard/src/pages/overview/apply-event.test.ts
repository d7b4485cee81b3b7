import type { HubEvent } from '@fairlead/client';
import { describe, expect, test } from 'vitest';
import { applied, type Overview } from './apply-event.ts';

const tile = {
  name: 'Shop',
  plugin: 'gateway-sandbox',
  status: 'active',
  health: 'healthy',
  calls: 3,
  errors: 0,
} as const;
const wall: Overview = {
  counts: { healthy: 2, degraded: 0, unhealthy: 0, unknown: 0, paused: 1 },
  total: 3,
  connections: [
    { ...tile, id: 'a' },
    { ...tile, id: 'b' },
    { ...tile, id: 'c', status: 'paused' },
  ],
  minutes: [],
  changes: [],
};

function changed(connection: string, to: string, reasons: readonly object[] = []): HubEvent {
  const data = { connection, plugin: 'gateway-sandbox', from: 'healthy', to, reasons };
  const time = '2026-01-01T00:00:00.000Z';
  return { id: 'e', source: '/fairlead/core', sequence: '1', type: 'connection.health_changed', time, data };
}

const reason = { source: 'traffic', code: 'failing', text: 'Every call fails.', since: '2026-01-01T00:00:00.000Z' };

describe('the wall after an event', () => {
  test('shows the new health with its first reason, counts it, and leaves other tiles the same objects', () => {
    const next = applied(wall, changed('b', 'unhealthy', [reason]));
    expect(next.connections[1]).toMatchObject({ health: 'unhealthy', reason: 'Every call fails.' });
    expect(next.counts).toEqual({ healthy: 1, degraded: 0, unhealthy: 1, unknown: 0, paused: 1 });
    expect(next.connections[0]).toBe(wall.connections[0]);
    expect(next.changes).toEqual([
      { connection: 'b', name: 'Shop', status: 'unhealthy', at: '2026-01-01T00:00:00.000Z', codes: ['failing'] },
    ]);
  });

  test('takes a reason away that is no longer there', () => {
    const back = applied(applied(wall, changed('b', 'unhealthy', [reason])), changed('b', 'healthy'));
    expect(back.connections[1]).toMatchObject({ health: 'healthy', reason: '' });
    expect(back.counts).toEqual(wall.counts);
  });

  test('does not count the health of a connection that is paused', () => {
    expect(applied(wall, changed('c', 'unhealthy')).counts).toEqual(wall.counts);
  });

  test('is the same object where the event tells of a connection that is not shown, or of something else', () => {
    expect(applied(wall, changed('z', 'unhealthy'))).toBe(wall);
    expect(applied(wall, { ...changed('b', 'unhealthy'), type: 'plugin.enabled' })).toBe(wall);
  });

  test('keeps the latest twenty changes', () => {
    let state = wall;
    for (let turn = 0; turn < 25; turn += 1)
      state = applied(state, changed('a', turn % 2 === 0 ? 'degraded' : 'healthy'));
    expect(state.changes).toHaveLength(20);
  });
});
