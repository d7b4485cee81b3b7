import {
  defineRoute,
  HubError,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  reply,
  type Route,
} from '@fairlead/core/flow-api';
import { channel } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { OutgoingBox } from './outgoing-box.ts';
import { type OutgoingMessage, outgoingStatuses } from './outgoing-message.ts';
import { sendMessage } from './send-message.ts';
import { settleOutgoing } from './settle-outgoing.ts';

const nullable = Type.Union([Type.String(), Type.Null()]);
const { chatId, text, replyTo } = channel.send.input.properties;

const outgoingView = Type.Object({
  /** The hub's, which the vendor is given as the message's reference where it takes one. */
  id: Type.String(),
  connection: Type.String(),
  chatId: Type.String(),
  text: Type.String(),
  replyTo: nullable,
  /** `unknown`: it may have been sent; a person settles it. */
  status: Type.Enum([...outgoingStatuses]),
  /** The vendor's; null where it is not known. */
  messageId: nullable,
  problem: Type.Union([Type.Object({ code: Type.String(), text: Type.String() }), Type.Null()]),
  settled: Type.Union([Type.Object({ by: Type.String(), at: Type.String(), reason: Type.String() }), Type.Null()]),
  createdAt: Type.String(),
  createdBy: Type.String(),
});

const byConnection = Type.Object({ connectionId: Type.String({ maxLength: 64 }) });
const byId = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** Sending, what became of it, and settling what nobody knows. */
export function outgoingRoutes(box: OutgoingBox): readonly Route[] {
  const { repository } = box;
  return [
    defineRoute({
      method: 'POST',
      path: '/api/channels/{connectionId}/messages',
      permission: 'messages.send',
      summary: 'Sends a message through a channel.',
      description:
        'Takes an `Idempotency-Key`, always: the same key and body give the same message again. 201 says that the call has' +
        ' ended, and `status` how; 202 that nobody knows whether it was sent. 429: nothing was sent; send it again, with' +
        ' another key, after the time in `Retry-After`.',
      idempotent: 'by-handler',
      params: byConnection,
      body: Type.Object({ chatId, text, replyTo }, { additionalProperties: false }),
      responses: { 200: outgoingView, 201: outgoingView, 202: outgoingView },
      audit: {
        action: 'message.send',
        target: ({ params }) => params.connectionId,
        details: ({ body }, message) => ({
          chatId: body.chatId,
          ...(message === undefined ? {} : { message: message.id, status: message.status }),
        }),
      },
      async handler({ params: { connectionId }, body, idempotencyKey, actor }) {
        if (idempotencyKey === undefined) throw keyMissing();
        const { chatId: to, text: words, replyTo: answerTo = null } = body;
        const wish = { connectionId, chatId: to, text: words, replyTo: answerTo, idempotencyKey, actor };
        const { id, message, repeated, retryAfterMs } = await sendMessage(box, wish);
        if (retryAfterMs !== undefined) {
          const detail = `Nothing was sent: ${message.problem?.text ?? ''} Send it again later, with another Idempotency-Key.`;
          throw new HubError('too_many_requests', { detail, retryAfterMs, details: { id } });
        }
        const status = message.status === 'unknown' ? 202 : repeated ? 200 : 201;
        return reply({ status, body: show(id, message) });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/channels/{connectionId}/messages',
      permission: 'messages.read',
      summary: 'What was sent through a channel, newest first. What it brought is at `/api/messages`.',
      params: byConnection,
      query: listQuery({ status: Type.Optional(Type.Enum([...outgoingStatuses])) }),
      responses: { 200: pageOf(outgoingView) },
      async handler({ params: { connectionId }, query }) {
        const { status } = query;
        const page = await repository.list({
          where: { connectionId, ...(status === undefined ? {} : { status }) },
          order: { field: 'id', direction: 'descending' },
          ...pageOptions(query),
        });
        // Of a connection that was removed what it sent can still be read.
        const isKnown = page.items.length > 0 || (await box.services.connections.get(connectionId)) !== undefined;
        if (!isKnown) throw new HubError('not_found', { detail: 'There is no such connection.' });
        return mapPage(page, ({ id, state }) => show(id, state));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/outgoing-messages/{id}',
      permission: 'messages.read',
      summary: 'One message that was sent, or should have been.',
      params: byId,
      responses: { 200: outgoingView },
      async handler({ params: { id } }) {
        const found = await repository.get(id);
        if (found === undefined) throw new HubError('not_found', { detail: 'There is no such message.' });
        return show(id, found.state);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/outgoing-messages/{id}/settle',
      permission: 'messages.send',
      summary: 'Says what became of a message of which nobody knew whether it was sent.',
      idempotent: 'none',
      params: byId,
      body: Type.Object(
        { as: Type.Enum(['sent', 'failed']), reason: Type.String({ minLength: 1, maxLength: 500 }) },
        { additionalProperties: false },
      ),
      responses: { 200: outgoingView },
      audit: {
        action: 'message.settle',
        target: ({ params }) => params.id,
        details: ({ body: { as, reason } }) => ({ as, reason }),
      },
      async handler({ params: { id }, body: { as, reason }, actor }) {
        return show(id, await settleOutgoing(box, { id, as, reason, by: `${actor.kind}:${actor.id}` }));
      },
    }),
  ];
}

function show(
  id: string,
  { connectionId, dueAt: _due, requestKey: _key, requestHash: _hash, ...shown }: OutgoingMessage,
) {
  return { id, connection: connectionId, ...shown };
}

function keyMissing(): HubError {
  const message = 'is required, so that a repeated request does not send a second message';
  return new HubError('invalid_request', {
    detail: `The header idempotency-key ${message}.`,
    errors: [{ path: '/headers/idempotency-key', message }],
  });
}
