import type { WatchableCall } from '../plugins/index.ts';

/**
 * One attempt as the plugin sees it. The signal is made when the plugin first asks for it: an AbortController costs
 * more than all policies together, and a plugin that answers from memory never looks.
 */
export class CallScope implements WatchableCall {
  readonly timeoutMs: number;
  readonly attempt: number;
  declare readonly idempotencyKey?: string;
  private controller: AbortController | undefined;
  private reason: unknown;
  private watcher: ((reason: unknown) => void) | undefined;

  constructor(attempt: number, timeoutMs: number, idempotencyKey: string | undefined) {
    this.attempt = attempt;
    this.timeoutMs = timeoutMs;
    if (idempotencyKey !== undefined) this.idempotencyKey = idempotencyKey;
  }

  get signal(): AbortSignal {
    if (this.controller === undefined) {
      this.controller = new AbortController();
      if (this.reason !== undefined) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }

  watch(watcher: (reason: unknown) => void): void {
    this.watcher = watcher;
    if (this.reason !== undefined) watcher(this.reason);
  }

  abort(reason: unknown): void {
    this.reason = reason;
    this.controller?.abort(reason);
    this.watcher?.(reason);
  }
}
