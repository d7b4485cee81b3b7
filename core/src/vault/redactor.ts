import type { Secret } from '@fairlead/sdk';
import { PatternSet } from './pattern-set.ts';
import { redactValue } from './redact-value.ts';
import { redactedForms, shortestForm } from './redacted-forms.ts';

export const redactedMark = '[secret]';

/**
 * Takes secret values out of whatever is logged, stored or shown. It knows the values that were registered, in the forms
 * in which they usually turn up: as they are, base64 (also inside a longer text that was encoded), base64url, hex,
 * URL-encoded and JSON-escaped.
 */
export interface Redactor {
  /** Learns a value. Of one owner the latest 64 values are kept, for tokens that are renewed for ever. */
  register(owner: string, secret: Secret): void;
  /** Forgets what this owner registered, unless another has the same value. Repeating it is harmless. */
  release(owner: string): void;
  /** The text with `[secret]` in place of each registered value. The text itself when there is none in it. */
  text(text: string): string;
  /**
   * The same for everything inside a value: texts, keys, numbers, errors with stack and cause. What holds nothing secret
   * is returned as it is; what does is copied. Bytes become `[n bytes]` once anything is registered.
   */
  value(value: unknown): unknown;
}

const valuesPerOwner = 64;

export function createRedactor(): Redactor {
  const owners = new Map<string, Set<string>>();
  const uses = new Map<string, number>();
  const patterns = new PatternSet(shortestForm);
  // A value of fewer than 6 characters turns up inside ordinary words and numbers by chance: replacing it everywhere
  // would ruin the log and tell a reader what the secret is made of. It is replaced where it stands alone.
  const short = new Set<string>();

  const add = (text: string) => {
    uses.set(text, (uses.get(text) ?? 0) + 1);
    if (uses.get(text) !== 1) return;
    if (text.length < shortestForm) short.add(text);
    else patterns.add(text, redactedForms(text));
  };
  const drop = (text: string) => {
    const count = (uses.get(text) ?? 0) - 1;
    if (count > 0) {
      uses.set(text, count);
      return;
    }
    uses.delete(text);
    short.delete(text);
    patterns.remove(text);
  };

  const redactText = (text: string): string => {
    const result = patterns.replace(text, redactedMark);
    return short.size === 0 ? result : result.replace(tokens, (token) => (short.has(token) ? redactedMark : token));
  };

  return {
    register(owner, secret) {
      const text = secret.reveal();
      const values = owners.get(owner) ?? new Set<string>();
      owners.set(owner, values);
      if (values.delete(text)) {
        values.add(text);
        return;
      }
      values.add(text);
      add(text);
      const [oldest] = values;
      if (values.size > valuesPerOwner && oldest !== undefined) {
        values.delete(oldest);
        drop(oldest);
      }
    },
    release(owner) {
      for (const text of owners.get(owner) ?? []) drop(text);
      owners.delete(owner);
    },
    text: (text) => (uses.size === 0 ? text : redactText(text)),
    value: (value) => (uses.size === 0 ? value : redactValue(value, redactText)),
  };
}

const tokens = /[^\s"'`=&,;:<>()[\]{}/?#@|]+/g;
