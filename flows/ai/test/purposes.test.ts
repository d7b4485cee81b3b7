import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseMessageQuestion } from '../src/contract.ts';
import { whole } from './scripted-provider.ts';
import { type FlowHarness, flowHarness } from './flow-harness.ts';
import { injections } from './injections.ts';

let hub: FlowHarness;
beforeEach(async () => {
  hub = await flowHarness();
});
afterEach(() => hub.dispose());

const claim = { kind: 'chatter', signals: [], actions: [], symbol: null, confidence: 0.9 };
const says = (value: unknown) => () => whole(JSON.stringify(value));

test('a message is read to a claim, by the configurations of its purpose, with the prompt’s name and version', async () => {
  await hub.configure({ purposes: ['complete'] });
  const second = await hub.configure({ purposes: ['parse-message'], connection: 'p2' });
  hub.provider('p2').answer = says(claim);
  const reply = await hub.askOf(parseMessageQuestion, { text: 'good morning', hint: 'gold' });
  expect(reply).toMatchObject({ claim, prompt: 'parse-message/v1', configuration: second.id, cached: false });
  expect(hub.provider('p2').asked[0]).toMatchObject({ temperature: 0, answerSchema: { name: 'message_claim' } });
  expect((await hub.askOf(parseMessageQuestion, { text: 'good morning', hint: 'gold' })).cached).toBe(true);
  const { items } = await hub.call<{ items: object[] }>('GET', '/api/ai/usage', { query: { groupBy: ['prompt'] } });
  expect(items).toMatchObject([{ prompt: 'parse-message/v1', answered: 1 }]);
});

test('a claim with a member too many is asked for elsewhere, and in the end refused', async () => {
  await hub.configure();
  await hub.configure({ connection: 'p2' });
  hub.provider('p1').answer = says({ ...claim, publish: true });
  hub.provider('p2').answer = says(claim);
  expect((await hub.askOf(parseMessageQuestion, { text: 'a' })).claim).toEqual(claim);
  hub.provider('p2').answer = says({ ...claim, publish: true });
  await expect(hub.askOf(parseMessageQuestion, { text: 'b' })).rejects.toMatchObject({ code: 'answer_unreadable' });
});

test('whatever a model was talked into, nothing is told but a claim: no event, no job, no incident', async () => {
  await hub.configure();
  for (const { text, hijackedClaim } of injections) {
    hub.provider('p1').answer = says(hijackedClaim);
    await hub.askOf(parseMessageQuestion, { text }).catch(() => undefined);
  }
  expect(new Set(await hub.told())).toEqual(new Set(['ai.configuration_changed', 'ai.call_failed']));
  expect(hub.incidents.size).toBe(0);
});

test('a message that is too long for a model is not sent to one', async () => {
  await hub.configure();
  await expect(hub.askOf(parseMessageQuestion, { text: 'x'.repeat(32_001) })).rejects.toMatchObject({
    code: 'input_invalid',
  });
  expect(hub.provider('p1').asked).toEqual([]);
});

test('a market is analysed, and the answer is of its schema', async () => {
  const first = await hub.configure();
  const analysis = {
    bias: 'long',
    levels: [{ kind: 'support', price: '2400.5' }],
    reasoning: 'Higher lows.',
    confidence: 0.4,
  };
  hub.provider('p1').answer = says(analysis);
  const body = {
    symbol: 'XAUUSD',
    quotes: [{ at: '2026-01-15T12:00:00Z', bid: '2405.1', ask: '2405.3' }],
    candles: [{ at: '2026-01-15T11:00:00Z', timeframe: '1h', open: '1', high: '2', low: '1', close: '2' }],
    recentSignals: [{ side: 'buy' }],
    question: 'Where would you be wrong?',
  };
  expect(await hub.call('POST', '/api/ai/analyse-market', { body })).toEqual({
    ...analysis,
    configuration: first.id,
    model: 'scripted-1',
    prompt: 'analyse-market/v1',
    cached: false,
  });
  hub.provider('p1').answer = says({ ...analysis, order: 'buy' });
  await expect(hub.call('POST', '/api/ai/analyse-market', { body })).rejects.toMatchObject({
    code: 'answer_unreadable',
  });
});
