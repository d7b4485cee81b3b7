import { type TSchema, Type } from 'typebox';
import type {} from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import type { Route } from '../flow-api/index.ts';
import { asSent } from './as-sent.ts';
import { problemType } from './problem.ts';

/** The problem document, for the reference. */
export const problemSchema = Type.Object(
  {
    type: Type.String({ description: 'Where the code is explained, relative to the hub.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'Stable: decide by this.' }),
    errors: Type.Array(
      Type.Object({
        path: Type.String({ description: 'JSON pointer that begins with the part: /body/name, /query/limit.' }),
        message: Type.String(),
      }),
    ),
    details: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'What the next step needs, with consent_required.' }),
    ),
    requestId: Type.String(),
  },
  { description: 'A problem document (RFC 9457).' },
);

/** The part of OpenAPI that differs from route to route. The framework checks nothing by it. */
export function routeSchema(route: Route): FastifySchema {
  const isPublic = route.permission === 'public';
  const acts = route.method === 'POST' && route.idempotent !== 'none';
  return {
    summary: route.summary,
    description: [route.description, isPublic ? 'Open to everyone.' : `Needs the permission \`${route.permission}\`.`]
      .filter((text) => text !== undefined)
      .join('\n\n'),
    tags: [tagOf(route)],
    operationId: operationIdOf(route),
    security: isPublic ? [] : [{ bearer: [] }],
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: asSent(route.query) }),
    ...(route.body === undefined ? {} : { body: asSent(route.body) }),
    ...(acts ? { headers: idempotencyHeader } : {}),
    response: { ...responsesOf(route.responses), '4xx': problemResponse },
  };
}

const idempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ maxLength: 255, description: 'The same key and body give the first answer again for 24 hours.' }),
  ),
});

const problemResponse = {
  description: 'A problem',
  content: { [problemType]: { schema: problemSchema } },
} as const;

function responsesOf(responses: Route['responses']): { readonly [status: string]: unknown } {
  return Object.fromEntries(Object.entries(responses).map(([status, schema]) => [status, responseOf(status, schema)]));
}

function responseOf(status: string, schema: TSchema): unknown {
  const { description } = schema as { readonly description?: string };
  return status === '204' ? { type: 'null', description: description ?? 'Done' } : { description: 'Answer', ...schema };
}

export function tagOf(route: Route): string {
  if (route.tag !== undefined) return route.tag;
  const [first, second] = route.path.split('/').filter((part) => part !== '');
  return (first === 'api' ? second : first) ?? 'operations';
}

/** `GET /api/connections/{id}/calls` → `getConnectionsByIdCalls`. */
export function operationIdOf(route: Route): string {
  const parts = route.path
    .split('/')
    .filter((part) => part !== '' && part !== 'api')
    .map((part) => (part.startsWith('{') ? `By-${part.slice(1, -1)}` : part))
    .join('-');
  const words = parts.split(/[-.]/).filter((word) => word !== '');
  return route.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
