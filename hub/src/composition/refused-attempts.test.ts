import type { NewJournalLine } from '@fairlead/core';
import { FakeClock } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import { tellRefusedAttempts } from './refused-attempts.ts';

function telling() {
  const clock = new FakeClock();
  const counted: number[] = [];
  const lines: NewJournalLine[] = [];
  const logged: string[] = [];
  const silent = () => undefined;
  const tell = tellRefusedAttempts({
    clock,
    meter: { refused: ({ attempts = 1 }) => void counted.push(attempts) },
    journal: { write: (line) => void lines.push(line) },
    log: {
      debug: silent,
      info: silent,
      error: silent,
      warn: (_message, fields) => void logged.push(String(fields?.['host'])),
    },
  });
  return { clock, counted, lines, logged, tell };
}

const plugin = { id: 'channel-nosy', version: '1.0.0' };

it('a host that is tried again and again is logged once a minute, and every attempt is counted', async () => {
  const { clock, counted, lines, logged, tell } = telling();
  for (let second = 0; second < 61; second += 1) {
    tell(plugin, { kind: 'tcp', host: 'evil.example', attempts: 10 });
    await clock.advance(1_000);
  }
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(610);
  expect(logged).toEqual(['evil.example', 'evil.example']);
  expect(lines[0]).toEqual({
    plugin: 'channel-nosy',
    version: '1.0.0',
    level: 'warn',
    source: 'hub',
    message: 'It tried to connect to evil.example, which its manifest does not name.',
  });
});

it('a plugin that tries names for ever fills neither log nor memory', () => {
  const { logged, tell } = telling();
  for (let host = 0; host < 10_000; host += 1) tell(plugin, { kind: 'dns', host: `${host}.example`, attempts: 1 });
  expect(logged).toHaveLength(200);
});
