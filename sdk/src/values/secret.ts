const brand: unique symbol = Symbol.for('fairlead.secret') as never;
const inspect = Symbol.for('nodejs.util.inspect.custom');
const values = new WeakMap<object, string>();

/**
 * A value that must not be seen. It prints, serialises and inspects as `[secret]`; only {@link Secret.reveal} gives the
 * text, and it belongs in the one expression that needs it. Recognised across SDK copies by {@link isSecret}.
 */
export class Secret {
  /** @throws TypeError when the text is empty: an absent secret is `undefined`, not `''`. */
  constructor(text: string) {
    if (typeof text !== 'string' || text === '') throw new TypeError('A secret is a text that is not empty.');
    values.set(this, text);
  }

  /** How another copy of the SDK recognises it. Of the class: a copy of the members (`{...secret}`) is no secret. */
  get [brand](): true {
    return true;
  }

  /** The text itself. Do not keep it, log it, or put it into a URL. */
  reveal(): string {
    const text = values.get(this);
    if (text === undefined) throw new TypeError('This secret was not made by its own constructor.');
    return text;
  }

  /** Never the text. */
  toString(): string {
    return '[secret]';
  }

  /** Never the text. */
  toJSON(): string {
    return '[secret]';
  }

  /** Never the text: what `console.log` prints. */
  [inspect](): string {
    return '[secret]';
  }
}

/** True for a secret of any loaded copy of the SDK. */
export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && brand in value;
}
