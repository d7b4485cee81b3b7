import { hash } from 'node:crypto';
import type { ChannelMessage } from '@fairlead/sdk';
import { attachmentsOf, filesOf } from './attachments.ts';
import { idOf, isObject, type JsonObject, listOf, objectOf, present, textOf, timeOf, wholeOf } from './reading.ts';

const longestText = 262_144;

/**
 * What Telegram does by itself or tells of a chat, by the member that such a message has
 * (https://core.telegram.org/bots/api#message). Nobody said it, so it is no message here.
 */
const serviceMembers =
  /^(new_chat_|left_chat_|delete_chat_photo$|(group|supergroup|channel)_chat_created$|message_auto_delete_timer_changed$|migrate_(to|from)_chat_id$|pinned_message$|(successful|refunded)_payment$|(users|chat)_shared$|connected_website$|write_access_allowed$|proximity_alert_triggered$|boost_added$|chat_background_set$|checklist_tasks_|direct_message_price_changed$|(general_)?forum_topic_|giveaway_(created|completed)$|paid_message_price_changed$|suggested_post_|video_chat_|web_app_data$)/;

/**
 * A message of the Bot API as a message of the contract.
 * @returns undefined for a service message
 * @throws Error saying what is missing
 */
export function readMessage(value: unknown, edited: boolean): ChannelMessage | undefined {
  if (!isObject(value)) throw new Error('the message is not an object');
  const chat = objectOf(value['chat']);
  const chatId = idOf(chat?.['id']);
  const number = idOf(value['message_id']);
  if (chat === undefined || chatId === undefined) throw new Error('it does not say in which chat it was');
  if (number === undefined) throw new Error('it has no message_id');
  if (Object.keys(value).some((name) => serviceMembers.test(name))) return undefined;
  const text = plainText(value);
  const attachments = attachmentsOf(value);
  return {
    id: messageId(chatId, number),
    change: edited ? 'edited' : 'created',
    revision: edited ? revisionOf(value, text) : '0',
    chat: { id: chatId, ...present({ title: titleOf(chat) }) },
    text,
    attachments,
    ...present({
      author: authorOf(value, chat),
      replyTo: replyOf(value, chatId),
      sentAt: edited ? (timeOf(value['edit_date']) ?? timeOf(value['date'])) : timeOf(value['date']),
      link: linkOf(chat, chatId, number),
    }),
  };
}

/** Message numbers are unique within their chat only. */
export function messageId(chatId: string, number: string): string {
  return `${chatId}:${number}`;
}

/** `edit_date` is in seconds, so two edits can share it: a hash of what the message says tells them apart. */
function revisionOf(message: JsonObject, text: string): string {
  const said = JSON.stringify([text, message['entities'], message['caption_entities'], filesOf(message)]);
  return `${wholeOf(message['edit_date']) ?? 0}-${hash('sha256', said, 'base64url').slice(0, 16)}`;
}

/** Telegram sends text and formatting apart (https://core.telegram.org/bots/api#messageentity): the text is plain. */
function plainText(message: JsonObject): string {
  for (const name of ['text', 'caption']) {
    const value = message[name];
    if (value === undefined) continue;
    if (typeof value !== 'string') throw new Error(`its ${name} is not a text`);
    return value.slice(0, longestText).toWellFormed();
  }
  const asked = objectOf(message['poll']);
  const list = objectOf(message['checklist']);
  return [...linesOf(asked, 'question', 'options'), ...linesOf(list, 'title', 'tasks')].join('\n');
}

function linesOf(value: JsonObject | undefined, head: string, items: string): readonly string[] {
  if (value === undefined) return [];
  const lines = [value[head], ...listOf(value[items]).map(({ text }) => text)];
  return lines
    .map((line) => textOf(line, 1_000))
    .filter((line) => line !== undefined)
    .slice(0, 100);
}

function titleOf(chat: JsonObject): string | undefined {
  return textOf(chat['title'], 500) ?? nameOf(chat, 500);
}

function nameOf(person: JsonObject, maxLength: number): string | undefined {
  const names = [person['first_name'], person['last_name']].map((name) => textOf(name, maxLength));
  return (
    textOf(names.filter((name) => name !== undefined).join(' '), maxLength) ?? textOf(person['username'], maxLength)
  );
}

/** `sender_chat` speaks for anonymous admins and channels; `from` is then a stand-in. Channels may show who signed. */
function authorOf(message: JsonObject, chat: JsonObject): ChannelMessage['author'] {
  const signed = textOf(message['author_signature'], 255);
  const speaker = objectOf(message['sender_chat']);
  if (speaker !== undefined) {
    return nonEmpty({ id: idOf(speaker['id']), name: signed ?? textOf(speaker['title'], 255) });
  }
  const person = objectOf(message['from']);
  if (person !== undefined) return nonEmpty({ id: idOf(person['id']), name: nameOf(person, 255) });
  return chat['type'] === 'channel'
    ? nonEmpty({ id: idOf(chat['id']), name: signed ?? textOf(chat['title'], 255) })
    : undefined;
}

function nonEmpty(author: { id: string | undefined; name: string | undefined }): ChannelMessage['author'] {
  const given = present(author);
  return Object.keys(given).length === 0 ? undefined : given;
}

/** `external_reply` answers a message of another chat, whose number may be withheld. */
function replyOf(message: JsonObject, chatId: string): string | undefined {
  const here = idOf(objectOf(message['reply_to_message'])?.['message_id']);
  if (here !== undefined) return messageId(chatId, here);
  const elsewhere = objectOf(message['external_reply']);
  const chat = idOf(objectOf(elsewhere?.['chat'])?.['id']);
  const number = idOf(elsewhere?.['message_id']);
  return chat === undefined || number === undefined ? undefined : messageId(chat, number);
}

/** Channels and supergroups have addresses (https://core.telegram.org/api/links#message-links); other chats have none. */
function linkOf(chat: JsonObject, chatId: string, number: string): string | undefined {
  if (chat['type'] !== 'channel' && chat['type'] !== 'supergroup') return undefined;
  const name = textOf(chat['username'], 64);
  if (name !== undefined && /^\w+$/.test(name)) return `https://t.me/${name}/${number}`;
  const inner = /^-100(\d+)$/.exec(chatId)?.[1];
  return inner === undefined ? undefined : `https://t.me/c/${inner}/${number}`;
}
