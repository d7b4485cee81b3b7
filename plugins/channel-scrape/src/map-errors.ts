import { type Clock, type FetchAnswer, FairleadError, hasCode, isFairleadError } from '@fairlead/sdk';
import { retryAfterMs, withoutQuery } from '@fairlead/sdk/channel';
import type { PageError } from './page/page.ts';

/** What an HTTP status other than 200 and 304 means for the connection. */
export function statusError({ status, headers }: FetchAnswer, clock: Clock): FairleadError {
  const details = { status };
  const pause = retryAfterMs(headers, clock);
  const refusal = (message: string) => ({ message, details });
  if (status === 429) return new FairleadError('rate_limited', { details, retryAfterMs: pause });
  if (status === 503 && pause !== undefined) return new FairleadError('rate_limited', { details, retryAfterMs: pause });
  if (status === 408 || status === 504) return new FairleadError('timeout', { details });
  if (status >= 500) return new FairleadError('vendor_error', { details });
  if (status === 401 || status === 407) {
    const message =
      'The site asks for credentials, or refuses those in the settings. Enter an authorization or a cookie.';
    return new FairleadError('credentials_invalid', refusal(message));
  }
  if (status === 402 || status === 403) {
    const message = `The site does not let this installation read the page (status ${status}). Ask its owner.`;
    return new FairleadError('permission_missing', refusal(message));
  }
  if (status === 404 || status === 410) {
    const message = 'There is nothing at the page’s address any more. Enter its new one, or remove the connection.';
    return new FairleadError('not_found_at_vendor', refusal(message));
  }
  if (status >= 400) {
    return new FairleadError('settings_invalid', refusal(`The site refuses the request (status ${status}).`));
  }
  if (status >= 300 && status !== 304) {
    return new FairleadError('vendor_error', refusal('The page redirects in a circle, too often, or to nowhere.'));
  }
  return new FairleadError('answer_unreadable', refusal(`The answer’s status ${status} is none that a page has.`));
}

/** What a document that is not read as a page means for the connection. */
export function pageError(error: PageError, contentType: string | undefined): FairleadError {
  switch (error.fault) {
    case 'too_costly':
      return new FairleadError('settings_invalid', {
        message: 'The selectors take too long on this page. Use fewer steps, and name classes or ids in each.',
        cause: error,
      });
    case 'not_html': {
      const type = (contentType ?? 'none').replaceAll(/[^\w/.;=+ -]/g, '').slice(0, 80);
      const message = `This is not a web page: ${error.message} Its content type is ${type}.`;
      return new FairleadError('answer_unreadable', { message, cause: error });
    }
    case 'too_deep':
    case 'too_many_elements':
      return new FairleadError('answer_unreadable', {
        message: `The page is not read: ${error.message}`,
        cause: error,
      });
  }
}

/** Says which redirect it was that may not be followed. Anything else is given back as it is. */
export function requestError(error: unknown, asked: string): unknown {
  if (!hasCode(error, 'address_forbidden')) return error;
  const host = error.details?.['host'];
  if (typeof host !== 'string' || host === new URL(asked).hostname) return error;
  const message = `The page redirects to “${host}”, which is another host. If the page has moved there, enter that address.`;
  return new FairleadError('address_forbidden', { message, details: { host }, cause: error });
}

/** Nothing may be read while a site’s robots.txt cannot be (RFC 9309, 2.3.1.4). */
export function robotsError(error: unknown, origin: string): unknown {
  if (!isFairleadError(error) || error.class === 'cancelled') return error;
  const message = `The robots.txt of ${origin} cannot be read, so nothing of the site may be: ${error.message}`;
  return new FairleadError(error.code, {
    message,
    details: error.details,
    retryAfterMs: error.retryAfterMs,
    cause: error,
  });
}

export function disallowed(url: URL, pattern: string): FairleadError {
  const rule = pattern.slice(0, 100).replaceAll(/\?.*/g, '?…');
  return new FairleadError('settings_invalid', {
    message: `The robots.txt of ${url.origin} forbids to read ${withoutQuery(url.href)} (“Disallow: ${rule}”). Ask the site’s owner, or enter another page.`,
    details: { robots: 'disallowed' },
  });
}
