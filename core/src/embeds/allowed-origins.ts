import { HubError, type RequestFault } from '../errors/index.ts';

/** Letters, digits, dots and hyphens, or an IPv6 address: all that may stand in a header beside others. */
const hostForm = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Origins as browsers send them, each once.
 * @throws HubError `invalid_request` that names each entry which is none, or which anybody between could be
 */
export function checkOrigins(entries: readonly string[]): readonly string[] {
  const faults: RequestFault[] = [];
  const origins = entries.map((entry, position) => {
    const message = faultOf(entry);
    if (message === undefined) return new URL(entry).origin;
    faults.push({ path: `/body/allowedOrigins/${position}`, message });
    return '';
  });
  if (faults.length > 0)
    throw new HubError('invalid_request', { detail: 'Not every entry is an origin.', errors: faults });
  return [...new Set(origins)];
}

function faultOf(entry: string): string | undefined {
  if (entry.includes('*')) return 'must be one origin, without wildcards';
  if (!URL.canParse(entry)) return 'must be an origin such as https://www.example.com';
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(entry);
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https:';
  if (pathname !== '/' || search !== '' || hash !== '' || username !== '' || password !== '' || /[?#@]/.test(entry))
    return 'must be an origin: scheme, host and port alone';
  if (!hostForm.test(hostname)) return 'must have a host name';
  if (protocol === 'http:' && !loopback.test(hostname)) return 'must begin with https: unless it is this machine';
  return undefined;
}
