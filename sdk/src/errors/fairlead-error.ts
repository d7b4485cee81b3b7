import { type CodeOf, type ErrorClass, type ErrorCode, errorClasses, errorCodes } from './codes.ts';

const brand: unique symbol = Symbol.for('fairlead.error') as never;

/** JSON that may accompany an error: vendor codes, request ids, paths. Never personal data, never a secret. */
export type ErrorDetails = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** What an error may say besides its code. */
export interface ErrorOptions {
  /** A sentence for the operator. Default: the meaning of the code. */
  readonly message?: string | undefined;
  /** Milliseconds after which the vendor allows another call. Only read for class `rate_limited` and `unavailable`. */
  readonly retryAfterMs?: number | undefined;
  /** Stored and shown with the error, so never personal data and never a secret. Default: none. */
  readonly details?: ErrorDetails | undefined;
  /** What was caught. Stays in this process; it is never sent or stored. */
  readonly cause?: unknown;
}

/** How an error crosses a process boundary and is stored. `message` and `details` are redacted by the host. */
export interface WireError {
  /** What the guard does with it. */
  readonly class: ErrorClass;
  /** What happened. A code that this copy of the SDK does not know is possible: see {@link fromWireError}. */
  readonly code: ErrorCode;
  /** A sentence for the operator. */
  readonly message: string;
  /** Milliseconds after which the vendor allows another call, where it said so. */
  readonly retryAfterMs?: number;
  /** JSON that says more, where there is any. */
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
  /** How another copy of the SDK recognises it. */
  readonly [brand] = true;
  /** Always `FairleadError`. */
  override readonly name = 'FairleadError';
  /** What happened; never changes once published. */
  readonly code: Code;
  /** What the guard does; it follows from the code. */
  readonly class: ErrorClass;
  /** Milliseconds after which the vendor allows another call; undefined when it did not say. */
  readonly retryAfterMs: number | undefined;
  /** JSON that says more; undefined when there is none. */
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

  /** The form that is stored and sent: without cause and stack. */
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

/** The form in which an error crosses a boundary: without cause and stack, which stay in this process. */
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
