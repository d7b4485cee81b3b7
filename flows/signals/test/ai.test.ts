import { FairleadError } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signalId } from '../src/model/ids.ts';
import type { ParseResult, ParserRules } from '../src/model/parse-result.ts';
import { createParser } from '../src/parse/index.ts';
import { type Claimed, connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

/** A text that rules alone read as one that they do not settle, or only half. */
const vague = 'gold looks like a buy around 4329, stop under 4320, first stop of the train at 4334';
const claimed = {
  symbol: 'XAUUSD',
  side: 'buy',
  orderType: 'limit',
  entry: ['4329'],
  stopLoss: '4320',
  takeProfits: ['4334'],
  runner: false,
} as const;
const id = signalId(connectionId, 'm1', 0);

let harness: FlowHarness;
/** The real parser, but for how sure it is of one text. */
const unsure = (part: Partial<ParseResult>) => (rules: ParserRules) => {
  const parser = createParser(rules);
  return { parse: (text: string) => (text.includes('4329') ? { ...parser.parse(text), ...part } : parser.parse(text)) };
};
const open = async (part: Partial<ParseResult>) => {
  harness = await flowHarness({ settings: { makeParser: unsure(part) } });
  await harness.configure({
    policy: { publish: { ...loosest.publish, minConfidence: 0.8 }, edits: 'auto' },
    ai: { enabled: true },
  });
};
const answer = (claim: Claimed) => {
  harness.model = async () => claim;
};
const nothing: Partial<ParseResult> = { kind: 'chatter', signals: [], actions: [], confidence: 0.4, unsettled: true };
const whole = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const wholeClaim = { ...claimed, orderType: null, takeProfits: ['4334', '4339'] };

beforeEach(() => open(nothing));
afterEach(() => harness.dispose());

test('no model is asked about what rules settle, nor where the channel does not allow it', async () => {
  await harness.say({ id: 'm1', text: 'Good morning everyone, have a great week!' });
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm2', text: vague });
  expect(harness.jobs).toEqual([]);
});

test('what a model reads alone goes to review at best, with where it comes from', async () => {
  answer({ kind: 'signal', signals: [claimed] });
  await harness.say({ id: 'm1', text: vague });
  expect(await harness.signals()).toEqual([]);
  await harness.runJobs();
  expect(await harness.signal('m1')).toMatchObject({
    status: 'review',
    readBy: 'ai',
    signal: { stopLoss: '4320', origins: { stopLoss: 'ai' } },
  });
  expect((await harness.signal('m1'))?.reasons.map(({ code }) => code)).toContain('read_by_ai');
});

test.each([
  ['a number that the text does not have', { ...claimed, stopLoss: '4321' }, 'number_not_in_text'],
  ['a symbol that the text does not name', { ...claimed, symbol: 'EURUSD' }, 'symbol_not_in_text'],
  ['a stop on the wrong side', { ...claimed, side: 'sell' as const }, 'sl_wrong_side'],
])('a model’s claim with %s is refused', async (_what, claim, reject) => {
  answer({ kind: 'signal', signals: [claim] });
  await harness.say({ id: 'm1', text: vague });
  await harness.runJobs();
  expect(await harness.signal('m1')).toMatchObject({ status: 'rejected', signal: { valid: false, reject } });
});

test('numbers are the same however they are written', async () => {
  answer({ kind: 'signal', signals: [{ ...claimed, entry: ['4329.50'], stopLoss: '4320.00', takeProfits: ['4334'] }] });
  await harness.say({ id: 'm1', text: 'Gold Kauf vielleicht bei 4.329,50, Absicherung unter 4320, Blick auf 4334' });
  await harness.runJobs();
  expect(await harness.signal('m1')).toMatchObject({
    status: 'review',
    signal: { entry: ['4329.5', '4329.5'], valid: true },
  });
});

test('a model that reads the same as the rules raises their confidence over the threshold', async () => {
  await harness.dispose();
  await open({ confidence: 0.6 });
  answer({ kind: 'signal', signals: [wholeClaim] });
  await harness.say({ id: 'm1', text: whole });
  expect((await harness.signal('m1'))?.status).toBe('parsed');
  await harness.runJobs();
  expect(await harness.signal('m1')).toMatchObject({ status: 'published', readBy: 'rules_and_ai', confidence: 0.84 });
  expect(await harness.told(id)).toEqual(['signal.parsed', 'signal.published']);
});

test('what the rules would not bet on is not published, though a model agrees', async () => {
  await harness.dispose();
  await open({ confidence: 0.45, unsettled: true });
  answer({ kind: 'signal', signals: [wholeClaim] });
  await harness.say({ id: 'm1', text: whole });
  await harness.runJobs();
  const stored = await harness.signal('m1');
  expect(stored).toMatchObject({ status: 'review', readBy: 'rules_and_ai' });
  expect(stored?.reasons.map(({ code }) => code)).toContain('unsettled');
});

test('a model that reads otherwise than the rules sends their signal to review', async () => {
  await harness.dispose();
  await open({ confidence: 0.6 });
  answer({ kind: 'chatter' });
  await harness.say({ id: 'm1', text: whole });
  await harness.runJobs();
  expect((await harness.signal('m1'))?.reasons.map(({ code }) => code)).toContain('ai_differs');
  expect((await harness.signal('m1'))?.status).toBe('review');
});

test('without any model the signal goes to review at once; a failing one is tried again first', async () => {
  await harness.dispose();
  await open({ confidence: 0.6 });
  await harness.say({ id: 'm1', text: whole });
  await harness.runJobs();
  expect((await harness.signal('m1'))?.reasons.map(({ code }) => code)).toContain('ai_unavailable');
  harness.model = async () => {
    throw new FairleadError('vendor_error', { message: 'down' });
  };
  await harness.say({ id: 'm2', text: whole.replace('XAUUSD', 'XAGUSD') });
  const [job] = harness.jobs;
  await expect(harness.runJobs(1)).rejects.toMatchObject({ code: 'vendor_error' });
  expect((await harness.signal('m2'))?.status).toBe('parsed');
  harness.jobs.push(job as never);
  await harness.runJobs(4);
  expect((await harness.signal('m2'))?.status).toBe('review');
});

test('an answer about a revision that was edited since changes nothing', async () => {
  answer({ kind: 'signal', signals: [claimed] });
  await harness.say({ id: 'm1', text: vague });
  const [job] = harness.jobs.splice(0);
  harness.model = async () => {
    await harness.clock.advance(1_000);
    await harness.say({ id: 'm1', text: 'Good morning everyone, have a great week!', change: 'edited' });
    return { kind: 'signal', signals: [claimed] };
  };
  harness.jobs.push(job as never);
  await harness.runJobs();
  expect(await harness.signals()).toEqual([]);
  expect(await harness.reading('m1')).toMatchObject({ latest: { change: 'edited' }, ai: null });
});

test('an update that only a model reads waits for a person', async () => {
  await harness.say({ id: 'm0', text: 'EURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100' });
  answer({ kind: 'update', actions: [{ type: 'close', price: null, percent: null, index: null }] });
  await harness.say({ id: 'm1', text: 'that 4329 thing, I am out of it', replyTo: 'm0' });
  await harness.runJobs();
  expect((await harness.updates()).map(({ state }) => state)).toMatchObject([
    { status: 'unresolved', reasons: [{ code: 'read_by_ai' }], target: signalId(connectionId, 'm0', 0) },
  ]);
});

test('a signal whose model never answered comes to a person by time', async () => {
  await harness.dispose();
  await open({ confidence: 0.6 });
  await harness.say({ id: 'm1', text: whole });
  harness.jobs.splice(0);
  await harness.clock.advance(16 * 60_000);
  await harness.sweep();
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', reasons: [{ code: 'ai_unavailable' }, {}, {}] });
});
