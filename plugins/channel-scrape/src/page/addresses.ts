/** An absolute http or https address of at most `maxLength` characters, or undefined. */
export function resolveAddress(value: string | undefined, base: string, maxLength = 4_096): string | undefined {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.parse(text, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.length <= maxLength ? url.href : undefined;
}

/** For messages: what a person enters as a page’s address may hold a token in its query. */
export function withoutQuery(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`.slice(0, 300).toWellFormed();
}

/** What follows `#` is never sent. */
export function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
