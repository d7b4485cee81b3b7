import type { Call, ChannelMessage, channel, InputOf, OutputOf } from '@fairlead/sdk';
import type { BotApi, Parameters } from './client.ts';
import { type Cursor, emptyCursor, offsetOf, readCursor, writeCursor } from './cursor.ts';
import { isWebhookConflict, refusalError, unreadable } from './map-errors.ts';
import type { Context } from './settings.ts';
import { keepUnread } from './unread.ts';
import { allowedUpdates, isListed, type ReadUpdate, readUpdate, updateIdOf } from './update.ts';
import { removeOwnWebhook } from './webhook-registration.ts';

type FetchInput = InputOf<typeof channel.fetch>;
type FetchOutput = OutputOf<typeof channel.fetch>;
type Note = { code: string; text: string };

/** `getUpdates` gives no more at once (https://core.telegram.org/bots/api#getupdates). */
const mostUpdates = 100;
/** Left of the call's time after a long poll has ended without a message. */
const marginMs = 5_000;

/**
 * Reads the updates after the cursor. Telegram forgets an update once a later poll names a higher `offset`; that poll
 * comes with the cursor given here, and so after the messages are stored.
 */
export async function pollUpdates(context: Context, api: BotApi, input: FetchInput, call: Call): Promise<FetchOutput> {
  const { cursor, notes } = openCursor(input.cursor, api.botId);
  const asked = Math.min(input.limit, mostUpdates);
  const offset = offsetOf(cursor, context.clock.now());
  const answered = await getUpdates(context, api, call, {
    ...(offset === undefined ? {} : { offset }),
    limit: asked,
    timeout: waitSeconds(context, call),
    allowed_updates: allowedUpdates,
  });
  // More than was asked for is left for the next poll, and not dropped behind the cursor.
  const updates = answered.slice(0, asked);
  const ids = updates.map(updateIdOf).filter((id) => id !== undefined);
  // Without a number there is no way past them.
  if (updates.length > 0 && ids.length === 0) throw unreadable('getUpdates');
  const read = updates.map(readUpdate).filter((update) => update !== undefined);
  const unread = await keepUnread(context, read);
  const next = ids.length === 0 ? cursor : { ...cursor, last: Math.max(...ids), atMs: context.clock.now() };
  const all = [...notes, ...unread];
  return {
    messages: messagesOf(context, read),
    cursor: writeCursor(next),
    more: answered.length >= asked,
    ...(all.length === 0 ? {} : { notes: all }),
  };
}

function messagesOf({ settings, log }: Context, updates: readonly ReadUpdate[]): ChannelMessage[] {
  const messages = updates.flatMap((update) => (update.kind === 'message' ? [update] : []));
  const listed = messages.filter((update) => isListed(update, settings.chats));
  const chats = new Set(messages.filter((update) => !listed.includes(update)).map(({ message }) => message.chat?.id));
  if (chats.size > 0) log.info('Messages of chats that the settings do not list were left out.', { chats: [...chats] });
  return listed.map(({ message }) => message);
}

/** A webhook that this connection set before it was switched to polling is removed; anybody else's stays. */
async function getUpdates(context: Context, api: BotApi, call: Call, parameters: Parameters) {
  let reply = await api.request('getUpdates', parameters, call);
  if (!reply.ok && reply.refusal.status === 409 && isWebhookConflict(reply.refusal.description)) {
    await removeOwnWebhook(context, api, call);
    reply = await api.request('getUpdates', parameters, call);
  }
  if (!reply.ok) throw refusalError(reply.refusal);
  if (!Array.isArray(reply.result)) throw unreadable('getUpdates');
  return reply.result as readonly unknown[];
}

function waitSeconds({ settings }: Context, { timeoutMs }: Call): number {
  return Math.max(0, Math.min(settings.longPollSeconds, Math.floor((timeoutMs - marginMs) / 1_000)));
}

function openCursor(text: string | undefined, bot: string): { cursor: Cursor; notes: Note[] } {
  if (text === undefined) return { cursor: emptyCursor(bot), notes: [] };
  const cursor = readCursor(text);
  if (cursor?.bot === bot) return { cursor, notes: [] };
  const start = emptyCursor(bot);
  if (cursor !== undefined) return { cursor: start, notes: [] };
  const note = {
    code: 'cursor_unreadable',
    text: 'The stored place in the bot’s updates could not be read. Reading goes on from what Telegram still has.',
  };
  return { cursor: start, notes: [note] };
}
