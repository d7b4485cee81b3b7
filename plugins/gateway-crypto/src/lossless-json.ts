/**
 * JSON whose numbers keep the digits that were sent. `JSON.parse` makes floats of them, and 0.123456789012345678 ETH
 * would lose its last digits; a signature over re-written JSON would break as well.
 */

/** A number as it was written: `1`, `0.10`, `1e-7`. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Deeper JSON than any provider sends; a limit, because what follows is recursive. */
const deepest = 64;

/** Undefined for what is not JSON, or nested more than 64 levels deep. Of a repeated member the last counts. */
export function readJson(text: string): JsonValue | undefined {
  if (tooDeep(text)) return undefined;
  try {
    return JSON.parse(text, keepDigits) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The third argument is standard (ES2026, in Node since 21) and not yet in TypeScript's library. */
function keepDigits(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? new JsonNumber(context.source) : value;
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (++depth > deepest) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}

/** How JSON is written besides compactly. */
export interface WriteOptions {
  /** Members in the order of their names, at every level. Default: as they came. */
  readonly sorted?: boolean;
  /** Lists become objects with the members "0", "1", … Default: they stay lists. */
  readonly listsAsObjects?: boolean;
}

/** JSON without spaces; texts as `JSON.stringify` writes them, numbers with the digits they came with. */
export function writeJson(value: JsonValue, options: WriteOptions = {}): string {
  if (value instanceof JsonNumber) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) {
    if (options.listsAsObjects !== true) return `[${value.map((item) => writeJson(item, options)).join(',')}]`;
    return writeMembers(
      value.map((item, index) => [String(index), item] as const),
      options,
    );
  }
  const names = Object.keys(value);
  return writeMembers(
    (options.sorted === true ? names.sort() : names).map((name) => [name, value[name] ?? null] as const),
    options,
  );
}

function writeMembers(members: readonly (readonly [string, JsonValue])[], options: WriteOptions): string {
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member, options)}`).join(',')}}`;
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
