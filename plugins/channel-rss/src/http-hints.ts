type Headers = Readonly<Record<string, string>>;

/** How long the answer may be reused: `Cache-Control: max-age` less `Age` (RFC 9111). */
export function freshForMs(headers: Headers): number {
  const control = headers['cache-control'] ?? '';
  if (/\b(?:no-cache|no-store)\b/i.test(control)) return 0;
  const seconds = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1] ?? 0);
  const age = Number(/^\d{1,9}$/.exec(headers['age'] ?? '')?.[0] ?? 0);
  return Math.max(0, seconds - age) * 1_000;
}

/** The targets of a `Link` header by relation (RFC 8288). */
export function linkTargets(headers: Headers, relation: string, base: string): readonly string[] {
  const found: string[] = [];
  for (const [, target = '', parameters = ''] of (headers['link'] ?? '')
    .slice(0, 16_384)
    .matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/);
    if (names.includes(relation) && URL.canParse(target, base)) found.push(new URL(target, base).href);
  }
  return found;
}
