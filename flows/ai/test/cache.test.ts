import { FairleadError } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fails, hangs, whole } from './scripted-provider.ts';
import { type FlowHarness, flowHarness } from './flow-harness.ts';

let hub: FlowHarness;
beforeEach(async () => {
  hub = await flowHarness({ settings: { cacheBytes: 40_000 } });
  await hub.configure();
});
afterEach(() => hub.dispose());

const cacheMs = 60_000;
const about = (content: string) => ({ cacheMs, turns: [{ role: 'user', content }] as const });
const asked = () => hub.provider('p1').asked.length;

test('the very same question is answered from memory for as long as the caller allows, and costs nothing', async () => {
  const first = await hub.ask({ cacheMs });
  const again = await hub.ask({ cacheMs });
  expect([first.cached, again.cached]).toEqual([false, true]);
  expect(again).toEqual({ text: 'hello', configuration: first.configuration, model: 'scripted-1', cached: true });
  await hub.clock.advance(59_999);
  expect((await hub.ask({ cacheMs: 30_000 })).cached).toBe(false);
  await hub.clock.advance(1_000);
  expect(await hub.total()).toMatchObject({ answered: 2, cached: 1, costUsd: '0.002' });
});

test('without cacheMs everybody is asked anew', async () => {
  await hub.ask({ cacheMs });
  expect((await hub.ask()).cached).toBe(false);
});

test('whatever makes a question another one makes another answer', async () => {
  const schema = { type: 'object' };
  hub.provider('p1').answer = () => whole('{}');
  const questions = [
    { cacheMs },
    about('another'),
    { cacheMs, purpose: 'report' },
    { cacheMs, temperature: 0 },
    { cacheMs, maxTokens: 5 },
    { cacheMs, answerSchema: { name: 'x', schema } },
    { cacheMs, answerSchema: { name: 'x', schema: { ...schema, maxProperties: 1 } } },
  ];
  for (const question of questions) expect((await hub.ask(question)).cached).toBe(false);
  for (const question of questions) expect((await hub.ask(question)).cached).toBe(true);
  await hub.configure({ priority: 0, connection: 'p2' });
  expect((await hub.ask({ cacheMs })).cached).toBe(false);
});

test('JSON from memory is everybody’s own', async () => {
  hub.provider('p1').answer = () => whole('{"a": 1}');
  const question = { cacheMs, answerSchema: { name: 'x', schema: { type: 'object' } } };
  const first = (await hub.ask(question)).json as { a: number };
  first.a = 2;
  expect((await hub.ask(question)).json).toEqual({ a: 1 });
});

test('a failure is never kept', async () => {
  hub.provider('p1').answer = fails(() => new FairleadError('vendor_rejected'));
  expect(await hub.tryAsk({ cacheMs })).toBe('vendor_rejected');
  hub.provider('p1').answer = () => whole('hello');
  expect(await hub.tryAsk({ cacheMs })).toBe('hello');
});

test('memory is bounded: what was not asked for longest goes first', async () => {
  hub.provider('p1').answer = () => whole('x'.repeat(1_800));
  for (let count = 0; count < 10; count++) await hub.ask(about(`question ${count}`));
  await hub.ask(about('question 2'));
  await hub.ask(about('question 10'));
  expect((await hub.ask(about('question 2'))).cached).toBe(true);
  expect((await hub.ask(about('question 0'))).cached).toBe(false);
  hub.provider('p1').answer = () => whole('x'.repeat(10_000));
  await hub.ask(about('long'));
  expect((await hub.ask(about('long'))).cached).toBe(false);
});

test('the same question asked by many at once is asked once', async () => {
  const answer = Promise.withResolvers<void>();
  hub.provider('p1').answer = () => answer.promise.then(() => whole('hello'));
  const all = Array.from({ length: 20 }, () => hub.ask({ cacheMs }));
  await hub.clock.settle();
  answer.resolve();
  const replies = await Promise.all(all);
  expect(asked()).toBe(1);
  expect(replies.filter(({ cached }) => !cached)).toHaveLength(1);
  expect((await hub.total()).costUsd).toBe('0.001');
});

test('one who gives up takes nobody along; the last to go ends the call', async () => {
  hub.provider('p1').answer = hangs();
  const [first, second] = [new AbortController(), new AbortController()];
  const all = [hub.tryAsk({ cacheMs }, first), hub.tryAsk({ cacheMs }, second)];
  await hub.clock.settle();
  first.abort();
  expect(await all[0]).toBe('cancelled');
  expect(hub.provider('p1').aborted).toBe(0);
  second.abort();
  expect(await all[1]).toBe('cancelled');
  await hub.clock.settle();
  expect([asked(), hub.provider('p1').aborted]).toEqual([1, 1]);
});

test('each who waits keeps to its own deadline, and who has more time than the first asks again', async () => {
  hub.provider('p1').answer = hangs();
  const startMs = hub.clock.monotonic();
  const ask = (timeoutMs: number) =>
    hub.tryAsk({ cacheMs }, { timeoutMs }).then((result) => [result, hub.clock.monotonic() - startMs]);
  const [first, shorter, longer] = [ask(10_000), ask(4_000), ask(30_000)];
  await hub.clock.advance(9_000);
  hub.provider('p1').answer = () => whole('at last');
  await hub.clock.advance(30_000);
  expect(await shorter).toEqual(['timeout', 4_000]);
  expect(await first).toEqual(['timeout', 10_000]);
  expect(await longer).toEqual(['at last', 10_000]);
});
