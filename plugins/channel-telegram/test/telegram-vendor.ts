import type { ChannelVendor, VendorMessage } from '@fairlead/sdk/testing';
import { botToken, chatId, ok, pathOf, post, refusal, serveBot, update } from './fake-bot-api.ts';

export const secretTokens = ['first-secret-token-of-the-webhook', 'second-secret-token-of-the-webhook'] as const;

const numberOf = (key: string) => Number(key.replaceAll(/\D/g, ''));
const postOf = ({ key, text, atMs }: VendorMessage, more: object = {}) =>
  post(numberOf(key), text, { date: Math.floor(atMs / 1_000), ...more });

/** A bot in one channel, as the conformance suite plays it. */
export const telegramVendor: ChannelVendor = {
  // The suite sends faster than Telegram allows and does not move the clock meanwhile.
  settings: ({ url }) => ({ apiBase: url, botToken, webhookSecrets: [...secretTokens], paceSending: false }),
  requests: {
    fetch: { path: pathOf('getUpdates') },
    send: { path: pathOf('sendMessage') },
    testCredentials: { path: pathOf('getMe') },
  },
  open(counterparty) {
    const bot = serveBot(counterparty);
    let updates = 5_000;
    let edits = 0;
    return {
      publish: (message) => void bot.pending.push(update(++updates, postOf(message))),
      edit: (message) => {
        edits += 1;
        const edited = postOf(message, { edit_date: Math.floor(message.atMs / 1_000) + edits });
        bot.pending.push(update(++updates, edited, 'edited_channel_post'));
      },
    };
  },
  sending: {
    chatId: String(chatId),
    accepts: (counterparty, id) =>
      counterparty.on({ path: pathOf('sendMessage') }, ok(post(numberOf(id), 'A text that is sent'))),
    sentId: (id) => `${chatId}:${numberOf(id)}`,
    refuses: (counterparty) =>
      counterparty.on({ path: pathOf('sendMessage') }, refusal(400, 'Bad Request: chat not found')),
    textOf: (request) => (request.json() as { text: string }).text,
  },
  webhooks: {
    signatureHeaders: ['x-telegram-bot-api-secret-token'],
    signsBody: false,
    rotates: true,
    request(message, { signer, rawBody }) {
      const tokens = { first: secretTokens[0], second: secretTokens[1], stranger: 'the-token-of-somebody-else' };
      const body = JSON.stringify(update(9_000 + numberOf(message.key), postOf(message)));
      return {
        method: 'POST',
        rawBody: rawBody ?? new TextEncoder().encode(body),
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': tokens[signer] },
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      };
    },
  },
  failures: {
    rateLimited: (seconds) => refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
    unauthorized: () => refusal(401, 'Unauthorized'),
    forbidden: () => refusal(403, 'Forbidden: the method is not allowed to this bot'),
    serverError: () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' }),
  },
};
