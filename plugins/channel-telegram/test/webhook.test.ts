import { channel } from '@fairlead/sdk';
import { expect, it } from 'vitest';
import { connect, hookUrl, pushed, secretToken } from './connection.ts';
import { post, update } from './fake-bot-api.ts';

const byWebhook = { receiveBy: 'webhook' };

it('registers the webhook with the first poll, with its secret and kinds, and leaves it when it stands', async () => {
  await using connection = await connect(byWebhook);
  const first = await connection.poll();
  expect(first).toMatchObject({ messages: [], more: false });
  await connection.poll(first.cursor);
  expect(connection.bot.registered).toEqual([
    {
      url: hookUrl,
      secret_token: secretToken,
      allowed_updates: ['message', 'edited_message', 'channel_post', 'edited_channel_post'],
    },
  ]);
  expect(connection.vendor.requests.map(({ path }) => path.split('/').at(-1))).not.toContain('getUpdates');
});

it('registers it again when it has gone, or when the hub has moved to another host', async () => {
  await using connection = await connect(byWebhook);
  const { cursor } = await connection.poll();
  connection.bot.webhook = { url: '' };
  await connection.poll(cursor);
  connection.bot.webhook = { ...connection.bot.webhook, url: 'https://old-host.example/hooks/test' };
  await connection.poll(cursor);
  expect(connection.bot.registered).toHaveLength(3);
});

it('does not take the bot from another program', async () => {
  await using connection = await connect(byWebhook);
  connection.bot.webhook = { url: 'https://other.example/telegram' };
  await expect(connection.poll()).rejects.toMatchObject({
    code: 'settings_invalid',
    message: expect.stringContaining('other.example'),
  });
  expect(connection.bot.registered).toEqual([]);
});

it.each([
  ['no secret token', { webhookSecrets: [] }, hookUrl, /need a secret token/],
  ['a short one', { webhookSecrets: ['short'] }, hookUrl, /16 to 256/],
  ['one that Telegram does not take', { webhookSecrets: ['with spaces in between'] }, hookUrl, /A–Z/],
  ['an address without https', {}, 'http://hub.example/hooks/test', /https only/],
])('refuses to register with %s', async (_what, settings, address, message) => {
  await using connection = await connect({ ...byWebhook, ...settings }, address);
  await expect(connection.poll()).rejects.toMatchObject({
    code: 'settings_invalid',
    message: expect.stringMatching(message),
  });
  expect(connection.bot.registered).toEqual([]);
});

it('passes on what Telegram says of deliveries that fail', async () => {
  await using connection = await connect(byWebhook);
  const { cursor } = await connection.poll();
  const at = Math.floor(connection.clock.now() / 1_000) - 60;
  Object.assign(connection.bot.webhook, {
    pending_update_count: 3,
    last_error_date: at,
    last_error_message: 'Connection timed out',
  });
  const { notes } = await connection.poll(cursor);
  expect(notes).toEqual([
    { code: 'webhook_failing', text: 'Telegram cannot deliver to this hub: Connection timed out.' },
  ]);
});

it('believes nobody while no secret token is set', async () => {
  await using connection = await connect({ webhookSecrets: [] });
  const answer = await connection.plugin.invoke(channel.receive, pushed(update(1, post(1, 'x')), ''));
  expect(answer).toMatchObject({ outcome: 'invalid', reason: 'foreign' });
});

it('gives an edit with the id of its message, and each delivery of it the same key', async () => {
  await using connection = await connect();
  const receive = (body: unknown) => connection.plugin.invoke(channel.receive, pushed(body));
  const edit = update(8, post(4, 'now so', { edit_date: 1_790_000_100 }), 'edited_channel_post');
  const answer = await receive(edit);
  expect(answer).toMatchObject({
    outcome: 'events',
    events: [{ type: 'edited_channel_post', message: { id: '-1001234567890:4', change: 'edited', text: 'now so' } }],
  });
  expect(await receive(edit)).toEqual(answer);
});

it('answers what is verified and cannot be read as taken, and keeps it', async () => {
  await using connection = await connect();
  const odd = update(57, { message_id: {}, chat: { id: 1 } }, 'message');
  expect(await connection.plugin.invoke(channel.receive, pushed(odd))).toEqual({ outcome: 'events', events: [] });
  expect(await connection.plugin.state.get('unread/7')).toMatchObject({ updateId: 57 });
});

it('gives nothing of a chat that is not listed', async () => {
  await using connection = await connect({ chats: ['-1'] });
  const answer = await connection.plugin.invoke(channel.receive, pushed(update(1, post(1, 'x'))));
  expect(answer).toEqual({ outcome: 'events', events: [] });
});

it('keeps JSON nested deeper than a stack, so that Telegram does not send it for ever', async () => {
  await using connection = await connect();
  const deep = `{"update_id":1,"message":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
  const answer = await connection.plugin.invoke(channel.receive, pushed(deep));
  expect(answer).toEqual({ outcome: 'events', events: [] });
  expect(await connection.plugin.state.get('unread/1')).toMatchObject({ updateId: 1 });
});
