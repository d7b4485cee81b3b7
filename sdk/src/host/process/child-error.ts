import { FairleadError, isFairleadError, toWireError, type WireError } from '../../errors/index.ts';
import { FrameError } from './frames.ts';

/** Any error on its way to the hub. An answer that no frame can hold does not fit its contract. */
export function wireErrorOf(error: unknown): WireError {
  if (isFairleadError(error)) return toWireError(error);
  if (error instanceof FrameError) return toWireError(new FairleadError('output_invalid', { message: error.message }));
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return toWireError(new FairleadError('plugin_threw', { message: message.slice(0, 500) }));
}
