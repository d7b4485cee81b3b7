import { type FairleadError, fromWireError } from '../../errors/index.ts';
import type { Channel } from './channel.ts';
import type { FromChild, Question, ToChild } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: FairleadError) => void;
}

/** What a plugin's context asks of the hub, over the pipe. */
export class HubRequests {
  readonly #hub: Channel<FromChild>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(hub: Channel<FromChild>) {
    this.#hub = hub;
  }

  /** Answers with what the hub says. @throws FairleadError what the hub refuses it with */
  ask(connection: number, question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#last += 1;
      const id = this.#last;
      this.#hub.send({ type: 'ask', id, connection, question });
      this.#waiting.set(id, { resolve, reject });
    });
  }

  take(said: Extract<ToChild, { type: 'answer' | 'refusal' }>): void {
    const one = this.#waiting.get(said.id);
    this.#waiting.delete(said.id);
    if (said.type === 'answer') one?.resolve(said.value);
    else one?.reject(fromWireError(said.error));
  }
}
