import type { Clock, Timer } from '@fairlead/sdk';
import type { EventFeed } from './feed.ts';
import { follow, startingPoint } from './follow.ts';
import { type ClientMessage, isFault, readMessage } from './messages.ts';
import type { SentForms } from './sent-forms.ts';
import type { Tail } from './tail.ts';
import { type TopicTable, typesOf } from './topics.ts';
import { createWatch, type EndReason, type StillAllowed, type Viewer } from './viewer.ts';

/** What a session needs of a websocket. */
export interface Socket {
  send(data: string | Buffer, options: { readonly binary: false }, sent: (error?: Error | null) => void): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
}

export interface SessionOptions {
  readonly socket: Socket;
  readonly feed: EventFeed;
  readonly tail: Tail;
  readonly clock: Clock;
  readonly topics: TopicTable;
  readonly forms: SentForms;
  readonly stillAllowed: StillAllowed;
  /** Who holds a token; undefined for nobody. */
  readonly authenticate: (token: string) => Promise<Viewer | undefined>;
  /** A fault of the hub. */
  readonly failed: (error: unknown) => void;
  readonly dropped: (viewer: Viewer | undefined) => void;
}

/** Close codes: 1008 policy, 1011 fault of the hub, 1012 the hub stops, 1013 come back later. RFC 6455, IANA registry. */
const closeCodes: { readonly [Reason in EndReason | 'not_authenticated']: number } = {
  not_authenticated: 1008,
  token_expired: 1008,
  access_ended: 1008,
  too_slow: 1013,
  hub_stops: 1012,
  failed: 1011,
};

const signInWithinMs = 10_000;
/** How long a client may leave a message unread. */
const slowMs = 30_000;
/** How long it has to hear why the stream ends before the connection is cut. */
const partingMs = 5_000;
const pingMs = 30_000;

const asText = { binary: false } as const;

/** One websocket: signs in, subscribes, is sent events one batch at a time. Nothing is kept for a client that is slow. */
export class SocketSession {
  readonly #options: SessionOptions;
  readonly #topics = new Set<string>();
  readonly #timers = new Set<Timer>();
  #viewer: Viewer | undefined;
  /** The sequence up to which the client has been sent everything; undefined before the first subscription. */
  #position: number | undefined;
  #following: { readonly stop: AbortController; readonly done: Promise<void> } | undefined;
  #inOrder: Promise<void> = Promise.resolve();
  #waiting = 0;
  #ended = false;
  #cut: Timer | undefined;
  #heard = true;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#after(signInWithinMs, () => {
      if (this.#viewer === undefined) this.#end('not_authenticated');
    });
    this.#beat();
  }

  /** The viewer of the upgrade's own header; else the client sends `authenticate`. */
  begin(viewer: Viewer): void {
    this.#viewer = viewer;
    this.#after(viewer.expiresAtMs === undefined ? undefined : viewer.expiresAtMs - this.#options.clock.now(), () =>
      this.#expire(viewer),
    );
    void this.#say({ type: 'ready', ...(viewer.expiresAtMs === undefined ? {} : { expiresAt: viewer.expiresAtMs }) });
  }

  /** One message after the other, each answered before the next: who sends without reading the answers is cut off. */
  receive(text: string): void {
    this.#heard = true;
    if (this.#ended) return;
    this.#waiting += 1;
    if (this.#waiting > 100) return this.#end('too_slow');
    this.#inOrder = this.#inOrder
      .then(() => this.#handle(readMessage(text)))
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  pong(): void {
    this.#heard = true;
  }

  stop(reason: EndReason): void {
    this.#end(reason);
  }

  /** The socket is gone. */
  closed(): void {
    this.#ended = true;
    this.#following?.stop.abort();
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    this.#cut?.cancel();
  }

  async #handle(message: ReturnType<typeof readMessage>): Promise<void> {
    if (this.#ended) return;
    if (isFault(message)) return this.#say({ type: 'error', code: 'invalid_message', ...message });
    if (message.type === 'ping') return this.#say({ type: 'pong' });
    if (message.type === 'authenticate') return this.#authenticate(message.token);
    if (this.#viewer === undefined) return this.#end('not_authenticated');
    return this.#change(message, this.#viewer);
  }

  async #authenticate(token: string): Promise<void> {
    const viewer = await this.#options.authenticate(token);
    if (viewer === undefined) return this.#end('not_authenticated');
    // A fresh token may extend a stream, for the same viewer only.
    if (this.#viewer !== undefined && this.#viewer.id !== viewer.id) return this.#end('not_authenticated');
    this.begin(viewer);
  }

  async #change(
    message: Extract<ClientMessage, { readonly topics: readonly string[] }>,
    viewer: Viewer,
  ): Promise<void> {
    if (message.type === 'unsubscribe') {
      for (const topic of message.topics) this.#topics.delete(topic);
      return this.#restart(undefined);
    }
    const { topics } = this.#options;
    for (const [position, name] of message.topics.entries()) {
      const topic = Object.hasOwn(topics, name) ? topics[name] : undefined;
      if (topic === undefined || !viewer.can(topic.permission)) {
        const [code, text] =
          topic === undefined ? ['unknown_topic', 'is not a topic'] : ['forbidden', 'is not for you'];
        return this.#say({ type: 'error', code, path: `/topics/${position}`, message: text });
      }
    }
    for (const name of message.topics) this.#topics.add(name);
    return this.#restart(message.after);
  }

  /** Ends the present reading at a whole event and goes on from there, or from the place the client names. */
  async #restart(asked: number | undefined): Promise<void> {
    this.#following?.stop.abort();
    await this.#following?.done;
    const { after, missed } = await startingPoint(this.#options.feed, asked ?? this.#position);
    this.#position = after;
    await this.#say({ type: 'subscribed', topics: [...this.#topics], after, ...(missed ? { missed } : {}) });
    if (this.#topics.size === 0 || this.#ended) return;
    const stop = new AbortController();
    this.#following = { stop, done: this.#follow(after, stop.signal).catch((error: unknown) => this.#fail(error)) };
  }

  async #follow(after: number, signal: AbortSignal): Promise<void> {
    const { tail, clock, topics, forms, stillAllowed } = this.#options;
    const types = typesOf(topics, this.#topics);
    const watch = this.#viewer === undefined ? undefined : createWatch(this.#viewer, clock, stillAllowed);
    for await (const events of follow({ tail, clock, after, types, signal })) {
      for (const event of events) {
        if ((await watch?.reason()) === 'access_ended') return this.#end('access_ended');
        if (signal.aborted || this.#ended) return;
        await this.#sent(forms.message(event));
        this.#position = event.sequence;
      }
      if ((await watch?.reason()) === 'access_ended') return this.#end('access_ended');
    }
  }

  /** Resolves when the text has left for the network: the next one waits until then. */
  #sent(data: string | Buffer): Promise<void> {
    return new Promise((resolve) => {
      const late = this.#after(slowMs, () => this.#end('too_slow'));
      this.#options.socket.send(data, asText, () => {
        // An error here means that the socket closes: `closed` is called.
        late?.cancel();
        if (late !== undefined) this.#timers.delete(late);
        resolve();
      });
    });
  }

  async #say(message: object): Promise<void> {
    if (!this.#ended) await this.#sent(JSON.stringify(message));
  }

  #expire(viewer: Viewer): void {
    if (this.#viewer === viewer) this.#end('token_expired');
  }

  #fail(error: unknown): void {
    if (this.#ended) return;
    this.#options.failed(error);
    this.#end('failed');
  }

  #end(reason: keyof typeof closeCodes): void {
    if (this.#ended) return;
    const { socket, clock } = this.#options;
    this.closed();
    if (reason === 'too_slow') this.#options.dropped(this.#viewer);
    socket.send(JSON.stringify({ type: 'end', reason }), asText, () => undefined);
    socket.close(closeCodes[reason], reason);
    // Who does not read will not answer the close either.
    this.#cut = clock.schedule(partingMs, () => socket.terminate());
  }

  /** Silence of a whole interval, pong included, means that nobody is there. */
  #beat(): void {
    this.#after(pingMs, () => {
      if (!this.#heard) {
        this.closed();
        return this.#options.socket.terminate();
      }
      this.#heard = false;
      this.#options.socket.ping();
      this.#beat();
    });
  }

  #after(delayMs: number | undefined, action: () => void): Timer | undefined {
    if (delayMs === undefined || this.#ended) return undefined;
    const timer = this.#options.clock.schedule(delayMs, () => {
      this.#timers.delete(timer);
      action();
    });
    this.#timers.add(timer);
    return timer;
  }
}
