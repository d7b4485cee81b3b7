/** Bytes that wait for a reader before the vendor is asked to wait. */
const mostWaiting = 262_144;

export interface PiecesOptions {
  /** More is waiting than should be: whoever pushes should stop. */
  readonly onFull: () => void;
  /** The reader has caught up. */
  readonly onRoom: () => void;
  /** The reader waits for the next piece, until the function that this answers is called. */
  readonly onWait: () => () => void;
  /** The reader does not want the rest. Not called after the end. */
  readonly onAbandoned: () => void;
}

/** Pieces of a body on their way from a socket, which pushes, to one reader, who pulls. */
export interface Pieces {
  readonly reader: AsyncIterableIterator<Uint8Array>;
  push(piece: Uint8Array): void;
  /** The last piece was pushed. After one of `end`, `fail` and `stop` the others do nothing. */
  end(): void;
  /** The reader gets what was pushed before, then the error. */
  fail(error: unknown): void;
  /** The reader gets the error and nothing else any more. */
  stop(error: unknown): void;
}

type Ending = { readonly kind: 'end' } | { readonly kind: 'error'; readonly error: unknown };

interface Waiting {
  resolve(result: IteratorResult<Uint8Array, undefined>): void;
  reject(error: unknown): void;
}

export function createPieces({ onFull, onRoom, onWait, onAbandoned }: PiecesOptions): Pieces {
  const queue: Uint8Array[] = [];
  const waiting: Waiting[] = [];
  let size = 0;
  let full = false;
  let ending: Ending | undefined;
  let stopWaiting: (() => void) | undefined;

  const settle = ({ resolve, reject }: Waiting) => {
    if (ending?.kind === 'error') reject(ending.error);
    else resolve({ done: true, value: undefined });
    // An error is told once; after it there is nothing, as after the end.
    ending = { kind: 'end' };
  };
  const close = (how: Ending) => {
    if (ending !== undefined) return;
    ending = how;
    stopWaiting?.();
    stopWaiting = undefined;
    for (const one of waiting.splice(0)) settle(one);
  };
  const clear = () => {
    queue.length = 0;
    size = 0;
  };

  return {
    push(piece) {
      if (ending !== undefined || piece.length === 0) return;
      const first = waiting.shift();
      if (first !== undefined) {
        if (waiting.length === 0) {
          stopWaiting?.();
          stopWaiting = undefined;
        }
        return first.resolve({ done: false, value: piece });
      }
      queue.push(piece);
      size += piece.length;
      if (full || size < mostWaiting) return;
      full = true;
      onFull();
    },
    end: () => close({ kind: 'end' }),
    fail: (error) => close({ kind: 'error', error }),
    stop(error) {
      clear();
      close({ kind: 'error', error });
    },
    reader: {
      next: () =>
        new Promise((resolve, reject) => {
          const piece = queue.shift();
          if (piece === undefined) {
            if (ending !== undefined) return settle({ resolve, reject });
            waiting.push({ resolve, reject });
            stopWaiting ??= onWait();
            return;
          }
          size -= piece.length;
          if (full && size === 0) {
            full = false;
            onRoom();
          }
          resolve({ done: false, value: piece });
        }),
      return() {
        const open = ending === undefined;
        clear();
        close({ kind: 'end' });
        ending = { kind: 'end' };
        if (open) onAbandoned();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    },
  };
}
