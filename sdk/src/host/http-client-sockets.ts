import { Client, type Dispatcher, errors } from 'undici';

/** What undici's client is made with, one for each socket. */
export type SocketOptions = Omit<Client.Options, 'pipelining'>;

export type Request = Dispatcher.DispatchOptions & { readonly origin: string };

export interface SocketsOptions {
  /** Most sockets to one origin; further requests wait, first come first served. */
  readonly maxSockets: number;
  readonly socket: SocketOptions;
}

/** The open sockets of one connection, by origin. */
export interface Sockets {
  dispatch(request: Request, handler: Dispatcher.DispatchHandler): void;
  /** Closes every socket; requests under way and later ones fail with undici's `UND_ERR_DESTROYED`. Repeating it is harmless. */
  destroy(): Promise<void>;
}

interface Waiting {
  readonly request: Request;
  readonly handler: Dispatcher.DispatchHandler;
}

interface Origin {
  readonly name: string;
  readonly clients: Set<Client>;
  /** Those that can take a request at once; the last one was used last. */
  readonly free: Client[];
  readonly waiting: Waiting[];
}

/**
 * undici's own pool does the same, with a queue of 16 KB for each origin, made anew whenever its last socket was closed. A
 * hub has a connection for each of thousands of feeds and asks each once a minute, over one socket: with a pool that queue
 * would be most of what a poll leaves behind. Here an origin without a socket costs nothing.
 */
export function createSockets({ maxSockets, socket }: SocketsOptions): Sockets {
  const origins = new Map<string, Origin>();
  let destroying: Promise<void> | undefined;

  const send = (origin: Origin, client: Client, { request, handler }: Waiting) => {
    // A client that is busy by now tells when it no longer is; one that refused the request does not.
    if (client.dispatch(request, handler) || client.stats.size === 0) release(origin, client);
  };
  const release = (origin: Origin, client: Client) => {
    const next = origin.waiting.shift();
    if (next !== undefined) send(origin, client, next);
    else if (!client.stats.connected) forget(origin, client);
    else if (!origin.free.includes(client)) origin.free.push(client);
  };
  const forget = (origin: Origin, client: Client) => {
    origin.clients.delete(client);
    if (origin.free.includes(client)) origin.free.splice(origin.free.indexOf(client), 1);
    if (origin.clients.size === 0) origins.delete(origin.name);
    void client.destroy();
  };
  const open = (origin: Origin): Client => {
    const client = new Client(origin.name, { ...socket, pipelining: 1 });
    origin.clients.add(client);
    client.on('drain', () => {
      if (origin.clients.has(client)) release(origin, client);
    });
    client.on('disconnect', () => {
      if (origin.free.includes(client)) forget(origin, client);
    });
    return client;
  };

  return {
    dispatch(request, handler) {
      if (destroying !== undefined) return refuse(handler);
      const name = request.origin;
      const origin = origins.get(name) ?? { name, clients: new Set(), free: [], waiting: [] };
      origins.set(name, origin);
      const client = origin.free.pop() ?? (origin.clients.size < maxSockets ? open(origin) : undefined);
      if (client === undefined) origin.waiting.push({ request, handler });
      else send(origin, client, { request, handler });
    },
    destroy() {
      destroying ??= destroyAll([...origins.values()]);
      origins.clear();
      return destroying;
    },
  };
}

async function destroyAll(origins: readonly Origin[]): Promise<void> {
  for (const { handler } of origins.flatMap(({ waiting }) => waiting.splice(0))) refuse(handler);
  await Promise.all(origins.flatMap(({ clients }) => [...clients]).map((client) => client.destroy()));
}

/** The type asks for a controller, but a request that was never begun has none. */
function refuse(handler: Dispatcher.DispatchHandler): void {
  handler.onResponseError?.(undefined as never, new errors.ClientDestroyedError());
}
