import { declareEvent, type EventData } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import type { OutgoingMessage, OutgoingStatus } from './outgoing-message.ts';

const outgoing = (summary: string, told: { readonly messageId: string | null; readonly code: string | null }) =>
  declareEvent({
    summary,
    subject: 'the hub’s id of the outgoing message',
    data: Type.Object({
      id: Type.String({ description: 'The hub’s id: `/api/outgoing-messages/{id}` has the text.' }),
      connectionId: Type.String(),
      chatId: Type.String(),
      messageId: Type.Union([Type.String(), Type.Null()], {
        description: 'The vendor’s; null where it is not known.',
      }),
      code: Type.Union([Type.String(), Type.Null()], {
        description: 'Why, where it was not sent or nobody knows.',
      }),
      by: Type.Enum(['answer', 'operator'], { description: 'Whoever says so: the vendor’s answer, or an operator.' }),
    }),
    example: {
      id: '01k9v8e5f7g9h1j3k5m7n9p1q3',
      connectionId: '01k9v7d1m2q4x8r6t0b3n5c7ae',
      chatId: '-1001234567890',
      ...told,
      by: 'answer',
    },
  });

export const outgoingEvents = {
  'message.sent': outgoing('A message went out.', { messageId: '4712', code: null }),
  'message.send_failed': outgoing('A message did not go out: refused, or nothing was sent.', {
    messageId: null,
    code: 'chat_not_found',
  }),
  'message.send_unknown': outgoing('A message may have gone out or not. It is not sent again; a person has to look.', {
    messageId: null,
    code: 'outcome_unknown',
  }),
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
):
  | { readonly type: keyof typeof outgoingEvents; readonly data: EventData<(typeof outgoingEvents)['message.sent']> }
  | undefined {
  if (status === 'sending') return undefined;
  const by = settled === null ? 'answer' : 'operator';
  return { type: typeOf[status], data: { id, connectionId, chatId, messageId, code: problem?.code ?? null, by } };
}
