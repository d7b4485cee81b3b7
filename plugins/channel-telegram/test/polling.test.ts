import { inspect } from 'node:util';
import { channel } from '@fairlead/sdk';
import { expect, it } from 'vitest';
import { connect, hookUrl } from './connection.ts';
import { botToken, chatId, ok, pathOf, post, refusal, update } from './fake-bot-api.ts';

const dayMs = 86_400_000;

it('asks for messages and posts only, waits as the settings say, and confirms with the next poll alone', async () => {
  await using connection = await connect({ longPollSeconds: 7 });
  connection.bot.pending.push(update(41, post(1, 'one')), update(42, post(2, 'two')));
  const first = await connection.poll();
  expect(connection.bot.pending).toHaveLength(2);
  await connection.poll(first.cursor);
  expect(connection.bot.pending).toHaveLength(0);
  const [opening, next] = connection.vendor.requests.map((request) => request.json());
  const kinds = ['message', 'edited_message', 'channel_post', 'edited_channel_post'];
  expect(opening).toEqual({ limit: 100, timeout: 7, allowed_updates: kinds });
  expect(next).toMatchObject({ offset: 43 });
});

it('never asks Telegram to wait longer than the call may last', async () => {
  await using connection = await connect({ longPollSeconds: 25 });
  await connection.plugin.invoke(channel.fetch, { limit: 1 }, { timeoutMs: 9_000 });
  await connection.plugin.invoke(channel.fetch, { limit: 1 }, { timeoutMs: 2_000 });
  expect(connection.vendor.requests.map((request) => (request.json() as { timeout: number }).timeout)).toEqual([4, 0]);
});

it('reads on when Telegram starts a lower numbering after a silent week', async () => {
  await using connection = await connect();
  connection.bot.pending.push(update(900_000, post(1, 'before')));
  const before = await connection.poll();
  await connection.poll(before.cursor);
  await connection.clock.advance(8 * dayMs);
  connection.bot.pending.push(update(300, post(2, 'after')));
  const after = await connection.poll(before.cursor);
  expect(connection.vendor.requests.at(-1)?.json()).not.toHaveProperty('offset');
  expect(after.messages.map(({ text }) => text)).toEqual(['after']);
  connection.bot.pending.push(update(301, post(3, 'later')));
  expect((await connection.poll(after.cursor)).messages.map(({ text }) => text)).toEqual(['later']);
});

it('starts over with the cursor of another bot, and with one that it cannot read says so', async () => {
  await using connection = await connect();
  connection.bot.pending.push(update(5, post(1, 'one')));
  const other = await connection.poll('{"v":1,"bot":"77","last":4000,"at":1}');
  expect([other.messages.length, other.notes]).toEqual([1, undefined]);
  const unreadable = await connection.poll('rubbish');
  expect([unreadable.messages.length, unreadable.notes?.[0]?.code]).toEqual([1, 'cursor_unreadable']);
});

it('keeps an update that it cannot read, says so, and gives the ones behind it', async () => {
  await using connection = await connect();
  const odd = update(6, { message_id: 9, chat: { title: 'no id' }, text: 'x' });
  connection.bot.pending.push(update(5, post(1, 'one')), odd, update(7, post(2, 'two')));
  const { messages, cursor, notes } = await connection.poll();
  expect(messages.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(notes).toEqual([
    { code: 'update_unreadable', text: expect.stringMatching(/^Update 6 \(channel_post\) .* chat/) },
  ]);
  const kept = await connection.plugin.state.get('unread/6');
  expect(kept).toMatchObject({ updateId: 6, update: JSON.stringify(odd) });
  expect((await connection.poll(cursor)).messages).toEqual([]);
});

it('goes past a page of nothing but unreadable updates', async () => {
  await using connection = await connect();
  connection.bot.pending.push(update(6, null), update(7, 'x'), update(8, post(2, 'two')));
  const page = await connection.poll(undefined, 2);
  expect([page.messages, page.more]).toEqual([[], true]);
  expect((await connection.poll(page.cursor, 2)).messages.map(({ text }) => text)).toEqual(['two']);
});

it('leaves for the next poll what comes beyond the limit, and loses none of it', async () => {
  await using connection = await connect();
  const updates = [1, 2, 3].map((number) => update(number, post(number, `number ${number}`)));
  connection.vendor.on({ path: pathOf('getUpdates') }, (request) => {
    const { offset = 0 } = request.json() as { offset?: number };
    return ok(updates.filter(({ update_id }) => update_id >= offset));
  });
  const page = await connection.poll(undefined, 2);
  expect([page.messages.length, page.more]).toEqual([2, true]);
  expect((await connection.poll(page.cursor, 2)).messages.map(({ text }) => text)).toEqual(['number 3']);
});

it('leaves out what nobody said, and kinds of updates that it did not ask for', async () => {
  await using connection = await connect();
  const joined = { message_id: 3, date: 1, chat: { id: 5 }, new_chat_members: [{ id: 1 }] };
  connection.bot.pending.push(
    update(1, joined, 'message'),
    update(2, { id: 'x' }, 'my_chat_member'),
    update(3, post(4, 'said')),
  );
  const { messages, notes } = await connection.poll();
  expect([messages.map(({ text }) => text), notes]).toEqual([['said'], undefined]);
});

it('reads listed chats only, by id or by name', async () => {
  await using connection = await connect({ chats: [String(chatId), '@Known_Group'] });
  const group = { id: -5, type: 'supergroup', username: 'known_group' };
  const stranger = { id: 66, type: 'private', first_name: 'Mallory' };
  connection.bot.pending.push(
    update(1, post(1, 'listed by id')),
    update(2, post(2, 'by name', { chat: group }), 'message'),
    update(3, post(3, 'BUY', { chat: stranger }), 'message'),
  );
  const { messages } = await connection.poll();
  expect(messages.map(({ text }) => text)).toEqual(['listed by id', 'by name']);
  expect(connection.plugin.logs).toMatchObject([{ fields: { chats: ['66'] } }]);
});

it('says what to do when another program polls the bot', async () => {
  await using connection = await connect();
  const words = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
  connection.vendor.on({ path: pathOf('getUpdates') }, refusal(409, words));
  await expect(connection.poll()).rejects.toMatchObject({
    code: 'settings_invalid',
    class: 'config',
    message: expect.stringMatching(/Another program polls this bot.*Stop it, or make a bot/),
  });
});

it('leaves somebody else’s webhook alone, and says whose host it is and what to do', async () => {
  await using connection = await connect();
  connection.bot.webhook = { url: 'https://other.example/secret-path' };
  const failed = connection.poll();
  await expect(failed).rejects.toMatchObject({
    code: 'settings_invalid',
    message: expect.stringMatching(/other\.example.*deleteWebhook/),
  });
  await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining('secret-path') });
  expect(connection.bot.webhook.url).toBe('https://other.example/secret-path');
});

it('removes the webhook that this connection had set before it was switched to polling', async () => {
  await using connection = await connect();
  connection.bot.webhook = { url: hookUrl };
  connection.bot.pending.push(update(5, post(1, 'waited')));
  expect((await connection.poll()).messages.map(({ text }) => text)).toEqual(['waited']);
  expect(connection.bot.webhook.url).toBe('');
});

it.each([
  [429, 'Too Many Requests: retry after 31', { code: 'rate_limited', retryAfterMs: 31_000 }],
  [401, 'Unauthorized', { code: 'credentials_invalid' }],
  [404, 'Not Found', { code: 'credentials_invalid' }],
  [500, 'Internal Server Error', { code: 'vendor_error' }],
  [302, '', { code: 'answer_unreadable' }],
] as const)('maps status %i “%s”', async (status, description, expected) => {
  await using connection = await connect();
  connection.vendor.on(
    { path: pathOf('getUpdates') },
    refusal(status, description, status === 429 ? { retry_after: 31 } : undefined),
  );
  await expect(connection.poll()).rejects.toMatchObject(expected);
});

it('shows the token nowhere, not even where Telegram repeats it', async () => {
  await using connection = await connect();
  const path = pathOf('getUpdates');
  const errors: unknown[] = [];
  for (const reply of [
    refusal(400, `Bad Request: ${path} is odd`),
    refusal(403, `Forbidden: ${botToken}`),
    { status: 200, body: `${path} is not JSON` },
    { fault: 'reset' as const },
    { status: 302, headers: { location: `https://elsewhere.example${path}` } },
  ]) {
    connection.vendor.on({ path }, reply);
    errors.push(
      await connection.poll().then(
        () => 'none',
        (error: unknown) => error,
      ),
    );
  }
  await connection.vendor.stop();
  errors.push(
    await connection.poll().then(
      () => 'none',
      (error: unknown) => error,
    ),
  );
  expect(errors).toHaveLength(6);
  expect(errors).not.toContain('none');
  const everything = inspect([errors, connection.plugin.logs, [...connection.plugin.state.entries]], {
    depth: 12,
    showHidden: true,
  });
  expect(everything).not.toContain(botToken.split(':')[1]);
});

it('takes no token that could lead elsewhere', async () => {
  await using connection = await connect({ botToken: '12:../../other/path?' });
  await expect(connection.poll()).rejects.toMatchObject({ code: 'credentials_invalid' });
  expect(connection.vendor.requests).toEqual([]);
});

it('tells of the bot, and warns of privacy mode, of a foreign webhook, and of being open to all', async () => {
  await using connection = await connect();
  connection.bot.webhook = { url: 'https://other.example/' };
  const test = await connection.plugin.invoke(channel.testCredentials, {});
  expect(test).toMatchObject({ account: { id: '123456789', label: '@reader_bot' }, mode: 'live' });
  expect(test.warnings).toEqual([
    expect.stringMatching(/^Privacy mode/),
    expect.stringMatching(/^Another program’s webhook/),
    expect.stringMatching(/^No chats are listed/),
  ]);
  await using quiet = await connect({ chats: ['@some_channel'] });
  quiet.vendor.on({ path: pathOf('getMe') }, ok({ id: 1, first_name: 'R', can_read_all_group_messages: true }));
  expect(await quiet.plugin.invoke(channel.testCredentials, {})).toEqual({
    account: { id: '1', label: 'R' },
    mode: 'live',
  });
});
