import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpExtension } from '../app.ts';
import type { EmbedService } from '../services.ts';
import { embedPage, unknownEmbedPage } from './embed-page.ts';
import { embedHealthPath, embedPagePath, embedScriptPath, patternOf } from './embed-paths.ts';
import { embedScript } from './embed-script.ts';

const idPattern = /^[A-Za-z0-9~._-]{1,128}$/;

/**
 * `GET /embed/{id}`, a page that other products frame, its script, and what a browser asks before it calls the embed's
 * route from another origin. Who made the embed said which origins those are; all others stay outside.
 */
export function embedExtension({ embeds }: { readonly embeds: Pick<EmbedService, 'find'> }): HttpExtension {
  const find = async (request: FastifyRequest) => {
    const { id } = request.params as { readonly id: string };
    return idPattern.test(id) ? embeds.find(id) : undefined;
  };
  /** Before anything is refused, so that a page of an allowed origin learns why. */
  const allowOrigin = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (request.routeOptions.url !== patternOf(embedHealthPath)) return;
    void reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || (await find(request))?.allowedOrigins.includes(origin) !== true) return;
    void reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'retry-after, x-request-id',
      ...(request.method === 'OPTIONS' ? preflight : {}),
    });
  };
  return {
    serves: [
      { methods: ['OPTIONS'], path: embedHealthPath },
      { methods: ['GET'], path: embedPagePath },
      { methods: ['GET'], path: embedScriptPath },
    ],
    register(app: FastifyInstance) {
      app.addHook('onRequest', allowOrigin);
      app.options(patternOf(embedHealthPath), hidden, async (_request, reply) => reply.code(204).send());
      app.get(embedScriptPath, hidden, async (_request, reply) =>
        reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=300').send(embedScript),
      );
      app.get(patternOf(embedPagePath), { ...hidden, helmet: { frameguard: false } }, async (request, reply) => {
        const embed = await find(request);
        return reply
          .code(embed === undefined ? 404 : 200)
          .type('text/html; charset=utf-8')
          .headers({
            'cache-control': 'no-cache',
            'content-security-policy': policyFor(embed?.allowedOrigins ?? []),
          })
          .send(embed === undefined ? unknownEmbedPage : embedPage);
      });
    },
  };
}

const hidden = { schema: { hide: true } } as const;

const preflight = {
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': 'authorization',
  'access-control-max-age': '600',
} as const;

/** `X-Frame-Options` knows no list of origins, so this alone says who may frame the page. */
function policyFor(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origins.length === 0 ? "'none'" : origins.join(' ')}`,
  ].join('; ');
}
