import type { CatalogueEntry, EventCatalogue } from '../events/index.ts';
import type { TopicTable } from '../realtime/index.ts';
import type { HttpExtension } from './app.ts';
import { envelopeSchemas, schemaNameOf } from './asyncapi-schemas.ts';
import { socketChannel, socketMessages } from './asyncapi-socket.ts';

export interface AsyncApiOptions {
  /** Of the hub. */
  readonly version: string;
  readonly publicUrl: () => string;
  readonly eventTypes: EventCatalogue;
  readonly topics: TopicTable;
}

const description = `What the hub tells as it happens: by websocket, as server-sent events, and as webhooks that it sends.
Each event is a CloudEvent 1.0 with its place in the log as \`sequence\`; it is delivered at least once, in order for each subject.
Receivers must bear members that are not described here: later versions add some.`;

/** `/asyncapi.json`, from the declarations that events are checked by. Open to everyone, as `/openapi.json` is. */
export function asyncApiExtension(options: AsyncApiOptions): HttpExtension {
  return {
    serves: [{ methods: ['GET'], path: '/asyncapi.json' }],
    register(app) {
      // Made when first asked for: a start should not wait for it. It never changes afterwards.
      let json: string | undefined;
      app.get('/asyncapi.json', { schema: { hide: true } }, async (_request, reply) => {
        json ??= JSON.stringify(asyncApiDocument(options));
        return reply.type('application/json').send(json);
      });
    },
  };
}

/** AsyncAPI 3.0: https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncApiDocument({ version, publicUrl, eventTypes, topics }: AsyncApiOptions): object {
  const { entries } = eventTypes;
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Fairlead events',
      version,
      description,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: serversOf(new URL(publicUrl())),
    channels: {
      websocket: socketChannel(),
      serverSentEvents: streamChannel(entries),
      webhooks: webhookChannel(entries),
    },
    operations: operations(),
    components: {
      messages: {
        ...Object.fromEntries(entries.map((entry) => [entry.type, eventMessage(entry)])),
        ...socketMessages(entries, topics),
      },
      schemas: envelopeSchemas(entries),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of POST /api/auth/sign-in, or an API key (fl_…).',
        },
      },
    },
  };
}

function serversOf({ host, protocol, pathname }: URL): object {
  const [http, websocket] = protocol === 'https:' ? ['https', 'wss'] : ['http', 'ws'];
  const security = [ref('components/securitySchemes/bearer')];
  const path = pathname === '/' ? {} : { pathname };
  return {
    http: { host, ...path, protocol: http, security },
    websocket: { host, ...path, protocol: websocket, security },
    yours: {
      host: '{host}',
      protocol: 'https',
      description: 'The address of a webhook endpoint, as it was given to POST /api/webhook-endpoints.',
      variables: { host: { description: 'Of the endpoint.' } },
    },
  };
}

function streamChannel(entries: readonly CatalogueEntry[]): object {
  return {
    address: '/api/events/stream',
    title: 'Server-sent events',
    description:
      'Needs `events.read`. `Last-Event-ID` (or `after`) goes on after a place of the log. `event: missed` tells of a ' +
      'place that is no longer kept, `event: end` why the stream ends.',
    servers: [ref('servers/http')],
    messages: Object.fromEntries(entries.map(({ type }) => [type, ref(`components/messages/${type}`)])),
  };
}

/** With the headers of Standard Webhooks. */
function webhookChannel(entries: readonly CatalogueEntry[]): object {
  const message = ({ type, summary }: CatalogueEntry) => ({
    name: type,
    title: type,
    summary,
    contentType: 'application/cloudevents+json',
    headers: ref('components/schemas/webhookHeaders'),
    payload: ref(`components/schemas/${schemaNameOf(type)}`),
  });
  return {
    address: null,
    title: 'Outgoing webhooks',
    description:
      'A POST to each endpoint that takes the type. Signed after Standard Webhooks (https://www.standardwebhooks.com): ' +
      'verify before you parse. Any answer of 2xx takes it; everything else is tried again with growing pauses.',
    servers: [ref('servers/yours')],
    messages: Object.fromEntries(entries.map((entry) => [entry.type, message(entry)])),
  };
}

function operations(): object {
  return {
    followByWebsocket: {
      action: 'send',
      channel: ref('channels/websocket'),
      summary: 'The hub sends the events of the topics that were subscribed to, and what it has to say itself.',
      messages: ['ready', 'subscribed', 'event', 'pong', 'error', 'end'].map((name) =>
        ref(`channels/websocket/messages/${name}`),
      ),
    },
    speakByWebsocket: {
      action: 'receive',
      channel: ref('channels/websocket'),
      summary: 'A client signs in and says what it wants to follow.',
      messages: ['authenticate', 'subscribe', 'unsubscribe', 'ping'].map((name) =>
        ref(`channels/websocket/messages/${name}`),
      ),
    },
    followServerSentEvents: {
      action: 'send',
      channel: ref('channels/serverSentEvents'),
      summary: 'The hub sends events as they happen.',
      bindings: { http: { method: 'GET', bindingVersion: '0.3.0' } },
    },
    sendWebhook: {
      action: 'send',
      channel: ref('channels/webhooks'),
      summary: 'The hub sends an event to a webhook endpoint.',
      bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
    },
  };
}

function eventMessage({ type, summary, subject, topics, permission, example }: CatalogueEntry): object {
  return {
    name: type,
    title: type,
    summary,
    contentType: 'application/cloudevents+json',
    payload: ref(`components/schemas/${schemaNameOf(type)}`),
    examples: [{ name: 'data', payload: { type, data: example } }],
    'x-subject': subject,
    'x-topics': topics,
    'x-permission': permission,
  };
}

function ref(path: string): object {
  return { $ref: `#/${path}` };
}
