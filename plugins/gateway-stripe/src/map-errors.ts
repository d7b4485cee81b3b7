import { type ErrorCode, type ErrorDetails, FairleadError, isFairleadError } from '@fairlead/sdk';
import { type DeclineReason, declineReason } from './decline-reasons.ts';
import { asObject, integerAt, type Json, objectAt, textAt } from './reading.ts';

/** A refusal for a reason of business: Stripe, or a bank behind it, said no. */
export interface Refusal {
  readonly reason: DeclineReason;
  readonly vendorCode: string;
  readonly message: string;
}

/** What the SDK throws for an answer of Stripe's, read without its classes, which another copy of it would not share. */
interface VendorError {
  readonly status: number;
  /** https://docs.stripe.com/api/errors, `type` */
  readonly type: string | undefined;
  readonly code: string | undefined;
  readonly declineCode: string | undefined;
  readonly message: string;
  readonly requestId: string | undefined;
  /** `Stripe-Should-Retry`, where it was sent. */
  readonly shouldRetry: boolean | undefined;
  readonly retryAfterMs: number | undefined;
}

function vendorError(error: unknown): VendorError | undefined {
  const object = asObject(error);
  const status = integerAt(object, 'statusCode');
  if (object === undefined || status === undefined) return undefined;
  const headers = objectAt(object, 'headers');
  const shouldRetry = textAt(headers, 'stripe-should-retry');
  return {
    status,
    type: textAt(object, 'rawType'),
    code: textAt(object, 'code'),
    declineCode: textAt(object, 'decline_code'),
    message: (textAt(object, 'message') ?? `Stripe answered ${status}.`).slice(0, 500),
    requestId: textAt(object, 'requestId'),
    shouldRetry: shouldRetry === undefined ? undefined : shouldRetry === 'true',
    retryAfterMs: retryAfterMs(headers),
  };
}

/** In seconds; Stripe does not send the other form, a date. */
function retryAfterMs(headers: Json | undefined): number | undefined {
  const seconds = Number(textAt(headers, 'retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : undefined;
}

/** Refusals of the account or the settings, which Stripe sends like refusals of a payment. */
const settingsCodes = new Set(['testmode_charges_only', 'livemode_mismatch', 'tls_version_unsupported']);

/** @returns undefined when the error is something else, for {@link mapError} */
export function refusalOf(error: unknown): Refusal | undefined {
  const vendor = vendorError(error);
  if (vendor === undefined || vendor.shouldRetry === true || isSettingsFault(vendor)) return undefined;
  const refused =
    vendor.status === 402 ||
    (vendor.status === 400 && (vendor.type === 'invalid_request_error' || vendor.type === 'card_error'));
  if (!refused || vendor.code === 'rate_limit') return undefined;
  return {
    reason: declineReason(vendor.declineCode, vendor.code),
    vendorCode: (vendor.declineCode ?? vendor.code ?? vendor.type ?? 'refused').slice(0, 128),
    message: vendor.message,
  };
}

function isSettingsFault({ code, message }: VendorError): boolean {
  return (code !== undefined && settingsCodes.has(code)) || /\bAPI version\b/i.test(message);
}

/**
 * Any error of a request in the terms of the guard.
 * Sources: https://docs.stripe.com/error-low-level and https://docs.stripe.com/api/errors
 */
export function mapError(error: unknown, kind: 'read' | 'act', signal: AbortSignal): unknown {
  const inner = asObject(error)?.['detail'];
  for (const candidate of [error, inner]) if (isFairleadError(candidate)) return candidate;
  if (signal.aborted) {
    return isFairleadError(signal.reason) ? signal.reason : new FairleadError('cancelled', { cause: error });
  }
  const vendor = vendorError(error);
  // Not an answer of Stripe's and not the hub's network: a fault of this plugin's own, which the host names so.
  if (vendor === undefined) return error;
  return new FairleadError(codeOf(vendor, kind), {
    message: vendor.message,
    retryAfterMs: vendor.retryAfterMs ?? (vendor.code === 'lock_timeout' ? 500 : undefined),
    details: detailsOf(vendor),
    cause: error,
  });
}

function codeOf(vendor: VendorError, kind: 'read' | 'act'): ErrorCode {
  const { status, type, code, shouldRetry } = vendor;
  if (status === 401) return code === 'api_key_expired' ? 'credentials_expired' : 'credentials_invalid';
  if (status === 403) return 'permission_missing';
  if (type === 'idempotency_error') return 'idempotency_conflict';
  if (isSettingsFault(vendor)) return 'settings_invalid';
  if (status === 404) return 'not_found_at_vendor';
  // 429 is also how Stripe says that another request holds the object (`lock_timeout`): wait, but nothing is down.
  if (status === 429 || code === 'rate_limit') return shouldRetry === false ? 'vendor_rejected' : 'rate_limited';
  if (status >= 500) return serverFault(shouldRetry, kind);
  // 409 is a request under way with the same key, and 424 a partner that failed; Stripe says whether to come again.
  if (status === 409 || status === 424) return shouldRetry === false ? serverFault(false, kind) : 'vendor_error';
  return shouldRetry === true ? 'vendor_error' : 'vendor_rejected';
}

/**
 * `Stripe-Should-Retry: false` on a failure says that the same key will be answered with the same failure, while what it
 * did stays open (https://docs.stripe.com/error-low-level#server-errors). A read has no key and no effect.
 */
function serverFault(shouldRetry: boolean | undefined, kind: 'read' | 'act'): ErrorCode {
  return shouldRetry === false && kind === 'act' ? 'outcome_unknown' : 'vendor_error';
}

/** An answer without one of Stripe's error objects: of a proxy on the way, or of a stand-in for Stripe. */
export function mapBareStatus(status: number, headers: Json): FairleadError {
  const message = `Stripe’s address answered ${status} without a reason of Stripe’s.`;
  const options = { message, retryAfterMs: retryAfterMs(headers), details: { status } };
  if (status === 401) return new FairleadError('credentials_invalid', options);
  if (status === 403) return new FairleadError('permission_missing', options);
  if (status === 429) return new FairleadError('rate_limited', options);
  return new FairleadError(status >= 500 ? 'vendor_error' : 'answer_unreadable', options);
}

function detailsOf({ status, type, code, requestId }: VendorError): ErrorDetails {
  return {
    status,
    ...(type === undefined ? {} : { type }),
    ...(code === undefined ? {} : { vendorCode: code }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
