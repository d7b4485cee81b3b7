import { isAbsolute } from 'node:path';
import { valid } from 'semver';
import { HubError } from '../../errors/index.ts';

/** What is to be installed, and from where. */
export type InstallSpec =
  | { readonly kind: 'registry'; readonly name: string; readonly version: string }
  /** A tarball on another machine. */
  | { readonly kind: 'address'; readonly url: URL }
  /** A tarball or a folder on this machine. */
  | { readonly kind: 'path'; readonly path: string };

const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Reads what an admin wrote: `name@1.2.3`, `https://…`, or an absolute path.
 * @throws HubError `invalid_request` naming `/spec`
 */
export function parseInstallSpec(text: string): InstallSpec {
  if (/^https?:\/\//i.test(text)) return { kind: 'address', url: parseAddress(text) };
  if (text.includes('\0')) throw invalid('is not a path');
  if (isAbsolute(text)) return { kind: 'path', path: text };
  if (/^(\.{1,2}[\\/]|~|file:)/.test(text)) throw invalid('is a relative path; give the whole one');
  const at = text.lastIndexOf('@');
  const [name, version] = at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text, ''];
  if (!isPackageName(name)) {
    throw invalid('is neither name@version, nor an https address, nor an absolute path');
  }
  if (valid(version) !== version) throw invalid(`needs an exact version, as in ${name}@1.2.3`);
  return { kind: 'registry', name, version };
}

export function isPackageName(name: string): boolean {
  return name.length <= 214 && packageName.test(name) && !['node_modules', 'favicon.ico'].includes(name);
}

/** As it is stored and shown: an address without what may be secret in it. */
export function showSpec(spec: InstallSpec): string {
  switch (spec.kind) {
    case 'registry':
      return `${spec.name}@${spec.version}`;
    case 'address':
      return spec.url.origin + spec.url.pathname;
    case 'path':
      return spec.path;
  }
}

/** Whether bytes may come from there: over TLS, or from this machine. */
export function isTrustedTransport({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
}

function parseAddress(text: string): URL {
  if (!URL.canParse(text)) throw invalid('is not an address');
  const url = new URL(text);
  if (!isTrustedTransport(url)) throw invalid('must begin with https://');
  if (url.username !== '' || url.password !== '') throw invalid('must not hold a user or a password');
  return url;
}

function invalid(problem: string): HubError {
  return new HubError('invalid_request', {
    detail: `The spec ${problem}.`,
    errors: [{ path: '/spec', message: problem }],
  });
}
