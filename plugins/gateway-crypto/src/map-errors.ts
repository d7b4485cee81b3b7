import { type Call, type ErrorCode, FairleadError, type FetchAnswer, isFairleadError } from '@fairlead/sdk';

/** What a provider says of a failure, in its own words. */
export interface VendorFailure {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * An answer by HTTP status that is not a success. `failure` is what the body says, undefined when the body is not the
 * provider's: a 4xx without a reason is a proxy's.
 */
export function mapStatus(answer: FetchAnswer, failure: VendorFailure | undefined): FairleadError {
  return vendorError(codeOf(answer.status, failure !== undefined), failure, answer);
}

function codeOf(status: number, explained: boolean): ErrorCode {
  if (status === 401) return 'credentials_invalid';
  if (status === 403) return 'permission_missing';
  if (status === 404) return 'not_found_at_vendor';
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'vendor_error';
  return status >= 400 && explained ? 'vendor_rejected' : 'answer_unreadable';
}

/** An error of a given code with the provider's words in it. */
export function vendorError(
  code: ErrorCode,
  failure: VendorFailure | undefined,
  { status, headers }: Pick<FetchAnswer, 'status' | 'headers'>,
): FairleadError {
  const { code: vendorCode, message } = failure ?? {};
  return new FairleadError(code, {
    message: message === undefined ? undefined : `The provider says: ${message.slice(0, 300)}`,
    retryAfterMs: retryAfterMs(headers['retry-after']),
    details: { status, ...(vendorCode === undefined ? {} : { vendorCode: vendorCode.slice(0, 128) }) },
  });
}

function retryAfterMs(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}

/** An answer with success and not in its documented form. */
export function unreadable(what: string): FairleadError {
  return new FairleadError('answer_unreadable', { message: `The provider’s answer has no ${what} that can be read.` });
}

export function unknownPayment(): FairleadError {
  return new FairleadError('not_found_at_vendor', { message: 'The provider has no payment with this id.' });
}

/** The polls of an invoice need a right that an API key alone does not give. */
export function listNotAllowed(): FairleadError {
  return new FairleadError('permission_missing', {
    message:
      'NOWPayments lists the payments of an invoice to a signed-in account only. Enter accountEmail and accountPassword.',
  });
}

/**
 * A setting that the provider needs and that is not there.
 * @throws FairleadError `settings_invalid` naming it
 */
export function needed<Value>(value: Value | undefined, name: string): Value {
  if (value !== undefined) return value;
  throw new FairleadError('settings_invalid', { message: `The provider needs the setting “${name}”.` });
}

/** What is asked before anything is done gets this long, so that there is time left for the doing. */
const longestQuestionMs = 5_000;

/**
 * Asks something that an operation needs to know before it acts. A provider that is down then has done nothing, and the
 * error says so: `unreachable` means that the operation was certainly not carried out, while `vendor_error` or `timeout`
 * would leave that open and the payment with a person.
 */
export async function beforehand<Answer>(call: Call, ask: (call: Call) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask({ ...call, timeoutMs: Math.min(call.timeoutMs, longestQuestionMs) });
  } catch (error) {
    if (!isFairleadError(error, 'unavailable') || call.signal.aborted) throw error;
    throw new FairleadError('unreachable', {
      message: `Nothing was begun, because a question before it failed: ${error.message}`.slice(0, 500),
      retryAfterMs: error.retryAfterMs,
      details: { ...error.details, cause: error.code },
      cause: error,
    });
  }
}
