import type { Operation } from '../../contract/operation.ts';
import { FairleadError, hasCode } from '../../errors/index.ts';
import type { HttpClient, PluginContext } from '../../plugin/context.ts';
import type { Manifest } from '../../plugin/manifest.ts';
import type { Clock } from '../../values/clock.ts';
import { isSecret, Secret } from '../../values/secret.ts';
import { compileCodec } from '../../wire/codec.ts';
import type { HostHttpClient, HttpClientOptions } from '../http-client.ts';
import type { Channel } from './channel.ts';
import { createChildLog } from './child-log.ts';
import type { EgressGuard } from './egress-guard.ts';
import type { HubRequests } from './hub-requests.ts';
import type { FromChild, ServeMessage } from './messages.ts';
import { openedSecrets } from './opened-secrets.ts';

/** A plugin's context for one connection, made of what the hub answers over the pipe. */
export interface ChildContext {
  readonly context: PluginContext;
  /** The connection stops: aborts the context's signal. Repeating it is harmless. */
  halt(): void;
  /** Closes its sockets. */
  dispose(): Promise<void>;
}

interface ChildContextOptions {
  readonly said: ServeMessage;
  readonly settings: unknown;
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly requests: HubRequests;
  readonly hub: Channel<FromChild>;
  readonly egress: EgressGuard;
}

export function createChildContext(options: ChildContextOptions): ChildContext {
  const { said, settings, manifest, clock, requests, egress, hub } = options;
  const { connection, about, webhookUrl, allowedPrivateHosts } = said;
  const stopping = new AbortController();
  const rules = { egress: manifest.egress, settings, allowedPrivateHosts };
  const takeBack = egress.admit(rules);
  const http = lazyHttp({ clock, ...rules }, egress);
  const context: PluginContext = Object.freeze({
    connection: about,
    settings,
    log: createChildLog(connection, hub),
    http: http.client,
    state: childState(connection, requests),
    secrets: childSecrets(connection, requests),
    clock,
    signal: stopping.signal,
    webhookUrl,
    invoke: childInvoke(connection, requests),
  });
  return {
    context,
    halt: () => stopping.abort(new FairleadError('connection_inactive')),
    async dispose() {
      takeBack();
      await http.dispose();
    },
  };
}

/** The client's library is loaded with the first request: a plugin that brings its own never needs it. */
function lazyHttp(
  options: HttpClientOptions,
  egress: EgressGuard,
): { readonly client: HttpClient; dispose(): Promise<void> } {
  let made: Promise<HostHttpClient> | undefined;
  const make = async () => {
    const { createHttpClient } = await import('../http-client.ts');
    return createHttpClient(options);
  };
  const using = async <Answer>(ask: (http: HostHttpClient) => Promise<Answer>): Promise<Answer> => {
    made ??= make();
    try {
      return await ask(await made);
    } catch (error) {
      // What this client refuses itself has not come to a socket.
      const host = hasCode(error, 'address_forbidden') ? error.details?.['host'] : undefined;
      if (typeof host === 'string') egress.refused({ kind: 'tcp', host });
      throw error;
    }
  };
  const client: HttpClient = {
    fetch: (url, request) => using((http) => http.fetch(url, request)),
    stream: (url, request) => using((http) => http.stream(url, request)),
  };
  return { client: Object.freeze(client), dispose: async () => (await made)?.dispose() };
}

function childState(connection: number, requests: HubRequests): PluginContext['state'] {
  return {
    get: (key) => requests.ask(connection, { about: 'state.get', key }),
    put: async (key, value) => void (await requests.ask(connection, { about: 'state.put', key, value })),
    delete: async (key) => void (await requests.ask(connection, { about: 'state.delete', key })),
  };
}

function childSecrets(connection: number, requests: HubRequests): PluginContext['secrets'] {
  return {
    async get(name) {
      const text = await requests.ask(connection, { about: 'secrets.get', name });
      return typeof text === 'string' ? new Secret(text) : undefined;
    },
    async put(name, value, options) {
      if (!isSecret(value)) throw new TypeError('Only a Secret can be stored as one.');
      const expiry = options?.expiresAt === undefined ? {} : { expiresAt: options.expiresAt };
      await requests.ask(connection, { about: 'secrets.put', name, value: value.reveal(), ...expiry });
    },
    delete: async (name) => void (await requests.ask(connection, { about: 'secrets.delete', name })),
  };
}

function childInvoke(connection: number, requests: HubRequests): PluginContext['invoke'] {
  return async (connectionId, operation: Operation, input) => {
    const { capability, name } = operation;
    const wire = compileCodec(operation.input, openedSecrets).encode(input);
    const asked = { about: 'invoke', connectionId, capability, operation: name, input: wire } as const;
    const output = await requests.ask(connection, asked);
    return compileCodec(operation.output, openedSecrets).decode(output) as never;
  };
}
