import type { ChannelMessage } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { JsonObject } from '@fairlead/core/flow-api';
import type { StoredMessage } from './collections.ts';

/** Of a text, what an event carries; the rest is at `/api/messages/{id}`. */
export const eventTextLength = 4_096;

const messageData = Type.Object({
  /** The hub's id of this revision. */
  id: Type.String(),
  connectionId: Type.String(),
  /** The vendor's id, the same for all revisions. */
  messageId: Type.String(),
  revision: Type.String(),
  flooded: Type.Boolean(),
  chatId: Type.Union([Type.String(), Type.Null()]),
  author: Type.Union([Type.String(), Type.Null()]),
  replyTo: Type.Union([Type.String(), Type.Null()]),
  sentAt: Type.Union([Type.String(), Type.Null()]),
  title: Type.Union([Type.String(), Type.Null()]),
  text: Type.String({ maxLength: eventTextLength }),
  truncated: Type.Boolean(),
  link: Type.Union([Type.String(), Type.Null()]),
});

export const messageEvents = {
  'message.created': { summary: 'A message was stored that was not there before.', data: messageData },
  'message.edited': { summary: 'A new revision of a message was stored.', data: messageData },
  'message.deleted': { summary: 'The vendor says that a message was deleted.', data: messageData },
  'channel.flooded': {
    summary: 'More messages came at once than is usual; those that belong to it say so.',
    data: Type.Object({ connectionId: Type.String(), count: Type.Integer(), limit: Type.Integer() }),
  },
} as const;

export function eventTypeOf({ change }: ChannelMessage): keyof typeof messageEvents {
  return `message.${change}`;
}

export function eventDataOf(id: string, { connectionId, flooded, message }: StoredMessage): JsonObject {
  const { chat, author, replyTo, sentAt, title, text, link } = message;
  return {
    id,
    connectionId,
    messageId: message.id,
    revision: message.revision,
    flooded,
    chatId: chat?.id ?? null,
    author: author?.name ?? author?.id ?? null,
    replyTo: replyTo ?? null,
    sentAt: sentAt ?? null,
    title: title ?? null,
    text: cut(text),
    truncated: text.length > eventTextLength,
    link: link ?? null,
  };
}

/** Cuts before half a character, never through one. */
export function cut(text: string): string {
  if (text.length <= eventTextLength) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(eventTextLength - 1)) ? eventTextLength - 1 : eventTextLength;
  return text.slice(0, end);
}
