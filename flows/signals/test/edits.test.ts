import { afterEach, beforeEach, expect, test } from 'vitest';
import { progressQuestion, signalQuestion } from '../src/contract.ts';
import { signalId } from '../src/model/ids.ts';
import { connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const buy = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const sell = 'XAUUSD SELL 4329\nTP 4320\nTP 4310\nSL 4340';
const id = signalId(connectionId, 'm1', 0);

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

const edit = async (text: string, change: 'edited' | 'deleted' = 'edited') => {
  await harness.clock.advance(5_000);
  await harness.say({ id: 'm1', text, change });
};
const trade = (to: 'executing' | 'open' | 'closed', publication = 1) =>
  harness.ask(progressQuestion, { id, to, publication });

test('corrected levels replace those of a signal that is not published', async () => {
  await harness.say({ id: 'm1', text: buy });
  await edit(buy.replace('4320', '4322'));
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', signal: { stopLoss: '4322' } });
  expect(await harness.told(id)).toEqual(['signal.parsed', 'signal.review_requested', 'signal.edited']);
});

test('a typo that the checks refused is published after its correction, where the policy allows it', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy.replace('4320', '4420') });
  expect((await harness.signal('m1'))?.status).toBe('rejected');
  await edit(buy);
  expect((await harness.signal('m1'))?.status).toBe('published');
});

test('where edits are looked at by a person, a corrected signal waits', async () => {
  await harness.configure({ policy: { ...loosest, edits: 'review' } });
  await harness.say({ id: 'm1', text: buy.replace('4320', '4420') });
  await edit(buy);
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', reasons: [{ code: 'levels_changed' }, {}] });
});

test('a change of direction goes to review, even under the loosest policy', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await edit(sell);
  expect(await harness.signal('m1')).toMatchObject({
    status: 'review',
    signal: { side: 'sell' },
    reasons: [{ code: 'direction_changed' }],
  });
  expect(await harness.told(id)).toEqual([
    'signal.parsed',
    'signal.published',
    'signal.withdrawn',
    'signal.review_requested',
  ]);
});

test('an edit that leaves no signal withdraws it', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await edit('Sorry, wrong channel. Have a nice day.');
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', reasons: [{ code: 'edited_away' }] });
});

test('a deleted message withdraws its signal while nobody trades it', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await edit('', 'deleted');
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', reasons: [{ code: 'message_deleted' }] });
});

test('corrected levels of a published signal are an update, applied where the policy allows it', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await edit(buy.replace('4320', '4324'));
  expect(await harness.signal('m1')).toMatchObject({
    status: 'published',
    signal: { stopLoss: '4320' },
    standing: { stopLoss: '4324' },
  });
  expect((await harness.updates())[0]?.state).toMatchObject({ status: 'applied', foundBy: 'edit', target: id });
});

test('corrected levels of a published signal wait for a person otherwise', async () => {
  await harness.configure({ policy: { ...loosest, edits: 'review' } });
  await harness.say({ id: 'm1', text: buy });
  await edit(buy.replace('4320', '4324'));
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4320');
  const [update] = await harness.updates();
  expect(update?.state).toMatchObject({ status: 'unresolved', reasons: [{ code: 'edits_reviewed' }] });
  await harness.call('POST', '/api/signals/updates/{id}/resolve', { params: { id: update?.id ?? '' } });
  expect((await harness.signal('m1'))?.standing?.stopLoss).toBe('4324');
});

test('an edit that changes no level leaves a stop alone that was moved since', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Move SL to breakeven', replyTo: 'm1' });
  await edit(`${buy}\nGood luck!`);
  expect(await harness.signal('m1')).toMatchObject({
    status: 'published',
    standing: { breakEven: true, stopLoss: '4329' },
  });
  expect(await harness.updates()).toHaveLength(1);
});

test('a signal that is traded stays as it is, and a person is called, when its message turns or goes', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  expect(await trade('executing')).toEqual({ outcome: 'done' });
  await edit(sell);
  await edit('', 'deleted');
  expect(await harness.signal('m1')).toMatchObject({ status: 'executing', signal: { side: 'buy' } });
  expect(harness.incidents.map(({ code }) => code)).toEqual(['signal_direction_changed', 'signal_message_deleted']);
  expect((await harness.updates()).map(({ state }) => state.status)).toEqual(['unresolved', 'unresolved']);
  expect((await harness.told(id)).slice(-2)).toEqual(['signal.message_changed', 'signal.message_changed']);
});

test('a signal that was withdrawn is not begun; published again it is another publication', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await edit(sell);
  expect(await trade('executing')).toEqual({ outcome: 'refused' });
  await harness.call('POST', '/api/signals/{id}/publish', { params: { id } });
  expect(await trade('executing')).toEqual({ outcome: 'refused' });
  expect(await trade('executing', 2)).toEqual({ outcome: 'done' });
  expect(await harness.ask(signalQuestion, { id })).toMatchObject({
    status: 'executing',
    publications: 2,
    signal: { side: 'sell' },
  });
});

test('trading goes forward only, and a repeat does no harm', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  for (const to of ['executing', 'open', 'open', 'executing', 'closed'] as const) {
    expect(await trade(to)).toEqual({ outcome: 'done' });
  }
  expect((await harness.signal('m1'))?.status).toBe('closed');
  expect((await harness.told(id)).slice(2)).toEqual(['signal.executing', 'signal.opened', 'signal.closed']);
});

test('what a person has changed is not overwritten by an edit of the message', async () => {
  await harness.say({ id: 'm1', text: buy });
  await harness.call('POST', '/api/signals/{id}/edit', { params: { id }, body: { stopLoss: '4318.0' } });
  await edit(buy.replace('4320', '4324'));
  expect(await harness.signal('m1')).toMatchObject({
    status: 'review',
    readBy: 'person',
    signal: { stopLoss: '4318', origins: { stopLoss: 'edited' } },
    said: { stopLoss: '4324' },
  });
});

test('a message that the hub sees as an edit first is looked at by a person', async () => {
  await harness.configure({ policy: loosest });
  const first = harness.store({ id: 'm1', text: buy });
  await edit(buy.replace('4320', '4322'));
  await harness.deliver(first);
  const codes = (await harness.signal('m1'))?.reasons.map(({ code }) => code);
  expect(codes).toContain('beginning_missed');
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', signal: { stopLoss: '4322' } });
});

test('chatter that an edit turns into a signal waits for a person where edits are looked at', async () => {
  await harness.configure({ policy: { ...loosest, edits: 'review' } });
  await harness.say({ id: 'm1', text: 'Good morning everyone, have a great week!' });
  await edit(buy);
  expect(await harness.signal('m1')).toMatchObject({ status: 'review', reasons: [{ code: 'message_edited' }, {}] });
});

test('of two signals in a message the one that an edit takes out goes to review, and the other stays', async () => {
  await harness.configure({ policy: loosest });
  const two = `${buy}\n\nEURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100`;
  await harness.say({ id: 'm1', text: two });
  expect(await harness.signals()).toHaveLength(2);
  await edit(buy);
  expect((await harness.signal('m1'))?.status).toBe('published');
  expect(await harness.signal('m1', 1)).toMatchObject({ status: 'review', reasons: [{ code: 'edited_away' }] });
});
