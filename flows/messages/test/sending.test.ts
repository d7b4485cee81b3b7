import { FairleadError } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OutgoingMessage, outgoingCollection } from '../src/index.ts';
import { activeConnection, connectionId, type FlowHarness, flowHarness } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

type View = Pick<OutgoingMessage, 'status' | 'messageId' | 'problem' | 'settled' | 'text'> & { readonly id: string };

const path = '/api/channels/{connectionId}/messages';
const body = { chatId: '@news', text: 'Bonjour 😀' };
const post = (key: string | undefined = 'k1', part: object = {}) =>
  harness.answer('POST', path, { params: { connectionId }, body: { ...body, ...part }, idempotencyKey: key });
const send = async (key?: string, part?: object) => (await post(key, part)).body as View;
const show = async (id: string) =>
  (await harness.call('GET', '/api/outgoing-messages/{id}', { params: { id } })) as View;
const settle = async (id: string, as: 'sent' | 'failed', reason = 'I looked into the chat.') =>
  (await harness.call('POST', '/api/outgoing-messages/{id}/settle', { params: { id }, body: { as, reason } })) as View;

/** A message of which nobody knows whether it was sent. */
async function unknown(key = 'k1'): Promise<View> {
  harness.sender.script.push({ after: new FairleadError('outcome_unknown') });
  return send(key);
}

describe('a message that is sent', () => {
  test('reaches the vendor as it is, with the hub’s id as its reference, and is told of', async () => {
    const { status, body: sent } = await post('k1', { replyTo: 'm7' });
    const { id } = sent as View;
    expect(status).toBe(201);
    expect(sent).toMatchObject({
      connection: connectionId,
      ...body,
      status: 'sent',
      messageId: 'v1',
      createdBy: 'user:u1',
    });
    expect(sent).not.toHaveProperty('requestKey');
    expect(harness.sender.received).toEqual([{ ...body, replyTo: 'm7', reference: id }]);
    expect(await harness.toldOfOutgoing(id)).toEqual(['message.sent']);
    expect(await show(id)).toEqual(sent);
  });

  test('is committed before the vendor is asked', async () => {
    const held = Promise.withResolvers<void>();
    harness.sender.script.push({ hold: held.promise });
    const sending = send();
    while (harness.sender.received.length === 0) await harness.clock.settle();
    const id = harness.sender.received[0]?.reference ?? '';
    expect(await show(id)).toMatchObject({ status: 'sending', ...body });
    expect(await harness.toldOfOutgoing(id)).toEqual([]);
    held.resolve();
    expect(await sending).toMatchObject({ id, status: 'sent' });
  });

  test('is sent once however often it is asked for; the same message comes back', async () => {
    const first = await send();
    const again = await post();
    expect(again).toEqual({ status: 200, body: first, headers: {} });
    expect(harness.sender.received).toHaveLength(1);
  });

  test('is sent a second time with another key', async () => {
    const ids = [(await send('k1')).id, (await send('k2')).id];
    expect(new Set(ids).size).toBe(2);
    expect(harness.sender.received).toHaveLength(2);
  });

  test('is under way for whoever asks meanwhile', async () => {
    const held = Promise.withResolvers<void>();
    harness.sender.script.push({ hold: held.promise });
    const sending = send();
    while (harness.sender.received.length === 0) await harness.clock.settle();
    await expect(post()).rejects.toMatchObject({ code: 'idempotency_in_flight' });
    held.resolve();
    await sending;
    expect(harness.sender.received).toHaveLength(1);
  });

  test.each([{ text: 'Another' }, { chatId: '@other' }, { replyTo: 'm1' }])(
    'is not sent with the key of another: %o',
    async (part) => {
      await send();
      await expect(post('k1', part)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
      expect(harness.sender.received).toHaveLength(1);
    },
  );

  test('needs a key', async () => {
    const request = { params: { connectionId }, body };
    await expect(harness.answer('POST', path, request)).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [{ path: '/headers/idempotency-key' }],
    });
    expect(harness.sender.received).toEqual([]);
  });
});

describe('a connection', () => {
  test('that is not there, cannot send or rests is said to be so, and nothing is stored', async () => {
    harness.connections.set(connectionId, activeConnection(connectionId, { status: 'paused' }));
    await expect(post()).rejects.toMatchObject({ code: 'conflict', message: 'The connection is paused.' });
    harness.connections.set(connectionId, activeConnection(connectionId, { operations: { channel: ['fetch'] } }));
    await expect(post()).rejects.toMatchObject({ code: 'conflict' });
    harness.connections.delete(connectionId);
    await expect(post()).rejects.toMatchObject({ code: 'not_found' });
    expect(await harness.storage.repository(outgoingCollection).count()).toBe(0);
  });

  test('that was removed meanwhile does not change what a repeat is answered', async () => {
    const first = await send();
    harness.connections.delete(connectionId);
    expect(await post()).toEqual({ status: 200, body: first, headers: {} });
  });
});

describe('a message that is not sent', () => {
  test('is refused when the vendor says so, with the vendor’s reason', async () => {
    harness.sender.script.push({ outcome: 'refused', code: 'chat_not_found', message: 'No such chat.' });
    const { status, body: answer } = await post();
    expect(status).toBe(201);
    expect(answer).toMatchObject({ status: 'refused', problem: { code: 'chat_not_found', text: 'No such chat.' } });
    expect(await harness.toldOfOutgoing((answer as View).id)).toEqual(['message.send_failed']);
    expect(await post()).toEqual({ status: 200, body: answer, headers: {} });
  });

  test.each([
    ['vendor_rejected', 'refused'],
    ['unreachable', 'failed'],
    ['breaker_open', 'failed'],
    ['credentials_invalid', 'failed'],
    ['cancelled', 'failed'],
  ] as const)('%s: it is %s, and nobody needs to look', async (code, status) => {
    harness.sender.script.push({ before: new FairleadError(code) });
    const message = await send();
    expect(message).toMatchObject({ status, problem: { code } });
    expect(harness.incidents).toEqual([]);
    await harness.clock.advance(3_600_000);
    await harness.look();
    expect(await show(message.id)).toEqual(message);
  });

  test('because of a limit is failed, and the caller is told when to try again, with another key', async () => {
    harness.sender.script.push({ before: new FairleadError('rate_limited', { retryAfterMs: 30_000 }) });
    const [result] = await Promise.allSettled([post()]);
    const error = (result as PromiseRejectedResult).reason as { readonly details: { readonly id: string } };
    expect(error).toMatchObject({ code: 'too_many_requests', status: 429, retryAfterMs: 30_000 });
    expect(await show(error.details.id)).toMatchObject({ status: 'failed', problem: { code: 'rate_limited' } });
    expect(await harness.toldOfOutgoing(error.details.id)).toEqual(['message.send_failed']);
    expect(await send('k1')).toMatchObject({ id: error.details.id, status: 'failed' });
    expect(await send('k2')).toMatchObject({ status: 'sent' });
    expect(harness.sender.received).toHaveLength(1);
  });
});

describe('a message of which nobody knows', () => {
  test('is an incident for a person, and is never sent again', async () => {
    harness.sender.script.push({ after: new FairleadError('outcome_unknown') });
    const { status, body: answer } = await post();
    const { id } = answer as View;
    expect([status, answer]).toMatchObject([202, { status: 'unknown', messageId: null }]);
    expect(harness.incidents).toMatchObject([
      { subject: { kind: 'outgoing-message', id }, code: 'message_send_unknown', severity: 'error' },
    ]);
    expect(await harness.toldOfOutgoing(id)).toEqual(['message.send_unknown']);
    await harness.clock.advance(86_400_000);
    await harness.look();
    expect(await post()).toEqual({ status: 202, body: answer, headers: {} });
    expect(harness.sender.received).toHaveLength(1);
    expect(harness.incidents).toHaveLength(1);
  });

  test.each(['sent', 'failed'] as const)('is settled as %s by an operator, once', async (as) => {
    const { id } = await unknown();
    const settled = await settle(id, as, 'The chat shows it.');
    expect(settled).toMatchObject({
      status: as,
      settled: { by: 'user:u1', at: new Date(harness.clock.now()).toISOString(), reason: 'The chat shows it.' },
    });
    expect(harness.incidents).toEqual([]);
    const last = as === 'sent' ? 'message.sent' : 'message.send_failed';
    expect(await harness.toldOfOutgoing(id)).toEqual(['message.send_unknown', last]);
    expect(await settle(id, as, 'Again.')).toEqual(settled);
    await expect(settle(id, as === 'sent' ? 'failed' : 'sent')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is the only kind that an operator can settle', async () => {
    const { id } = await send();
    await expect(settle(id, 'failed')).rejects.toMatchObject({ code: 'conflict' });
    await expect(settle(id, 'sent')).rejects.toMatchObject({ code: 'conflict' });
    await expect(settle('none', 'sent')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is known after all when the answer comes late, unless an operator has spoken', async () => {
    const held = Promise.withResolvers<void>();
    harness.sender.script.push({ hold: held.promise });
    const sending = send();
    while (harness.sender.received.length === 0) await harness.clock.settle();
    // The clock was set forward: the call is not as old as it seems.
    harness.clock.jump(3_600_000);
    await harness.look();
    const id = harness.sender.received[0]?.reference ?? '';
    expect(await show(id)).toMatchObject({ status: 'unknown' });
    expect(harness.incidents).toHaveLength(1);
    held.resolve();
    expect(await sending).toMatchObject({ id, status: 'sent', messageId: 'v1' });
    expect(harness.incidents).toEqual([]);
    expect(await harness.toldOfOutgoing(id)).toEqual(['message.send_unknown', 'message.sent']);
  });

  test('and of which an operator has spoken stays as the operator said', async () => {
    const held = Promise.withResolvers<void>();
    harness.sender.script.push({ hold: held.promise });
    const sending = send();
    while (harness.sender.received.length === 0) await harness.clock.settle();
    harness.clock.jump(3_600_000);
    await harness.look();
    const id = harness.sender.received[0]?.reference ?? '';
    await settle(id, 'failed');
    held.resolve();
    expect(await sending).toMatchObject({ id, status: 'failed', settled: { by: 'user:u1' } });
  });
});

describe('lists', () => {
  test('show what was sent through a connection, newest first, by status and page by page', async () => {
    const ids: string[] = [];
    for (const key of ['a', 'b', 'c']) {
      ids.unshift((await send(key)).id);
      await harness.clock.advance(1);
    }
    const open = await unknown('d');
    const list = async (query: object, of = connectionId) =>
      (await harness.call('GET', path, { params: { connectionId: of }, query })) as {
        readonly items: readonly View[];
        readonly nextCursor: string | null;
      };
    const first = await list({ limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([open.id, ids[0]]);
    const rest = await list({ limit: 2, cursor: first.nextCursor });
    expect(rest).toMatchObject({ items: [{ id: ids[1] }, { id: ids[2] }], nextCursor: null });
    expect((await list({ status: 'unknown' })).items.map(({ id }) => id)).toEqual([open.id]);
    await expect(list({}, 'other')).rejects.toMatchObject({ code: 'not_found' });
    const none = harness.call('GET', '/api/outgoing-messages/{id}', { params: { id: 'none' } });
    await expect(none).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('every acting route of sending needs the permission to send, and is audited', () => {
  const routes = harness.body.routes?.filter(({ path: where }) => /outgoing|\/messages$/.test(where)) ?? [];
  const acting = routes.filter(({ method }) => method === 'POST');
  expect(acting.map(({ permission, audit }) => [permission, audit?.action])).toEqual([
    ['messages.send', 'message.send'],
    ['messages.send', 'message.settle'],
  ]);
});
