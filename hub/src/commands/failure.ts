import { HubCallError } from '../client/hub-client.ts';
import { StartError } from '../data/data-folder.ts';
import { CommandError, exitCodes } from './command-error.ts';

/**
 * Brands of errors whose message is a sentence for the operator. They are known here by name, because loading core for
 * them would take a command ten times as long as the rest of it.
 */
const brands = [Symbol.for('fairlead.hub-error'), Symbol.for('fairlead.storage-error')];

/** What a person is told of a failure, and the exit code. */
export interface Failure {
  readonly sentence: string;
  readonly exitCode: number;
}

/** The failures that commands expect have a sentence of their own; anything else is a fault of the program, told with its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommandError) return { sentence: error.message, exitCode: error.exitCode };
  if (
    error instanceof StartError ||
    error instanceof HubCallError ||
    (error instanceof Error && brands.some((brand) => brand in error))
  )
    return { sentence: error.message, exitCode: exitCodes.failed };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { sentence: `Fairlead made a mistake: ${text}`, exitCode: exitCodes.failed };
}
