import {
  type Call,
  FairleadError,
  isFairleadError,
  type Operation,
  type SecretHandles,
  toWireError,
} from '@fairlead/sdk';
import {
  type CallMessage,
  compilePipeForm,
  type PipeForm,
  type ServedConnection,
  streamCredit,
} from '@fairlead/sdk/host';
import type { WatchableCall } from '../plugin-host.ts';
import { ProtocolError } from './child-message.ts';
import type { Exchange } from './exchanges.ts';
import type { LentClock } from './lent-clock.ts';
import type { PluginProcess } from './plugin-process.ts';

/** An operation as it crosses to one plugin's process. */
export interface PipedOperation {
  /** Its place among those of the plugin's capabilities. */
  readonly place: number;
  readonly input: PipeForm['toPipe'];
  readonly output: PipeForm['fromPipe'];
}

/** Compiled when first used, and kept with the plugin. @throws FairleadError `feature_unsupported` */
export function createPipedOperations(
  operations: readonly Operation[],
  handles: SecretHandles,
): (operation: Operation) => PipedOperation {
  const places = new Map(operations.map((operation, place) => [nameOf(operation), place]));
  const made = new WeakMap<Operation, PipedOperation>();
  return (operation) => {
    const known = made.get(operation);
    if (known !== undefined) return known;
    const place = places.get(nameOf(operation));
    if (place === undefined) throw new FairleadError('feature_unsupported');
    const input = compilePipeForm(operation.input, handles).toPipe;
    const piped = { place, input, output: compilePipeForm(operation.output, handles).fromPipe };
    made.set(operation, piped);
    return piped;
  };
}

function nameOf({ capability, name }: Operation): string {
  return `${capability} ${name}`;
}

/** One connection in a plugin's process, as the guard calls it. */
export class ServedOverPipe implements ServedConnection {
  readonly #process: PluginProcess;
  readonly #connection: number;
  readonly #piped: (operation: Operation) => PipedOperation;
  readonly #clock: LentClock;
  readonly #left: () => void;
  #disposal: Promise<void> | undefined;

  constructor(options: {
    readonly process: PluginProcess;
    readonly connection: number;
    readonly piped: (operation: Operation) => PipedOperation;
    readonly clock: LentClock;
    /** Told once, when it has been disposed of. */
    readonly left: () => void;
  }) {
    this.#process = options.process;
    this.#connection = options.connection;
    this.#piped = options.piped;
    this.#clock = options.clock;
    this.#left = options.left;
  }

  call(operation: Operation, input: unknown, call: Call): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { place, input: toPipe, output: fromPipe } = this.#piped(operation);
      const wire = toPipe === undefined ? input : toPipe(input);
      this.#clock.tell();
      const answer = new Answer(resolve, reject, fromPipe);
      const id = this.#process.ask((number) => this.#message('call', { id: number, place, wire, call }), answer);
      answer.unwatch = watchAbort(call, (error) => {
        if (!answer.given) this.#abort(id, error);
      });
    });
  }

  async *open(operation: Operation, input: unknown, call: Call): AsyncGenerator<unknown, void, void> {
    const { place, input: toPipe, output: fromPipe } = this.#piped(operation);
    const decode = (item: unknown) => {
      if (fromPipe === undefined) return item;
      if (operation.kind !== 'subscription') return fromPipe(item);
      return typeof item === 'object' && item !== null
        ? { ...item, item: fromPipe((item as { item?: unknown }).item) }
        : item;
    };
    this.#clock.tell();
    const items = new ItemQueue();
    const wire = toPipe === undefined ? input : toPipe(input);
    const id = this.#process.ask((number) => this.#message('open', { id: number, place, wire, call }), items);
    this.#process.send({ type: 'credit', id, items: streamCredit.window });
    const abort = (error: FairleadError) => {
      if (items.ended) return;
      items.failed(error);
      this.#abort(id, error);
    };
    const unwatch = watchAbort(call, abort);
    let read = 0;
    try {
      for (;;) {
        const next = await items.next();
        if (next === undefined) return;
        read += 1;
        if (read === streamCredit.topUp) {
          this.#process.send({ type: 'credit', id, items: read });
          read = 0;
        }
        yield decode(next.item);
      }
    } finally {
      unwatch();
      abort(new FairleadError('cancelled'));
    }
  }

  dispose(): Promise<void> {
    this.#disposal ??= this.#dispose();
    return this.#disposal;
  }

  #abort(id: number, error: FairleadError): void {
    this.#clock.tell();
    this.#process.send({ type: 'abort', id, error: toWireError(error) });
  }

  async #dispose(): Promise<void> {
    await new Promise<void>((resolve) => {
      try {
        this.#process.ask((id) => ({ type: 'dispose', id, connection: this.#connection }), {
          result: () => resolve(),
          failed: () => resolve(),
        });
      } catch {
        // The process is gone, and the instance with it.
        resolve();
      }
    });
    this.#left();
  }

  #message<Type extends 'call' | 'open'>(type: Type, { id, place, wire, call }: Asking): CallMessage & { type: Type } {
    const { timeoutMs, attempt, idempotencyKey } = call;
    // A key that is undefined is not written.
    return {
      type,
      id,
      connection: this.#connection,
      operation: place,
      input: wire,
      timeoutMs,
      attempt,
      idempotencyKey,
    };
  }
}

interface Asking {
  readonly id: number;
  readonly place: number;
  readonly wire: unknown;
  readonly call: Call;
}

/** The answer to a unary call. */
class Answer implements Exchange {
  unwatch: (() => void) | undefined;
  given = false;
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (error: FairleadError) => void;
  readonly #fromPipe: PipeForm['fromPipe'];

  constructor(
    resolve: (value: unknown) => void,
    reject: (error: FairleadError) => void,
    fromPipe: PipeForm['fromPipe'],
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#fromPipe = fromPipe;
  }

  result(value: unknown): void {
    this.#end();
    this.#resolve(this.#fromPipe === undefined ? value : this.#fromPipe(value));
  }

  failed(error: FairleadError): void {
    this.#end();
    this.#reject(error);
  }

  #end(): void {
    this.given = true;
    this.unwatch?.();
  }
}

/** @returns a function that ends the watch */
function watchAbort(call: Call & Partial<WatchableCall>, abort: (error: FairleadError) => void): () => void {
  if (call.watch !== undefined) {
    call.watch((reason) => abort(errorOf(reason)));
    return nothing;
  }
  const { signal } = call;
  const stop = () => abort(errorOf(signal.reason));
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return () => signal.removeEventListener('abort', stop);
}

function nothing(): void {
  // The watcher sees for itself that the call has ended.
}

function errorOf(reason: unknown): FairleadError {
  return isFairleadError(reason) ? reason : new FairleadError('cancelled', { cause: reason });
}

/** The items of a stream that have come and have not been read: no more than there was credit for. */
class ItemQueue {
  readonly #items: unknown[] = [];
  #state: 'open' | 'done' | FairleadError = 'open';
  #wake: (() => void) | undefined;

  get ended(): boolean {
    return this.#state !== 'open';
  }

  readonly item = (value: unknown) => {
    if (this.ended) return;
    if (this.#items.length >= streamCredit.window)
      throw new ProtocolError('It sent more items than it had credit for.');
    this.#items.push(value);
    this.#wake?.();
  };

  readonly done = () => {
    if (!this.ended) this.#state = 'done';
    this.#wake?.();
  };

  readonly failed = (error: FairleadError) => {
    if (!this.ended) this.#state = error;
    this.#wake?.();
  };

  /** Undefined when the stream has ended. What came before an error is read before it. */
  async next(): Promise<{ readonly item: unknown } | undefined> {
    while (this.#items.length === 0) {
      if (this.#state === 'done') return undefined;
      if (this.#state !== 'open') throw this.#state;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return { item: this.#items.shift() };
  }
}
