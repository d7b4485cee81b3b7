import { type Clock, type FetchAnswer, FairleadError } from '@fairlead/sdk';
import { retryAfterMs } from '@fairlead/sdk/channel';
import type { FeedError } from './feed/feed-error.ts';

/** What an HTTP status other than 200 and 304 means for the connection. */
export function statusError(answer: FetchAnswer, clock: Clock): FairleadError {
  const { status } = answer;
  const details = { status };
  const pause = retryAfterMs(answer.headers, clock);
  const refusal = (message: string) => ({ message, details });
  if (status === 429) return new FairleadError('rate_limited', { details, retryAfterMs: pause });
  if (status === 503 && pause !== undefined) return new FairleadError('rate_limited', { details, retryAfterMs: pause });
  if (status === 408 || status === 504) return new FairleadError('timeout', { details });
  if (status >= 500) return new FairleadError('vendor_error', { details });
  if (status === 401 || status === 407) {
    return new FairleadError(
      'credentials_invalid',
      refusal('The feed asks for credentials, which this plugin cannot give. Enter an address that works without.'),
    );
  }
  if (status === 402 || status === 403) {
    return new FairleadError(
      'permission_missing',
      refusal(`The publisher does not let this installation read the feed (status ${status}). Ask the publisher.`),
    );
  }
  if (status === 404) {
    return new FairleadError(
      'not_found_at_vendor',
      refusal('There is nothing at the feed’s address. Enter its new one.'),
    );
  }
  if (status === 410) {
    return new FairleadError(
      'not_found_at_vendor',
      refusal('The publisher has closed this feed for good. Enter another address, or remove the connection.'),
    );
  }
  if (status >= 400) {
    return new FairleadError('settings_invalid', refusal(`The publisher refuses the request (status ${status}).`));
  }
  return new FairleadError('answer_unreadable', refusal(`The answer’s status ${status} is none that a feed has.`));
}

/** What a document that is not a feed means for the connection. */
export function documentError(error: FeedError): FairleadError {
  const { fault } = error;
  switch (fault.kind) {
    case 'web_page': {
      const found = fault.feedAddress;
      const where = found === undefined ? 'Enter the address of its feed.' : `Its feed is at ${found}.`;
      return new FairleadError('settings_invalid', {
        message: `The address looks like that of a web page, not of a feed. ${where}`,
        cause: error,
        ...(found === undefined ? {} : { details: { feedAddress: found } }),
      });
    }
    case 'cut':
      return new FairleadError('answer_unreadable', {
        message: `The feed was cut off: ${error.message}`,
        cause: error,
      });
    case 'garbage':
    case 'too_deep':
      return new FairleadError('answer_unreadable', { message: `This is not a feed: ${error.message}`, cause: error });
  }
}

export function redirectError(why: string): FairleadError {
  return new FairleadError('vendor_error', { message: `The feed’s address redirects ${why}.` });
}
