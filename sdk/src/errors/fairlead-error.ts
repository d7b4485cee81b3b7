import { type CodeOf, type ErrorClass, type ErrorCode, errorClasses, errorCodes } from './codes.ts';

const brand: unique symbol = Symbol.for('fairlead.error') as never;

/** JSON that may accompany an error: vendor codes, request ids, paths. Never personal data, never a secret. */
export type ErrorDetails = { readonly [name: string]: string | number | boolean | null | readonly string[] };

export interface ErrorOptions {
  /** A sentence for the operator. Default: the meaning of the code. */
  readonly message?: string | undefined;
  /** Milliseconds after which the vendor allows another call. Only read for class `rate_limited` and `unavailable`. */
  readonly retryAfterMs?: number | undefined;
  readonly details?: ErrorDetails | undefined;
  /** What was caught. Stays in this process; it is never sent or stored. */
  readonly cause?: unknown;
}

/** How an error crosses a process boundary and is stored. `message` and `details` are redacted by the host. */
export interface WireError {
  readonly class: ErrorClass;
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryAfterMs?: number;
  readonly details?: ErrorDetails;
}

/**
 * The one error that crosses the boundary between plugin and hub. Its code fixes its class, and the class fixes what
 * the guard does. Recognise it with {@link isFairleadError}, never with `instanceof`: several copies of the SDK may be
 * loaded at once.
 *
 * @example throw new FairleadError('rate_limited', { retryAfterMs: 2_000, cause: error });
 */
export class FairleadError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly [brand] = true;
  override readonly name = 'FairleadError';
  readonly code: Code;
  readonly class: ErrorClass;
  readonly retryAfterMs: number | undefined;
  readonly details: ErrorDetails | undefined;

  constructor(code: Code, options: ErrorOptions = {}) {
    super(
      options.message ?? errorCodes[code].meaning,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.class = errorCodes[code].class;
    this.retryAfterMs = options.retryAfterMs;
    this.details = options.details;
  }

  toJSON(): WireError {
    return toWireError(this);
  }
}

/** True for an error of any loaded copy of the SDK. With `classes`, true only for one of these. */
export function isFairleadError(value: unknown, ...classes: readonly ErrorClass[]): value is FairleadError {
  if (typeof value !== 'object' || value === null || !(brand in value)) return false;
  return classes.length === 0 || classes.includes((value as FairleadError).class);
}

/** True for an error with exactly this code. */
export function hasCode<Code extends ErrorCode>(value: unknown, code: Code): value is FairleadError<Code> {
  return isFairleadError(value) && value.code === code;
}

export function toWireError(error: FairleadError): WireError {
  return {
    class: error.class,
    code: error.code,
    message: error.message,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    ...(error.details === undefined ? {} : { details: error.details }),
  };
}

/** Rebuilds an error that crossed a boundary. An unknown code (a newer SDK) becomes the generic one of its class. */
export function fromWireError(wire: WireError): FairleadError {
  const code = Object.hasOwn(errorCodes, wire.code) ? wire.code : genericCode(wire.class);
  return new FairleadError(code, { message: wire.message, retryAfterMs: wire.retryAfterMs, details: wire.details });
}

const generic = {
  auth: 'credentials_invalid',
  config: 'settings_invalid',
  rate_limited: 'rate_limited',
  unavailable: 'vendor_error',
  rejected: 'vendor_rejected',
  outcome_unknown: 'outcome_unknown',
  plugin_bug: 'plugin_threw',
  invalid_input: 'input_invalid',
  cancelled: 'cancelled',
} as const satisfies { [Class in ErrorClass]: CodeOf<Class> };

function genericCode(errorClass: ErrorClass): ErrorCode {
  return errorClasses.includes(errorClass) ? generic[errorClass] : 'plugin_threw';
}
