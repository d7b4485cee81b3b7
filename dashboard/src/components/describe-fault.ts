import { HubProblem } from '@fairlead/client';

/** A fault as a person reads it. */
export interface Fault {
  readonly text: string;
  /** Each part of the request that was wrong, by its path. */
  readonly parts: readonly { readonly path: string; readonly message: string }[];
  /** For whoever looks into the log of the hub. */
  readonly requestId: string | undefined;
}

export function describeFault(error: unknown): Fault {
  if (error instanceof HubProblem) {
    return { text: error.message, parts: error.errors, requestId: error.requestId };
  }
  // `fetch` rejects with a TypeError when nothing answered.
  if (error instanceof TypeError) return { text: 'The hub cannot be reached.', parts: [], requestId: undefined };
  return { text: error instanceof Error ? error.message : String(error), parts: [], requestId: undefined };
}
