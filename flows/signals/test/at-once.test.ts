import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const symbols = ['EURUSD', 'GBPUSD', 'AUDUSD', 'NZDUSD', 'USDCAD', 'USDCHF'] as const;
const callOf = (symbol: string, entry = '1.1000') => `${symbol} BUY NOW ${entry}\nSL 1.0950\nTP 1.1300`;

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
  await harness.configure({ policy: loosest });
});
afterEach(() => harness.dispose());

/** Hands over all of them before any is done with, as the hub does with what it has waiting. */
async function sayAtOnce(texts: readonly string[], prefix = 'm'): Promise<void> {
  const events = texts.map((text, index) => harness.store({ id: `${prefix}${index}`, text }));
  await Promise.all(events.map((event) => harness.deliver(event)));
}

describe('messages of one channel that are taken at once', () => {
  test('publish exactly as many as their channel may in an hour, the first ones', async () => {
    await harness.configure({ policy: { ...loosest, publish: { ...loosest.publish, mostPerHour: 4 } } });
    await sayAtOnce(symbols.map((symbol) => callOf(symbol)));
    const statuses = await Promise.all(symbols.map(async (_, index) => (await harness.signal(`m${index}`))?.status));
    expect(statuses).toEqual(['published', 'published', 'published', 'published', 'review', 'review']);
  });

  test('know a repetition among them', async () => {
    await sayAtOnce([callOf('EURUSD'), callOf('GBPUSD'), callOf('EURUSD')]);
    expect(await harness.signal('m0')).toMatchObject({ status: 'published', duplicateOf: null });
    expect((await harness.signal('m2'))?.duplicateOf).not.toBeNull();
  });

  test('come to the same as one after the other, updates among them', { timeout: 120_000 }, async () => {
    const text = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...symbols).map((symbol) => callOf(symbol)) },
      fc.constantFrom(...symbols).map((symbol) => `${symbol}: move SL to 1.0960`),
      fc.constantFrom(...symbols).map((symbol) => `${symbol} close half`),
      fc.constant('Move SL to breakeven'),
      fc.constant('Good morning everyone, have a great week!'),
    );
    const outcome = async (channel: FlowHarness) => {
      const signals = (await channel.signals()).map(({ state }) => [state.messageId, state.status, state.standing]);
      const updates = (await channel.updates()).map(({ state }) => [state.messageId, state.status, state.reasons]);
      return JSON.stringify([signals.toSorted(), updates.toSorted()]);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 9 }), async (texts) => {
        const fresh = async () => {
          await harness.dispose();
          harness = await flowHarness();
          await harness.configure({ policy: loosest });
        };
        await fresh();
        for (const [index, one] of texts.entries()) await harness.say({ id: `m${index}`, text: one });
        const inOrder = await outcome(harness);
        await fresh();
        await sayAtOnce(texts);
        expect(await outcome(harness)).toBe(inOrder);
      }),
      { numRuns: 25 },
    );
  });
});
