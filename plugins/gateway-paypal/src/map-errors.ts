import { type ErrorCode, type ErrorOptions, FairleadError, type FetchAnswer } from '@fairlead/sdk';
import { type DeclineReason, declineReason } from './decline-reasons.ts';
import { type Json, linkTo, objectsAt, parseObject, textAt } from './reading.ts';

/** A refusal for a reason of business: PayPal, or a bank behind it, said no. */
export interface Refusal {
  readonly reason: DeclineReason;
  /** The `issue`, else the error's name. */
  readonly vendorCode: string;
  readonly message: string;
  /** Where the error leads for more, such as the payout that has the same batch id. */
  readonly link?: string | undefined;
}

/** `{name, message, debug_id, details: [{issue, description}]}`: https://developer.paypal.com/api/rest/responses/#failed-requests */
interface VendorError {
  readonly status: number;
  readonly name: string | undefined;
  readonly issue: string | undefined;
  readonly text: string;
  /** What PayPal's support asks for. */
  readonly debugId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly link: string | undefined;
}

function vendorErrorOf({ status, headers, body }: FetchAnswer): VendorError {
  const json: Json | undefined = parseObject(body);
  const detail = objectsAt(json, 'details')[0];
  // `error` and `error_description` are those of the token's endpoint (RFC 6749, 5.2).
  const name = textAt(json, 'name') ?? textAt(json, 'error');
  const text = textAt(detail, 'description') ?? textAt(json, 'message') ?? textAt(json, 'error_description');
  const debugId = textAt(json, 'debug_id') ?? headers['paypal-debug-id'];
  return {
    status,
    name: name?.slice(0, 128),
    issue: textAt(detail, 'issue')?.slice(0, 128),
    text: (text ?? `PayPal answered ${status} without a reason.`).slice(0, 400),
    debugId: debugId?.slice(0, 64),
    retryAfterMs: retryAfterMs(headers['retry-after']),
    link: linkTo(json, 'self', 'information_link') ?? linkTo(detail, 'self'),
  };
}

/** In seconds; PayPal does not document the other form, a date. */
function retryAfterMs(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Math.min(Number(text), 3_600) * 1_000 : undefined;
}

/** Issues that say “come again”, although their status is that of a refusal. */
const comeAgain: ReadonlySet<string> = new Set(['PREVIOUS_REQUEST_IN_PROGRESS', 'ORDER_COMPLETION_IN_PROGRESS']);
/** The key was used with another request (https://developer.paypal.com/api/rest/reference/idempotency/). */
const keyConflicts: ReadonlySet<string> = new Set(['DUPLICATE_REQUEST_ID', 'PAYPAL_REQUEST_ID_MISMATCH']);

/** @returns undefined when the answer is something else, for {@link mapFailure} */
export function refusalOf(answer: FetchAnswer): Refusal | undefined {
  const { status, name, issue, text, debugId, link } = vendorErrorOf(answer);
  if (status !== 400 && status !== 422) return undefined;
  // Without a name it is not PayPal's error, and says nothing about the payment.
  if (name === undefined || comeAgain.has(issue ?? '') || keyConflicts.has(issue ?? '')) return undefined;
  const vendorCode = issue ?? name;
  const message = debugId === undefined ? text : `${text} (PayPal debug id ${debugId})`;
  return { reason: declineReason(vendorCode), vendorCode, message, link };
}

/** An answer without success in the terms of the guard. */
export function mapFailure(answer: FetchAnswer): FairleadError {
  const error = vendorErrorOf(answer);
  const { status, name, issue, debugId } = error;
  const details = {
    status,
    ...(name === undefined ? {} : { name }),
    ...(issue === undefined ? {} : { vendorCode: issue }),
    ...(debugId === undefined ? {} : { debugId }),
  };
  const message = name === undefined ? undefined : `PayPal says: ${error.text}`;
  const options: ErrorOptions = { message, retryAfterMs: error.retryAfterMs, details };
  return new FairleadError(codeOf(error), options);
}

function codeOf({ status, name, issue }: VendorError): ErrorCode {
  if (status === 401) return 'credentials_invalid';
  if (status === 403) return 'permission_missing';
  if (status === 404) return 'not_found_at_vendor';
  if (status === 429) return 'rate_limited';
  if (comeAgain.has(issue ?? '')) return 'vendor_error';
  if (keyConflicts.has(issue ?? '')) return 'idempotency_conflict';
  // A conflict of resources is another request that is under way; the same key may come again.
  if (status === 409 || status >= 500) return 'vendor_error';
  return status >= 400 && name !== undefined ? 'vendor_rejected' : 'answer_unreadable';
}

/** Refused credentials, with what is most often wrong with them. */
export function mapTokenFailure(answer: FetchAnswer, environment: string): FairleadError {
  const { status, name, debugId } = vendorErrorOf(answer);
  if (status !== 401 && name !== 'invalid_client') return mapFailure(answer);
  return new FairleadError('credentials_invalid', {
    message: `PayPal refused the client ID and secret. Check that they are those of the app’s ${environment} side.`,
    details: { status, ...(debugId === undefined ? {} : { debugId }) },
  });
}
