import { type JsonServer, startJsonServer } from './json-server.ts';

/** As much of Telegram's Bot API as a polling bot asks for (https://core.telegram.org/bots/api). */
export interface BotApi extends JsonServer {
  readonly token: string;
  readonly chat: string;
  /** Somebody writes in the channel that the bot is in. */
  say(text: string): void;
}

export async function startBotApi(token: string): Promise<BotApi> {
  const chat = { id: -1_001_234_567_890, type: 'channel', title: 'Demo room' };
  const bot = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Demo',
    username: 'demo_bot',
    can_read_all_group_messages: true,
  };
  const posts: { readonly update_id: number; readonly channel_post: object }[] = [];
  const results: Readonly<Record<string, (body: { readonly offset?: number }) => unknown>> = {
    getMe: () => bot,
    getWebhookInfo: () => ({ url: '', has_custom_certificate: false, pending_update_count: 0 }),
    getUpdates: ({ offset = 0 }) => posts.filter(({ update_id: id }) => id >= offset),
  };
  const server = await startJsonServer((path, body) => {
    const method = path.startsWith(`/bot${token}/`) ? path.slice(`/bot${token}/`.length) : '';
    const result = results[method]?.((body ?? {}) as { readonly offset?: number });
    return result === undefined ? undefined : { ok: true, result };
  });
  return {
    ...server,
    token,
    chat: String(chat.id),
    say(text) {
      const number = posts.length + 1;
      const date = Math.floor(Date.now() / 1_000);
      posts.push({ update_id: number, channel_post: { message_id: number, date, chat, text } });
    },
  };
}
