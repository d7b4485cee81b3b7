import type { Clock } from '@fairlead/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Access, anonymous, type Caller } from '../access/index.ts';
import { HubError, isHubError } from '../errors/index.ts';
import { isReply, type Route, type RouteReply, type RouteRequest } from '../flow-api/index.ts';
import { bearerOf, idempotencyKeyOf, ifMatchOf } from './headers.ts';
import type { Idempotency, KeptAnswer } from './idempotency.ts';
import type { KnownCallers } from './known-callers.ts';
import { problemOf } from './problem.ts';
import { routeSchema } from './route-schema.ts';
import type { Checks } from './validation.ts';

export interface ServeDependencies {
  readonly access: Access;
  readonly idempotency: Idempotency;
  readonly checks: Checks;
  readonly knownCallers: KnownCallers;
  readonly clock: Clock;
  /** Checks each answer against the declared schema: for tests, where a difference is a fault of the program. */
  readonly checkAnswers: boolean;
}

type AnyRequest = RouteRequest<never, never, never>;

interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] };
  readonly body: unknown;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    form?: boolean;
  }
}

/** Puts a declared route on the server: who may call, what is checked, what is kept, what is audited. */
export function serveRoute(app: FastifyInstance, route: Route, dependencies: ServeDependencies): void {
  const check = checkOf(route, dependencies.checks);
  app.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: routeSchema(route),
    config: {
      ...(route.form === true ? { form: true } : {}),
      ...(route.callsPerMinute === undefined
        ? {}
        : {
            // What is guessed at (passwords) is counted by address, whoever signed in there.
            rateLimit: { max: route.callsPerMinute, timeWindow: 60_000, keyGenerator: ({ ip }: FastifyRequest) => ip },
          }),
    },
    // After the rate limit, before the body is read: nobody sends a megabyte without being let in.
    preParsing: async (request) => {
      request.caller = await admit(route, request, dependencies);
    },
    handler: async (request, reply) => {
      const checked = check(request, reply);
      const answer = await answered(route, checked, dependencies);
      return send(reply, answer);
    },
  });
}

async function admit(route: Route, request: FastifyRequest, dependencies: ServeDependencies): Promise<Caller> {
  const { access } = dependencies;
  if (route.permission === 'public') return ifKnown(request, dependencies);
  const caller = await whoCalls(request, dependencies);
  if (caller === undefined) throw new HubError('unauthenticated', { detail: 'Send “Authorization: Bearer …”.' });
  if (caller.can(route.permission)) return caller;
  const error = new HubError('forbidden', { detail: `This needs the permission “${route.permission}”.` });
  if (route.audit !== undefined) {
    await access.audit.append({
      ...rowHead(route, caller, request.ip, request.id),
      target: firstParameter(request.params),
      outcome: 'denied',
      problem: error.code,
      details: {},
    });
  }
  throw error;
}

/** A token is looked at on public routes as well: signing out needs to know who. There, an expired one counts as none. */
async function ifKnown(request: FastifyRequest, dependencies: ServeDependencies): Promise<Caller> {
  try {
    return (await whoCalls(request, dependencies)) ?? anonymous;
  } catch (error) {
    if (isHubError(error, 'unauthenticated', 'session_ended', 'address_not_allowed')) return anonymous;
    throw error;
  }
}

async function whoCalls(
  request: FastifyRequest,
  { access, knownCallers }: ServeDependencies,
): Promise<Caller | undefined> {
  const token = bearerOf(request.headers);
  if (token === undefined) return undefined;
  const caller = await access.authenticate({
    token,
    socketAddress: request.socket.remoteAddress,
    forwarded: request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined,
    address: request.ip,
    requestId: request.id,
  });
  knownCallers.add(token, request.ip);
  return caller;
}

const emptyObject = { type: 'object', properties: {}, additionalProperties: false } as const;

function checkOf(route: Route, checks: Checks): (request: FastifyRequest, reply: FastifyReply) => AnyRequest {
  const params = checks.of('params', route.params ?? emptyObject);
  const query = checks.of('query', route.query ?? emptyObject);
  const body = checks.of('body', route.body ?? emptyObject);
  const bodyIsOptional = isOptional(route.body);
  return (request, reply) => ({
    params: params(request.params) as never,
    query: query(request.query) as never,
    // Where nothing is asked for, nothing and `{}` are the same.
    body: body(request.body ?? (bodyIsOptional ? {} : null)) as never,
    actor: request.caller,
    requestId: request.id,
    get signal() {
      return goneSignal(reply);
    },
    idempotencyKey: idempotencyKeyOf(request.headers),
    ifMatch: ifMatchOf(request.headers),
    ip: request.ip,
    headers: request.headers,
  });
}

function isOptional(schema: object | undefined): boolean {
  const { type, required = [] } = (schema ?? emptyObject) as {
    readonly type?: unknown;
    readonly required?: readonly string[];
  };
  return type === 'object' && required.length === 0;
}

function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new DOMException('The caller went away.', 'AbortError'));
  });
  return controller.signal;
}

async function answered(route: Route, request: AnyRequest, dependencies: ServeDependencies): Promise<Answer> {
  const mode = route.idempotent ?? (route.method === 'POST' ? 'stored' : 'none');
  const { idempotencyKey: key } = request;
  if (key === undefined || mode === 'by-handler' || mode === 'none') return audited(route, request, dependencies);
  const result = await dependencies.idempotency.claim({
    actorId: `${request.actor.kind}:${request.actor.id}`,
    route: `${route.method} ${route.path}`,
    key,
    content: [request.params, request.query, request.body],
  });
  if (result.kind === 'repeat') return repeated(result.answer);
  let answer: Answer;
  try {
    answer = await audited(route, request, dependencies);
  } catch (error) {
    // What may have taken effect is not done again under the same key; what surely did not, may be.
    const { status, code } = problemOf(error);
    if (code !== 'outcome_unknown' && status !== 500) await result.claim.release();
    throw error;
  }
  await result.claim.done(mode === 'answer-withheld' ? 'withheld' : kept(answer));
  return answer;
}

function kept({ status, headers, body }: Answer): KeptAnswer {
  const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  // Through JSON, as it is sent: what is kept is what was answered.
  const json = body === undefined ? null : (JSON.parse(JSON.stringify(body)) as KeptAnswer['body']);
  return { status, headers: Object.fromEntries(texts), body: json };
}

function repeated({ status, headers, body }: KeptAnswer): Answer {
  return { status, headers: { ...headers, 'idempotent-replayed': 'true' }, body: body ?? undefined };
}

/** Runs the handler; for an acting route, the audit row is durable before the answer leaves. */
async function audited(route: Route, request: AnyRequest, dependencies: ServeDependencies): Promise<Answer> {
  const { audit } = route;
  if (audit === undefined) return run(route, request, dependencies);
  const head = rowHead(route, request.actor, request.ip, request.requestId);
  const facts = (body: unknown) => ({
    target: audit.target?.(request, body as never) ?? firstParameter(request.params),
    details: audit.details?.(request, body as never) ?? {},
  });
  let answer: Answer;
  try {
    answer = await run(route, request, dependencies);
  } catch (error) {
    const outcome = isHubError(error, 'forbidden', 'unauthenticated', 'sign_in_failed') ? 'denied' : 'failed';
    await dependencies.access.audit.append({ ...head, ...facts(undefined), outcome, problem: problemOf(error).code });
    throw error;
  }
  try {
    await dependencies.access.audit.append({ ...head, ...facts(answer.body), outcome: 'ok', problem: null });
  } catch (cause) {
    // It took effect: as an error of the hub itself, so that its idempotency key is not given free.
    throw new HubError('internal', { detail: 'It was done, and the audit row could not be written.', cause });
  }
  return answer;
}

async function run(route: Route, request: AnyRequest, dependencies: ServeDependencies): Promise<Answer> {
  const result = await route.handler(request);
  const answer = toAnswer(route, result);
  if (dependencies.checkAnswers) checkAnswer(route, answer, dependencies.checks);
  return answer;
}

function toAnswer(route: Route, result: unknown): Answer {
  const given: Partial<RouteReply> = isReply(result) ? result : { body: result };
  const status = given.status ?? Number(Object.keys(route.responses).find((one) => one.startsWith('2')) ?? 200);
  return { status, headers: given.headers ?? {}, body: given.body };
}

function checkAnswer(route: Route, { status, body }: Answer, checks: Checks): void {
  const schema = route.responses[status];
  if (schema === undefined) throw new TypeError(`${route.method} ${route.path} does not declare status ${status}.`);
  if (body === undefined || typeof body === 'string' || (typeof body === 'object' && body !== null && 'pipe' in body))
    return;
  try {
    checks.of('body', schema)(JSON.parse(JSON.stringify(body)));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new TypeError(`${route.method} ${route.path} answered what it does not declare: ${detail}`, { cause });
  }
}

function send(reply: FastifyReply, { status, headers, body }: Answer): unknown {
  void reply.code(status);
  for (const [name, value] of Object.entries(headers)) void reply.header(name, value);
  return reply.send(body);
}

function rowHead(route: Route, actor: RouteRequest<never, never, never>['actor'], ip: string, requestId: string) {
  return {
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action: route.audit?.action ?? '',
    ip,
    requestId,
  };
}

function firstParameter(params: unknown): string | null {
  const [first] = Object.values((params ?? {}) as { readonly [name: string]: unknown });
  return typeof first === 'string' ? first.slice(0, 200) : null;
}
