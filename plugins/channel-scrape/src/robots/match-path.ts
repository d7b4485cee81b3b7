/**
 * Path and query of an address as RFC 9309 (2.2.2) compares them: unreserved characters stand for themselves, all others
 * are percent-encoded. `*` and `$` in an address are no wildcards, so they are encoded as well.
 */
export function comparablePath(url: URL): string {
  return normalise(url.pathname + url.search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24');
}

/** A rule’s pattern in the same form; `*` and a last `$` keep their meaning. */
export function comparablePattern(pattern: string): string {
  return normalise(pattern);
}

function normalise(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/%([0-9a-f]{2})?/gi, (_, hex: string | undefined) => {
      if (hex === undefined) return '%25';
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : `%${hex.toUpperCase()}`;
    })
    .replaceAll(/[^\x21-\x7e]+/g, (outside) => encodeURIComponent(outside));
}

/** Whether a pattern matches the beginning of a path, both in their comparable form. Takes linear time. */
export function matchesPath(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...later] = pieces;
  if (!path.startsWith(first)) return false;
  if (later.length === 0) return !isAnchored || path.length === first.length;
  const last = isAnchored ? (later.pop() ?? '') : '';
  let at = first.length;
  for (const piece of later) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !isAnchored || (path.length - last.length >= at && path.endsWith(last));
}
