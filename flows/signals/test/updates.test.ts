import { afterEach, beforeEach, expect, test } from 'vitest';
import { signalId } from '../src/model/ids.ts';
import { connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const buy = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const idOf = (message: string, index = 0) => signalId(connectionId, message, index);

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
  await harness.configure({ policy: loosest });
});
afterEach(() => harness.dispose());

const only = async () => (await harness.updates())[0]?.state;
const codes = async () => (await only())?.reasons.map(({ code }) => code);

test('a reply moves the stop of the signal that it replies to, and says so', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to 4325', replyTo: 'm1' });
  expect(await harness.signal('m1')).toMatchObject({ standing: { stopLoss: '4325' }, signal: { stopLoss: '4320' } });
  expect(await only()).toMatchObject({ status: 'applied', foundBy: 'reply', target: idOf('m1') });
  expect(await harness.told(idOf('m1'))).toEqual(['signal.parsed', 'signal.published', 'signal.updated']);
});

test('an update that is delivered twice is applied once', async () => {
  await harness.say({ id: 'm1', text: buy });
  const event = await harness.say({ id: 'm2', text: 'Close half now', replyTo: 'm1' });
  await harness.deliver(event);
  expect((await harness.signal('m1'))?.standing?.closedParts).toHaveLength(1);
  expect(await harness.updates()).toHaveLength(1);
});

test('without a reply the newest open signal of the symbol is meant', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'EURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100' });
  await harness.say({ id: 'm3', text: 'XAUUSD: move SL to 4325' });
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4325');
  expect(await only()).toMatchObject({ status: 'applied', foundBy: 'symbol' });
});

test('without a symbol the only open signal is meant; with two of them a person says which', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to breakeven' });
  expect(await harness.signal('m1')).toMatchObject({ standing: { breakEven: true, stopLoss: '4329' } });
  await harness.say({ id: 'm3', text: 'EURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100' });
  await harness.say({ id: 'm4', text: 'Move SL to breakeven' });
  const waiting = (await harness.updates()).find(({ state }) => state.messageId === 'm4');
  expect(waiting?.state).toMatchObject({ status: 'unresolved', target: null, reasons: [{ code: 'several_open' }] });
  expect(await harness.told(waiting?.id ?? '')).toEqual(['update.unresolved']);
});

test('with signals of both directions open for a symbol a person says which is meant', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'XAUUSD SELL 4350\nTP 4340\nSL 4360' });
  await harness.say({ id: 'm3', text: 'XAUUSD: close now' });
  expect(await codes()).toEqual(['opposite_sides']);
});

test('an update with nothing open goes to a person', async () => {
  await harness.say({ id: 'm1', text: 'XAUUSD: move SL to 4325' });
  expect(await codes()).toEqual(['no_open_signal']);
});

test('a reply that is here before its message waits for it, and is applied when it comes', async () => {
  const first = harness.store({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to 4325', replyTo: 'm1' });
  expect(await codes()).toEqual(['target_unknown']);
  await harness.deliver(first);
  expect(await only()).toMatchObject({ status: 'applied', target: idOf('m1'), reasons: [] });
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4325');
});

test('a reply to an update is about that update’s signal', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'EURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100' });
  await harness.say({ id: 'm3', text: 'Move SL to 4325', replyTo: 'm1' });
  await harness.say({ id: 'm4', text: 'Close half now', replyTo: 'm3' });
  expect((await harness.signal('m1'))?.standing?.closedParts).toHaveLength(1);
});

test.each([
  ['beyond the entry while no target was reached', 'Move SL to 4331', 'stop_beyond_entry'],
  ['beyond a target that is open', 'Move SL to 4336', 'stop_beyond_target'],
  ['away from the entry', 'Move SL to 4310', 'stop_widened'],
  ['to where a digit is missing', 'Move SL to 433', 'sl_magnitude'],
])('a stop is never moved %s by itself', async (_where, text, code) => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text, replyTo: 'm1' });
  expect(await codes()).toContain(code);
  expect(await harness.signal('m1')).toMatchObject({ status: 'published', standing: { stopLoss: '4320' } });
});

test('a stop goes beyond the entry once a target was reached', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'TP1 hit', replyTo: 'm1' });
  await harness.say({ id: 'm3', text: 'Move SL to 4331', replyTo: 'm1' });
  expect(await harness.signal('m1')).toMatchObject({ standing: { stopLoss: '4331', hit: [1] } });
});

test('the last target closes a signal that nobody trades', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'TP2 hit', replyTo: 'm1' });
  expect(await harness.signal('m1')).toMatchObject({ status: 'closed', standing: { hit: [1, 2] } });
  expect(await harness.told(idOf('m1'))).toContain('signal.closed');
});

test('what a channel cancels before it was published is rejected', async () => {
  await harness.configure({});
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Cancel this', replyTo: 'm1' });
  expect(await harness.signal('m1')).toMatchObject({ status: 'rejected', reasons: [{ code: 'cancelled_by_channel' }] });
});

test.each([
  ['in a flood', { policy: loosest }, { flooded: true }, 'flooded'],
  ['from a channel whose updates are looked at', { policy: { ...loosest, updates: 'review' } }, {}, 'updates_reviewed'],
])('an update %s waits for a person', async (_what, content, part, code) => {
  await harness.configure(content);
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to 4325', replyTo: 'm1', ...part });
  expect(await codes()).toEqual([code]);
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4320');
});

test('a person says which signal an update is about, and overrules the checks only with a reason', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to 4310', replyTo: 'm1' });
  const id = (await harness.updates())[0]?.id ?? '';
  const path = '/api/signals/updates/{id}/resolve';
  const listed = await harness.call<{ items: unknown[] }>('GET', '/api/signals/updates', {
    query: { status: 'unresolved' },
  });
  expect(listed.items).toMatchObject([{ id, target: idOf('m1'), reasons: [{ code: 'stop_widened' }] }]);
  await expect(harness.call('POST', path, { params: { id } })).rejects.toMatchObject({ code: 'conflict' });
  await harness.call('POST', path, { params: { id }, body: { override: { reason: 'the channel is right' } } });
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4310');
  await expect(harness.call('POST', path, { params: { id } })).rejects.toMatchObject({ code: 'conflict' });
});

test('an update is resolved to a signal of its own channel only', async () => {
  await harness.say({ id: 'm1', text: 'XAUUSD: move SL to 4325' });
  await harness.configure({ policy: loosest }, 'c2');
  await harness.say({ id: 'm1', text: buy, connection: 'c2' });
  const id = (await harness.updates())[0]?.id ?? '';
  const resolve = (signal: string) =>
    harness.call('POST', '/api/signals/updates/{id}/resolve', { params: { id }, body: { signal } });
  await expect(resolve(signalId('c2', 'm1', 0))).rejects.toMatchObject({ code: 'invalid_request' });
});

test('an update that was set aside is not applied any more', async () => {
  await harness.say({ id: 'm1', text: 'XAUUSD: move SL to 4325' });
  const id = (await harness.updates())[0]?.id ?? '';
  await harness.call('POST', '/api/signals/updates/{id}/dismiss', { params: { id } });
  await expect(harness.call('POST', '/api/signals/updates/{id}/resolve', { params: { id } })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await only()).toMatchObject({ status: 'dismissed', settledBy: 'u1@example.com' });
});

test('an update that was edited after it was applied is not applied twice: a person looks', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to 4325', replyTo: 'm1' });
  await harness.clock.advance(1_000);
  await harness.say({ id: 'm2', text: 'Move SL to 4326', replyTo: 'm1', change: 'edited' });
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4325');
  expect((await harness.updates()).map(({ state }) => state.status).toSorted()).toEqual(['applied', 'unresolved']);
});

test('an update that a crash left half done is finished by what its signal says', async () => {
  await harness.say({ id: 'm1', text: buy });
  const event = harness.store({ id: 'm2', text: 'Move SL to 4325', replyTo: 'm1' });
  await harness.deliver(event);
  const [stored] = await harness.updates();
  const { updateCollection } = await import('../src/index.ts');
  const repository = harness.storage.repository(updateCollection);
  await repository.update(stored?.id ?? '', (state) => ({ state: { ...state, status: 'applying' } }));
  await harness.clock.advance(120_000);
  await harness.sweep();
  expect((await only())?.status).toBe('applied');
  expect((await harness.signal('m1'))?.history.filter(({ what }) => what === 'move_sl')).toHaveLength(1);
});
