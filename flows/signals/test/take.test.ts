import { afterEach, beforeEach, expect, test } from 'vitest';
import { signalId } from '../src/model/ids.ts';
import { connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const buy = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const idOf = (message: string, index = 0) => signalId(connectionId, message, index);

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

test('a signal of a channel that publishes nothing by itself waits in review and says why', async () => {
  await harness.say({ id: 'm1', text: buy });
  expect(await harness.signal('m1')).toMatchObject({
    status: 'review',
    signal: { symbol: 'XAUUSD', side: 'buy', entry: ['4329', '4329'], stopLoss: '4320', takeProfits: ['4334', '4339'] },
    reasons: [{ code: 'auto_publish_off' }, { code: 'market_not_checked' }],
  });
  expect(await harness.told(idOf('m1'))).toEqual(['signal.parsed', 'signal.review_requested']);
});

test('a signal that reaches the threshold of its channel is published', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  expect(await harness.signal('m1')).toMatchObject({
    status: 'published',
    publications: 1,
    standing: { stopLoss: '4320' },
  });
  expect(await harness.told(idOf('m1'))).toEqual(['signal.parsed', 'signal.published']);
});

test('chatter leaves a reading and no signal', async () => {
  await harness.say({ id: 'm1', text: 'Good morning everyone, have a great week!' });
  expect(await harness.reading('m1')).toMatchObject({ parse: { kind: 'chatter' }, slots: 0 });
  expect(await harness.signals()).toEqual([]);
});

test('a message that is delivered twice gives its signal once', async () => {
  await harness.configure({ policy: loosest });
  const event = await harness.say({ id: 'm1', text: buy });
  await harness.deliver(event);
  expect(await harness.told(idOf('m1'))).toEqual(['signal.parsed', 'signal.published']);
  expect(await harness.signals()).toHaveLength(1);
});

test.each([
  ['the stop is on the wrong side', 'XAUUSD BUY 4329\nTP 4334\nSL 4340', 'rejected', 'sl_wrong_side'],
  ['a digit of a target is missing', 'XAUUSD BUY 4329\nTP 433\nSL 4320', 'rejected', 'tp_magnitude'],
  ['there is no stop', 'XAUUSD BUY 4329\nTP 4334', 'review', 'no_stop_loss'],
])('even the loosest policy does not publish when %s', async (_what, text, status, code) => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text });
  const stored = await harness.signal('m1');
  expect(stored?.status).toBe(status);
  expect(stored?.reasons.map((one) => one.code)).toContain(code);
});

test.each([
  ['came in a flood', { flooded: true }, 'flooded'],
  ['is older than the policy allows', { ageMs: 601_000 }, 'too_old'],
  ['claims to be from the future', { ageMs: -600_000 }, 'clock_skew'],
])('a message that %s is looked at by a person', async (_what, part, code) => {
  await harness.configure({ policy: { publish: { ...loosest.publish, maxAgeSeconds: 600 } } });
  await harness.say({ id: 'm1', text: buy, ...part });
  expect(await harness.signal('m1')).toMatchObject({
    status: 'review',
    reasons: [{ code }, { code: 'market_not_checked' }],
  });
});

test('a clock that is a minute ahead is tolerated', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy, ageMs: -60_000 });
  expect((await harness.signal('m1'))?.status).toBe('published');
});

test('a repost is linked to the signal that it repeats, and not published again', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await harness.clock.advance(60_000);
  await harness.say({ id: 'm2', text: `Forwarded: ${buy}` });
  expect(await harness.signal('m2')).toMatchObject({
    status: 'rejected',
    duplicateOf: idOf('m1'),
    reasons: [{ code: 'duplicate' }],
  });
});

test('the same levels are a new signal when the window is over, and other levels at once', async () => {
  await harness.configure({ policy: { ...loosest, duplicateMinutes: 10 } });
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: buy.replace('4329', '4310').replace('4320', '4300') });
  await harness.clock.advance(11 * 60_000);
  await harness.say({ id: 'm3', text: buy });
  expect((await harness.signal('m2'))?.status).toBe('published');
  expect((await harness.signal('m3'))?.status).toBe('published');
});

test('no more signals than allowed are published within an hour', async () => {
  await harness.configure({ policy: { publish: { ...loosest.publish, mostPerHour: 2 } } });
  const text = (symbol: string) => `${symbol} BUY NOW 1.1000\nSL 1.0950\nTP 1.1100`;
  for (const [index, symbol] of ['EURUSD', 'GBPUSD', 'AUDUSD'].entries()) {
    await harness.say({ id: `m${index}`, text: text(symbol) });
  }
  expect((await harness.signal('m1'))?.status).toBe('published');
  expect(await harness.signal('m2')).toMatchObject({ status: 'review', reasons: [{ code: 'hourly_limit' }, {}] });
  await harness.clock.advance(3_600_001);
  await harness.say({ id: 'm9', text: text('NZDUSD') });
  expect((await harness.signal('m9'))?.status).toBe('published');
});

test('symbols and types of order that a policy does not name wait for a person', async () => {
  await harness.configure({ policy: { publish: { ...loosest.publish, symbols: ['EURUSD'], orderTypes: ['market'] } } });
  await harness.say({ id: 'm1', text: 'XAUUSD BUY LIMIT 4329\nTP 4334\nSL 4320' });
  const codes = (await harness.signal('m1'))?.reasons.map(({ code }) => code);
  expect(codes).toEqual(['order_type_not_allowed', 'symbol_not_allowed', 'market_not_checked']);
});

test('where a quote is known, an entry far from the market waits for a person', async () => {
  await harness.dispose();
  harness = await flowHarness({ settings: { quoteOf: async () => '3100' } });
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', reasons: [{ code: 'far_from_market' }] });
});

test('a text that an event only begins is asked for whole', async () => {
  await harness.configure({ rules: { ignoreContaining: ['#advertisement'] } });
  await harness.say({ id: 'm1', text: `${buy}${' '.repeat(4_096)}#advertisement` });
  expect((await harness.reading('m1'))?.parse?.kind).toBe('chatter');
});

test('a feed’s title is read as well', async () => {
  await harness.say({ id: 'm1', title: 'XAUUSD BUY 4329', text: 'TP 4334\nTP 4339\nSL 4320' });
  expect(await harness.signal('m1')).toMatchObject({ signal: { entry: ['4329', '4329'], stopLoss: '4320' } });
});

test('rules that were changed count for the next message', async () => {
  await harness.say({ id: 'm1', text: 'the shiny stuff BUY 4329\nTP 4334\nSL 4320' });
  expect(await harness.signal('m1')).toBeUndefined();
  await harness.configure({ rules: { symbolAliases: { 'the shiny stuff': 'XAUUSD' } } });
  await harness.say({ id: 'm2', text: 'the shiny stuff BUY 4329\nTP 4334\nSL 4320' });
  expect(await harness.signal('m2')).toMatchObject({ signal: { symbol: 'XAUUSD' } });
});

test('signals that nobody acts on expire after the time of their channel', async () => {
  await harness.configure({ policy: { ...loosest, publishedMinutes: 60 } });
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'XAUUSD BUY 4329\nTP 4334' });
  await harness.clock.advance(61 * 60_000);
  await harness.sweep();
  expect((await harness.signal('m1'))?.status).toBe('expired');
  expect((await harness.signal('m2'))?.status).toBe('review');
  await harness.clock.advance(240 * 60_000);
  await harness.sweep();
  expect((await harness.signal('m2'))?.status).toBe('expired');
  expect(await harness.told(idOf('m2'))).toContain('signal.expired');
});
