import type { JsonObject } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import type { OutgoingMessage, OutgoingStatus } from './outgoing-message.ts';

const nullable = Type.Union([Type.String(), Type.Null()]);

const outgoingData = Type.Object({
  /** The hub's id: `/api/outgoing-messages/{id}` has the text. */
  id: Type.String(),
  connectionId: Type.String(),
  chatId: Type.String(),
  /** The vendor's; null where it is not known. */
  messageId: nullable,
  /** Why, where it was not sent or nobody knows. */
  code: nullable,
  /** Whoever says so: the vendor's answer, or an operator. */
  by: Type.Enum(['answer', 'operator']),
});

export const outgoingEvents = {
  'message.sent': { summary: 'A message went out.', data: outgoingData },
  'message.send_failed': { summary: 'A message did not go out: refused, or nothing was sent.', data: outgoingData },
  'message.send_unknown': {
    summary: 'A message may have gone out or not. It is not sent again; a person has to look.',
    data: outgoingData,
  },
} as const;

const typeOf: { readonly [Status in Exclude<OutgoingStatus, 'sending'>]: keyof typeof outgoingEvents } = {
  sent: 'message.sent',
  refused: 'message.send_failed',
  failed: 'message.send_failed',
  unknown: 'message.send_unknown',
};

/** What is told of a status; nothing of one that is not the end of anything. */
export function outgoingEventOf(
  id: string,
  { status, connectionId, chatId, messageId, problem, settled }: OutgoingMessage,
): { readonly type: keyof typeof outgoingEvents; readonly data: JsonObject } | undefined {
  if (status === 'sending') return undefined;
  const by = settled === null ? 'answer' : 'operator';
  return { type: typeOf[status], data: { id, connectionId, chatId, messageId, code: problem?.code ?? null, by } };
}
