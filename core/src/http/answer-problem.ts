import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../errors/index.ts';
import { type ProblemParts, problemDocument, problemOf, problemType, retryAfter } from './problem.ts';

/** What is served at an address, for telling 404 from 405. */
export interface KnownRoute {
  readonly methods: readonly string[];
  /** `/part/{name}` */
  readonly path: string;
}

/** Answers whatever was thrown as a problem document; logs what the caller does not get to see. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const parts = problemOf(error);
  if (parts.unexpected) request.log.error({ err: error, requestId: request.id }, 'The request failed');
  else request.log.debug({ code: parts.code, requestId: request.id }, 'The request was refused');
  return sendProblem(parts, request, reply);
}

function sendProblem(parts: ProblemParts, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wait = retryAfter(parts);
  void reply
    .code(parts.status)
    .header('content-type', problemType)
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store');
  if (wait !== undefined) void reply.header('retry-after', wait);
  if (parts.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.serializer((data: unknown) => JSON.stringify(data)).send(problemDocument(parts, request.id));
}

/** 404, or 405 with `Allow` where another method would be taken. */
export function answerUnknownRoute(known: readonly KnownRoute[]) {
  const patterns = known.map(({ methods, path }) => ({ methods, pattern: patternOf(path) }));
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const [path = '/'] = request.url.split('?', 1);
    const methods = [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).flatMap((one) => one.methods))];
    // With a method that is taken, it is what stands in the path that is not: a parameter that is too long.
    if (methods.length === 0 || methods.includes(request.method)) {
      return answerProblem(new HubError('not_found', { detail: 'Nothing is served at this address.' }), request, reply);
    }
    void reply.header('allow', methods.sort().join(', '));
    return answerProblem(new HubError('method_not_allowed'), request, reply);
  };
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
