import type { CloudEvent } from './api.ts';

/** One server-sent event. */
export interface SentEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** Reads an event stream until `enough` says so, then hangs up. Gives up after `withinMs`. */
export async function readSse(
  url: string,
  headers: Readonly<Record<string, string>>,
  enough: (events: readonly SentEvent[]) => boolean,
  withinMs = 60_000,
): Promise<readonly SentEvent[]> {
  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new Error(`The stream had not sent enough within ${withinMs} ms.`)),
    withinMs,
  );
  const found: SentEvent[] = [];
  try {
    const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: stop.signal });
    if (response.status !== 200 || response.body === null) throw new Error(`The stream answered ${response.status}.`);
    let text = '';
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      found.push(...blocks.filter((block) => !block.startsWith(':')).map(parse));
      if (enough(found)) return found;
    }
    throw new Error(`The stream ended after ${found.length} events.`);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

function parse(block: string): SentEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  return { id: fields.get('id'), event: fields.get('event') ?? 'message', data: fields.get('data') ?? '' };
}

export interface SocketMessage {
  readonly type: string;
  readonly event?: CloudEvent;
  readonly sequence?: number;
  readonly reason?: string;
  readonly topics?: readonly string[];
}

/** A websocket that keeps what it hears. */
export interface StreamSocket {
  send(message: object): void;
  /** The first message as wished, heard already or yet to come. */
  until(wished: (message: SocketMessage) => boolean, withinMs?: number): Promise<SocketMessage>;
  close(): void;
}

export async function openSocket(url: string): Promise<StreamSocket> {
  const socket = new WebSocket(`${url.replace('http:', 'ws:')}/api/stream`);
  const heard: SocketMessage[] = [];
  let tell = () => {};
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)) as SocketMessage);
    tell();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    close: () => socket.close(),
    until: (wished, withinMs = 60_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`Not heard within ${withinMs} ms. Heard: ${JSON.stringify(heard)}`)),
          withinMs,
        );
        tell = () => {
          const found = heard.find(wished);
          if (found === undefined) return;
          clearTimeout(timer);
          resolve(found);
        };
        tell();
      }),
  };
}
