/** An event as the hub sends it: CloudEvents 1.0. */
export interface HubEvent {
  readonly id: string;
  /** Who says so: `/fairlead/payments`. */
  readonly source: string;
  /** Its place in the log, as digits of which texts compare as the numbers do. */
  readonly sequence: string;
  /** A dotted fact in the past tense: `payment.captured`. */
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly data: { readonly [name: string]: unknown };
}

/** `open` when events arrive as they happen; `closed` while the hub cannot be reached, and it is tried again. */
export type FollowState = 'connecting' | 'open' | 'closed';

export interface FollowOptions {
  /** Of the hub: `https://hub.example.com`. */
  readonly url: string;
  /** Asked at every connecting: an API key or an access token. Where it rejects, it is asked again after a pause. */
  readonly token: () => string | Promise<string>;
  /** Such as `health`, `events`; each needs its permission. */
  readonly topics: readonly string[];
  /** Sequence after which to begin. Default: what happens from now on. */
  readonly after?: number;
  /** Called for each event in order. After a break it goes on where it was: each once, as long as the object lives. */
  readonly onEvent: (event: HubEvent, sequence: number) => void;
  readonly onState?: (state: FollowState) => void;
  /** Refusals such as a topic that is not for you: it goes on with the others. */
  readonly onRefused?: (refusal: { readonly code: string; readonly message: string }) => void;
  /** Events were removed before they could be read: what you hold has to be read anew. */
  readonly onMissed?: () => void;
}

export interface Following {
  /** Follows these topics from now on, in place of those before. */
  change(topics: readonly string[]): void;
  close(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** Follows the hub's events over its websocket, and connects again, with growing pauses, whenever that breaks. */
export function followEvents(options: FollowOptions): Following {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let after = options.after;
  let topics = options.topics;
  let failures = 0;
  let closed = false;

  function later(): void {
    if (closed) return;
    options.onState?.('closed');
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** failures) * (0.5 + Math.random() / 2);
    failures += 1;
    timer = setTimeout(begin, waitMs);
  }

  function heard(message: Message, from: WebSocket): void {
    switch (message.type) {
      case 'ready':
        say(from, { type: 'subscribe', topics, ...(after === undefined ? {} : { after }) });
        break;
      case 'subscribed':
        failures = 0;
        after ??= message.after;
        options.onState?.('open');
        if (message.missed === true) options.onMissed?.();
        break;
      case 'event':
        after = message.sequence;
        options.onEvent(message.event, message.sequence);
        break;
      case 'error':
        options.onRefused?.(message);
        break;
      default:
    }
  }

  function begin(): void {
    connect().catch(later);
  }

  async function connect(): Promise<void> {
    options.onState?.('connecting');
    const token = await options.token();
    if (closed) return;
    const opened = new WebSocket(`${options.url.replace(/^http/, 'ws')}/api/stream`);
    socket = opened;
    opened.onopen = () => say(opened, { type: 'authenticate', token });
    opened.onmessage = ({ data }) => heard(JSON.parse(String(data)) as Message, opened);
    opened.onclose = later;
  }

  begin();
  return {
    change(next) {
      const gone = topics.filter((topic) => !next.includes(topic));
      const added = next.filter((topic) => !topics.includes(topic));
      topics = next;
      // Before the socket is open nothing was subscribed to: `ready` names them all.
      if (socket?.readyState !== WebSocket.OPEN) return;
      if (added.length > 0) say(socket, { type: 'subscribe', topics: added });
      if (gone.length > 0) say(socket, { type: 'unsubscribe', topics: gone });
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}

function say(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

type Message =
  | { readonly type: 'ready' | 'end' | 'pong' }
  | { readonly type: 'subscribed'; readonly after: number; readonly missed?: boolean }
  | { readonly type: 'event'; readonly event: HubEvent; readonly sequence: number }
  | { readonly type: 'error'; readonly code: string; readonly message: string };
