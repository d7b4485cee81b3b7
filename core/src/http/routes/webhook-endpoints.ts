import type { Secret } from '@fairlead/sdk';
import { Type } from 'typebox';
import {
  defineRoute,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  type Route,
  reply,
  versioned,
} from '../../flow-api/index.ts';
import type { EventCatalogue } from '../../events/index.ts';
import type { Redelivery, WebhookEndpoint } from '../../webhooks/index.ts';
import type { WebhookService } from '../services.ts';
import { deliverySummary, showDelivery } from './deliveries.ts';
import { checkEventTypes } from './event-types.ts';
import { typePattern } from './events.ts';
import { isoOf } from './moments.ts';
import { closed, idParams, moment, noContent, nullableText } from './schemas.ts';

const url = Type.String({
  minLength: 1,
  maxLength: 2_000,
  description: 'https; http only where private addresses are allowed. Without a user name or password.',
});
const types = Type.Array(typePattern, {
  minItems: 1,
  maxItems: 50,
  description: 'Types of events, as `GET /api/event-types` lists them; each may end in *.',
});
const changeable = {
  description: Type.Optional(Type.String({ maxLength: 500, description: 'Default: empty.' })),
  types: Type.Optional(types),
  ordered: Type.Optional(
    Type.Boolean({ description: 'One at a time, in order: later events wait for one that fails. Default false.' }),
  ),
  allowPrivateAddresses: Type.Optional(
    Type.Boolean({ description: 'The host may be of a private network or this machine. Default false.' }),
  ),
};

const endpoint = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  url: Type.String(),
  description: Type.String(),
  types: Type.Array(Type.String()),
  ordered: Type.Boolean(),
  allowPrivateAddresses: Type.Boolean(),
  status: Type.Enum(['enabled', 'disabled']),
  disabledReason: Type.Union([Type.Enum(['by_hand', 'gone', 'failing']), Type.Null()], {
    description: '`gone`: it answered 410. `failing`: nothing arrived for five days.',
  }),
  disabledAt: nullableText,
  failingSince: nullableText,
  secrets: Type.Array(Type.Object({ version: Type.Integer(), madeAt: Type.String(), expiresAt: nullableText }), {
    description: 'Those that sign now, the current one first. Never the secrets themselves.',
  }),
  createdAt: Type.String(),
  updatedAt: Type.String(),
});
const withSecret = Type.Object({
  ...endpoint.properties,
  secret: Type.String({ description: '`whsec_…`, to verify signatures with. It is shown this once.' }),
});

const redelivery = Type.Object({
  id: Type.String(),
  endpointId: Type.String(),
  what: Type.Enum(['failed', 'all']),
  from: nullableText,
  to: nullableText,
  status: Type.Enum(['running', 'finished', 'stopped'], { description: '`stopped`: the endpoint was disabled.' }),
  seen: Type.Integer({ description: 'Looked at so far.' }),
  queued: Type.Integer({ description: 'Of these, to be sent.' }),
  startedAt: Type.String(),
  finishedAt: nullableText,
});

type Options = { readonly webhooks: WebhookService; readonly eventTypes: EventCatalogue };

/** Where events are sent. */
export function webhookEndpointRoutes(options: Options): readonly Route[] {
  return [...editing(options), ...acting(options), ...redelivering(options)];
}

function editing({ webhooks, eventTypes }: Options): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/webhook-endpoints',
      permission: 'webhooks.read',
      summary: 'Webhook endpoints, in order of their making.',
      query: listQuery({}),
      responses: { 200: pageOf(endpoint) },
      handler: async ({ query }) => mapPage(await webhooks.list(pageOptions(query)), show),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/webhook-endpoints',
      permission: 'webhooks.write',
      audit: { action: 'webhook-endpoint.create', target: (_request, answer) => answer?.id },
      idempotent: 'answer-withheld',
      summary: 'Have events sent to an address, from now on. The answer holds the secret, this once.',
      body: Type.Object({ url, ...changeable }, closed),
      responses: { 201: withSecret },
      handler: async ({ body }) => {
        checkEventTypes(eventTypes, body.types, '/body/types');
        return reveal(await webhooks.create(body));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/webhook-endpoints/{id}',
      permission: 'webhooks.read',
      summary: 'One webhook endpoint.',
      params: idParams,
      responses: { 200: endpoint },
      handler: async ({ params }) => answer(await webhooks.get(params.id)),
    }),
    defineRoute({
      method: 'PATCH',
      path: '/api/webhook-endpoints/{id}',
      permission: 'webhooks.write',
      audit: { action: 'webhook-endpoint.change', target: ({ params }) => params.id },
      summary: 'Change it, disable it, or enable it again. `If-Match` refuses when somebody else was faster.',
      params: idParams,
      body: Type.Object(
        { url: Type.Optional(url), ...changeable, status: Type.Optional(Type.Enum(['enabled', 'disabled'])) },
        closed,
      ),
      responses: { 200: endpoint },
      handler: async ({ params, body, ifMatch }) => {
        checkEventTypes(eventTypes, body.types, '/body/types');
        return answer(await webhooks.change(params.id, body, ifMatch));
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/webhook-endpoints/{id}',
      permission: 'webhooks.write',
      audit: { action: 'webhook-endpoint.remove', target: ({ params }) => params.id },
      summary: 'Send nothing there any more. What waits is cancelled.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params }) => {
        await webhooks.remove(params.id);
        return reply({ status: 204 });
      },
    }),
  ];
}

function acting({ webhooks }: Options): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/webhook-endpoints/{id}/rotate-secret',
      permission: 'webhooks.write',
      audit: { action: 'webhook-endpoint.rotate-secret', target: ({ params }) => params.id },
      idempotent: 'answer-withheld',
      summary: 'Make a new secret. Those before sign as well for a while, so that nothing is refused meanwhile.',
      params: idParams,
      body: Type.Object(
        {
          overlapHours: Type.Optional(
            Type.Integer({ minimum: 0, maximum: 168, description: 'How long the old ones sign. Default 24.' }),
          ),
        },
        closed,
      ),
      responses: { 200: withSecret },
      handler: async ({ params, body }) =>
        reveal(await webhooks.rotateSecret(params.id, (body.overlapHours ?? 24) * 3_600_000)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/webhook-endpoints/{id}/test',
      permission: 'webhooks.redeliver',
      audit: { action: 'webhook-endpoint.test', target: ({ params }) => params.id },
      callsPerMinute: 60,
      summary: 'Send it a `webhook_endpoint.tested`. What came of it is at `GET /api/deliveries/{id}`.',
      params: idParams,
      responses: { 202: deliverySummary },
      handler: async ({ params }) => showDelivery(await webhooks.test(params.id)),
    }),
  ];
}

function redelivering({ webhooks }: Options): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/webhook-endpoints/{id}/redeliver',
      permission: 'webhooks.redeliver',
      audit: { action: 'webhook-endpoint.redeliver', target: ({ params }) => params.id },
      summary: 'Send what failed once more, or every event of a span, in the background.',
      description:
        '`failed` (default): deliveries that failed. `all`: every event of the log that the endpoint takes, delivered before or not.',
      params: idParams,
      body: Type.Object(
        {
          what: Type.Optional(Type.Enum(['failed', 'all'])),
          from: Type.Optional(moment),
          to: Type.Optional(moment),
        },
        closed,
      ),
      responses: { 202: redelivery },
      handler: async ({ params, body: { what = 'failed', from, to } }) => {
        const span = { from: isoOf(from, '/body/from'), to: isoOf(to, '/body/to') };
        return showRedelivery(await webhooks.redeliverAll(params.id, { what, ...span }));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/webhook-endpoints/redeliveries/{id}',
      permission: 'webhooks.read',
      summary: 'How far sending again has come.',
      params: idParams,
      responses: { 200: redelivery },
      handler: async ({ params }) => showRedelivery(await webhooks.redelivery(params.id)),
    }),
  ];
}

function show({ types: of, secrets, ...rest }: WebhookEndpoint) {
  return { ...rest, types: [...of], secrets: secrets.map((one) => ({ ...one })) };
}

const showRedelivery = ({ from, to, ...rest }: Redelivery) => ({ ...rest, from: from ?? null, to: to ?? null });

const answer = (one: WebhookEndpoint) => versioned(show(one), one.version);

const reveal = (made: { readonly endpoint: WebhookEndpoint; readonly secret: Secret }) => ({
  ...show(made.endpoint),
  secret: made.secret.reveal(),
});
