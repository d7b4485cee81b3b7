import type { Call, channel, InputOf, OutputOf } from '@fairlead/sdk';
import { type BotApi, resultObject } from './client.ts';
import { type Refusal, refusalError, unreadable } from './map-errors.ts';
import { messageId } from './message.ts';
import { idOf, objectOf } from './reading.ts';
import type { SendPace } from './send-pace.ts';

type SendInput = InputOf<typeof channel.send>;
type SendOutput = OutputOf<typeof channel.send>;

/** https://core.telegram.org/bots/api#sendmessage: characters, not UTF-16 units. */
const mostCharacters = 4_096;

export interface Sender {
  readonly api: BotApi;
  readonly pace: SendPace;
}

/**
 * Sends plain text, without `parse_mode`, so that nothing in it is markup. The Bot API takes no key and cannot be asked
 * what it has sent: whoever does not know whether a message went out has to look into the chat.
 */
export async function sendMessage({ api, pace }: Sender, input: SendInput, call: Call): Promise<SendOutput> {
  const text = input.text.toWellFormed();
  if (Array.from(text).length > mostCharacters) {
    return refused('text_too_long', `Telegram takes ${mostCharacters} characters at once.`);
  }
  const reply = replyParameters(input);
  if (reply === undefined) return refused('reply_unknown', 'The message to reply to is none of Telegram’s.');
  const parameters = { chat_id: chatParameter(input.chatId), text, ...reply };
  await pace.turn(input.chatId, call);
  const answer = await api.request('sendMessage', parameters, call);
  if (!answer.ok) {
    const { status, retryAfterMs } = answer.refusal;
    if (status === 429 && retryAfterMs !== undefined) pace.hold(input.chatId, retryAfterMs);
    return refusalOf(answer.refusal);
  }
  const sent = resultObject(answer.result, 'sendMessage');
  const chat = idOf(objectOf(sent['chat'])?.['id']);
  const number = idOf(sent['message_id']);
  // It was sent; what is wrong is the answer. The guard makes an unknown outcome of it.
  if (chat === undefined || number === undefined) throw unreadable('sendMessage');
  return { outcome: 'sent', id: messageId(chat, number) };
}

/** A number where it is one (it fits into a float, as every id of Telegram does), else the name as it is. */
function chatParameter(chatId: string): number | string {
  const number = /^-?\d{1,16}$/.test(chatId) ? Number(chatId) : Number.NaN;
  return Number.isSafeInteger(number) ? number : chatId.toWellFormed();
}

/** https://core.telegram.org/bots/api#replyparameters. Undefined when `replyTo` is no id of this plugin. */
function replyParameters({ chatId, replyTo }: SendInput): object | undefined {
  if (replyTo === undefined) return {};
  const [, chat, digits] = /^(-?\d{1,16}):(\d{1,10})$/.exec(replyTo) ?? [];
  if (chat === undefined || digits === undefined) return undefined;
  const elsewhere = chat === chatId ? {} : { chat_id: chatParameter(chat) };
  return { reply_parameters: { message_id: Number(digits), ...elsewhere } };
}

function refused(code: string, message: string): SendOutput {
  return { outcome: 'refused', code, message: message.slice(0, 500) };
}

/** By Telegram's wording, which may change: what is not recognised is `refused_by_telegram`. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/chat not found/i, 'chat_not_found'],
  [/message to (be replied|reply) not found/i, 'reply_not_found'],
  [/message is too long/i, 'text_too_long'],
  [/text (is empty|must be non-empty)/i, 'text_empty'],
  [/not enough rights|need administrator rights|have no rights|CHAT_WRITE_FORBIDDEN/i, 'not_allowed_in_chat'],
];

/** The bot works, and this chat does not want it. */
const shutOut =
  /bot was (blocked|kicked)|not a member|user is deactivated|can't initiate conversation|can't send messages to/i;

/** @throws FairleadError for what does not lie in this message or this chat */
function refusalOf(refusal: Refusal): SendOutput {
  const { status, description, migratedTo } = refusal;
  if (status === 400 && migratedTo !== undefined) {
    return refused('chat_migrated', `The group has become a supergroup. Send to ${migratedTo}.`);
  }
  if (status === 403 && shutOut.test(description)) return refused('shut_out_of_chat', description);
  if (status !== 400) throw refusalError(refusal);
  const [, code = 'refused_by_telegram'] = reasons.find(([words]) => words.test(description)) ?? [];
  return refused(code, description);
}
