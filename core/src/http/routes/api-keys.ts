import { type Static, Type } from 'typebox';
import type { Access, ApiKey } from '../../access/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route, reply } from '../../flow-api/index.ts';
import type { Stored } from '../../storage/index.ts';
import { closed, idParams, moment, noContent, text } from './schemas.ts';

const keyView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  prefix: Type.String({ description: 'The start of the key; the rest is not known any more.' }),
  scopes: Type.Array(Type.String()),
  allowedAddresses: Type.Optional(Type.Array(Type.String(), { description: 'Absent: it counts from everywhere.' })),
  createdAt: Type.String(),
  expiresAt: Type.Optional(Type.String()),
  lastUsedAt: Type.Optional(Type.String({ description: 'To the minute.' })),
  revokedAt: Type.Optional(Type.String()),
});

const addresses = Type.Array(text(64), {
  minItems: 1,
  maxItems: 100,
  description: 'Addresses and networks (192.0.2.7, 192.0.2.0/24, 2001:db8::/32) that the key counts from.',
});

/** Keys for machines. */
export function apiKeyRoutes({ access }: { readonly access: Access }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/api-keys',
      permission: 'api-keys.read',
      summary: 'All API keys, the revoked ones included.',
      query: listQuery(),
      responses: { 200: pageOf(keyView) },
      handler: async ({ query }) => mapPage(await access.apiKeys.list(pageOptions(query)), show),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/api-keys',
      permission: 'api-keys.write',
      audit: {
        action: 'api-key.create',
        target: (_request, answer) => answer?.id,
        details: ({ body }) => ({
          name: body.name,
          scopes: body.scopes.join(' '),
          ...(body.allowedAddresses === undefined ? {} : { allowedAddresses: body.allowedAddresses.join(' ') }),
        }),
      },
      idempotent: 'answer-withheld',
      summary: 'Make an API key. It is shown in this answer and never again.',
      body: Type.Object(
        {
          name: text(100),
          scopes: Type.Array(text(64), {
            minItems: 1,
            maxItems: 100,
            description: 'Permissions that you have yourself.',
          }),
          expiresAt: Type.Optional(moment),
          allowedAddresses: Type.Optional(addresses),
        },
        closed,
      ),
      responses: { 201: Type.Object({ ...keyView.properties, key: Type.String() }) },
      handler: async ({ body, actor }) => {
        const { stored, key } = await access.apiKeys.create(body, actor);
        return reply({ status: 201, headers: { 'cache-control': 'no-store' }, body: { ...show(stored), key } });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/api-keys/{id}',
      permission: 'api-keys.read',
      summary: 'One API key.',
      params: idParams,
      responses: { 200: keyView },
      handler: async ({ params }) => show(await access.apiKeys.get(params.id)),
    }),
    defineRoute({
      method: 'PATCH',
      path: '/api/api-keys/{id}',
      permission: 'api-keys.write',
      audit: {
        action: 'api-key.update',
        details: ({ body: { name, allowedAddresses } }) => ({
          ...(name === undefined ? {} : { name }),
          ...(allowedAddresses === undefined ? {} : { allowedAddresses: allowedAddresses?.join(' ') ?? 'everywhere' }),
        }),
      },
      summary: 'Change the name, or from where the key counts.',
      description: 'A list replaces the one before, null lifts it. A key with more than you have cannot be changed.',
      params: idParams,
      body: Type.Object(
        {
          name: Type.Optional(text(100)),
          allowedAddresses: Type.Optional(Type.Union([addresses, Type.Null()])),
        },
        closed,
      ),
      responses: { 200: keyView },
      handler: async ({ params, body, actor }) => show(await access.apiKeys.change(params.id, body, actor)),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/api-keys/{id}',
      permission: 'api-keys.write',
      audit: { action: 'api-key.revoke' },
      summary: 'Revoke an API key, at once and for good.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params }) => {
        await access.apiKeys.revoke(params.id);
        return reply({ status: 204 });
      },
    }),
  ];
}

function show({ id, state, createdAt }: Stored<ApiKey>): Static<typeof keyView> {
  const { name, prefix, scopes, allowedAddresses, expiresAt, lastUsedAt, revokedAt } = state;
  return {
    id,
    name,
    prefix,
    scopes: [...scopes],
    createdAt,
    ...(allowedAddresses === undefined ? {} : { allowedAddresses: [...allowedAddresses] }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}
