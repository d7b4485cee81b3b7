/** Reads what a vendor sends, which is `unknown` until a function here has looked at it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @returns undefined for what is not JSON, or is nested too deep */
export function readJson(text: string): unknown {
  return parsed(text);
}

/**
 * The same with every number as the text that was sent: money never becomes a float. Slower, so only for what holds
 * numbers that matter.
 */
export function readJsonDigits(text: string): unknown {
  return parsed(text, asSent);
}

function parsed(text: string, revive?: (name: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, revive) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The third argument is standard (ES2026) and not yet in TypeScript's library. */
function asSent(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? context?.source : value;
}

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** A text that is not empty, well-formed, cut to a length. */
export function textOf(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxLength).toWellFormed() : undefined;
}

/** An id is whole or none. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 255 ? value.toWellFormed() : undefined;
}

export function wholeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
