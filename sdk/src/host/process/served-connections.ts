import type { Operation } from '../../contract/operation.ts';
import { FairleadError, fromWireError } from '../../errors/index.ts';
import type { Plugin } from '../../plugin/define-plugin.ts';
import type { Manifest } from '../../plugin/manifest.ts';
import type { Clock } from '../../values/clock.ts';
import { type Codec, compileCodec } from '../../wire/codec.ts';
import { type ServedConnection, servePlugin } from '../serve-plugin.ts';
import type { Channel } from './channel.ts';
import { ChildCall } from './child-call.ts';
import { type ChildContext, createChildContext } from './child-context.ts';
import { wireErrorOf } from './child-error.ts';
import type { EgressGuard } from './egress-guard.ts';
import { createHubClock, type HubClock } from './hub-clock.ts';
import type { HubRequests } from './hub-requests.ts';
import type { CallMessage, FromChild, ServeMessage, ToChild } from './messages.ts';
import { openedSecrets } from './opened-secrets.ts';
import { sendItems } from './send-items.ts';

type ConnectionMessage = Extract<
  ToChild,
  { type: 'serve' | 'halt' | 'dispose' | 'call' | 'open' | 'abort' | 'credit' | 'time' }
>;

export interface ServedConnectionsOptions {
  readonly plugin: Plugin;
  readonly manifest: Manifest;
  readonly settingsSchema: object;
  /** In the order in which calls number them. */
  readonly operations: readonly Operation[];
  readonly clock: Clock;
  readonly requests: HubRequests;
  readonly hub: Channel<FromChild>;
  readonly egress: EgressGuard;
}

interface Held {
  readonly served: ServedConnection;
  readonly context: ChildContext;
  /** Where the hub lends its clock. */
  readonly time: HubClock | undefined;
}

/** The connections that this process serves, and what is under way on them. */
export class ServedConnections {
  readonly #options: ServedConnectionsOptions;
  readonly #hub: Channel<FromChild>;
  readonly #settings: Codec;
  readonly #held = new Map<number, Held>();
  readonly #calls = new Map<number, ChildCall>();

  constructor(options: ServedConnectionsOptions) {
    this.#options = options;
    this.#hub = options.hub;
    this.#settings = compileCodec(options.settingsSchema, openedSecrets);
  }

  take(said: ConnectionMessage): void {
    switch (said.type) {
      case 'call':
        return this.#call(said);
      case 'open':
        return this.#open(said);
      case 'abort':
        return this.#calls.get(said.id)?.abort(fromWireError(said.error));
      case 'credit':
        return this.#calls.get(said.id)?.give(said.items);
      case 'serve':
        return this.#serve(said);
      case 'halt':
        return this.#held.get(said.connection)?.context.halt();
      case 'time':
        return this.#held.get(said.connection)?.time?.take(said);
      case 'dispose':
        return void this.#dispose(said.connection).then(() => this.#answer(said.id, undefined));
    }
  }

  /** Disposes of every connection. Never rejects. */
  async dispose(): Promise<void> {
    await Promise.all([...this.#held.keys()].map((connection) => this.#dispose(connection)));
  }

  #serve(said: ServeMessage): void {
    const { plugin, manifest, requests, egress } = this.#options;
    const time = said.clock === undefined ? undefined : createHubClock(said.connection, said.clock, this.#hub);
    const clock = time?.clock ?? this.#options.clock;
    try {
      const settings = this.#settings.decode(said.settings);
      const context = createChildContext({ said, settings, manifest, clock, requests, egress, hub: this.#hub });
      const served = servePlugin({ plugin, manifest, context: context.context, handles: openedSecrets });
      this.#held.set(said.connection, { served, context, time });
      this.#answer(said.id, undefined);
    } catch (error) {
      this.#fail(said.id, error);
    }
  }

  async #dispose(connection: number): Promise<void> {
    const held = this.#held.get(connection);
    if (held === undefined) return;
    this.#held.delete(connection);
    held.context.halt();
    await Promise.allSettled([held.served.dispose(), held.context.dispose()]);
  }

  #call(said: CallMessage): void {
    const { id } = said;
    try {
      const { served, operation } = this.#find(said);
      const call = this.#begin(said);
      served.call(operation, said.input, call).then(
        (value) => this.#answer(id, value),
        (error) => this.#fail(id, error),
      );
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #open(said: CallMessage): void {
    const { id, input } = said;
    try {
      const { served, operation } = this.#find(said);
      const call = this.#begin(said);
      const send = (value: unknown) => this.#hub.send({ type: 'item', id, value });
      sendItems({ served, operation, input, call, send }).then(
        () => {
          this.#calls.delete(id);
          this.#hub.send({ type: 'done', id });
        },
        (error) => this.#fail(id, error),
      );
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #begin(said: CallMessage): ChildCall {
    const call = new ChildCall(said);
    this.#calls.set(said.id, call);
    return call;
  }

  #find({ connection, operation }: CallMessage) {
    const held = this.#held.get(connection);
    if (held === undefined) throw new FairleadError('connection_inactive');
    return { served: held.served, operation: this.#options.operations[operation] as Operation };
  }

  #answer(id: number, value: unknown): void {
    this.#calls.delete(id);
    try {
      this.#hub.send({ type: 'result', id, value });
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #fail(id: number, error: unknown): void {
    this.#calls.delete(id);
    this.#hub.send({ type: 'error', id, error: wireErrorOf(error) });
  }
}
