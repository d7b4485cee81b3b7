/** A name from what feeds put there: `Jo`, `jo@example.org (Jo)`, `Jo <jo@example.org>`. */
export function authorName(value: string | undefined): string | undefined {
  const text = (value ?? '').slice(0, 1_000).replaceAll(/\s+/g, ' ').trim();
  const inBrackets = /^\S+@\S+ \(([^()]+)\)$/.exec(text)?.[1];
  const beforeAddress = /^([^<>]+)<[^<>]+@[^<>]+>$/.exec(text)?.[1];
  const name = (inBrackets ?? beforeAddress ?? text).trim().slice(0, 255).toWellFormed();
  return name === '' ? undefined : name;
}
