import { type ErrorClass, type ErrorCode, type FairleadError, isFairleadError } from '@fairlead/sdk';
import { HubError, type HubErrorCode, hubErrorCodes, isHubError, type RequestFault } from '../errors/index.ts';
import { isStorageError, type StorageError, type StorageErrorCode } from '../storage/index.ts';

/** A problem document (RFC 9457). */
export interface Problem {
  /** Address, relative to the hub, of what the code means. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Faults of the request. Paths are JSON pointers that begin with the part: `/body/name`, `/query/limit`. */
  readonly errors: readonly RequestFault[];
  /** What the caller needs for the next step, with the codes that say so. */
  readonly details?: { readonly [name: string]: unknown };
  readonly requestId: string;
}

/** What an error becomes, before it has a request. */
export interface ProblemParts extends Omit<Problem, 'type' | 'requestId'> {
  readonly retryAfterMs?: number | undefined;
  /** A fault of the hub: log it with its cause; the answer says nothing of the inside. */
  readonly unexpected: boolean;
}

export const problemType = 'application/problem+json';

/**
 * A plugin's or vendor's failure as the API's caller sees it. 401, 403 and 429 are kept for the caller's own standing
 * with the hub, so a vendor's refusal of the hub's credentials is 424 and its rate limit 503.
 */
export const statusOfClass: { readonly [Class in ErrorClass]: number } = {
  auth: 424,
  config: 409,
  rate_limited: 503,
  unavailable: 503,
  rejected: 422,
  outcome_unknown: 502,
  plugin_bug: 502,
  invalid_input: 400,
  cancelled: 503,
};

/** Codes whose status differs from their class's: the vendor was asked and failed, or the state forbids the call. */
export const statusOfCode: { readonly [Code in ErrorCode]?: number } = {
  credentials_locked: 423,
  unreachable: 502,
  vendor_error: 502,
  answer_unreadable: 502,
  timeout: 504,
  connection_inactive: 409,
  plugin_not_running: 409,
};

const titleOfClass: { readonly [Class in ErrorClass]: string } = {
  auth: 'The vendor does not accept the connection’s credentials',
  config: 'The connection is not set up for this',
  rate_limited: 'The vendor asks for fewer calls',
  unavailable: 'The vendor or the plugin is not available',
  rejected: 'The vendor refused',
  outcome_unknown: 'It is not known whether this took effect; do not repeat it',
  plugin_bug: 'The plugin made a mistake',
  invalid_input: 'The request is not valid',
  cancelled: 'The call was given up',
};

const ofStorage: { readonly [Code in StorageErrorCode]: HubErrorCode } = {
  version_conflict: 'conflict',
  duplicate_key: 'conflict',
  bad_cursor: 'invalid_request',
  bad_query: 'invalid_request',
  bad_state: 'internal',
  outbox_not_empty: 'conflict',
  storage_unavailable: 'unavailable',
  storage_overloaded: 'unavailable',
  storage_closed: 'unavailable',
  schema_too_new: 'internal',
};

const parts = ['/body', '/query', '/params', '/headers'];

/** What to answer for anything that was thrown. */
export function problemOf(error: unknown): ProblemParts {
  if (isHubError(error)) return ofHub(error);
  if (isFairleadError(error)) return ofPlugin(error);
  if (isStorageError(error)) return ofStore(error);
  return ofFramework(error) ?? ofHub(new HubError('internal', { cause: error }));
}

function ofHub(error: HubError): ProblemParts {
  const internal = error.status === 500;
  return {
    status: error.status,
    code: error.code,
    title: error.title,
    detail: internal ? 'The hub made a mistake. The log has more under this request id.' : error.message,
    errors: (error.errors ?? []).map(inBody),
    retryAfterMs: error.retryAfterMs,
    unexpected: internal,
    ...(error.details === undefined || internal ? {} : { details: error.details }),
  };
}

/** Services name paths within the body; this layer names the part as well. */
function inBody({ path, message }: RequestFault): RequestFault {
  const named = parts.some((part) => path === part || path.startsWith(`${part}/`));
  return { path: named ? path : `/body${path}`, message };
}

function ofPlugin(error: FairleadError): ProblemParts {
  const paths = error.class === 'invalid_input' ? error.details?.paths : undefined;
  return {
    status: statusOfCode[error.code] ?? statusOfClass[error.class],
    code: error.code,
    title: titleOfClass[error.class],
    detail: error.message,
    errors: Array.isArray(paths)
      ? paths.map((path: string) => inBody({ path, message: 'does not fit the operation' }))
      : [],
    retryAfterMs: error.retryAfterMs,
    unexpected: false,
  };
}

function ofStore(error: StorageError): ProblemParts {
  const code = ofStorage[error.code];
  const errors =
    error.code === 'bad_cursor'
      ? [{ path: '/query/cursor', message: 'does not belong to this list' }]
      : error.field === undefined
        ? undefined
        : [{ path: `/${error.field}`, message: 'is already taken' }];
  const detail = code === 'unavailable' ? 'The database does not take this now. Nothing was changed.' : error.message;
  const parts = ofHub(new HubError(code, { detail, errors, cause: error }));
  return { ...parts, unexpected: parts.unexpected || code === 'unavailable' };
}

const byFrameworkCode: { readonly [code: string]: HubErrorCode } = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_BAD_URL: 'invalid_request',
};

const frameworkFaults: { readonly [code: string]: RequestFault } = {
  FST_ERR_CTP_BODY_TOO_LARGE: { path: '/body', message: 'is larger than this address takes' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { path: '/headers/content-type', message: 'must be application/json' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    path: '/headers/content-length',
    message: 'differs from the length of the body',
  },
  FST_ERR_BAD_URL: { path: '/params', message: 'is not well percent-encoded' },
};

/** The web framework's own refusals: all are the caller's fault, or they are not for the caller to see. */
function ofFramework(error: unknown): ProblemParts | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode > 499) return undefined;
  const name = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const code = byFrameworkCode[name] ?? 'invalid_request';
  const fault = frameworkFaults[name];
  return {
    ...ofHub(new HubError(code, { errors: fault === undefined ? [] : [fault] })),
    status: hubErrorCodes[code].status,
  };
}

/** The document itself. */
export function problemDocument(parts: ProblemParts, requestId: string): Problem {
  const { status, code, title, detail, errors, details } = parts;
  const more = details === undefined ? {} : { details };
  return { type: `/docs#problem-${code}`, title, status, detail, code, errors, ...more, requestId };
}

/** `Retry-After` counts whole seconds. */
export function retryAfter(parts: ProblemParts): string | undefined {
  return parts.retryAfterMs === undefined ? undefined : String(Math.max(1, Math.ceil(parts.retryAfterMs / 1_000)));
}
