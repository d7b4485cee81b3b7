import { Secret } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRedactor } from '../../vault/index.ts';
import { createPluginJournal, type JournalLevel, journalLevels } from './plugin-journal.ts';

const nothingSecret = { text: (text: string) => text, value: (value: unknown) => value };
const line = (message: string, level: JournalLevel = 'info') =>
  ({ plugin: 'p', level, source: 'log', message }) as const;

it('gives the latest first, page by page, each line once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, limit) => {
      const journal = createPluginJournal({ clock: new FakeClock(), redactor: nothingSecret });
      for (let number = 0; number < count; number += 1) journal.write(line(`${number}`));
      const seen: string[] = [];
      let before: number | undefined;
      for (;;) {
        const page = journal.list({ plugin: 'p', limit, before });
        seen.push(...page.map(({ message }) => message));
        before = page.at(-1)?.sequence;
        if (page.length < limit) break;
      }
      expect(seen).toEqual(Array.from({ length: count }, (_none, index) => `${count - 1 - index}`));
    }),
  );
});

it('filters by plugin, level, connection and time', async () => {
  const clock = new FakeClock();
  const journal = createPluginJournal({ clock, redactor: nothingSecret });
  const begun = clock.now();
  for (const level of journalLevels) {
    journal.write({ ...line(level, level), connection: `c-${level}` });
    await clock.advance(1_000);
  }
  journal.write({ ...line('elsewhere'), plugin: 'q' });
  const messages = (query: Partial<Parameters<typeof journal.list>[0]>) =>
    journal.list({ plugin: 'p', limit: 10, ...query }).map(({ message }) => message);
  expect(messages({})).toEqual(['error', 'warn', 'info', 'debug']);
  expect(messages({ level: 'warn' })).toEqual(['error', 'warn']);
  expect(messages({ connection: 'c-info' })).toEqual(['info']);
  expect(messages({ from: begun + 1_000, to: begun + 3_000 })).toEqual(['warn', 'info']);
  expect(messages({ after: 2 })).toEqual(['error', 'warn']);
  expect(messages({ plugin: 'nobody' })).toEqual([]);
});

it('keeps so many lines and characters of each plugin, the latest', () => {
  const journal = createPluginJournal({
    clock: new FakeClock(),
    redactor: nothingSecret,
    linesKept: 10,
    charactersKept: 50,
  });
  for (let number = 0; number < 30; number += 1) journal.write(line(`${number}`));
  const short = journal.list({ plugin: 'p', limit: 100 });
  expect(short.map(({ message }) => message)).toEqual(['29', '28', '27', '26', '25', '24', '23', '22', '21', '20']);
  for (let number = 0; number < 5; number += 1) journal.write(line('x'.repeat(20)));
  expect(journal.list({ plugin: 'p', limit: 100 })).toHaveLength(2);
  journal.write({ ...line('one'), plugin: 'q' });
  expect(journal.list({ plugin: 'p', limit: 100 })).toHaveLength(2);
});

it('shows no secret, in the message or deep in the fields', () => {
  const redactor = createRedactor();
  redactor.register('test', new Secret('sk_live_123456789'));
  const journal = createPluginJournal({ clock: new FakeClock(), redactor });
  journal.write({
    ...line('key is sk_live_123456789'),
    fields: { deep: [{ key: 'sk_live_123456789' }], error: new Error('refused sk_live_123456789') },
  });
  const [kept] = journal.list({ plugin: 'p', limit: 1 });
  expect(JSON.stringify(kept)).not.toContain('sk_live');
  expect(kept?.message).toBe('key is [secret]');
  expect(kept?.fields).toEqual({ deep: [{ key: '[secret]' }], error: { name: 'Error', message: 'refused [secret]' } });
});

it('leaves out fields that are too large, refer to themselves or cannot be read, and keeps the line', () => {
  const journal = createPluginJournal({ clock: new FakeClock(), redactor: nothingSecret });
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const hostile = {
    get trap(): never {
      throw new Error('no');
    },
  };
  for (const fields of [circle, hostile, { text: 'x'.repeat(10_000) }]) {
    journal.write({ ...line('kept'), fields: fields as Record<string, unknown> });
  }
  const kept = journal.list({ plugin: 'p', limit: 10 });
  expect(kept.map(({ message }) => message)).toEqual(['kept', 'kept', 'kept']);
  for (const { fields } of kept) expect(fields).toEqual({ omitted: expect.stringContaining('left out') });
});
