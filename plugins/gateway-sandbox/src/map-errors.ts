import { FairleadError, type FetchAnswer } from '@fairlead/sdk';
import { failure, tryReadAs } from './vendor-objects.ts';

export interface VendorFailure {
  readonly code: string;
  readonly message?: string | undefined;
  readonly reason: 'declined' | 'insufficient_funds' | 'authentication_failed' | 'fraud' | 'invalid_method' | 'other';
}

/** What the body of a failure says; of a body that is not the provider's, nothing. */
export function failureOf(answer: FetchAnswer): VendorFailure | undefined {
  let json: unknown;
  try {
    json = answer.json();
  } catch {
    // A proxy's page in place of the provider's JSON: the status has to do.
    return undefined;
  }
  const error = tryReadAs(failure, json)?.error;
  return error && { code: error.code, message: error.message, reason: error.reason ?? 'other' };
}

/** The error that an answer without success means. Refusals (402, 422) are results and do not come here. */
export function mapFailure(answer: FetchAnswer): FairleadError {
  const { status } = answer;
  const found = failureOf(answer);
  const options = {
    ...(found?.message === undefined ? {} : { message: `The provider says: ${found.message}` }),
    details: { status, ...(found === undefined ? {} : { vendorCode: found.code }) },
  };
  if (status === 401) return new FairleadError('credentials_invalid', { details: options.details });
  if (status === 403) return new FairleadError('permission_missing', options);
  if (status === 404) return new FairleadError('not_found_at_vendor', options);
  if (status === 409) return new FairleadError('idempotency_conflict', options);
  if (status === 429) return new FairleadError('rate_limited', { ...options, retryAfterMs: retryAfterMs(answer) });
  if (status >= 500) return new FairleadError('vendor_error', { ...options, retryAfterMs: retryAfterMs(answer) });
  if (status >= 400 && found !== undefined) return new FairleadError('vendor_rejected', options);
  return new FairleadError('answer_unreadable', { details: { status } });
}

function retryAfterMs({ headers }: FetchAnswer): number | undefined {
  const text = headers['retry-after'];
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) * 1_000 : undefined;
}
