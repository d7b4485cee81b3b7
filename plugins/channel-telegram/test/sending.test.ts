import { channel } from '@fairlead/sdk';
import { expect, it } from 'vitest';
import { connect, manifest } from './connection.ts';
import { chatId, ok, pathOf, post, refusal } from './fake-bot-api.ts';

const path = pathOf('sendMessage');

it('sends plain text without a parse mode, as a reply where one is asked for', async () => {
  await using connection = await connect();
  connection.vendor.on({ path }, ok(post(9, 'x')));
  const here = String(chatId);
  const answer = await connection.send('<b>5 < 6</b>', { chatId: here, replyTo: `${here}:7` });
  expect(answer).toEqual({ outcome: 'sent', id: `${here}:9` });
  await connection.send('x', { chatId: '@news', replyTo: `${here}:7` });
  expect(connection.vendor.requests.map((request) => request.json())).toEqual([
    { chat_id: chatId, text: '<b>5 < 6</b>', reply_parameters: { message_id: 7 } },
    { chat_id: '@news', text: 'x', reply_parameters: { message_id: 7, chat_id: chatId } },
  ]);
});

it('counts characters as Telegram does, and refuses 4,097 without asking', async () => {
  await using connection = await connect();
  connection.vendor.on({ path }, ok(post(9, 'x')));
  expect(await connection.send('😀'.repeat(4_096))).toMatchObject({ outcome: 'sent' });
  expect(await connection.send('x'.repeat(4_097))).toMatchObject({ outcome: 'refused', code: 'text_too_long' });
  expect(connection.vendor.requests).toHaveLength(1);
});

it('refuses a reply to what is no message of Telegram', async () => {
  await using connection = await connect();
  expect(await connection.send('x', { replyTo: 'guid-1' })).toMatchObject({
    outcome: 'refused',
    code: 'reply_unknown',
  });
});

it.each([
  [400, 'Bad Request: chat not found', 'chat_not_found'],
  [400, 'Bad Request: message to be replied not found', 'reply_not_found'],
  [400, 'Bad Request: message text is empty', 'text_empty'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'not_allowed_in_chat'],
  [400, 'Bad Request: something new', 'refused_by_telegram'],
  [403, 'Forbidden: bot was blocked by the user', 'shut_out_of_chat'],
  [403, 'Forbidden: bot is not a member of the channel chat', 'shut_out_of_chat'],
] as const)('answers %i “%s” as a refusal', async (status, description, code) => {
  await using connection = await connect();
  connection.vendor.on({ path }, refusal(status, description));
  expect(await connection.send('x')).toEqual({ outcome: 'refused', code, message: description });
});

it('names the new id of a group that has become a supergroup', async () => {
  await using connection = await connect();
  connection.vendor.on({ path }, refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1009 }));
  expect(await connection.send('x')).toMatchObject({
    code: 'chat_migrated',
    message: expect.stringContaining('-1009'),
  });
});

it('passes a rate limit on with its wait, and sends nothing again', async () => {
  await using connection = await connect();
  connection.vendor.on({ path }, refusal(429, 'Too Many Requests: retry after 12', { retry_after: 12 }));
  await expect(connection.send('x')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 12_000 });
  expect(connection.vendor.requests).toHaveLength(1);
});

it('is never repeated by the hub, because Telegram can neither recognise a repeat nor be asked', () => {
  expect(manifest.capabilities['channel']?.operations['send']).toEqual({});
  expect([channel.send.repeat, channel.send.dedupe]).toEqual(['never', 'none']);
});
