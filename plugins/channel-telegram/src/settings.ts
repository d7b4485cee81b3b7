import { defineSettings, type PluginContext, secretListSetting, secretSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

export const settings = defineSettings(
  Type.Object(
    {
      botToken: secretSetting({
        title: 'Bot token',
        description: 'BotFather shows it when the bot is made, and again on /token. It looks like 123456789:AAF…',
      }),
      receiveBy: Type.Enum(['polling', 'webhook'], {
        title: 'How messages arrive',
        description:
          'polling: the hub asks Telegram. webhook: Telegram calls this connection’s address, which it must reach over https; the hub registers the address by itself.',
        default: 'polling',
      }),
      webhookSecrets: Type.Optional(
        secretListSetting({
          title: 'Secret tokens of the webhook',
          description:
            'Needed for webhooks. Make one up: 16 to 256 of A–Z, a–z, 0–9, _ and -. The first is given to Telegram; any of them is accepted.',
          maxItems: 4,
        }),
      ),
      chats: Type.Array(Type.String({ pattern: '^(-?[0-9]{1,20}|@[A-Za-z0-9_]{4,32})$' }), {
        title: 'Chats that are read',
        description:
          'Ids such as -1001234567890, or @names of public ones. Empty: every chat the bot is in, and whoever writes to it.',
        maxItems: 200,
        default: [],
      }),
      longPollSeconds: Type.Integer({
        title: 'Seconds that a poll waits for a message',
        description: 'A poll ends at once when there is a message. 0 to 25.',
        minimum: 0,
        maximum: 25,
        default: 10,
      }),
      paceSending: Type.Boolean({
        title: 'Wait so that Telegram’s limits are kept',
        description:
          'One message a second in a chat, 20 a minute in a group, 30 a second in all. Off only where Telegram allows this bot more, or another program of yours waits.',
        default: true,
      }),
      apiBase: Type.String({
        title: 'Address of the Bot API',
        description: 'Other than Telegram’s own only with a Bot API server that you run yourself.',
        pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
        maxLength: 2_048,
        default: 'https://api.telegram.org',
      }),
    },
    { additionalProperties: false },
  ),
);

export type Context = PluginContext<SettingsOf<typeof settings>>;
