/** One line of an entry. The lines of an entry sum to zero in each currency. */
export interface LedgerLine {
  /**
   * - `customer`: what customers were asked for and paid (negative: received from them);
   * - `clearing:<connection>`: what a gateway holds for us;
   * - `fees:<connection>`: what gateways kept; `charges`: what customers paid on top for the gateway.
   */
  readonly account: string;
  /** Decimal text; positive is a debit. */
  readonly amountMinor: string;
  readonly currency: string;
}

/** A booking, never changed: what turns out otherwise is booked back by a later entry of the same key. */
export interface LedgerEntry {
  /** `<payment>-<number>`, for ever. */
  readonly id: string;
  /** What it books: `capture:1:ch_1`, `refund:1:re_1`. */
  readonly key: string;
  /** ISO 8601 UTC, by the hub's clock. */
  readonly at: string;
  readonly lines: readonly LedgerLine[];
}
