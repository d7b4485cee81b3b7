import { type HubErrorCode, hubErrorCodes } from './codes.ts';

/** One fault of a request. */
export interface RequestFault {
  /** JSON pointer into the request's body, such as `/settings/apiBase`; empty for the body as a whole. */
  readonly path: string;
  /** For a person. Never repeats the value: it may be a secret. */
  readonly message: string;
}

export interface HubErrorOptions {
  /** What happened this time, in a sentence for the operator. Default: the title of the code. */
  readonly detail?: string | undefined;
  /** With `invalid_request`: every fault that was found. */
  readonly errors?: readonly RequestFault[] | undefined;
  /** Milliseconds after which the request may be tried again: sent as `Retry-After`. */
  readonly retryAfterMs?: number | undefined;
  /** What the caller needs for the next step, besides words: sent as `details`. Never a secret. */
  readonly details?: { readonly [name: string]: unknown } | undefined;
  /** What was caught. Logged, never sent. */
  readonly cause?: unknown;
}

const brand: unique symbol = Symbol.for('fairlead.hub-error') as never;

/** An error that the API can answer with: a stable code that fixes the HTTP status and the title. */
export class HubError<Code extends HubErrorCode = HubErrorCode> extends Error {
  readonly [brand] = true;
  override readonly name: string = 'HubError';
  readonly code: Code;
  readonly errors: readonly RequestFault[] | undefined;
  readonly retryAfterMs: number | undefined;
  readonly details: { readonly [name: string]: unknown } | undefined;

  constructor(code: Code, options: HubErrorOptions = {}) {
    super(
      options.detail ?? `${hubErrorCodes[code].title}.`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.errors = options.errors;
    this.retryAfterMs = options.retryAfterMs;
    this.details = options.details;
  }

  get status(): number {
    return hubErrorCodes[this.code].status;
  }

  get title(): string {
    return hubErrorCodes[this.code].title;
  }
}

/** True for an error of the hub; with `codes`, only for one of these. */
export function isHubError<Code extends HubErrorCode = HubErrorCode>(
  value: unknown,
  ...codes: readonly Code[]
): value is HubError<Code> {
  if (typeof value !== 'object' || value === null || !(brand in value)) return false;
  return codes.length === 0 || codes.includes((value as HubError<Code>).code);
}
