import { fingerprint } from './fingerprint.ts';

/**
 * An absolute http or https address, or undefined for what is none or is too long.
 * @param base what a relative one is resolved against
 * @param maxLength in characters, once it is resolved
 */
export function resolveAddress(
  value: string | undefined,
  base: string | undefined,
  maxLength = 4_096,
): string | undefined {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.parse(text, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.length <= maxLength ? url.href : undefined;
}

/** For people: an address may hold a token in its query. @param address absolute */
export function withoutQuery(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`.slice(0, 300).toWellFormed();
}

/** An address as the id of the place that messages were said in, which has 255 characters at most. */
export function placeId(address: string): string {
  return address.length <= 255 ? address : `${address.slice(0, 200)}…${fingerprint(24, address)}`;
}
