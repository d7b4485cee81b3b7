import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { HttpExtension } from './app.ts';
import { docsPage } from './docs-page.ts';

export interface OpenApiOptions {
  /** Of the hub. */
  readonly version: string;
  /** Address at which the hub is reached, for the document's `servers`. Asked once the hub listens: its port may be any. */
  readonly publicUrl: () => string;
}

const description = `Errors are problem documents (RFC 9457). Lists take \`limit\` and \`cursor\` and answer \`{items, nextCursor}\`.
POSTs that act take \`Idempotency-Key\`. Times are ISO 8601 in UTC.`;

/** `/openapi.json` from the schemas that the routes are checked by, and `/docs` from that. Register it before routes. */
export function openApiExtension({ version, publicUrl }: OpenApiOptions): HttpExtension {
  return {
    serves: [
      { methods: ['GET'], path: '/openapi.json' },
      { methods: ['GET'], path: '/docs' },
    ],
    async register(app: FastifyInstance) {
      await app.register(swagger, {
        openapi: {
          openapi: '3.1.0',
          info: { title: 'Fairlead', version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
          components: {
            securitySchemes: {
              bearer: {
                type: 'http',
                scheme: 'bearer',
                description: 'An access token of POST /api/auth/sign-in, or an API key (fl_…).',
              },
            },
          },
        },
      });
      const document = () => ({ ...app.swagger(), servers: [{ url: publicUrl() }] });
      // Made when first asked for: a start should not wait for it. It never changes afterwards.
      let json: string | undefined;
      let html: string | undefined;
      app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
        json ??= JSON.stringify(document());
        return reply.type('application/json').send(json);
      });
      app.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
        html ??= docsPage(document());
        return reply.type('text/html; charset=utf-8').send(html);
      });
    },
  };
}
