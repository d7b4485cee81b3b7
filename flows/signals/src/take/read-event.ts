import type { FlowEvent } from '@fairlead/core/flow-api';
import type { MessageRevision } from '@fairlead/flow-messages/contract';
import type { Revision } from '../model/reading.ts';

/** A revision with where it belongs and what it says. */
export interface ArrivedRevision {
  readonly connectionId: string;
  readonly messageId: string;
  readonly revision: Revision;
  /** Title and text; undefined where the event holds only the beginning of it. */
  readonly text: string | undefined;
}

const ranks = { created: 0, edited: 1, deleted: 2 } as const;

/**
 * Of `message.created`, `message.edited` and `message.deleted`. These come by ways of their own, so an edit may be here
 * before its message: what is later follows from when the hub stored it (the time in its id), then from what happened,
 * then from the place in the log.
 */
export function readEvent({ type, time, sequence, data }: FlowEvent): ArrivedRevision {
  const change = type.slice('message.'.length) as Revision['change'];
  const id = data['id'] as string;
  const sentAt = data['sentAt'] as string | null;
  const text = messageText({ title: data['title'] as string | null, text: data['text'] as string });
  return {
    connectionId: data['connectionId'] as string,
    messageId: data['messageId'] as string,
    revision: {
      id,
      order: `${id.slice(0, 13)}${ranks[change]}${String(sequence).padStart(16, '0')}`,
      change,
      chatId: data['chatId'] as string | null,
      replyTo: data['replyTo'] as string | null,
      flooded: data['flooded'] as boolean,
      sentAt: sentAt === null ? null : Date.parse(sentAt),
      receivedAt: Date.parse(time),
    },
    text: data['truncated'] === true ? undefined : text,
  };
}

/** What is read: feeds put what matters into the title, and often repeat it in the text. */
export function messageText({
  title,
  text,
}: {
  readonly title?: string | null | undefined;
  readonly text: string;
}): string {
  if (title === null || title === undefined || title === '' || text.startsWith(title)) return text;
  return text === '' ? title : `${title}\n${text}`;
}

export function textOfRevision({ message }: MessageRevision): string {
  return messageText(message);
}
