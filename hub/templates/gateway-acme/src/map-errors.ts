import { FairleadError, type FetchAnswer } from '@fairlead/sdk';
import { failure, tryReadAs } from './vendor-objects.ts';

/**
 * What an answer without success means to the hub, which waits, tries again, asks for new credentials or tells the
 * caller. This is the only place that translates; do not retry here.
 */
export function mapFailure(answer: FetchAnswer): FairleadError {
  const { status } = answer;
  const vendorCode = failureCode(answer);
  const details = { status, ...(vendorCode === undefined ? {} : { vendorCode }) };
  const retryAfterMs = waitOf(answer.headers['retry-after']);
  if (status === 401) return new FairleadError('credentials_invalid', { details });
  if (status === 403) return new FairleadError('permission_missing', { details });
  if (status === 404) return new FairleadError('not_found_at_vendor', { details });
  if (status === 409) return new FairleadError('idempotency_conflict', { details });
  if (status === 429) return new FairleadError('rate_limited', { retryAfterMs, details });
  if (status >= 500) return new FairleadError('vendor_error', { retryAfterMs, details });
  if (status >= 400 && vendorCode !== undefined) return new FairleadError('vendor_rejected', { details });
  return new FairleadError('answer_unreadable', { details });
}

/** The vendor's own code for a failure; undefined when the body is not the vendor's (a proxy's page). */
export function failureCode(answer: FetchAnswer): string | undefined {
  try {
    return tryReadAs(failure, answer.json())?.error.code;
  } catch {
    // Not JSON: the status has to do.
    return undefined;
  }
}

function waitOf(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}
