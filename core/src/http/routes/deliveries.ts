import { Type } from 'typebox';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route } from '../../flow-api/index.ts';
import { type Delivery, deliveryStatuses } from '../../webhooks/index.ts';
import type { WebhookService } from '../services.ts';
import { typePattern } from './events.ts';
import { isoOf } from './moments.ts';
import { idParams, moment, nullableText, text } from './schemas.ts';

const nullableInteger = Type.Union([Type.Integer(), Type.Null()]);
const status = Type.Enum([...deliveryStatuses]);

export const deliverySummary = Type.Object({
  id: Type.String(),
  endpoint: Type.String(),
  webhookId: Type.String({ description: 'The event’s id: the `webhook-id` of every attempt.' }),
  type: Type.String(),
  status,
  eventAt: Type.String(),
  createdAt: Type.String(),
  attemptCount: Type.Integer(),
  nextAttemptAt: nullableText,
  settledAt: nullableText,
  lastStatus: nullableInteger,
  lastError: nullableText,
});

const attempt = Type.Object({
  at: Type.String(),
  durationMs: Type.Integer(),
  status: nullableInteger,
  reply: Type.String({ description: 'The first 4 KB of the answer.' }),
  error: Type.Union([Type.String(), Type.Null()], { description: 'Null: it arrived.' }),
});

const wholeDelivery = Type.Object({
  ...deliverySummary.properties,
  body: Type.String({ description: 'What is signed and sent, to the byte.' }),
  attempts: Type.Array(attempt, { description: 'The last 30, the latest last.' }),
});

/** What was sent to whom, and what came of it. */
export function deliveryRoutes({ webhooks }: { readonly webhooks: WebhookService }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/deliveries',
      permission: 'webhooks.read',
      summary: 'Deliveries to webhook endpoints, those of the latest events first.',
      description: '`from` and `to` are of the event: from here on and before there.',
      query: listQuery({
        endpoint: Type.Optional(text(128)),
        status: Type.Optional(status),
        type: Type.Optional(typePattern),
        from: Type.Optional(moment),
        to: Type.Optional(moment),
      }),
      responses: { 200: pageOf(deliverySummary) },
      handler: async ({ query }) => {
        const { endpoint: endpointId, status: of, type } = query;
        const span = { from: isoOf(query.from, '/query/from'), to: isoOf(query.to, '/query/to') };
        const filter = { ...pageOptions(query), endpointId, status: of, type, ...span };
        return mapPage(await webhooks.deliveries(filter), showDelivery);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/deliveries/{id}',
      permission: 'webhooks.read',
      summary: 'One delivery with its body and its attempts.',
      params: idParams,
      responses: { 200: wholeDelivery },
      handler: async ({ params }) => {
        const found = await webhooks.delivery(params.id);
        const { body, attempts } = found.state;
        return { ...showDelivery(found), body, attempts: [...attempts] };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/deliveries/{id}/redeliver',
      permission: 'webhooks.redeliver',
      audit: { action: 'delivery.redeliver', target: ({ params }) => params.id },
      summary: 'Send it once more, whatever became of it. Its `webhook-id` stays: who has handled it can tell.',
      params: idParams,
      responses: { 202: deliverySummary },
      handler: async ({ params }) => showDelivery(await webhooks.redeliver(params.id)),
    }),
  ];
}

export function showDelivery({ id, createdAt, state }: Delivery) {
  const last = state.attempts.at(-1);
  return {
    id,
    endpoint: state.endpointId,
    webhookId: state.webhookId,
    type: state.type,
    status: state.status,
    eventAt: state.at,
    createdAt,
    attemptCount: state.attemptCount,
    nextAttemptAt: state.dueAt === null ? null : new Date(state.dueAt).toISOString(),
    settledAt: state.settledAt,
    lastStatus: last?.status ?? null,
    lastError: last?.error ?? null,
  };
}
