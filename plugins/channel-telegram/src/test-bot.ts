import type { Call, channel, OutputOf } from '@fairlead/sdk';
import { type BotApi, resultObject } from './client.ts';
import { unreadable } from './map-errors.ts';
import { idOf, textOf } from './reading.ts';
import type { Context } from './settings.ts';
import { isOwn, webhookAddress } from './webhook-registration.ts';

/** Asks who the bot is (https://core.telegram.org/bots/api#getme) and who gets its updates. */
export async function testBot(
  { settings, webhookUrl }: Context,
  api: BotApi,
  call: Call,
): Promise<OutputOf<typeof channel.testCredentials>> {
  const bot = resultObject(await api.ask('getMe', {}, call), 'getMe');
  const id = idOf(bot['id']);
  if (id === undefined) throw unreadable('getMe');
  const address = await webhookAddress(api, call);
  const username = textOf(bot['username'], 250);
  const label = username === undefined ? textOf(bot['first_name'], 255) : `@${username}`;
  const warnings = [
    ...(bot['can_read_all_group_messages'] === true ? [] : [privacyWarning]),
    ...(address === undefined || isOwn(address, webhookUrl) ? [] : [foreignWarning]),
    ...(settings.chats.length === 0 ? [openWarning] : []),
  ];
  return {
    account: { id, ...(label === undefined ? {} : { label }) },
    mode: 'live',
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** https://core.telegram.org/bots/features#privacy-mode */
const privacyWarning =
  'Privacy mode is on: in groups the bot sees only commands and replies to it, unless it is an admin there. In channels it sees all posts.';
const foreignWarning =
  'Another program’s webhook receives this bot’s updates. Nothing arrives here until it is removed (deleteWebhook), or this connection has a bot of its own.';
const openWarning =
  'No chats are listed in the settings: whoever finds the bot can write to it, or add it to a group, and is read.';
