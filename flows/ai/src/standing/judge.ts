import { type ErrorCode, FairleadError, isFairleadError } from '@fairlead/sdk';
import type { RestKind } from './rest.ts';

/** What a failed attempt means for the call and for the configuration. */
export interface Judgement {
  /** Whether the next configuration is asked. */
  readonly fallsBack: boolean;
  /** What it says of the configuration: that it works, nothing, or a reason to rest. */
  readonly says: 'works' | 'nothing' | RestKind;
}

/** Refusals by the guard itself, which cost nothing and end by themselves: to rest as well would only make it longer. */
const ownRefusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'breaker_open',
  'bulkhead_full',
  'connection_inactive',
  'lane_forced_open',
  'limit_exceeded',
  'plugin_not_running',
]);

/**
 * - Input that does not fit the contract fits with no model: it goes back to whoever asked.
 * - A text that one vendor's rules forbid may be answered by another. The vendor works.
 * - An answer that is cut short, filtered, not JSON or not of the schema is asked for elsewhere, and never makes a
 *   configuration rest: strangers' texts are in the question, and would decide who is asked.
 */
export function judge(error: FairleadError): Judgement {
  if (isAnswerFault(error)) return { fallsBack: true, says: 'works' };
  if (ownRefusals.has(error.code)) return { fallsBack: true, says: 'nothing' };
  switch (error.class) {
    case 'invalid_input':
      return { fallsBack: false, says: 'nothing' };
    case 'rejected':
      return { fallsBack: true, says: 'works' };
    case 'auth':
      return { fallsBack: true, says: 'credentials' };
    case 'config':
      return { fallsBack: true, says: error.code === 'quota_exhausted' ? 'quota' : 'failing' };
    case 'rate_limited':
      return { fallsBack: true, says: 'rate_limited' };
    case 'unavailable':
    case 'outcome_unknown':
    case 'plugin_bug':
      return { fallsBack: true, says: 'failing' };
    case 'cancelled':
      return { fallsBack: true, says: 'nothing' };
  }
}

/** Why an answer that came is of no use. */
export type AnswerFaultKind = 'cut_short' | 'filtered' | 'ended_oddly' | 'empty' | 'not_json' | 'not_of_schema';

const messages: Readonly<Record<AnswerFaultKind, string>> = {
  cut_short: 'The answer ran into a limit of tokens.',
  filtered: 'The vendor’s rules cut the answer.',
  ended_oddly: 'The model stopped for a reason that is not known.',
  empty: 'The model said nothing.',
  not_json: 'The answer is not JSON.',
  not_of_schema: 'The answer does not fit its schema.',
};

/** An error of the taxonomy that says which fault an answer has; what the model said is not in it. */
export function answerFault(kind: AnswerFaultKind, paths: readonly string[] = []): FairleadError {
  return new FairleadError(kind === 'filtered' ? 'vendor_rejected' : 'answer_unreadable', {
    message: messages[kind],
    details: { fault: kind, ...(paths.length === 0 ? {} : { paths }) },
  });
}

function isAnswerFault({ details }: FairleadError): boolean {
  return typeof details?.['fault'] === 'string' && Object.hasOwn(messages, details['fault']);
}

/** Under which a failure is counted: the fault of the answer, else the error's code. */
export function failureName(error: FairleadError): string {
  return isAnswerFault(error) ? String(error.details?.['fault']) : error.code;
}

/** Anything that was thrown, as an error of the taxonomy. */
export function asFairleadError(thrown: unknown): FairleadError {
  return isFairleadError(thrown)
    ? thrown
    : new FairleadError('plugin_threw', { message: 'The flow made a mistake.', cause: thrown });
}
