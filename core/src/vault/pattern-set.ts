/**
 * Many texts to find at once, in time that does not depend on how many there are: the first three characters at each
 * position look up one bit, and only where it is set the texts that begin with the same characters are compared.
 */
export class PatternSet {
  readonly #prefixLength: number;
  readonly #formsOf = new Map<string, readonly string[]>();
  #bits = new Uint8Array(65_536);
  #byPrefix = new Map<string, string[]>();
  #stale = false;

  /** @param prefixLength no form may be shorter; at least 3 */
  constructor(prefixLength: number) {
    this.#prefixLength = prefixLength;
  }

  add(key: string, forms: readonly string[]): void {
    this.#formsOf.set(key, forms);
    if (!this.#stale) this.#index(forms);
  }

  remove(key: string): void {
    if (this.#formsOf.delete(key)) this.#stale = true;
  }

  /** Replaces the longest form at each place, from the left. */
  replace(text: string, mark: string): string {
    if (this.#stale) this.#rebuild();
    let result = '';
    let from = 0;
    for (let at = this.#next(text, 0); at >= 0; at = this.#next(text, from)) {
      result += text.slice(from, at) + mark;
      from = at + this.#lengthAt(text, at);
    }
    return from === 0 ? text : result + text.slice(from);
  }

  /** Where the next form begins, or -1. Every text that is logged runs through this loop. */
  #next(text: string, from: number): number {
    const bits = this.#bits;
    const last = text.length - this.#prefixLength;
    let first = text.charCodeAt(from);
    let second = text.charCodeAt(from + 1);
    for (let at = from; at <= last; at++) {
      const third = text.charCodeAt(at + 2);
      if (bits[mix(first, second, third)] === 1 && this.#lengthAt(text, at) > 0) return at;
      first = second;
      second = third;
    }
    return -1;
  }

  #lengthAt(text: string, at: number): number {
    const forms = this.#byPrefix.get(text.slice(at, at + this.#prefixLength));
    return forms?.find((form) => text.startsWith(form, at))?.length ?? 0;
  }

  #rebuild(): void {
    this.#bits = new Uint8Array(65_536);
    this.#byPrefix = new Map();
    for (const forms of this.#formsOf.values()) this.#index(forms);
    this.#stale = false;
  }

  #index(forms: readonly string[]): void {
    for (const form of forms) {
      this.#bits[hash(form, 0)] = 1;
      const prefix = form.slice(0, this.#prefixLength);
      const others = this.#byPrefix.get(prefix) ?? [];
      this.#byPrefix.set(
        prefix,
        others.includes(form) ? others : [...others, form].sort((a, b) => b.length - a.length),
      );
    }
  }
}

function hash(text: string, at: number): number {
  return mix(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}

const mix = (first: number, second: number, third: number): number => (first ^ (second << 5) ^ (third << 10)) & 0xffff;
