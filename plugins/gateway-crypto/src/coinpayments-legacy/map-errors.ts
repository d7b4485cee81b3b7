import type { ErrorCode } from '@fairlead/sdk';
import type { Declined } from '../provider.ts';

/**
 * CoinPayments names its errors in English sentences and in no other way, with HTTP 200. These say something about the
 * account or the service; any other refuses the one payment.
 */
const byWords: readonly (readonly [RegExp, ErrorCode])[] = [
  [/HMAC signature|(invalid|unknown|incorrect|no) (API |public |private )*key\b/i, 'credentials_invalid'],
  [/\bkey .*(invalid|not found|disabled|does not exist)/i, 'credentials_invalid'],
  [/permission|not allowed to|IP address/i, 'permission_missing'],
  [/too many|rate limit|throttl/i, 'rate_limited'],
  [/(internal|database|server) error|maintenance|temporarily|try again later/i, 'vendor_error'],
];

/** Undefined when the sentence is a refusal of this one request. */
export function errorCodeOf(sentence: string): ErrorCode | undefined {
  return byWords.find(([words]) => words.test(sentence))?.[1];
}

export function declineReasonOf(sentence: string): Declined['reason'] {
  if (/balance|insufficient|enough (funds|coins)/i.test(sentence)) return 'insufficient_funds';
  return /address|tag/i.test(sentence) ? 'invalid_method' : 'other';
}
