import type { Static, TObject, TSchema } from 'typebox';
import type { RouteRequest } from './route-request.ts';
import type { RouteReply } from './route-reply.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call. A permission by name (`connections.write`): core's are listed in `core/src/access/permissions.ts`, a
 * flow declares its own. A route open to everyone has to say so, and why.
 */
export type Admission =
  | { readonly permission: string; readonly publicBecause?: never }
  | { readonly permission: 'public'; readonly publicBecause: string };

/** What the audit log says of a call. Required for every method but GET. */
export interface RouteAudit<Request = RouteRequest<never, never, never>, Answer = never> {
  /** `area.verb`, as in `connection.create`. */
  readonly action: string;
  /** Id of what was acted on. `answer` is undefined when the call failed or was refused. Default: no target. */
  readonly target?: (request: Request, answer: Answer | undefined) => string | undefined;
  /** More about it, without anything secret. Default: nothing. */
  readonly details?: (request: Request, answer: Answer | undefined) => { readonly [name: string]: string | number };
}

/**
 * How a POST treats `Idempotency-Key`:
 * - `stored`: the hub keeps the first answer for 24 hours and gives it again;
 * - `answer-withheld`: the same, but the answer holds a secret and is not kept: a repeat is told so (409);
 * - `by-handler`: the handler gets the key and its aggregate holds it (a unique field);
 * - `none`: a repeat does no harm, or does what it says again. The header is checked for its form only.
 */
export type IdempotencyMode = 'stored' | 'answer-withheld' | 'by-handler' | 'none';

/** Schemas of the answers by status. The lowest 2xx is the status of plain data. */
export type ResponseSchemas = { readonly [status: number]: TSchema };

/** A handler may answer what it must not change itself. */
type Unchanged<Value> = Value extends readonly (infer Item)[]
  ? readonly Unchanged<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Unchanged<Value[Name]> }
    : Value;

type Answers<Responses> = {
  [Status in keyof Responses]: Responses[Status] extends TSchema ? Unchanged<Static<Responses[Status]>> : never;
}[keyof Responses];

interface RouteHead {
  readonly method: HttpMethod;
  /** Begins with `/`; parameters as `{name}`. */
  readonly path: string;
  /** One sentence for the reference. */
  readonly summary: string;
  readonly description?: string;
  /** Group in the reference. Default: the second part of the path (`/api/connections/…` → `connections`). */
  readonly tag?: string;
  /** Default `stored` for POST, `none` for the rest. */
  readonly idempotent?: IdempotencyMode;
  /**
   * True for a route of a page: besides JSON it takes what an HTML form sends, each field as text. A form is sent with
   * whatever the browser holds for this site, so only a route that needs no sign-in may take one.
   */
  readonly form?: boolean;
  /** Tighter than the limit of all routes: calls a minute from one address. */
  readonly callsPerMinute?: number;
}

/** What {@link defineRoute} takes. */
export type RouteDeclaration<
  Params extends TSchema,
  Query extends TSchema,
  Body extends TSchema,
  Responses extends ResponseSchemas,
> = RouteHead &
  Admission & {
    /** Texts from the path. */
    readonly params?: Params;
    /** From the address: numbers and booleans are read from their text. A list is a repeated name. */
    readonly query?: Query;
    /** JSON. Without it the route takes no body. */
    readonly body?: Body;
    readonly responses: Responses;
    readonly audit?: RouteAudit<RouteRequest<Static<Params>, Static<Query>, Static<Body>>, Answers<Responses>>;
    /** Plain data, or `reply({…})` to say status and headers, or to stream. */
    readonly handler: (
      request: RouteRequest<Static<Params>, Static<Query>, Static<Body>>,
    ) => Promise<Answers<Responses> | RouteReply> | Answers<Responses> | RouteReply;
  };

/** A route of any type, as lists of routes hold it. Only {@link defineRoute} makes one. */
export type Route = RouteHead &
  Admission & {
    readonly params?: TSchema;
    readonly query?: TSchema;
    readonly body?: TSchema;
    readonly responses: ResponseSchemas;
    readonly audit?: RouteAudit;
    readonly handler: (request: RouteRequest<never, never, never>) => unknown;
  };

const permissionForm = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;
const actionForm = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;
const pathForm = /^(\/|(\/([a-z0-9][a-z0-9.-]*|\{[a-z][A-Za-z]*\}))+)$/;

/**
 * Declares a route as data: who may call it, what it takes and answers, what the audit log says of it.
 *
 * @example
 * defineRoute({
 *   method: 'GET', path: '/api/things/{id}', permission: 'things.read', summary: 'One thing.',
 *   params: Type.Object({ id: Type.String() }), responses: { 200: thing },
 *   handler: ({ params }) => things.get(params.id),
 * });
 * @throws TypeError for a route that cannot be served as it is: no permission, no reason to be public, an acting
 *   method without an audit action, parameters that differ from the path's
 */
export function defineRoute<
  Params extends TSchema = TObject<Record<never, never>>,
  Query extends TSchema = TObject<Record<never, never>>,
  Body extends TSchema = TObject<Record<never, never>>,
  const Responses extends ResponseSchemas = ResponseSchemas,
>(declaration: RouteDeclaration<Params, Query, Body, Responses>): Route {
  const route = declaration as unknown as Route;
  checkRoute(route);
  return Object.freeze(route);
}

/** The rules every route keeps. Called by {@link defineRoute} and again where routes are registered. */
export function checkRoute(route: Route): void {
  const name = `${route.method} ${route.path}`;
  const fail = (problem: string): never => {
    throw new TypeError(`Route ${name}: ${problem}`);
  };
  if (!pathForm.test(route.path)) fail('the path is not of the form /part/{name}.');
  if (typeof route.permission !== 'string') fail('a permission must be declared.');
  if (route.permission === 'public') {
    if ((route.publicBecause ?? '').trim() === '') fail('a public route must say why: publicBecause.');
  } else if (!permissionForm.test(route.permission)) fail(`“${route.permission}” is not a permission.`);
  if (route.method !== 'GET' && !actionForm.test(route.audit?.action ?? '')) {
    fail('an acting route must declare its audit action.');
  }
  if (route.form === true && route.permission !== 'public') fail('only a public route may take a form.');
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter).sort();
  const declared = Object.keys((route.params as TObject | undefined)?.properties ?? {}).sort();
  if (inPath.join() !== declared.join())
    fail(`the path names [${inPath.join()}], params declares [${declared.join()}].`);
  if (!Object.keys(route.responses).some((status) => status.startsWith('2') || status.startsWith('3'))) {
    fail('a response of success must be declared.');
  }
  if (route.method === 'GET' && route.body !== undefined) fail('GET takes no body.');
}
