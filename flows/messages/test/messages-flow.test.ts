import { FairleadError } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelCollection, messageCollection } from '../src/index.ts';
import { activeConnection, connectionId, type FlowHarness, flowHarness } from './flow-harness.ts';
import { message } from './scripted-channel.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness({ pageSize: 10, mostPages: 3, floodLimit: 20 });
});
afterEach(() => harness.dispose());

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `m${from + index}@0`);
const channelNow = async () => (await harness.storage.repository(channelCollection).get(connectionId))?.state;

async function seeded(count = 2): Promise<void> {
  harness.vendor.publish(count);
  await harness.poll();
}

function delivered(...messages: readonly ReturnType<typeof message>[]) {
  const events = messages.map((one, index) => ({
    inboxId: `i${index}`,
    receivedAt: '2026-01-01T00:00:00.000Z',
    event: { dedupeKey: `k${index}`, type: 'post', message: one },
  }));
  return harness.body.inbox?.['channel']?.({ connectionId, events });
}

describe('polling', () => {
  test('the first poll stores what is there and tells nothing; what comes later is told', async () => {
    await seeded(2);
    expect(await harness.stored()).toEqual(ids(2));
    expect(await harness.told()).toEqual([]);
    harness.vendor.publish(1);
    await harness.poll();
    expect(await harness.stored()).toEqual(ids(3));
    expect(await harness.told()).toEqual(['message.created m2@0']);
    expect(await channelNow()).toMatchObject({ cursor: '3', seeded: true });
  });

  test('a first poll of many pages goes on seeding in the next run', async () => {
    harness.vendor.publish(45);
    await harness.poll();
    expect(await channelNow()).toMatchObject({ cursor: '30', seeded: false });
    await harness.poll();
    expect(await channelNow()).toMatchObject({ cursor: '45', seeded: true });
    expect(await harness.stored()).toEqual(ids(45));
    expect(await harness.told()).toEqual([]);
  });

  test('of two first polls at once the one that began later counts, so that nothing new passes in silence', async () => {
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    harness.vendor.publish(1);
    harness.vendor.holds.push(first.promise, second.promise);
    const older = harness.poll();
    while (harness.vendor.calls() < 1) await harness.clock.advance(0);
    harness.vendor.publish(1);
    const newer = harness.poll();
    while (harness.vendor.calls() < 2) await harness.clock.advance(0);
    first.resolve();
    await older;
    expect(await channelNow()).toMatchObject({ cursor: null, seeded: false });
    second.resolve();
    await newer;
    expect(await channelNow()).toMatchObject({ cursor: '2', seeded: true });
    expect(await harness.told()).toEqual([]);
  });

  test('an empty channel is seeded by its first poll', async () => {
    await seeded(0);
    harness.vendor.publish(1);
    await harness.poll();
    expect(await harness.told()).toEqual(['message.created m0@0']);
  });

  test('edits and deletions are revisions of their own; the same one again is not news', async () => {
    await seeded(1);
    const edit = message('m0', { change: 'edited', revision: '1', text: 'Better' });
    const deletion = message('m0', { change: 'deleted', revision: '2', text: '' });
    harness.vendor.published.push(edit, edit, deletion, message('m0'));
    await harness.poll();
    expect(await harness.told()).toEqual(['message.edited m0@1', 'message.deleted m0@2']);
  });

  test('the vendor’s pause is kept, also against an impatient admin', async () => {
    await seeded();
    harness.vendor.faults.push({ retryAfterMs: 90_000 });
    await harness.poll();
    const calls = harness.vendor.calls();
    await harness.poll();
    expect(harness.vendor.calls()).toBe(calls);
    const manual = harness.call('POST', '/api/channels/{connectionId}/poll', { params: { connectionId } });
    await expect(manual).rejects.toMatchObject({ code: 'too_many_requests', retryAfterMs: 90_000 });
    await harness.clock.advance(90_000);
    await harness.poll();
    expect(harness.vendor.calls()).toBe(calls + 1);
  });

  test('failures of the vendor are waited out with growing pauses, which an admin need not keep', async () => {
    const failing = () => harness.vendor.faults.push(new FairleadError('vendor_error'));
    failing();
    await harness.poll();
    await harness.clock.advance(60_000);
    failing();
    await harness.poll();
    expect(await channelNow()).toMatchObject({ failures: 2 });
    await harness.clock.advance(60_000);
    const calls = harness.vendor.calls();
    await harness.poll();
    expect(harness.vendor.calls()).toBe(calls);
    await harness.call('POST', '/api/channels/{connectionId}/poll', { params: { connectionId } });
    expect(await channelNow()).toMatchObject({ failures: 0, retryAt: 0 });
  });

  test('a fault of the hub itself fails the job', async () => {
    harness.vendor.faults.push(new Error('disk'));
    await expect(harness.poll()).rejects.toThrow('disk');
  });

  test('a poll that finds nothing writes nothing', async () => {
    await seeded();
    const before = await harness.storage.repository(channelCollection).get(connectionId);
    await harness.poll();
    expect((await harness.storage.repository(channelCollection).get(connectionId))?.version).toBe(before?.version);
  });

  test('notes reach a person once each', async () => {
    const note = { code: 'address-moved', text: 'The feed has moved.' };
    for (let round = 0; round < 2; round++) {
      harness.vendor.faults.push({ notes: [note] });
      await harness.poll();
    }
    expect(harness.incidents).toEqual([
      expect.objectContaining({ code: 'channel_address_moved', detail: note.text, severity: 'warning' }),
    ]);
  });
});

describe('floods', () => {
  test('more new messages than the limit are marked, told of once, and shown to a person', async () => {
    await seeded();
    harness.vendor.publish(28);
    await harness.poll();
    const { items } = await harness.storage.repository(messageCollection).list({ where: { connectionId }, limit: 100 });
    expect(items.filter(({ state }) => state.flooded)).toHaveLength(8);
    expect(items.flatMap(({ pending }) => pending).filter(({ data }) => data['flooded'] === true)).toHaveLength(8);
    const channel = await harness.storage.repository(channelCollection).get(connectionId);
    expect(channel?.pending).toMatchObject([{ type: 'channel.flooded', data: { connectionId, count: 28, limit: 20 } }]);
    expect(harness.incidents.map(({ code }) => code)).toEqual(['channel_flooded']);
  });

  test('a flood that goes on over runs is told of once, and ends with its last page', async () => {
    await seeded();
    harness.vendor.publish(60);
    await harness.poll();
    await harness.poll();
    const channel = await harness.storage.repository(channelCollection).get(connectionId);
    expect(channel?.pending.map(({ type }) => type)).toEqual(['channel.flooded']);
    expect(channel?.state).toMatchObject({ floodFrom: null, cursor: '62' });
    harness.vendor.publish(1);
    await harness.poll();
    const { items } = await harness.storage
      .repository(messageCollection)
      .list({ where: { connectionId }, order: { field: 'position', direction: 'descending' }, limit: 2 });
    expect(items.map(({ state }) => state.flooded)).toEqual([false, true]);
  });

  test('many messages that are known already are no flood', async () => {
    await seeded(15);
    harness.vendor.published.push(...harness.vendor.published, ...harness.vendor.published);
    await harness.poll();
    expect(harness.incidents).toEqual([]);
  });

  test('webhooks can flood as well, and a batch given again does not tell of it again', async () => {
    await seeded();
    const many = Array.from({ length: 25 }, (_, index) => message(`w${index}`));
    await delivered(...many);
    await harness.poll();
    await delivered(...many);
    const channel = await harness.storage.repository(channelCollection).get(connectionId);
    expect(channel?.pending.map(({ type }) => type)).toEqual(['channel.flooded']);
    expect(await harness.stored()).toHaveLength(27);
  });
});

test('messages of webhooks go the same way, and what a poll brings again is known', async () => {
  await seeded(1);
  await delivered(message('m1'), message('m1', { change: 'edited', revision: '1' }));
  await delivered(message('m1'));
  harness.vendor.publish(1);
  await harness.poll();
  expect(await harness.told()).toEqual(['message.created m1@0', 'message.edited m1@1']);
});

describe('jobs', () => {
  test('each active connection that can be polled has a repeating job, from the start and after each change, and what goes out has one', async () => {
    harness.connections.set('paused', activeConnection('paused', { status: 'paused' }));
    harness.connections.set('hooks', activeConnection('hooks', { operations: { channel: ['receive'] } }));
    await harness.body.start?.();
    expect([...harness.repeating.values()]).toEqual([
      { name: 'poll', key: connectionId, payload: { connectionId }, everyMs: 60_000, jitterMs: 6_000 },
      { name: 'outgoing', key: 'all', payload: {}, everyMs: 60_000 },
    ]);
    harness.connections.set('paused', activeConnection('paused'));
    harness.connections.delete(connectionId);
    harness.connectionChanged('paused');
    harness.connectionChanged(connectionId);
    await harness.clock.advance(0);
    expect([...harness.repeating.keys()].toSorted()).toEqual(['all', 'paused']);
  });

  test('an admin sets the interval of one connection', async () => {
    const request = { params: { connectionId }, body: { pollIntervalMs: 15_000 } };
    expect(await harness.call('PUT', '/api/channels/{connectionId}', request)).toMatchObject({
      pollIntervalMs: 15_000,
    });
    expect(harness.repeating.get(connectionId)).toMatchObject({ everyMs: 15_000, jitterMs: 1_500 });
    expect(await harness.call('GET', '/api/channels/{connectionId}', request)).toEqual({
      connection: connectionId,
      seeded: false,
      pollIntervalMs: 15_000,
      failures: 0,
      waitsUntil: null,
    });
  });
});

describe('routes', () => {
  const list = async (query: object) =>
    (await harness.call('GET', '/api/messages', { query })) as {
      readonly items: { readonly id: string; readonly messageId: string; readonly text: string }[];
      readonly nextCursor: string | null;
    };

  test('messages are listed newest first, by connection, and with “after” oldest first', async () => {
    await seeded(3);
    await delivered(message('w0'));
    const newest = await list({ connection: connectionId, limit: 2 });
    expect(newest.items.map(({ messageId }) => messageId)).toEqual(['w0', 'm2']);
    const rest = await list({ connection: connectionId, limit: 2, cursor: newest.nextCursor });
    expect(rest.items.map(({ messageId }) => messageId)).toEqual(['m1', 'm0']);
    const after = await list({ after: rest.items[1]?.id });
    expect(after.items.map(({ messageId }) => messageId)).toEqual(['m1', 'm2', 'w0']);
    expect(await list({ connection: 'other' })).toEqual({ items: [], nextCursor: null });
  });

  test('a long text is cut in lists and whole by id', async () => {
    const text = `${'a'.repeat(4_095)}😀`;
    await delivered(message('w0', { text }));
    const [item] = (await list({})).items;
    expect(item).toMatchObject({ text: 'a'.repeat(4_095), truncated: true });
    expect(await harness.call('GET', '/api/messages/{id}', { params: { id: item?.id ?? '' } })).toMatchObject({
      text,
      truncated: false,
      connection: connectionId,
      via: 'webhook',
      seeded: false,
      flooded: false,
    });
  });

  test('unknown messages and connections are said to be so', async () => {
    await expect(list({ after: 'none' })).rejects.toMatchObject({ code: 'invalid_request' });
    const one = harness.call('GET', '/api/messages/{id}', { params: { id: 'none' } });
    await expect(one).rejects.toMatchObject({ code: 'not_found' });
    const path = '/api/channels/{connectionId}/poll';
    await expect(harness.call('POST', path, { params: { connectionId: 'none' } })).rejects.toMatchObject({
      code: 'not_found',
    });
    harness.connections.set('hooks', activeConnection('hooks', { operations: { channel: ['receive'] } }));
    await expect(harness.call('POST', path, { params: { connectionId: 'hooks' } })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('a poll by hand says how many were new', async () => {
    await seeded(1);
    harness.vendor.publish(4);
    const answer = await harness.call('POST', '/api/channels/{connectionId}/poll', { params: { connectionId } });
    expect(answer).toEqual({ added: 4, more: false });
  });
});
