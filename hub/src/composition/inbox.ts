import {
  type Connections,
  createInbox,
  createSecretHandles,
  type Guard,
  type Inbox,
  type InboxHandler,
  type JsonValue,
  type PluginRegistry,
  sealedRequestHolder,
  type Storage,
} from '@fairlead/core';
import { builtInCapabilities, type Clock, type Codec, compileCodec, type Logger, type Operation } from '@fairlead/sdk';
import type { FlowBody } from '@fairlead/core/flow-api';
import type { Foundation } from './foundation.ts';
import { find } from './health.ts';

interface InboxOptions {
  readonly storage: Storage;
  readonly keys: Foundation['keys'];
  readonly clock: Clock;
  readonly log: Logger;
  readonly connections: Connections;
  readonly plugins: PluginRegistry;
  readonly guard: Guard;
  readonly webhookUrl: (connectionId: string) => string;
  /** By capability: the flow that takes its webhooks. */
  readonly handlers: ReadonlyMap<string, NonNullable<FlowBody['inbox']>[string]>;
}

export function composeInbox(options: InboxOptions): Inbox {
  const { storage, keys, clock, log, connections, plugins, guard, webhookUrl } = options;
  keys.rotation.registerHolder(sealedRequestHolder(storage.hot.inbox));
  const codecs = eventCodecs();
  const receivers = new Map<string, Operation>();
  const receiver = async (id: string): Promise<Operation | undefined> => {
    const connection = await find(connections, id);
    const manifest = connection === undefined ? undefined : plugins.find(connection.plugin)?.manifest;
    const operation = builtInCapabilities
      .map(({ operations }) => operations['receive'])
      .find((one) => one !== undefined && manifest?.capabilities[one.capability]?.operations['receive'] !== undefined);
    if (operation !== undefined) receivers.set(id, operation);
    return operation;
  };
  const handler: InboxHandler = async (connectionId, items) => {
    const operation = receivers.get(connectionId) ?? (await receiver(connectionId));
    const handle = operation === undefined ? undefined : options.handlers.get(operation.capability);
    // No flow takes these: they stay readable in the inbox and on the event stream.
    if (operation === undefined || handle === undefined) return;
    const { decode } = codecs(operation);
    const events = items.map(({ id, receivedAt, event }) => ({ inboxId: id, receivedAt, event: decode(event) }));
    await handle({ connectionId, events });
  };
  const inbox = createInbox({
    clock,
    log,
    store: storage.hot.inbox,
    receiver: (id) => receivers.get(id) ?? receiver(id),
    invoke: (id, operation, input) => guard.invoke(id, operation, input as never),
    encodeEvent: (operation, event) => codecs(operation).encode(event) as JsonValue,
    publicUrl: webhookUrl,
    vault: keys.vault.for('webhook'),
    handler,
  });
  connections.onChange(({ id }) => {
    receivers.delete(id);
    inbox.retryUnverified();
  });
  plugins.onChange(() => {
    receivers.clear();
    inbox.retryUnverified();
  });
  return inbox;
}

/** The codec of one event of a `receive` operation, which is what the inbox stores. */
function eventCodecs(): (operation: Operation) => Codec {
  // What is stored is JSON, whatever form bytes have between the guard and a plugin.
  const handles = { ...createSecretHandles(), bytes: 'base64' } as const;
  const compiled = new WeakMap<Operation, Codec>();
  return (operation) => {
    let codec = compiled.get(operation);
    if (codec === undefined) {
      codec = compileCodec(eventSchema(operation), handles);
      compiled.set(operation, codec);
    }
    return codec;
  };
}

function eventSchema(operation: Operation): object {
  const { anyOf } = operation.output as {
    readonly anyOf?: readonly { readonly properties?: { readonly events?: { readonly items?: object } } }[];
  };
  const schema = anyOf?.find((variant) => variant.properties?.events !== undefined)?.properties?.events?.items;
  if (schema === undefined)
    throw new TypeError(`“${operation.capability}.${operation.name}” is not made with webhookResult.`);
  return schema;
}
