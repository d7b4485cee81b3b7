import { hash, timingSafeEqual } from 'node:crypto';
import type { channel, OutputOf, Secret, WebhookRequest } from '@fairlead/sdk';
import { readJson } from './reading.ts';
import type { Context } from './settings.ts';
import { keepUnread } from './unread.ts';
import { isListed, readUpdate } from './update.ts';

type Received = OutputOf<typeof channel.receive>;

/** Lower case of `X-Telegram-Bot-Api-Secret-Token` (https://core.telegram.org/bots/api#setwebhook). */
const header = 'x-telegram-bot-api-secret-token';
const none: Received = { outcome: 'events', events: [] };

/**
 * Believes a request that has the secret token. Telegram signs neither body nor time, so the token has to stay secret,
 * and a repeat is recognised by its number. What is verified is answered 200 even if it cannot be read: Telegram would
 * send it again and again, with the next ones waiting behind it.
 */
export async function receiveUpdate(context: Context, request: WebhookRequest): Promise<Received> {
  const { webhookSecrets = [], chats } = context.settings;
  const claimed = request.headers[header];
  if (webhookSecrets.length === 0) {
    return { outcome: 'invalid', reason: 'foreign', detail: 'No secret token is set for webhooks.' };
  }
  if (claimed === undefined || claimed === '') return { outcome: 'invalid', reason: 'signature_missing' };
  if (!isGenuine(claimed, webhookSecrets)) return { outcome: 'invalid', reason: 'signature_wrong' };
  const update = readUpdate(readJson(Buffer.from(request.rawBody).toString('utf8')));
  if (update === undefined) return { outcome: 'invalid', reason: 'malformed', detail: 'There is no update in it.' };
  await keepUnread(context, [update]);
  if (update.kind !== 'message') return none;
  const { id, type, message } = update;
  if (!isListed(update, chats)) {
    context.log.info('A message of a chat that the settings do not list was left out.', { chats: [message.chat?.id] });
    return none;
  }
  // The number alone is not enough: after a week without updates Telegram draws a new one at random.
  return { outcome: 'events', events: [{ dedupeKey: `${id}:${message.id}:${message.revision}`, type, message }] };
}

/** Hashes have one length, so that comparing tells nothing of the secret's; every secret is compared, whatever came out. */
function isGenuine(claimed: string, secrets: readonly Secret[]): boolean {
  const actual = hash('sha256', claimed, 'buffer');
  return secrets
    .map((secret) => timingSafeEqual(actual, hash('sha256', secret.reveal(), 'buffer')))
    .some((equal) => equal);
}
