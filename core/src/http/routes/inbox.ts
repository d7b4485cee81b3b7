import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route } from '../../flow-api/index.ts';
import type { InboxItem } from '../../storage/index.ts';
import type { InboxService } from '../services.ts';
import { anyJson, idParams, nullableText, text } from './schemas.ts';

const status = Type.Enum(['received', 'unverified', 'failed', 'dispatched', 'dead', 'forged']);

const item = Type.Object({
  id: Type.String(),
  connection: Type.String(),
  eventId: Type.String({ description: 'The vendor’s id of the event: unique within the connection.' }),
  type: Type.String(),
  status,
  receivedAt: Type.String(),
  occurredAt: nullableText,
  duplicates: Type.Integer({ description: 'How often the same event came again.' }),
  attempts: Type.Integer(),
  nextAttemptAt: nullableText,
  lastError: nullableText,
});
const whole = Type.Object({ ...item.properties, event: anyJson, response: anyJson });

/** Incoming webhooks, as they were stored. */
export function inboxRoutes({ inbox }: { readonly inbox: InboxService }): readonly Route[] {
  async function find(id: string): Promise<InboxItem> {
    const found = await inbox.get(id);
    if (found === undefined) throw new HubError('not_found', { detail: 'There is no inbox item of this id.' });
    return found;
  }
  return [
    defineRoute({
      method: 'GET',
      path: '/api/inbox',
      permission: 'inbox.read',
      summary: 'Webhooks received, newest first.',
      query: listQuery({
        connection: Type.Optional(text(128)),
        status: Type.Optional(status),
        type: Type.Optional(text(128)),
      }),
      responses: { 200: pageOf(item) },
      handler: async ({ query }) => {
        const { connection: connectionId, status, type } = query;
        return mapPage(await inbox.list({ ...pageOptions(query), connectionId, status, type }), summary);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/inbox/{id}',
      permission: 'inbox.read',
      summary: 'One webhook with its event.',
      params: idParams,
      responses: { 200: whole },
      handler: async ({ params }) => shown(await find(params.id)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/inbox/{id}/replay',
      permission: 'inbox.replay',
      audit: { action: 'inbox.replay' },
      summary: 'Dispatch a webhook once more, whatever became of it.',
      params: idParams,
      responses: { 202: whole },
      handler: async ({ params }) => {
        await find(params.id);
        if (!(await inbox.replay(params.id))) {
          throw new HubError('conflict', { detail: 'It was never verified, so there is nothing to dispatch.' });
        }
        return shown(await find(params.id));
      },
    }),
  ];
}

function summary(one: InboxItem) {
  const { id, connectionId, eventId, type, receivedAt, occurredAt, duplicates, attempts, lastError } = one;
  return {
    id,
    connection: connectionId,
    eventId,
    type,
    status: one.status,
    receivedAt,
    occurredAt,
    duplicates,
    attempts,
    nextAttemptAt: one.nextAttemptAt === null ? null : new Date(one.nextAttemptAt).toISOString(),
    lastError,
  };
}

const shown = (one: InboxItem) => ({ ...summary(one), event: one.event, response: one.response });
