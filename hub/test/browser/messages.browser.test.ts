import { type Counterparty, type Reply, startCounterparty } from '@fairlead/sdk/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { type SignedChannel, signedChannel } from '../support/signed-channel.ts';

interface Outgoing {
  readonly status: string;
  readonly chatId: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly settled: { readonly reason: string } | null;
}

const token = '12345:AAFabcdefghijklmnopqrstuvwxyz0123456';
const bot = (method: string) => ({ method: 'POST', path: `/bot${token}/${method}` });
const result = (value: unknown): Reply => ({ body: { ok: true, result: value } });
const chat = { id: -1_001_234_567_890, type: 'channel', title: 'Demo room' };

describe.skipIf(browserPath === undefined)('messages, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let telegram: Counterparty;
  let room: SignedChannel;
  let telegramId: string;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    telegram = cleanup.use(await startCounterparty());
    const me = {
      id: 12_345,
      is_bot: true,
      first_name: 'Demo',
      username: 'demo_bot',
      can_read_all_group_messages: true,
    };
    telegram.on(bot('getMe'), result(me));
    telegram.on(bot('getWebhookInfo'), result({ url: '', has_custom_certificate: false, pending_update_count: 0 }));
    telegram.on(bot('getUpdates'), result([]));
    room = await signedChannel(browsing.api, 'Gold room');
    const body = {
      plugin: 'channel-telegram',
      name: 'Telegram bot',
      settings: { apiBase: telegram.url, longPollSeconds: 0, paceSending: false },
      secrets: { botToken: token },
      allowedPrivateHosts: ['127.0.0.1'],
    };
    telegramId = (await browsing.api.ok<{ id: string }>('POST', '/api/connections', { body })).id;
  });

  afterAll(async () => cleanup.disposeAsync());

  const opened = async (path: string): Promise<Page> => {
    const page = await browsing.signedIn();
    await page.goto(path);
    return page;
  };
  const outgoing = async () =>
    (await browsing.api.ok<{ items: readonly Outgoing[] }>('GET', `/api/channels/${telegramId}/messages`)).items;

  test('what channels bring appears by itself, as text whatever it says, with its revisions and the signal it became', async () => {
    const page = await opened('/messages');
    await page.getByText('There are no messages yet').waitFor();
    await looksRight(page, 'no-messages');
    const attachments = [{ kind: 'image', ref: 'f-1', name: 'chart.png', mediaType: 'image/png', sizeBytes: 12_345 }];
    const text = 'XAUUSD BUY 4329 <img src=x onerror=alert(1)>\nTP 4334\nSL 4320';
    await room.say({ id: '1', text, author: { name: 'Karl' }, chat: { id: 'gold', title: 'Gold' }, attachments });
    await page.getByRole('link', { name: /XAUUSD BUY 4329/ }).waitFor();
    await room.say({ id: '1', change: 'edited', text: text.replace('4320', '4321') });
    await page.getByText('edited', { exact: true }).waitFor();
    await room.say({ id: '2', text: 'Good morning' });
    await page.getByRole('link', { name: 'Good morning' }).waitFor();
    await looksRight(page, 'messages');

    await page
      .getByRole('link', { name: /XAUUSD BUY 4329/ })
      .last()
      .click();
    await page.getByRole('heading', { level: 1, name: 'A message of Gold room' }).waitFor();
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByText('image: chart.png, image/png, 12,345 bytes').waitFor();
    await page.getByText('Karl').waitFor();
    const became = page.getByRole('region', { name: 'What became of it' });
    await became.getByRole('link', { name: 'Signal: XAUUSD buy' }).waitFor();
    await became.getByText('in review').waitFor();
    await looksRight(page, 'message');
    await became.getByRole('link', { name: 'edited' }).click();
    await page.getByText('SL 4321').waitFor();
    await became.getByRole('link', { name: 'Signal: XAUUSD buy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Signal: XAUUSD buy' }).waitFor();
  });

  test('those of one channel are shown alone, and still are after a reload', async () => {
    await (await signedChannel(browsing.api, 'Silver room')).say({ id: '1', text: 'Silver is quiet' });
    const page = await opened('/messages');
    await page.getByRole('link', { name: 'Silver is quiet' }).waitFor();
    await page.getByRole('combobox', { name: 'Channel' }).click();
    await page.getByRole('option', { name: 'Silver room' }).click();
    await page.getByRole('link', { name: 'Good morning' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('link', { name: 'Silver is quiet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Good morning' }).count()).toBe(0);
  });

  test('a message is sent once, after a question that says through which channel and to whom', async () => {
    telegram.once(bot('sendMessage'), result({ message_id: 99, date: 1, chat, text: 'Your order is on its way.' }));
    const page = await opened('/messages');
    await page.getByRole('link', { name: 'Send a message' }).click();
    await page.getByRole('combobox', { name: 'Channel' }).click();
    await page.getByRole('option', { name: 'Gold room' }).click();
    await page.getByText('This channel only receives').waitFor();
    await page.getByRole('combobox', { name: 'Channel' }).click();
    await page.getByRole('combobox', { name: 'Channel' }).fill('Telegram');
    await page.getByRole('option', { name: 'Telegram bot' }).click();
    await page.getByRole('textbox', { name: 'Chat' }).fill('@my_channel');
    await page.getByRole('textbox', { name: 'Text' }).fill('Your order is on its way.');
    await looksRight(page, 'send-message');
    await page.getByRole('button', { name: 'Send …' }).click();
    const question = page.getByRole('dialog', { name: 'Send this to @my_channel?' });
    await question.getByText('It goes through Telegram bot to @my_channel, at once and once.').waitFor();
    expect(await outgoing()).toEqual([]);
    await looksRight(page, 'send-question');
    await question.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'A message to @my_channel' }).waitFor();
    await page.getByText('The vendor took it.').waitFor();
    expect(await outgoing()).toMatchObject([
      { status: 'sent', chatId: '@my_channel', text: 'Your order is on its way.', replyTo: null },
    ]);
    telegram.assertExpected();
  });

  test('of one that broke off nobody knows whether it was sent, until a person who has looked says it', async () => {
    telegram.once(bot('sendMessage'), { fault: 'cut' });
    const page = await opened(`/messages/send?channel=${telegramId}&chat=@my_channel&replyTo=-1001234567890:7`);
    await page.getByRole('textbox', { name: 'Text' }).fill('Is anybody there?');
    await page.getByRole('button', { name: 'Send …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Nobody knows whether it was sent').waitFor();
    await looksRight(page, 'unknown-message');
    await page.getByRole('button', { name: 'Say what became of it …' }).click();
    const form = page.getByRole('dialog', { name: 'What became of the message to @my_channel?' });
    await form.getByLabel('It is not there').check();
    await form.getByLabel('Where and when you looked').fill('In the chat, 14:02');
    await looksRight(page, 'settle-message');
    await form.getByRole('button', { name: 'Settle it' }).click();
    await page.getByText('“In the chat, 14:02”').waitFor();
    expect((await outgoing())[0]).toMatchObject({ status: 'failed', settled: { reason: 'In the chat, 14:02' } });
    await page.getByRole('link', { name: 'All that was sent through it' }).click();
    await page.getByRole('link', { name: 'Is anybody there?' }).waitFor();
    await page.getByRole('link', { name: 'Your order is on its way.' }).waitFor();
    await looksRight(page, 'sent-messages');
  });

  test('a channel is polled now, and from then on as often as is said', async () => {
    const page = await opened('/messages/channels');
    await page.getByRole('link', { name: 'Telegram bot', exact: true }).waitFor();
    await looksRight(page, 'channels');
    await page.getByRole('link', { name: 'Telegram bot', exact: true }).click();
    await page.getByText('is done: what comes is told of').waitFor();
    const post = { message_id: 5, date: Math.floor(Date.now() / 1_000), chat, text: 'From Telegram' };
    telegram.once(bot('getUpdates'), result([{ update_id: 1, channel_post: post }]));
    await page.getByRole('button', { name: 'Poll now' }).click();
    await page.getByText('One message was new.').waitFor();
    await page.getByLabel('Seconds between two polls').fill('300');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It is polled every 300 seconds.').waitFor();
    await looksRight(page, 'channel');
    expect(await browsing.api.ok('GET', `/api/channels/${telegramId}`)).toMatchObject({ pollIntervalMs: 300_000 });
    await page.getByRole('button', { name: 'Use the usual interval' }).click();
    await page.getByText('It is polled every 60 seconds.').waitFor();
    await page
      .getByRole('navigation', { name: 'Pages of Telegram bot' })
      .getByRole('link', { name: 'Messages' })
      .click();
    await page.getByRole('link', { name: 'From Telegram' }).waitFor();
  });
});
