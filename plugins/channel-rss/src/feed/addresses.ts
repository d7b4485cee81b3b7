/** An absolute http or https address of at most `maxLength` characters, or undefined. */
export function resolveAddress(value: string | undefined, base: string | undefined, maxLength = 4_096) {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.parse(text, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.length <= maxLength ? url.href : undefined;
}
