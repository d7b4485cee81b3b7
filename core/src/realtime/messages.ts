/** What a client may send over the websocket, as JSON texts of at most 16 KiB. */
export type ClientMessage =
  | { readonly type: 'authenticate'; readonly token: string }
  | { readonly type: 'subscribe'; readonly topics: readonly string[]; readonly after?: number }
  | { readonly type: 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'ping' };

export const messageMaxBytes = 16_384;
const mostTopics = 50;

/** A message that cannot be followed; `path` is a JSON pointer into it. */
export interface MessageFault {
  readonly path: string;
  readonly message: string;
}

/** Reads a message by hand: four forms do not need a schema compiler, and the faults name the path. */
export function readMessage(text: string): ClientMessage | MessageFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { path: '', message: 'must be JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: '', message: 'must be an object' };
  const message = value as { readonly [name: string]: unknown };
  switch (message.type) {
    case 'ping':
      return { type: 'ping' };
    case 'authenticate':
      return typeof message.token === 'string' && /^[\x21-\x7e]{1,4096}$/.test(message.token)
        ? { type: 'authenticate', token: message.token }
        : { path: '/token', message: 'must be a token' };
    case 'subscribe':
    case 'unsubscribe':
      return withTopics(message.type, message);
    default:
      return { path: '/type', message: 'must be one of: authenticate, subscribe, unsubscribe, ping' };
  }
}

function withTopics(
  type: 'subscribe' | 'unsubscribe',
  { topics, after }: { readonly [name: string]: unknown },
): ClientMessage | MessageFault {
  if (!Array.isArray(topics) || topics.length === 0 || topics.length > mostTopics) {
    return { path: '/topics', message: `must be a list of 1 to ${mostTopics} topics` };
  }
  const wrong = topics.findIndex((topic) => typeof topic !== 'string');
  if (wrong >= 0) return { path: `/topics/${wrong}`, message: 'must be a text' };
  if (type === 'unsubscribe') return { type, topics: topics as string[] };
  if (after === undefined || after === null) return { type, topics: topics as string[] };
  if (typeof after !== 'number' || !Number.isSafeInteger(after) || after < 0) {
    return { path: '/after', message: 'must be the sequence of an event' };
  }
  return { type, topics: topics as string[], after };
}

export function isFault(message: ClientMessage | MessageFault): message is MessageFault {
  return 'path' in message;
}
