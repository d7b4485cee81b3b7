import { hash } from 'node:crypto';

const revisionLength = 12;

/**
 * A short hash of parts that cannot run into one another; a part that is absent differs from an empty one. The same in
 * every release: what is stored is made of it.
 * @param length in characters of six bits
 */
export function fingerprint(length: number, ...parts: readonly (string | undefined)[]): string {
  const text = parts.map((part) => (part === undefined ? '-' : `${part.length}:${part}`)).join('\n');
  return hash('sha256', text, 'base64url').slice(0, length);
}

/**
 * What a reader sees of an item. Addresses are left out: many publishers sign those of pictures and files anew on every
 * request, and no reader would call that an edit.
 */
export function contentFingerprint({
  title,
  text,
}: {
  readonly title: string | undefined;
  readonly text: string;
}): string {
  return fingerprint(revisionLength, title, text);
}

/** The revision after an edit. It is chained, so that content which goes back to an earlier state is a new revision. */
export function nextRevision(previous: string, content: string): string {
  return fingerprint(revisionLength, previous, content);
}
