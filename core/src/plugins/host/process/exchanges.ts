import { FairleadError } from '@fairlead/sdk';
import type { FromChild } from '@fairlead/sdk/host';
import { childError, ProtocolError } from './child-message.ts';

/** Something that a child was asked and has not answered in full. A member that is absent may not be its answer. */
export interface Exchange {
  result?(value: unknown): void;
  item?(value: unknown): void;
  done?(): void;
  failed(error: FairleadError): void;
}

const otherForm = 'It answered in another form than it was asked for.';

/** What a child was asked, by id. Each is answered once, in the form that was asked for, or the child breaks the protocol. */
export class Exchanges {
  readonly #open = new Map<number, Exchange>();
  #last = 0;
  #ended: FairleadError | undefined;

  get last(): number {
    return this.#last;
  }

  /** @throws FairleadError when the process is gone */
  add(exchange: Exchange): number {
    if (this.#ended !== undefined) throw new FairleadError('plugin_not_running');
    this.#last += 1;
    this.#open.set(this.#last, exchange);
    return this.#last;
  }

  /** It was never sent. */
  remove(id: number): void {
    this.#open.delete(id);
  }

  /** @throws ProtocolError */
  answered(answer: Extract<FromChild, { type: 'result' | 'error' | 'item' | 'done' }>): void {
    const exchange = this.#open.get(answer.id);
    if (exchange === undefined) throw new ProtocolError('It answered what it was not asked, or answered it twice.');
    switch (answer.type) {
      case 'result':
        if (exchange.result === undefined) throw new ProtocolError(otherForm);
        this.#open.delete(answer.id);
        return exchange.result(answer.value);
      case 'item':
        if (exchange.item === undefined) throw new ProtocolError(otherForm);
        return exchange.item(answer.value);
      case 'done':
        if (exchange.done === undefined) throw new ProtocolError(otherForm);
        this.#open.delete(answer.id);
        return exchange.done();
      case 'error':
        this.#open.delete(answer.id);
        return exchange.failed(childError(answer.error));
    }
  }

  /** The process is gone: everything that is still open fails with this, and nothing more can be asked. */
  end(error: FairleadError): void {
    if (this.#ended !== undefined) return;
    this.#ended = error;
    const left = [...this.#open.values()];
    this.#open.clear();
    for (const exchange of left) exchange.failed(error);
  }
}
