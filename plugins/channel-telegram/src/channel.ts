import type { Call, Implementation } from '@fairlead/sdk';
import { type BotApi, createBotApi } from './client.ts';
import { receiveUpdate } from './receive.ts';
import { pollUpdates } from './poll.ts';
import { sendMessage } from './send.ts';
import { createSendPace, noPace } from './send-pace.ts';
import type { Context } from './settings.ts';
import { testBot } from './test-bot.ts';
import { keepWebhook } from './webhook-registration.ts';

export function createChannel(context: Context): Implementation<'channel'> {
  const pace = context.settings.paceSending ? createSendPace(context.clock) : noPace;
  const withApi = async <Answer>(use: (api: BotApi) => Promise<Answer>): Promise<Answer> => use(createBotApi(context));
  return {
    fetch: (input, call: Call) =>
      withApi((api) =>
        context.settings.receiveBy === 'webhook'
          ? keepWebhook(context, api, input, call)
          : pollUpdates(context, api, input, call),
      ),
    receive: (request) => receiveUpdate(context, request),
    send: (input, call) => withApi((api) => sendMessage({ api, pace }, input, call)),
    testCredentials: (_input, call) => withApi((api) => testBot(context, api, call)),
  };
}
