import { HubError } from '../errors/index.ts';

type Headers = { readonly [name: string]: string | readonly string[] | undefined };

/** @throws HubError `invalid_request` for a key that is not 1 to 255 visible ASCII characters */
export function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw malformed('idempotency-key', 'must be 1 to 255 visible ASCII characters');
}

/** The version that `If-Match` names; undefined without it and for `*`. @throws HubError `invalid_request` */
export function ifMatchOf(headers: Headers): number | undefined {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const match = typeof tag === 'string' ? /^"(\d{1,15})"$/.exec(tag) : null;
  if (match === null) throw malformed('if-match', 'must be the ETag of an earlier answer, such as "3"');
  return Number(match[1]);
}

/** The text after `Bearer `; undefined without the header. @throws HubError `unauthenticated` for another scheme */
export function bearerOf(headers: Headers): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const match = typeof authorization === 'string' ? /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization) : null;
  if (match?.[1] === undefined) {
    throw new HubError('unauthenticated', { detail: 'The Authorization header must be “Bearer” and a token.' });
  }
  return match[1];
}

function malformed(name: string, message: string): HubError {
  return new HubError('invalid_request', {
    detail: `The header ${name} ${message}.`,
    errors: [{ path: `/headers/${name}`, message }],
  });
}
