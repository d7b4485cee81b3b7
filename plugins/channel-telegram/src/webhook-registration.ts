import type { Call, channel, InputOf, OutputOf } from '@fairlead/sdk';
import { type BotApi, resultObject } from './client.ts';
import { emptyCursor, writeCursor } from './cursor.ts';
import { foreignWebhookError, webhookSettingError } from './map-errors.ts';
import { type JsonObject, textOf, wholeOf } from './reading.ts';
import type { Context } from './settings.ts';
import { allowedUpdates } from './update.ts';

type FetchOutput = OutputOf<typeof channel.fetch>;

/** The secret token that Telegram was given last; it does not tell which one it has. */
const givenToken = 'webhook-token';
const tokenForm = /^[A-Za-z0-9_-]{16,256}$/;
const recentMs = 3_600_000;

/**
 * A poll of a connection that receives by webhook: sees that Telegram has the right address, kinds and secret token,
 * and registers them where it has not. Gives no messages; they arrive by `receive`. Repeating it is harmless.
 */
export async function keepWebhook(
  context: Context,
  api: BotApi,
  { cursor }: InputOf<typeof channel.fetch>,
  call: Call,
): Promise<FetchOutput> {
  const token = tokenToGive(context);
  const info = resultObject(await api.ask('getWebhookInfo', {}, call), 'getWebhookInfo');
  const address = textOf(info['url'], 4_096);
  if (address !== undefined && !isOwn(address, context.webhookUrl)) throw foreignWebhookError(hostOf(address));
  const given = await context.secrets.get(givenToken);
  const stands = address === context.webhookUrl && hasKinds(info) && given?.reveal() === token.reveal();
  if (!stands) {
    await register(context, api, call, token.reveal());
    // Only now: if Telegram did not get it, it is given again.
    await context.secrets.put(givenToken, token);
    context.log.info('The webhook is registered with Telegram.');
  }
  const notes = stands ? troubleIn(info, context.clock.now()) : [];
  return {
    messages: [],
    cursor: cursor ?? writeCursor(emptyCursor(api.botId)),
    more: false,
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function tokenToGive({ settings, webhookUrl }: Context) {
  const [token] = settings.webhookSecrets ?? [];
  if (token === undefined) {
    throw webhookSettingError('Webhooks need a secret token. Make one up and enter it in “webhookSecrets”.');
  }
  if (!tokenForm.test(token.reveal())) {
    throw webhookSettingError('The secret token needs 16 to 256 characters of A–Z, a–z, 0–9, _ and -.');
  }
  if (!webhookUrl.startsWith('https://')) {
    throw webhookSettingError(
      'Telegram calls webhooks over https only, and this hub’s public address is not https. Change it, or use polling.',
    );
  }
  return token;
}

/** https://core.telegram.org/bots/api#setwebhook. What waits at Telegram is kept, and delivered. */
async function register(context: Context, api: BotApi, call: Call, token: string): Promise<void> {
  const parameters = { url: context.webhookUrl, secret_token: token, allowed_updates: allowedUpdates };
  await api.ask('setWebhook', parameters, call);
}

function hasKinds(info: JsonObject): boolean {
  const kinds = info['allowed_updates'];
  return Array.isArray(kinds) && allowedUpdates.every((kind) => kinds.includes(kind));
}

/** Ours as well after the hub has moved to another host: the path names the connection, whose id is unique. */
export function isOwn(address: string, webhookUrl: string): boolean {
  const [there, here] = [URL.parse(address), URL.parse(webhookUrl)];
  return there !== null && here !== null && there.pathname === here.pathname;
}

function hostOf(address: string): string | undefined {
  return URL.parse(address)?.host.slice(0, 255);
}

/** The address that gets the bot's updates; undefined when none is set. @throws FairleadError */
export async function webhookAddress(api: BotApi, call: Call): Promise<string | undefined> {
  return textOf(resultObject(await api.ask('getWebhookInfo', {}, call), 'getWebhookInfo')['url'], 4_096);
}

/**
 * Ends this connection's own webhook after it was switched to polling; what waits at Telegram stays.
 * @throws FairleadError `settings_invalid` when the webhook is somebody else's
 */
export async function removeOwnWebhook(context: Context, api: BotApi, call: Call): Promise<void> {
  const address = await webhookAddress(api, call);
  if (address === undefined) return;
  if (!isOwn(address, context.webhookUrl)) throw foreignWebhookError(hostOf(address));
  await api.ask('deleteWebhook', { drop_pending_updates: false }, call);
  await context.secrets.delete(givenToken);
  context.log.info('The webhook of this connection was removed, because it is polled now.');
}

/** What Telegram says of its last failure to deliver (https://core.telegram.org/bots/api#webhookinfo). */
function troubleIn(info: JsonObject, nowMs: number): { code: string; text: string }[] {
  const failedAtMs = (wholeOf(info['last_error_date']) ?? 0) * 1_000;
  const waiting = wholeOf(info['pending_update_count']) ?? 0;
  if (waiting === 0 || nowMs - failedAtMs > recentMs) return [];
  const why = textOf(info['last_error_message'], 300) ?? 'no reason given';
  return [{ code: 'webhook_failing', text: `Telegram cannot deliver to this hub: ${why}.` }];
}
