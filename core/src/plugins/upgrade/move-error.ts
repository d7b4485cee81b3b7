/** Why a move between versions was given up. The code is that of `MoveReason`. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
