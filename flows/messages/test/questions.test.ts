import type { AnyQuestion, QuestionInput, QuestionOutput } from '@fairlead/core/flow-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messageQuestion, messagesQuestion } from '../src/contract.ts';
import { connectionId, type FlowHarness, flowHarness } from './flow-harness.ts';
import { message } from './scripted-channel.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness({ pageSize: 100, floodLimit: 20 });
});
afterEach(() => harness.dispose());

async function ask<Asked extends AnyQuestion>(
  question: Asked,
  input: QuestionInput<Asked>,
): Promise<QuestionOutput<Asked>> {
  const bound = harness.body.answers?.find(({ question: { name } }) => name === question.name);
  const call = { signal: new AbortController().signal, timeoutMs: question.timeoutMs };
  return (await bound?.answer(input as never, call)) as QuestionOutput<Asked>;
}

const idsOf = (page: QuestionOutput<typeof messagesQuestion>) => page.items.map(({ message: { id } }) => id);

test('one revision is given by the hub’s id, with its whole text; of none there is null', async () => {
  const text = 'x'.repeat(10_000);
  harness.vendor.published.push(message('m0', { text }));
  await harness.poll();
  const [first] = (await ask(messagesQuestion, { connectionId, limit: 1 })).items;
  expect(await ask(messageQuestion, { id: first?.id ?? '' })).toEqual({
    id: first?.id,
    connectionId,
    receivedAt: new Date(harness.clock.now()).toISOString(),
    position: harness.clock.now() * 1_000,
    seeded: true,
    flooded: false,
    message: message('m0', { text }),
  });
  expect(await ask(messageQuestion, { id: 'none' })).toBeNull();
});

test('what a connection has brought is given oldest first, page by page, edits and deletions included', async () => {
  harness.vendor.publish(3);
  await harness.poll();
  const edit = message('m0', { change: 'edited', revision: '1' });
  const deletion = message('m1', { change: 'deleted', revision: '2', text: '' });
  harness.vendor.published.push(edit, deletion);
  await harness.poll();
  const seen: unknown[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page: QuestionOutput<typeof messagesQuestion> = await ask(messagesQuestion, {
      connectionId,
      limit: 2,
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map((item) => [item.message.id, item.message.change]));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([
    ['m0', 'created'],
    ['m1', 'created'],
    ['m2', 'created'],
    ['m0', 'edited'],
    ['m1', 'deleted'],
  ]);
  expect(await ask(messagesQuestion, { connectionId: 'other', limit: 10 })).toEqual({ items: [], nextCursor: null });
});

test('a span of time takes its beginning and not its end, however many came in one millisecond', async () => {
  const start = harness.clock.now();
  for (let minute = 0; minute < 3; minute++) {
    harness.vendor.publish(4);
    await harness.poll();
    await harness.clock.advance(60_000);
  }
  const between = async (span: { from?: number; to?: number }) =>
    idsOf(await ask(messagesQuestion, { connectionId, limit: 100, ...span }));
  expect(await between({ from: start + 60_000, to: start + 120_000 })).toEqual(['m4', 'm5', 'm6', 'm7']);
  expect(await between({ to: start })).toEqual([]);
  expect(await between({ to: start + 1 })).toEqual(['m0', 'm1', 'm2', 'm3']);
  expect(await between({ from: start + 60_001 })).toEqual(['m8', 'm9', 'm10', 'm11']);
});

test('a page of more than a thousand, and a cursor that is none, are refused', async () => {
  await expect(ask(messagesQuestion, { connectionId, limit: 1_001 })).rejects.toMatchObject({ code: 'bad_query' });
  await expect(ask(messagesQuestion, { connectionId, limit: 1, cursor: '?' })).rejects.toMatchObject({
    code: 'bad_cursor',
  });
});
