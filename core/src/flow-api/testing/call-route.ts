import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { HubError } from '../../errors/index.ts';
import type { FlowBody } from '../define-flow.ts';
import { isReply } from '../route-reply.ts';
import type { Actor } from '../route-request.ts';

/** What a test says of a request. */
export interface RouteCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: object;
  readonly idempotencyKey?: string;
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ip?: string;
  readonly signal?: AbortSignal;
  /** Default: user `u1`, who may do everything. */
  readonly actor?: Partial<Actor>;
}

export interface RouteAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

const actor: Actor = { kind: 'user', id: 'u1', name: 'u1@example.com', can: () => true };

/**
 * Calls a route's handler as the server does: defaults filled in, what does not fit refused, and its answer must be one
 * that it declares. @param path as declared: `/api/payments/{id}`
 */
export async function callRoute(
  { routes }: Pick<FlowBody, 'routes'>,
  method: string,
  path: string,
  request: RouteCall = {},
): Promise<RouteAnswer> {
  const route = routes?.find((one) => one.method === method && one.path === path);
  if (route === undefined) throw new Error(`No route ${method} ${path}`);
  const value = await route.handler({
    params: {},
    signal: new AbortController().signal,
    requestId: 'r1',
    idempotencyKey: undefined,
    ifMatch: undefined,
    ip: '127.0.0.1',
    headers: {},
    ...request,
    query: checked(route.query, request.query),
    body: checked(route.body, request.body),
    actor: { ...actor, ...request.actor },
  } as never);
  const usual = Math.min(...Object.keys(route.responses).map(Number));
  const answer = isReply(value)
    ? { status: value.status ?? usual, body: value.body, headers: value.headers ?? {} }
    : { status: usual, body: value as unknown, headers: {} };
  mustBeDeclared(route.responses[answer.status], answer.body, `${method} ${path}`);
  return answer;
}

function checked(schema: TSchema | undefined, given: object = {}): unknown {
  if (schema === undefined) return given;
  const value = Value.Default(schema, structuredClone(given));
  if (Value.Check(schema, value)) return value;
  throw new HubError('invalid_request', { detail: JSON.stringify(Value.Errors(schema, value)[0]) });
}

/** A stream is not read: its pieces are no JSON of a schema. */
function mustBeDeclared(schema: TSchema | undefined, body: unknown, route: string): void {
  const isStream = typeof body === 'object' && body !== null && 'pipe' in body;
  if (schema === undefined || body === undefined || isStream) return;
  const sent: unknown = JSON.parse(JSON.stringify(body));
  if (!Value.Check(schema, sent)) throw new TypeError(`${route}: ${JSON.stringify(Value.Errors(schema, sent)[0])}`);
}
