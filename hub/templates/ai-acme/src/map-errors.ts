import { type ErrorCode, FairleadError, type FetchAnswer } from '@fairlead/sdk';
import { failure, tryReadAs } from './vendor-objects.ts';

const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'credentials_invalid',
  402: 'quota_exhausted',
  403: 'permission_missing',
  // A model that the vendor does not have.
  404: 'settings_invalid',
  408: 'timeout',
  429: 'rate_limited',
};

/**
 * What an answer without success means to the hub, which waits, tries again, asks for new credentials or tells the
 * caller. This file is the only one that translates; do not retry here.
 */
export function mapFailure(answer: Pick<FetchAnswer, 'status' | 'headers'>, body: unknown): FairleadError {
  const told = tryReadAs(failure, body)?.error;
  return failureError(answer.status, told?.code, waitOf(answer.headers['retry-after']));
}

/** The vendor answers 200 before its model begins, so a model that fails says so inside the answer. */
export function throwFailure(json: unknown): void {
  const told = tryReadAs(failure, json)?.error;
  if (told !== undefined) throw failureError(told.status, told.code);
}

function failureError(status: number, vendorCode?: string, retryAfterMs?: number): FairleadError {
  const details = { status, ...(vendorCode === undefined ? {} : { vendorCode }) };
  return new FairleadError(codeOf(status), { details, retryAfterMs });
}

function codeOf(status: number): ErrorCode {
  if (status >= 500) return 'vendor_error';
  // Anything else that is wrong with a question is a question that the vendor refuses.
  return codes[status] ?? (status >= 400 ? 'vendor_rejected' : 'answer_unreadable');
}

function waitOf(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}
