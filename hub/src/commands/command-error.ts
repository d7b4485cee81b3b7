export const exitCodes = {
  /** It was understood and did not work. */
  failed: 1,
  /** It was not understood: the command line, or a setting. */
  usage: 2,
} as const;

/** A failure with a sentence for the operator. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The command line says something that cannot be. */
export function usageError(message: string): CommandError {
  return new CommandError(message, exitCodes.usage);
}
