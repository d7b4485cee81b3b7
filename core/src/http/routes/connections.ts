import { Type } from 'typebox';
import type { Connection } from '../../connections/index.ts';
import {
  defineRoute,
  listQuery,
  pageOf,
  pageOptions,
  type Route,
  type RouteRequest,
  reply,
  versioned,
} from '../../flow-api/index.ts';
import {
  connectionPatch,
  connectionItem,
  connectionStatus,
  connectionView,
  newConnection,
  secretChanges,
  showConnection,
} from './connection-schemas.ts';
import { healthStatus } from './health-schemas.ts';
import { type ConnectionListServices, listConnections } from './list-connections.ts';
import { closed, idParams, noContent, text } from './schemas.ts';

export interface ConnectionRouteOptions extends ConnectionListServices {
  readonly webhookUrl: (connectionId: string) => string;
}

/** Configured, credentialed instances of plugins: their making, changing and end. */
export function connectionRoutes(options: ConnectionRouteOptions): readonly Route[] {
  const { connections, webhookUrl } = options;
  const shown = (connection: Connection) => showConnection(connection, webhookUrl(connection.id));
  const tagged = (connection: Connection) => versioned(shown(connection), connection.version);
  const change = ({ actor, ifMatch }: Pick<RouteRequest<unknown, unknown, unknown>, 'actor' | 'ifMatch'>) => ({
    by: actor.id,
    expectedVersion: ifMatch,
  });

  return [
    defineRoute({
      method: 'GET',
      path: '/api/connections',
      permission: 'connections.read',
      summary: 'All connections and how they do, in order of creation.',
      query: listQuery({
        plugin: Type.Optional(text(64)),
        capability: Type.Optional(text(64)),
        status: Type.Optional(connectionStatus),
        health: Type.Optional(healthStatus),
        name: Type.Optional(
          Type.String({ minLength: 1, maxLength: 100, description: 'A part of it, in whatever case.' }),
        ),
      }),
      responses: { 200: pageOf(connectionItem) },
      handler: async ({ query }) => {
        const { items, nextCursor } = await listConnections(options, { ...query, ...pageOptions(query) });
        return { items: items.map(({ connection, health }) => ({ ...shown(connection), health })), nextCursor };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections',
      permission: 'connections.write',
      audit: {
        action: 'connection.create',
        target: (_request, answer) => answer?.id,
        details: ({ body }) => ({ plugin: body.plugin, secrets: Object.keys(body.secrets ?? {}).join(' ') }),
      },
      idempotent: 'by-handler',
      summary: 'Add a connection of a plugin, with its settings and secrets.',
      body: newConnection,
      responses: { 201: connectionView },
      handler: async ({ body, actor, idempotencyKey }) => {
        const made = await connections.create({
          ...body,
          createdBy: actor.id,
          // The same text of another caller is another key.
          ...(idempotencyKey === undefined ? {} : { idempotencyKey: `${actor.kind}:${actor.id}:${idempotencyKey}` }),
        });
        return reply({
          status: 201,
          headers: { location: `/api/connections/${made.id}`, etag: `"${made.version}"` },
          body: shown(made),
        });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/connections/{id}',
      permission: 'connections.read',
      summary: 'One connection; of its secrets only that they are set.',
      params: idParams,
      responses: { 200: connectionView },
      handler: async ({ params }) => tagged(await connections.get(params.id)),
    }),
    defineRoute({
      method: 'PATCH',
      path: '/api/connections/{id}',
      permission: 'connections.write',
      audit: { action: 'connection.update', details: ({ body }) => ({ changed: Object.keys(body).join(' ') }) },
      summary: 'Change name, settings or secrets; If-Match takes the ETag that was seen.',
      params: idParams,
      body: connectionPatch,
      responses: { 200: connectionView },
      handler: async (request) => tagged(await connections.patch(request.params.id, request.body, change(request))),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/connections/{id}',
      permission: 'connections.write',
      audit: { action: 'connection.remove' },
      summary: 'Remove a connection with its settings and secrets. Its events stay.',
      params: idParams,
      responses: { 204: noContent },
      handler: async (request) => {
        await connections.remove(request.params.id, change(request));
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/connections/{id}/secrets',
      permission: 'connections.write',
      audit: { action: 'connection.put-secrets', details: ({ body }) => ({ secrets: Object.keys(body).join(' ') }) },
      summary: 'Set secrets; those not named stay as they are.',
      params: idParams,
      body: secretChanges,
      responses: { 200: connectionView },
      handler: async (request) =>
        tagged(await connections.putSecrets(request.params.id, request.body, change(request))),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/pause',
      permission: 'connections.operate',
      audit: { action: 'connection.pause' },
      idempotent: 'none',
      summary: 'Stop calling the vendor until it is resumed. Repeating it is harmless.',
      params: idParams,
      body: Type.Object({ reason: Type.Optional(text(500)) }, closed),
      responses: { 200: connectionView },
      handler: async (request) => {
        const { reason } = request.body;
        const options = { ...change(request), ...(reason === undefined ? {} : { reason }) };
        return tagged(await connections.pause(request.params.id, options));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/resume',
      permission: 'connections.operate',
      audit: { action: 'connection.resume' },
      idempotent: 'none',
      summary: 'Call the vendor again. Repeating it is harmless.',
      params: idParams,
      responses: { 200: connectionView },
      handler: async (request) => tagged(await connections.resume(request.params.id, change(request))),
    }),
  ];
}
