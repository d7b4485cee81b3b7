import { FairleadError } from '../../errors/index.ts';
import type { Call } from '../../plugin/context.ts';
import type { CallMessage } from './messages.ts';

/** A call or stream under way in the plugin's process. */
export class ChildCall implements Call {
  readonly timeoutMs: number;
  readonly attempt: number;
  declare readonly idempotencyKey?: string;
  /** Items that the hub still takes, of a stream. */
  #credit = 0;
  #wake: (() => void) | undefined;
  // Made when the plugin first asks for it: most calls from memory never do.
  #controller: AbortController | undefined;
  #reason: FairleadError | undefined;

  constructor({ timeoutMs, attempt, idempotencyKey }: CallMessage) {
    this.timeoutMs = timeoutMs;
    this.attempt = attempt;
    if (idempotencyKey !== undefined) this.idempotencyKey = idempotencyKey;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  get aborted(): boolean {
    return this.#reason !== undefined;
  }

  abort(reason: FairleadError): void {
    this.#reason ??= reason;
    this.#controller?.abort(reason);
    this.#wake?.();
  }

  give(items: number): void {
    this.#credit += items;
    this.#wake?.();
  }

  /** Takes the place of one item. Waits for the hub to have room; false when the call was given up. */
  async takeCredit(): Promise<boolean> {
    while (this.#credit === 0 && !this.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.aborted) return false;
    this.#credit -= 1;
    return true;
  }
}
