import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { type Clock, newId } from '@fairlead/sdk';
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify';
import type { Access } from '../access/index.ts';
import { HubError } from '../errors/index.ts';
import { checkRoute, type Route } from '../flow-api/index.ts';
import type { Storage } from '../storage/index.ts';
import { answerClientError } from './client-error.ts';
import { Idempotency } from './idempotency.ts';
import { parseJsonBody } from './json-body.ts';
import { answerProblem, answerUnknownRoute, type KnownRoute } from './answer-problem.ts';
import { createKnownCallers, isCallerKey } from './known-callers.ts';
import { serveRoute } from './serve-route.ts';
import { createChecks } from './validation.ts';

/** Bytes of a JSON body. */
export const bodyMaxBytes = 1_048_576;
const mostHeaders = 100;

export interface HttpAppOptions {
  readonly routes: readonly Route[];
  readonly access: Access;
  readonly storage: Storage;
  readonly clock: Clock;
  /** Default: nothing is logged. */
  readonly log?: FastifyBaseLogger;
  /** Keys the fingerprints of idempotent requests: 32 bytes that last as long as the database. */
  readonly fingerprintKey: Uint8Array;
  /** Proxies whose `X-Forwarded-For` is believed: true, a list of addresses, or a number of hops. Default: none. */
  readonly trustProxy?: boolean | string | readonly string[] | number;
  /** Origins of other sites that may call from a browser. Default: none. */
  readonly corsOrigins?: readonly string[];
  /** Calls a minute from one address, over all routes, of callers that are not known yet. Default 1,200. */
  readonly callsPerMinute?: number;
  /** Calls a minute with one token that was let in: a product's back end calls for all of its customers. Default 120,000. */
  readonly callerCallsPerMinute?: number;
  /** Longest time for a request to arrive whole. Default 30,000 ms. */
  readonly requestTimeoutMs?: number;
  /** Silence on a connection after which it is closed. Default 75,000 ms. */
  readonly connectionTimeoutMs?: number;
  /** Checks answers against their schemas; for tests. Default false. */
  readonly checkAnswers?: boolean;
  /** Routes that are not data: webhooks in, the websocket, pages. Each registers itself on the server given. */
  readonly extensions?: readonly HttpExtension[];
}

/** A part of the server that speaks the framework's language. It says what it serves, so that 405 knows of it. */
export interface HttpExtension {
  readonly serves: readonly KnownRoute[];
  /** `open`: beside the API, without its headers, limits and body reading. Default `api`. */
  readonly place?: 'api' | 'open';
  register(app: FastifyInstance): void | Promise<void>;
}

export interface HttpApp {
  /** Not listening yet: `await app.server.listen({ host, port })`. */
  readonly server: FastifyInstance;
  readonly idempotency: Idempotency;
}

/**
 * Builds the HTTP server of all routes. It does not listen, and starts nothing that has to be stopped but `close()`.
 * @throws TypeError for a route without a permission that is known, or an acting one without its audit action
 */
export async function createHttpApp(options: HttpAppOptions): Promise<HttpApp> {
  checkRoutes(options);
  const server = newServer(options);
  const idempotency = new Idempotency(options);
  server.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  server.setNotFoundHandler(answerUnknownRoute(knownRoutes(options)));
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done(request.raw.rawHeaders.length > 2 * mostHeaders ? tooManyHeaders() : undefined);
  });
  for (const extension of options.extensions ?? []) {
    if (extension.place === 'open') await server.register(async (open) => extension.register(open));
  }
  await server.register(async (api) => serveApi(api, options, idempotency));
  await server.ready();
  return { server, idempotency };
}

function tooManyHeaders(): HubError {
  return new HubError('invalid_request', {
    detail: `More than ${mostHeaders} headers.`,
    errors: [{ path: '/headers', message: `has more than ${mostHeaders} members` }],
  });
}

function newServer(options: HttpAppOptions): FastifyInstance {
  const { clock, log, requestTimeoutMs: requestTimeout = 30_000 } = options;
  const server = fastify({
    ...(log === undefined ? { logger: false } : { loggerInstance: log }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(clock.now()),
    requestIdHeader: false,
    bodyLimit: bodyMaxBytes,
    requestTimeout,
    connectionTimeout: options.connectionTimeoutMs ?? 75_000,
    http: {
      maxHeaderSize: 16_384,
      headersTimeout: Math.min(10_000, requestTimeout),
      // Node looks only so often for requests that take too long; its default is 30 s.
      connectionsCheckingInterval: Math.min(5_000, requestTimeout),
    },
    trustProxy: (options.trustProxy ?? false) as boolean,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => {
      void answerProblem(error, request, reply);
    },
    clientErrorHandler: answerClientError,
  });
  server.decorateRequest('caller');
  return server as unknown as FastifyInstance;
}

async function serveApi(api: FastifyInstance, options: HttpAppOptions, idempotency: Idempotency): Promise<void> {
  await api.register(helmet, helmetOptions);
  await api.register(cookie);
  if (options.corsOrigins !== undefined && options.corsOrigins.length > 0) {
    await api.register(cors, { origin: [...options.corsOrigins], credentials: true });
  }
  const knownCallers = createKnownCallers();
  const { callsPerMinute = 1_200, callerCallsPerMinute = 120_000 } = options;
  await api.register(rateLimit, {
    keyGenerator: (request) => knownCallers.keyOf(request),
    max: (_request, key) => (isCallerKey(key) ? callerCallsPerMinute : callsPerMinute),
    timeWindow: 60_000,
    cache: 10_000,
    errorResponseBuilder: (_request, { ttl, max }) =>
      new HubError('too_many_requests', { detail: `More than ${max} calls a minute.`, retryAfterMs: ttl }),
  });
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    parseJsonBody(body),
  );
  api.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (request: FastifyRequest, body: string) => parseForm(request, body),
  );
  // Checked by our own, in the handler: after sign-in, with the paths as the API names them.
  api.setValidatorCompiler(() => () => true);
  api.setSerializerCompiler(() => (data) => JSON.stringify(data));
  for (const extension of options.extensions ?? []) {
    if (extension.place !== 'open') await extension.register(api);
  }
  const checks = createChecks();
  const { access, clock, checkAnswers = false } = options;
  for (const route of options.routes) {
    serveRoute(api, route, { access, clock, checks, idempotency, checkAnswers, knownCallers });
  }
}

/** Only where a route says so: a form of another site is sent without asking the browser's permission. */
function parseForm(request: FastifyRequest, body: string): Record<string, string> {
  if (request.routeOptions.config.form === true) return Object.fromEntries(new URLSearchParams(body));
  throw new HubError('unsupported_media_type', {
    detail: 'Send the body as application/json.',
    errors: [{ path: '/headers/content-type', message: 'must be application/json' }],
  });
}

const helmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      objectSrc: ["'none'"],
    },
  },
  // The hub speaks plain HTTP behind whatever ends TLS; that is the one to promise HTTPS.
  strictTransportSecurity: false,
} as const;

function checkRoutes({ routes, access }: HttpAppOptions): void {
  const seen = new Set<string>();
  for (const route of routes) {
    checkRoute(route);
    const name = `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`;
    if (seen.has(name)) throw new TypeError(`Route ${name} is declared twice.`);
    seen.add(name);
    if (route.permission !== 'public' && !access.permissions.has(route.permission)) {
      throw new TypeError(`Route ${name}: nobody declares the permission “${route.permission}”.`);
    }
  }
}

function knownRoutes({ routes, extensions = [] }: HttpAppOptions): readonly KnownRoute[] {
  return [
    ...routes.map(({ method, path }) => ({ methods: [method], path })),
    ...extensions.flatMap(({ serves }) => serves),
  ];
}
