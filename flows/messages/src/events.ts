import type { ChannelMessage } from '@fairlead/sdk';
import { Type } from 'typebox';
import { declareEvent, type EventData } from '@fairlead/core/flow-api';
import type { StoredMessage } from './collections.ts';

/** Of a text, what an event carries; the rest is at `/api/messages/{id}`. */
export const eventTextLength = 4_096;

const messageData = Type.Object({
  id: Type.String({ description: 'The hub’s id of this revision.' }),
  connectionId: Type.String(),
  messageId: Type.String({ description: 'The vendor’s id, the same for all revisions.' }),
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

const exampleConnection = '01k9v7d1m2q4x8r6t0b3n5c7ae';
const message = (summary: string) =>
  declareEvent({
    summary,
    subject: 'the id of the revision',
    data: messageData,
    example: {
      id: '01k9v8c3d5e7f9g1h3j5k7m9n1',
      connectionId: exampleConnection,
      messageId: '4711',
      revision: '1',
      flooded: false,
      chatId: '-1001234567890',
      author: 'Desk',
      replyTo: null,
      sentAt: '2026-03-14T09:26:50.000Z',
      title: null,
      text: 'Good morning.',
      truncated: false,
      link: 'https://t.me/desk/4711',
    },
  });

export const messageEvents = {
  'message.created': message('A message was stored that was not there before.'),
  'message.edited': message('A new revision of a message was stored.'),
  'message.deleted': message('The vendor says that a message was deleted.'),
  'channel.flooded': declareEvent({
    summary: 'More messages came at once than is usual; those that belong to it say so.',
    subject: 'the id of the connection',
    data: Type.Object({ connectionId: Type.String(), count: Type.Integer(), limit: Type.Integer() }),
    example: { connectionId: exampleConnection, count: 61, limit: 60 },
  }),
} as const;

export function eventTypeOf({ change }: ChannelMessage): keyof typeof messageEvents {
  return `message.${change}`;
}

export function eventDataOf(
  id: string,
  { connectionId, flooded, message }: StoredMessage,
): EventData<(typeof messageEvents)['message.created']> {
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
