import { type ErrorCode, type ErrorClass, FairleadError, isFairleadError, type Operation } from '@fairlead/sdk';
import type { BreakerOutcome } from '../resilience/index.ts';

/** Codes after which it is certain that the vendor was asked nothing. */
const nothingSent: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreachable',
  'address_forbidden',
  'breaker_open',
  'lane_forced_open',
  'bulkhead_full',
  'limit_exceeded',
  'connection_inactive',
  'plugin_not_running',
  'feature_unsupported',
  'credentials_locked',
  'input_invalid',
]);

/** Classes with which the vendor (or we) said for certain that this attempt did nothing. */
const certainRefusal: ReadonlySet<ErrorClass> = new Set<ErrorClass>([
  'auth',
  'config',
  'rate_limited',
  'rejected',
  'invalid_input',
]);

/** Whether an attempt that ended so may have taken effect at the vendor all the same. */
export function mayHaveHappened(error: FairleadError): boolean {
  return !nothingSent.has(error.code) && !certainRefusal.has(error.class);
}

/**
 * What the caller is told in the end. Where any attempt of an operation that changes something may have happened, only
 * an answer settles it: a business refusal of the same key does, a failure does not. So a timeout followed by
 * "credentials revoked" is unknown, not "not done".
 */
export function finalError(operation: Operation, error: FairleadError, anyMayHaveHappened: boolean): FairleadError {
  if (operation.repeat === 'safe' || error.class === 'rejected' || error.class === 'outcome_unknown') return error;
  if (!anyMayHaveHappened) return error;
  return new FairleadError('outcome_unknown', {
    message: `${operation.name} may or may not have taken effect: ${error.message}`.slice(0, 500),
    details: { ...error.details, cause: error.code },
    cause: error,
  });
}

/** How an attempt counts for the breaker. */
export function breakerOutcome(error: FairleadError): BreakerOutcome {
  switch (error.class) {
    case 'rejected':
      return 'success';
    case 'unavailable':
    case 'outcome_unknown':
      return 'failure';
    case 'auth':
    case 'config':
    case 'rate_limited':
    case 'plugin_bug':
    case 'invalid_input':
    case 'cancelled':
      return 'ignored';
  }
}

/** Anything that was thrown, as an error of the taxonomy; what is not one already is a fault of the plugin. */
export function asFairleadError(error: unknown): FairleadError {
  if (isFairleadError(error)) return error;
  return new FairleadError('plugin_threw', { message: String(error).slice(0, 500), cause: error });
}
