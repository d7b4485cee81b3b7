import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpExtension } from './app.ts';
import { homeExtension } from './home-page.ts';

export interface DashboardOptions {
  /** Of the hub. */
  readonly version: string;
  /** The built dashboard. Undefined or without an `index.html`: a page that says how to build it. */
  readonly folder: string | undefined;
}

/** Their answers are for programs, whatever a browser says it would like. */
const notPages = /^\/(?:api|hooks|pay|embed)(?:\/|$)/;

/** The dashboard at `/`: its files by their names, and its one page wherever a browser asks for a page. */
export function dashboardExtension({ version, folder }: DashboardOptions): HttpExtension {
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) return homeExtension({ version });
  // Read once: a build while the hub runs changes the names of the files, and this page’s are those known at the start.
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return {
    serves: [{ methods: ['GET'], path: '/' }],
    async register(app: FastifyInstance) {
      await app.register(fastifyStatic, {
        root: folder,
        index: false,
        // One route for each file there is: no path of a request is ever looked up on the disk.
        wildcard: false,
        preCompressed: true,
        globIgnore: ['**/*.br', '**/*.gz', '**/*.txt', '**/index.html'],
        cacheControl: false,
        setHeaders(response, path) {
          // Their names hold a hash of what is in them.
          const lasts = path.includes('/assets/');
          void response.header('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
      app.get('/*', { schema: { hide: true } }, async (request, reply) => {
        if (!wantsPage(request)) return reply.callNotFound();
        return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
      });
    },
  };
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  const [path = '/'] = url.split('?', 1);
  if (path === '/') return true;
  return !notPages.test(path) && !path.includes('.') && (headers.accept ?? '').includes('text/html');
}
