import { resolve } from 'node:path';

/**
 * What to install, as the hub can read it, which may run in another folder: paths become absolute, anything else stays.
 * Only the name of a package with a scope holds a slash, so whatever else does is a path.
 */
export function absoluteSpec(spec: string): string {
  if (/^https?:/i.test(spec)) return spec;
  const isPath = /^(\.{1,2}$|file:|[^@]*[\\/])|\.(tgz|tar\.gz)$/.test(spec);
  return isPath ? resolve(spec.replace(/^file:/, '')) : spec;
}
