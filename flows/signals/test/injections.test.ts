import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParseResult, ParserRules } from '../src/model/parse-result.ts';
import { createParser } from '../src/parse/index.ts';
import { type Claimed, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

interface Attack {
  readonly id: string;
  readonly text: string;
  /** What a model answers that was talked into it. */
  readonly hijackedClaim: Claimed;
}

const attacks = JSON.parse(await readFile(new URL('./injections.json', import.meta.url), 'utf8')) as readonly Attack[];

/** Says of everything that rules do not settle it, so that the model is asked about each attack. */
function doubting(rules: ParserRules) {
  const parser = createParser(rules);
  return { parse: (text: string): ParseResult => ({ ...parser.parse(text), unsettled: true }) };
}

const harnesses: FlowHarness[] = [];
beforeAll(async () => {
  for (const makeParser of [createParser, doubting]) harnesses.push(await flowHarness({ settings: { makeParser } }));
  for (const harness of harnesses) await harness.configure({ policy: loosest, ai: { enabled: true } });
});
afterAll(async () => {
  for (const harness of harnesses) await harness.dispose();
});

test('there are enough attacks to speak of', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(30);
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
});

test.each(attacks.map((attack) => [attack.id, attack] as const))(
  'attack %s publishes nothing, though the model is hijacked and the policy the loosest',
  async (_id, { id, text, hijackedClaim }) => {
    for (const harness of harnesses) {
      harness.model = async () => hijackedClaim;
      await harness.say({ id, text });
      await harness.runJobs();
      const stored = (await harness.signals()).filter(({ state }) => state.messageId === id);
      for (const { state } of stored) {
        expect(['review', 'rejected']).toContain(state.status);
        expect(state.publications).toBe(0);
      }
      const updates = (await harness.updates()).filter(({ state }) => state.messageId === id);
      for (const { state } of updates) expect(state.status).toBe('unresolved');
    }
  },
);
