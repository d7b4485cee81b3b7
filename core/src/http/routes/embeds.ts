import type { Clock } from '@fairlead/sdk';
import { type Static, Type } from 'typebox';
import type { Connection } from '../../connections/index.ts';
import { type Embed, notOpened } from '../../embeds/index.ts';
import { isHubError } from '../../errors/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route, reply } from '../../flow-api/index.ts';
import { publicReason, uptimeOf } from '../../health/index.ts';
import type { Stored } from '../../storage/index.ts';
import { embedHealthPath } from '../embed/embed-paths.ts';
import { bearerOf } from '../headers.ts';
import type { ConnectionService, EmbedService, HealthRecord, HealthService } from '../services.ts';
import { healthStatus } from './health-schemas.ts';
import { msOf } from './moments.ts';
import { closed, idParams, moment, noContent, text } from './schemas.ts';

export interface EmbedRouteOptions {
  readonly embeds: EmbedService;
  readonly connections: ConnectionService;
  readonly health: HealthService;
  readonly clock: Clock;
  /** Where people reach the page of an embed. */
  readonly embedUrl: (embedId: string) => string;
}

/** A page asks four times a minute, and many who look at it may share an address. */
const callsPerMinute = 600;

const embedView = Type.Object({
  id: Type.String(),
  connection: Type.String(),
  name: Type.String(),
  allowedOrigins: Type.Array(Type.String()),
  url: Type.String({ description: 'The page to frame; its token goes behind a `#`.' }),
  createdBy: Type.String(),
  createdAt: Type.String(),
  expiresAt: Type.Optional(Type.String()),
  revokedAt: Type.Optional(Type.String()),
});

const newEmbed = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, description: 'What whoever looks at it reads.' }),
    allowedOrigins: Type.Array(text(300), {
      minItems: 1,
      maxItems: 20,
      description: 'Of the pages that frame it or ask from a browser: `https://www.example.com`. No wildcards.',
    }),
    expiresAt: Type.Optional(moment),
  },
  closed,
);

const embedHealth = Type.Object({
  name: Type.String(),
  health: Type.Object({
    status: healthStatus,
    since: Type.Optional(Type.String()),
    reasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  }),
  uptime: Type.Object(
    { since: Type.String(), share: Type.Union([Type.Number(), Type.Null()]) },
    {
      description:
        'Of the last day, or since the connection is known: the share of the time that it was not unhealthy.',
    },
  ),
});

/** The health of a connection for a page of another product. */
export function embedRoutes(options: EmbedRouteOptions): readonly Route[] {
  const { embeds, connections, health, clock } = options;
  const show = (stored: Stored<Embed>) => showEmbed(stored, options.embedUrl(stored.id));
  return [
    defineRoute({
      method: 'GET',
      path: '/api/connections/{id}/embeds',
      permission: 'connections.read',
      summary: 'Where else the health of a connection may be shown, the revoked ones included.',
      params: idParams,
      query: listQuery(),
      responses: { 200: pageOf(embedView) },
      handler: async ({ params, query }) => {
        // A cursor of nowhere is named whether there is such a connection or not, as by every other list.
        const page = await embeds.list(params.id, pageOptions(query));
        await connections.get(params.id);
        return mapPage(page, show);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/embeds',
      permission: 'connections.write',
      audit: {
        action: 'embed.create',
        target: (_request, answer) => answer?.id,
        details: ({ params, body }) => ({
          connection: params.id,
          name: body.name,
          allowedOrigins: body.allowedOrigins.join(' '),
        }),
      },
      idempotent: 'answer-withheld',
      summary:
        'Make a token that opens the health of this connection and nothing else. It is shown in this answer only.',
      params: idParams,
      body: newEmbed,
      responses: { 201: Type.Object({ ...embedView.properties, token: Type.String() }) },
      handler: async ({ params, body, actor }) => {
        const { id: connectionId } = await connections.get(params.id);
        if (body.expiresAt !== undefined) msOf(body.expiresAt, '/body/expiresAt');
        const { stored, token } = await embeds.create({ ...body, connectionId, createdBy: actor.id });
        return reply({ status: 201, headers: { 'cache-control': 'no-store' }, body: { ...show(stored), token } });
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/embeds/{id}',
      permission: 'connections.write',
      audit: { action: 'embed.revoke' },
      summary: 'Revoke the token of an embed, at once and for good. Repeating it is harmless.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params }) => {
        await embeds.revoke(params.id);
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'GET',
      path: embedHealthPath,
      permission: 'public',
      publicBecause: 'The token of the embed is looked at by the route itself: no other route takes one.',
      callsPerMinute,
      summary: 'What an embed shows. Send its own token as `Authorization: Bearer fle_…`.',
      description:
        'A browser may ask from the allowed origins alone. 401 for any other token, and after the end of this one.',
      params: idParams,
      responses: { 200: embedHealth },
      handler: async ({ params, headers }) => {
        const embed = await embeds.open(params.id, bearerOf(headers));
        const { id } = await stillThere(connections, embed);
        const body = showHealth(embed, await health.get(id), clock.now());
        return reply({ headers: { 'cache-control': 'no-store' }, body });
      },
    }),
  ];
}

async function stillThere(connections: ConnectionService, { connectionId }: Embed): Promise<Connection> {
  try {
    return await connections.get(connectionId);
  } catch (error) {
    if (isHubError(error, 'not_found')) throw notOpened();
    throw error;
  }
}

function showEmbed({ id, state, createdAt }: Stored<Embed>, url: string): Static<typeof embedView> {
  const { connectionId, name, allowedOrigins, createdBy, expiresAt, revokedAt } = state;
  return {
    id,
    connection: connectionId,
    name,
    allowedOrigins: [...allowedOrigins],
    url,
    createdBy,
    createdAt,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}

function showHealth({ name }: Embed, record: HealthRecord | undefined, now: number): Static<typeof embedHealth> {
  const { status = 'unknown', since, reasons = [] } = record ?? {};
  return {
    name,
    health: { status, ...(since === undefined ? {} : { since }), reasons: reasons.map(publicReason) },
    uptime: { ...uptimeOf(record ?? { history: [] }, now) },
  };
}
