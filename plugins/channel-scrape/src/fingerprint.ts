import { hash } from 'node:crypto';
import type { PageItem } from './page/page.ts';

/** A short hash of parts that cannot run into one another. @param length in characters of six bits */
export function fingerprint(length: number, ...parts: readonly (string | undefined)[]): string {
  const text = parts.map((part) => (part === undefined ? '-' : `${part.length}:${part}`)).join('\n');
  return hash('sha256', text, 'base64url').slice(0, length);
}

/** What a reader sees of an item. Addresses are left out: many sites sign them anew on every request. */
export function contentHash({ title, text }: PageItem): string {
  return fingerprint(12, title, text);
}

/** The revision after an edit. It is chained, so that content which goes back to an earlier state is a new revision. */
export function nextRevision(previous: string, content: string): string {
  return fingerprint(12, previous, content);
}
