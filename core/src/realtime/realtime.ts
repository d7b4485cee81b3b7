import type { Readable } from 'node:stream';
import websocket from '@fastify/websocket';
import type { Clock } from '@fairlead/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HubError } from '../errors/index.ts';
import { type StoredEvent } from '../storage/index.ts';
import type { EventFeed } from './feed.ts';
import { messageMaxBytes } from './messages.ts';
import { createSentForms } from './sent-forms.ts';
import { SocketSession } from './socket-session.ts';
import { sseStream } from './sse.ts';
import { createTail } from './tail.ts';
import type { TopicTable } from './topics.ts';
import type { StillAllowed, Viewer } from './viewer.ts';

export interface RealtimeOptions {
  readonly feed: EventFeed;
  readonly clock: Clock;
  readonly topics: TopicTable;
  /** The form in which events are sent: CloudEvents. */
  readonly show: (event: StoredEvent) => unknown;
  /** Who sends this request, by a token given besides or in its headers; undefined for nobody. */
  readonly authenticate: (request: FastifyRequest, token: string | undefined) => Promise<Viewer | undefined>;
  readonly stillAllowed: StillAllowed;
  /** Origins of pages that may connect besides those of the hub's own address. Without an Origin it is no browser. */
  readonly allowedOrigins: readonly string[];
  readonly log?: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Websockets at once. Default 10,000. */
  readonly mostSockets?: number;
}

export interface Realtime {
  /** The websocket at `/api/stream`, for `createHttpApp({ extensions })`. */
  readonly serves: readonly { readonly methods: readonly string[]; readonly path: string }[];
  register(app: FastifyInstance): Promise<void>;
  /** Server-sent events from the place after `after`. */
  sse(
    viewer: Viewer,
    options: { readonly after?: number | undefined; readonly types?: readonly string[] | undefined },
  ): Readable;
  /** Streams open now, for the metrics. */
  open(): { readonly sockets: number; readonly sse: number };
  /** Tells every client that the hub stops, and ends all streams. */
  dispose(): void;
}

/** The open ends of the event log: websockets and server-sent events. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { feed, clock, topics, stillAllowed, log } = options;
  const tail = createTail({ feed, clock });
  const forms = createSentForms(options.show);
  const stop = new AbortController();
  const sessions = new Set<SocketSession>();
  let streams = 0;
  const dropped = (viewer: Viewer | undefined) => log?.warn({ viewer: viewer?.id }, 'A stream was dropped: too slow');

  function open(socket: WebSocketLike, request: FastifyRequest): void {
    const session = new SocketSession({
      socket,
      feed,
      clock,
      tail,
      topics,
      forms,
      stillAllowed,
      dropped,
      authenticate: (token) => options.authenticate(request, token),
      failed: (error) => log?.error({ err: error }, 'A websocket failed'),
    });
    sessions.add(session);
    socket.on('message', (data, isBinary) => session.receive(isBinary ? '' : String(data)));
    socket.on('pong', () => session.pong());
    socket.on('error', (error) => log?.warn({ err: error }, 'A websocket broke'));
    socket.on('close', () => {
      sessions.delete(session);
      session.closed();
    });
    if (request.viewer !== undefined) session.begin(request.viewer);
  }

  return {
    serves: [{ methods: ['GET'], path: '/api/stream' }],
    async register(app) {
      // Before the library's own, which closes every socket without a word.
      app.addHook('preClose', async () => this.dispose());
      await app.register(websocket, { options: { maxPayload: messageMaxBytes } });
      app.decorateRequest('viewer');
      app.route({
        method: 'GET',
        url: '/api/stream',
        schema: { hide: true },
        preValidation: async (request) => {
          if (!request.ws) throw new HubError('invalid_request', { detail: 'This address speaks websocket.' });
          checkOrigin(request, options.allowedOrigins);
          if (sessions.size >= (options.mostSockets ?? 10_000)) {
            throw new HubError('unavailable', { detail: 'Too many websockets are open.', retryAfterMs: 5_000 });
          }
          request.viewer = await options.authenticate(request, undefined);
        },
        handler: () => undefined,
        wsHandler: (socket, request) => open(socket as unknown as WebSocketLike, request as FastifyRequest),
      });
    },
    sse(viewer, { after, types }) {
      streams += 1;
      const stream = sseStream({
        feed,
        tail,
        forms,
        clock,
        viewer,
        stillAllowed,
        after,
        types,
        stop: stop.signal,
        dropped,
        failed: (error) => log?.error({ err: error }, 'Server-sent events failed'),
      });
      stream.once('close', () => {
        streams -= 1;
      });
      return stream;
    },
    open: () => ({ sockets: sessions.size, sse: streams }),
    dispose() {
      stop.abort();
      for (const session of sessions) session.stop('hub_stops');
    },
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** On the websocket only: who the upgrade's own header names. */
    viewer: Viewer | undefined;
  }
}

interface WebSocketLike {
  send(data: string | Buffer, options: { readonly binary: false }, sent: (error?: Error | null) => void): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): void;
  on(event: 'pong' | 'close', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

/** A page of another site may open websockets anywhere; only its Origin tells. RFC 6455, section 10.2. */
function checkOrigin({ headers }: FastifyRequest, allowed: readonly string[]): void {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return;
  if (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)) return;
  throw new HubError('forbidden', {
    detail: 'Pages of this origin may not connect.',
    errors: [{ path: '/headers/origin', message: 'is not allowed' }],
  });
}
