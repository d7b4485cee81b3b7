import { type Clock, type ErrorCode, FairleadError } from '@fairlead/sdk';
import { type JsonObject, objectOf, textOf } from './reading.ts';

export interface Failure {
  /** The HTTP status, or the status that a failure inside an answer of status 200 has as its `code`. */
  readonly status: number;
  /** `code`, else `type`, of vendors that use words. */
  readonly word: string | undefined;
  /** The vendor's own words. */
  readonly said: string | undefined;
  /** Who failed behind a router. */
  readonly provider: string | undefined;
  /** The text that was asked about is against the rules. */
  readonly moderated: boolean;
}

/**
 * `{error: {code, message, metadata}}` of OpenRouter (https://openrouter.ai/docs/api/reference/errors-and-debugging),
 * `{error: {type, code, message}}` of OpenAI (https://platform.openai.com/docs/guides/error-codes), and what compatible
 * servers make of it: a text, a list with one object, `detail`.
 * @param status of the answer; of a 200 that of the failure counts
 */
export function readFailure(status: number, body: unknown): Failure {
  const outer = objectOf(Array.isArray(body) ? body[0] : body);
  const inner = outer?.['error'] ?? outer?.['detail'] ?? outer;
  const error: JsonObject = objectOf(inner) ?? { message: inner };
  const metadata = objectOf(error['metadata']);
  const word = reasonIn(error) ?? textOf(error['code'], 64) ?? textOf(error['type'], 64);
  return {
    status: status >= 200 && status < 300 ? statusInside(error, word) : status,
    word,
    said: textOf(error['message'], 300),
    provider: textOf(metadata?.['provider_name'], 64),
    moderated: metadata?.['reasons'] !== undefined || metadata?.['flagged_input'] !== undefined,
  };
}

/** Google's word for what went wrong (https://cloud.google.com/apis/design/errors#error_info); its status is 400 for a wrong key. */
function reasonIn({ details }: JsonObject): string | undefined {
  const reasons = Array.isArray(details) ? details.map((one) => textOf(objectOf(one)?.['reason'], 64)) : [];
  return reasons.find((reason) => reason !== undefined);
}

/** Words that arrive without a status (https://platform.openai.com/docs/guides/error-codes). */
const statusOfWord: Readonly<Record<string, number>> = {
  invalid_api_key: 401,
  authentication_error: 401,
  insufficient_quota: 402,
  permission_error: 403,
  model_not_found: 404,
  rate_limit_exceeded: 429,
  rate_limit_error: 429,
  invalid_request_error: 400,
  server_error: 500,
};

function statusInside({ code, status }: JsonObject, word: string | undefined): number {
  const said = [code, status].map(Number).find((one) => Number.isInteger(one) && one >= 400 && one <= 599);
  return said ?? (word !== undefined && Object.hasOwn(statusOfWord, word) ? (statusOfWord[word] ?? 500) : 500);
}

/** What is wrong with the question, rather than with the connection. */
const refusals: ReadonlySet<string> = new Set([
  'content_policy_violation',
  'content_filter',
  'context_length_exceeded',
  'string_above_max_length',
]);

/** Statuses that mean one thing. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'credentials_invalid',
  402: 'quota_exhausted',
  404: 'settings_invalid',
  408: 'timeout',
  413: 'vendor_rejected',
  429: 'rate_limited',
};

function codeOf({ status, word, moderated }: Failure): ErrorCode {
  // OpenAI has 429 for this as well, and waiting would not help.
  if (word === 'insufficient_quota') return 'quota_exhausted';
  if (word === 'API_KEY_INVALID') return 'credentials_invalid';
  if (refusals.has(word ?? '')) return 'vendor_rejected';
  if (status === 403) return moderated ? 'vendor_rejected' : 'permission_missing';
  const code = codeOfStatus[status];
  if (code !== undefined) return code;
  if (status >= 500 || status === 409 || status === 425) return 'vendor_error';
  return status >= 300 ? 'settings_invalid' : 'answer_unreadable';
}

interface Circumstances {
  readonly headers?: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Takes the key out of a text: some vendors repeat it. */
  readonly clean: (text: string) => string;
}

/** What a failure means for the connection. */
export function failureError(failure: Failure, { headers = {}, clock, clean }: Circumstances): FairleadError {
  const { status, word, provider } = failure;
  const code = codeOf(failure);
  const said = failure.said === undefined ? undefined : clean(failure.said);
  const message = messageOf(code, status, said);
  const details = {
    status,
    ...(word === undefined ? {} : { vendorCode: clean(word) }),
    ...(provider === undefined ? {} : { provider: clean(provider) }),
  };
  return new FairleadError(code, { message, details, retryAfterMs: retryAfterMs(headers, clock) });
}

function messageOf(code: ErrorCode, status: number, said: string | undefined): string | undefined {
  const words = said === undefined ? '' : ` It says: ${said}`;
  if (status >= 300 && status < 400) {
    return 'The address of the API leads elsewhere. Enter the one that it leads to, as the vendor documents it.';
  }
  if (code === 'settings_invalid') return `The vendor refuses the request (status ${status}).${words}`;
  if (code === 'vendor_rejected') return `The vendor refuses this question.${words}`;
  return said === undefined ? undefined : `The vendor failed or refused (status ${status}).${words}`;
}

const longestPauseMs = 86_400_000;

/** `retry-after` in seconds or as a date (RFC 9110, 10.2.3); `retry-after-ms` of OpenAI is finer. */
function retryAfterMs(headers: Readonly<Record<string, string>>, clock: Clock): number | undefined {
  const { 'retry-after-ms': fine = '', 'retry-after': coarse = '' } = headers;
  if (/^\d{1,9}(\.\d{1,9})?$/.test(fine)) return Math.min(Math.ceil(Number(fine)), longestPauseMs);
  if (/^\d{1,9}(\.\d{1,9})?$/.test(coarse)) return Math.min(Math.ceil(Number(coarse) * 1_000), longestPauseMs);
  const atMs = coarse === '' ? Number.NaN : Date.parse(coarse);
  return Number.isNaN(atMs) ? undefined : Math.min(Math.max(atMs - clock.now(), 0), longestPauseMs);
}

export function unreadable(what: string): FairleadError<'answer_unreadable'> {
  return new FairleadError('answer_unreadable', { message: `The vendor’s answer ${what}.` });
}

export function keyMissing(): FairleadError<'credentials_invalid'> {
  return new FairleadError('credentials_invalid', { message: 'OpenRouter needs an API key. Enter one.' });
}

export function keyFormError(): FairleadError<'credentials_invalid'> {
  return new FairleadError('credentials_invalid', {
    message: 'The API key holds a character that no key has, such as a space or a line break. Enter it anew.',
  });
}
