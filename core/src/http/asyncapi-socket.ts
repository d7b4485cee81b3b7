import type { CatalogueEntry } from '../events/index.ts';
import type { TopicTable } from '../realtime/index.ts';
import { schemaNameOf } from './asyncapi-schemas.ts';

const names = [
  'authenticate',
  'subscribe',
  'unsubscribe',
  'ping',
  'ready',
  'subscribed',
  'event',
  'pong',
  'error',
  'end',
] as const;
type Name = (typeof names)[number];

export function socketChannel(): object {
  return {
    address: '/api/stream',
    title: 'Websocket',
    description:
      'Sign in by the header of the upgrade or by `authenticate` within ten seconds, then `subscribe` to topics. Close codes: ' +
      '1008 not signed in, the token expired, access ended; 1009 a message above 16 KiB; 1011 a fault of the hub; 1012 the ' +
      'hub stops; 1013 what was sent was not read. Come back with `after`: the sequence of the last event you have.',
    servers: [{ $ref: '#/servers/websocket' }],
    messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/socket.${name}` }])),
    bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
  };
}

const text = { type: 'string' };
const sequence = { type: 'integer', minimum: 0 };

/** What is said over the websocket in both directions. */
export function socketMessages(entries: readonly CatalogueEntry[], topics: TopicTable): object {
  const topicList = {
    type: 'array',
    minItems: 1,
    maxItems: 50,
    items: { type: 'string', enum: Object.keys(topics).sort() },
  };
  const permissions = Object.entries(topics).map(([name, { permission }]) => `\`${name}\` \`${permission}\``);
  const described: {
    readonly [Each in Name]: readonly [summary: string, members: object, optional?: readonly string[]];
  } = {
    authenticate: ['Signs in, or extends a stream with a fresh token of the same viewer.', { token: text }],
    subscribe: [
      `Follows topics as well, from the place after \`after\` or with what comes next. Topics and what they take: ${permissions.join(', ')}.`,
      { topics: topicList, after: sequence },
      ['after'],
    ],
    unsubscribe: ['Follows topics no longer.', { topics: topicList }],
    ping: ['Asks for a `pong`.', {}],
    ready: [
      'Signed in. Until when the token counts, in milliseconds since 1970.',
      { expiresAt: { type: 'integer' } },
      ['expiresAt'],
    ],
    subscribed: [
      'Everything that is followed now, and from where. `missed`: events between the place asked for and this one are gone.',
      { topics: { type: 'array', items: text }, after: sequence, missed: { const: true } },
      ['missed'],
    ],
    event: [
      'An event of a topic that is followed.',
      {
        event: { oneOf: entries.map(({ type }) => ({ $ref: `#/components/schemas/${schemaNameOf(type)}` })) },
        sequence,
      },
    ],
    pong: ['The answer to `ping`.', {}],
    error: [
      'A message could not be followed; the stream goes on.',
      { code: { type: 'string', enum: ['invalid_message', 'unknown_topic', 'forbidden'] }, path: text, message: text },
    ],
    end: ['The stream ends, and why; the socket is closed next.', { reason: text }],
  };
  return Object.fromEntries(names.map((name) => [`socket.${name}`, message(name, ...described[name])]));
}

function message(name: Name, summary: string, members: object, optional: readonly string[] = []): object {
  const required = ['type', ...Object.keys(members).filter((member) => !optional.includes(member))];
  return {
    name,
    title: name,
    summary,
    payload: { type: 'object', required, properties: { type: { const: name }, ...members } },
  };
}
