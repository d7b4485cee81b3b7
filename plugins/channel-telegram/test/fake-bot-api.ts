import type { Counterparty, Reply } from '@fairlead/sdk/testing';

export const botToken = '123456789:AAFakeTokenOfTheTests-0123456789_abcd';
export const chatId = -1_001_234_567_890;

export type Update = { readonly update_id: number; readonly [name: string]: unknown };

/** What the Bot API remembers of one bot. */
export interface FakeBot {
  /** Updates that are not confirmed yet. */
  readonly pending: Update[];
  webhook: { url: string; allowed_updates?: readonly string[]; [name: string]: unknown };
  /** The parameters of each `setWebhook`. */
  readonly registered: Record<string, unknown>[];
}

export function pathOf(method: string): string {
  return `/bot${botToken}/${method}`;
}

export function ok(result: unknown): Reply {
  return { body: { ok: true, result } };
}

/** As https://core.telegram.org/bots/api#making-requests has it. */
export function refusal(status: number, description: string, parameters?: object): Reply {
  const more = parameters === undefined ? {} : { parameters };
  return { status, body: { ok: false, error_code: status, description, ...more } };
}

/** The methods that the plugin uses, with Telegram's rules for offsets and for webhooks beside polling. */
export function serveBot(vendor: Counterparty): FakeBot {
  const bot: FakeBot = { pending: [], webhook: { url: '' }, registered: [] };
  vendor.on(
    { path: pathOf('getMe') },
    ok({ id: 123_456_789, is_bot: true, first_name: 'Reader', username: 'reader_bot' }),
  );
  vendor.on({ path: pathOf('getUpdates') }, (request) => {
    if (bot.webhook.url !== '') {
      return refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const { offset, limit } = request.json() as { offset?: number; limit: number };
    if (offset !== undefined) confirm(bot, offset);
    return ok(bot.pending.slice(0, limit));
  });
  vendor.on({ path: pathOf('getWebhookInfo') }, () =>
    ok({ has_custom_certificate: false, pending_update_count: 0, ...bot.webhook }),
  );
  vendor.on({ path: pathOf('setWebhook') }, (request) => {
    const parameters = request.json() as { url: string; allowed_updates: readonly string[] };
    bot.registered.push({ ...parameters });
    bot.webhook = { url: parameters.url, allowed_updates: parameters.allowed_updates };
    return ok(true);
  });
  vendor.on({ path: pathOf('deleteWebhook') }, () => {
    bot.webhook = { url: '' };
    return ok(true);
  });
  return bot;
}

/** An offset beyond the queue is not believed, and answered from its head (tdlib's TQueue). */
function confirm(bot: FakeBot, offset: number): void {
  const last = bot.pending.at(-1)?.update_id;
  if (last !== undefined && offset > last + 10) return;
  bot.pending.splice(0, bot.pending.filter(({ update_id }) => update_id < offset).length);
}

export function post(number: number, text: string, more: object = {}): Record<string, unknown> {
  const chat = { id: chatId, type: 'channel', title: 'Signals' };
  return { message_id: number, date: 1_790_000_000 + number, chat, sender_chat: chat, text, ...more };
}

export function update(id: number, message: unknown, kind = 'channel_post'): Update {
  return { update_id: id, [kind]: message };
}
