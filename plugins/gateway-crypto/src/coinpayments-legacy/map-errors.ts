import type { ErrorCode } from '@fairlead/sdk';
import type { Declined } from '../provider.ts';

/**
 * CoinPayments names its errors in English sentences and in no other way, with HTTP 200. These say something about the
 * account or the service; any other refuses the one payment.
 */
const byWords: readonly (readonly [RegExp, ErrorCode])[] = [
  [/HMAC signature|(invalid|unknown|incorrect|no) (API |public |private )*key\b/i, 'credentials_invalid'],
  [/\bkey .*(invalid|not found|disabled|does not exist)/i, 'credentials_invalid'],
  [/permission|key is not allowed|IP address/i, 'permission_missing'],
  [/too many (errors|requests|calls|attempts)|rate limit|throttl/i, 'rate_limited'],
  [/(internal|database|server) error/i, 'vendor_error'],
];

/** What a sentence means that refuses to tell something: a coin under maintenance is no fault of the question. */
export function readErrorCodeOf(sentence: string): ErrorCode {
  if (/maintenance|temporarily|try again/i.test(sentence)) return 'vendor_error';
  return /transaction|txn?_?id|not found/i.test(sentence) ? 'not_found_at_vendor' : 'vendor_rejected';
}

/** Undefined when the sentence is a refusal of this one request. */
export function errorCodeOf(sentence: string): ErrorCode | undefined {
  return byWords.find(([words]) => words.test(sentence))?.[1];
}

export function declineReasonOf(sentence: string): Declined['reason'] {
  if (/balance|insufficient|enough (funds|coins)/i.test(sentence)) return 'insufficient_funds';
  return /address|tag/i.test(sentence) ? 'invalid_method' : 'other';
}
