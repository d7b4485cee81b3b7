import { isIP } from 'node:net';
import { addressClass } from '@fairlead/sdk/host';
import { HubError, type RequestFault } from '../errors/index.ts';

/** @throws HubError `invalid_request`. What a name leads to is looked at where the socket connects. */
export function checkUrl(text: string, allowPrivateAddresses: boolean): void {
  const message = URL.canParse(text) ? urlFault(new URL(text), allowPrivateAddresses) : 'must be a URL';
  if (message === undefined) return;
  const errors: RequestFault[] = [{ path: '/body/url', message }];
  throw new HubError('invalid_request', { detail: `The address of the endpoint ${message}.`, errors });
}

function urlFault({ protocol, username, password, hash, hostname }: URL, allowPrivate: boolean): string | undefined {
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https:';
  if (protocol === 'http:' && !allowPrivate) return 'must begin with https: unless private addresses are allowed';
  if (username !== '' || password !== '') return 'must not have a user name or password in it';
  if (hash !== '') return 'must not have a fragment';
  const host = hostname.replace(/^\[|\]$/g, '');
  const kind = isIP(host) === 0 ? (host === 'localhost' ? 'loopback' : 'public') : addressClass(host);
  if (kind === 'public' || (allowPrivate && (kind === 'private' || kind === 'loopback'))) return undefined;
  return 'must not be a private address, or one that is reserved';
}
