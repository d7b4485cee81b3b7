import { expect, it } from 'vitest';
import { FakeClock } from '../../../testing/fake-clock.ts';
import type { FromChild } from './messages.ts';
import { createRefusalReport } from './refusal-report.ts';

it('the first refusal is told at once, those that follow once a second with their number', async () => {
  const clock = new FakeClock();
  const sent: FromChild[] = [];
  const report = createRefusalReport({ send: (message) => void sent.push(message) }, clock);
  const evil = { kind: 'tcp', host: 'evil.example' } as const;
  for (let time = 0; time < 5; time += 1) report(evil);
  expect(sent).toEqual([{ type: 'refused', ...evil, attempts: 1 }]);
  report({ kind: 'dns', host: 'evil.example' });
  await clock.advance(1_000);
  expect(sent.slice(1)).toEqual([
    { type: 'refused', ...evil, attempts: 4 },
    { type: 'refused', kind: 'dns', host: 'evil.example', attempts: 1 },
  ]);
  await clock.advance(60_000);
  report(evil);
  expect(sent).toHaveLength(4);
});

it('however many hosts are tried, a second’s report names few of them and counts all', async () => {
  const clock = new FakeClock();
  const sent: FromChild[] = [];
  const report = createRefusalReport({ send: (message) => void sent.push(message) }, clock);
  for (let host = 0; host < 1_001; host += 1) report({ kind: 'dns', host: `label-${host}.example` });
  await clock.advance(1_000);
  expect(sent.length).toBeLessThanOrEqual(66);
  const attempts = sent.map((message) => (message.type === 'refused' ? message.attempts : 0));
  expect(attempts.reduce((sum, count) => sum + count, 0)).toBe(1_001);
});
