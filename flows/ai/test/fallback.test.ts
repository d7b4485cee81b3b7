import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorCode, FairleadError } from '@fairlead/sdk';
import { fails, hangs, whole } from './scripted-provider.ts';
import { activeConnection, type FlowHarness, flowHarness } from './flow-harness.ts';

let hub: FlowHarness;
beforeEach(async () => {
  hub = await flowHarness();
});
afterEach(() => hub.dispose());

const fault = (code: ErrorCode, retryAfterMs?: number) => () => new FairleadError(code, { retryAfterMs });

async function two() {
  const first = await hub.configure();
  const second = await hub.configure({ connection: 'p2' });
  hub.provider('p2').answer = () => whole('from the second');
  return [first, second] as const;
}

test('the first by priority answers, and says what it took', async () => {
  await hub.configure({ priority: 20, connection: 'p2' });
  const first = await hub.configure({ priority: 10, temperature: 0.5, maxTokens: 50, fallbackModels: ['other'] });
  expect(await hub.ask({ maxTokens: 80 })).toEqual({
    text: 'hello',
    configuration: first.id,
    model: 'scripted-1',
    usage: { promptTokens: 100, completionTokens: 10, costUsd: '0.001' },
    cached: false,
  });
  expect(hub.provider('p1').asked).toEqual([
    {
      model: 'model-2',
      fallbackModels: ['other'],
      turns: [{ role: 'user', content: 'hello?' }],
      temperature: 0.5,
      maxTokens: 50,
    },
  ]);
  expect(hub.provider('p2').asked).toEqual([]);
});

describe('the next is asked after', () => {
  const codes: readonly ErrorCode[] = [
    'credentials_invalid',
    'quota_exhausted',
    'settings_invalid',
    'rate_limited',
    'unreachable',
    'vendor_error',
    'answer_unreadable',
    'vendor_rejected',
    'plugin_threw',
  ];
  test.each(codes)('%s', async (code) => {
    await two();
    hub.provider('p1').answer = fails(fault(code));
    expect(await hub.tryAsk()).toBe('from the second');
    expect((await hub.total()).failed).toEqual({ [code]: 1 });
    // Once each: the guard does not repeat what the flow repeats.
    expect([hub.provider('p1').asked.length, hub.provider('p2').asked.length]).toEqual([1, 1]);
  });

  test.each([
    ['an answer that was cut short', whole('{"a', { finish: 'length' }), 'cut_short'],
    ['an answer that was filtered', whole('', { finish: 'filtered' }), 'filtered'],
    ['an answer that ended for no known reason', whole('{}', { finish: 'other' }), 'ended_oddly'],
    ['an empty answer', whole(''), 'empty'],
    ['an answer that is not JSON', whole('Sure! {"a": 1}'), 'not_json'],
    ['an answer that does not fit its schema', whole('{"a": "1"}'), 'not_of_schema'],
    ['an answer with more members than its schema has', whole('{"a": 1, "publish": true}'), 'not_of_schema'],
  ])('%s, which is counted with what it cost', async (_title, answer, name) => {
    await two();
    hub.provider('p1').answer = () => answer;
    hub.provider('p2').answer = () => whole('{"a": 2}');
    const schema = {
      type: 'object',
      properties: { a: { type: 'integer' } },
      required: ['a'],
      additionalProperties: false,
    };
    const reply = await hub.ask({ answerSchema: { name: 'a', schema } });
    expect(reply.json).toEqual({ a: 2 });
    expect(await hub.total()).toMatchObject({
      answered: 1,
      failed: { [name]: 1 },
      costUsd: '0.002',
      promptTokens: 200,
    });
  });
});

test('input that does not fit is nobody’s to answer, and goes back at once', async () => {
  await two();
  hub.provider('p1').answer = fails(fault('input_invalid'));
  expect(await hub.tryAsk()).toBe('input_invalid');
  expect(hub.provider('p2').asked).toEqual([]);
});

test('a schema that cannot be compiled is refused before anybody is asked', async () => {
  await two();
  expect(await hub.tryAsk({ answerSchema: { name: 'x', schema: { type: 'nonsense' } } })).toBe('input_invalid');
  expect(await hub.tryAsk({ answerSchema: { name: 'x', schema: { $ref: 'https://example.com/x' } } })).toBe(
    'input_invalid',
  );
  expect(hub.provider('p1').asked).toEqual([]);
});

test('a socket that hangs costs its configuration’s timeout, and no more', async () => {
  await hub.configure({ timeoutMs: 2_000 });
  await hub.configure({ connection: 'p2' });
  hub.provider('p1').answer = hangs();
  const startedMs = hub.clock.monotonic();
  const asked = hub.ask().then(() => hub.clock.monotonic() - startedMs);
  await hub.clock.advance(10_000);
  expect(await asked).toBe(2_000);
  expect(hub.provider('p1').aborted).toBe(1);
});

test('one deadline holds for all that is tried', async () => {
  await hub.configure({ timeoutMs: 4_000 });
  await hub.configure({ connection: 'p2', timeoutMs: 4_000 });
  hub.provider('p1').answer = hangs();
  hub.provider('p2').answer = hangs();
  const startedMs = hub.clock.monotonic();
  const asked = hub.tryAsk({}, { timeoutMs: 6_000 }).then((code) => [code, hub.clock.monotonic() - startedMs]);
  await hub.clock.advance(60_000);
  expect(await asked).toEqual(['timeout', 6_000]);
});

test('who gives up ends the call to the provider, and nobody else is asked', async () => {
  await two();
  hub.provider('p1').answer = hangs();
  const gone = new AbortController();
  const asked = hub.tryAsk({}, { signal: gone.signal });
  await hub.clock.settle();
  gone.abort();
  expect(await asked).toBe('cancelled');
  expect([hub.provider('p1').aborted, hub.provider('p2').asked.length]).toEqual([1, 0]);
});

test('when none answers, the error is that of the last, and says what was tried', async () => {
  const [first, second] = await two();
  hub.provider('p1').answer = fails(fault('vendor_error'));
  hub.provider('p2').answer = fails(fault('vendor_rejected'));
  await expect(hub.ask()).rejects.toMatchObject({
    code: 'vendor_rejected',
    details: { tried: [`${first.id}: vendor_error`, `${second.id}: vendor_rejected`] },
  });
  expect(await hub.told()).toContain('ai.call_failed');
});

test('calls that all fail are told of once in ten seconds, with their number', async () => {
  await hub.configure();
  hub.provider('p1').answer = fails(fault('vendor_rejected'));
  for (let count = 0; count < 5; count++) await hub.tryAsk();
  await hub.clock.advance(10_000);
  await hub.tryAsk();
  expect((await hub.told()).filter((type) => type === 'ai.call_failed')).toHaveLength(2);
});

test('without a configuration for the purpose it says so', async () => {
  await hub.configure({ purposes: ['parse-message'] });
  await hub.configure({ enabled: false });
  expect(await hub.tryAsk()).toBe('feature_unsupported');
  expect(await hub.tryAsk({ purpose: 'parse-message' })).toBe('hello');
});

test('connections that are not active, and lanes that are open, are passed by', async () => {
  await two();
  hub.connections.set('p1', activeConnection('p1', { status: 'paused' }));
  hub.connectionChanged('p1');
  expect(await hub.tryAsk()).toBe('from the second');
  hub.connections.set('p2', activeConnection('p2', { status: 'paused' }));
  hub.connectionChanged('p2');
  expect(await hub.tryAsk()).toBe('connection_inactive');
  expect((await hub.total()).skipped).toEqual({ connection_inactive: 3 });
});

test('of an open lane one call a second asks the guard, so that its breaker can close again', async () => {
  await two();
  hub.standings.set('p1', { health: 'unhealthy', open: false });
  for (let count = 0; count < 10; count++) await hub.tryAsk();
  expect(hub.provider('p1').asked).toHaveLength(1);
  expect((await hub.total()).skipped).toEqual({ lane_open: 9 });
  await hub.clock.advance(1_000);
  expect(await hub.tryAsk()).toBe('hello');
});
