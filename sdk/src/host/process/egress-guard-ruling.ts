import type { RefusalKind } from './messages.ts';

/** What the parts of the guard ask. */
export interface EgressRuling {
  /** The error for an attempt that is refused, undefined for one that is not. Counts it. */
  byName(kind: RefusalKind, host: string): Error | undefined;
  /**
   * Counts nothing.
   * @param host the name that led to the address, or the address itself
   */
  allowsAddress(host: string, address: string): boolean;
  /** Refuses whatever it is. */
  always(kind: RefusalKind, host: string): Error;
}
