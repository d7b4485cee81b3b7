import { Type } from 'typebox';
import { defineRoute, type Route, reply } from '../../flow-api/index.ts';
import type { EventFeed, Realtime } from '../../realtime/index.ts';
import { HubError } from '../../errors/index.ts';
import { type EventLog, toCloudEvent } from '../../events/index.ts';
import type { StoredEvent } from '../../storage/index.ts';

export interface EventRouteOptions {
  readonly feed: EventFeed & Pick<EventLog, 'before'>;
  readonly realtime: Realtime;
}

export const typePattern = Type.String({
  minLength: 1,
  maxLength: 128,
  pattern: '^[a-z0-9_.-]+\\*?$|^\\*$',
  description: 'A type of event; may end in *: payment.*',
});
const types = Type.Optional(Type.Array(typePattern, { maxItems: 50, description: 'Default: all. May be repeated.' }));
const place = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const sequence = Type.Integer(place);

const cloudEvent = Type.Object(
  {
    specversion: Type.Literal('1.0'),
    id: Type.String(),
    source: Type.String(),
    type: Type.String(),
    subject: Type.Optional(Type.String()),
    time: Type.String(),
    datacontenttype: Type.Literal('application/json'),
    sequence: Type.String(),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { description: 'CloudEvents 1.0, with the sequence extension.' },
);

/** The log of events: to read, and to follow. */
export function eventRoutes({ feed, realtime }: EventRouteOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/events',
      permission: 'events.read',
      summary: 'Events after a place in the log, in order; or before one, the latest first.',
      description:
        '`nextCursor` is the `after` of the next page; keep it to go on later. With `order=latest` it is the `before`.',
      query: Type.Object(
        {
          type: types,
          order: Type.Optional(Type.Enum(['oldest', 'latest'], { description: 'Which comes first. Default: oldest.' })),
          after: Type.Optional(Type.Integer({ ...place, description: 'With the oldest first. Default: 0.' })),
          before: Type.Optional(
            Type.Integer({ ...place, description: 'With the latest first. Default: the end of the log.' }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 100 })),
        },
        { additionalProperties: false },
      ),
      responses: {
        200: Type.Object({ items: Type.Array(cloudEvent), nextCursor: Type.Union([Type.String(), Type.Null()]) }),
      },
      handler: async ({ query }) => {
        const limit = query.limit ?? 100;
        const events = await eventsOf(feed, query, limit);
        const last = events.at(-1);
        const more = events.length === limit && last !== undefined;
        return {
          items: events.map((event) => ({ ...toCloudEvent(event), data: { ...event.data } })),
          nextCursor: more ? String(last.sequence) : null,
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/events/stream',
      permission: 'events.read',
      summary: 'Events as they happen, as server-sent events.',
      description:
        'Each has its place in the log as `id`; `Last-Event-ID` (or `after`) goes on from there without a gap. ' +
        'Without it, the stream begins with what comes next. `event: end` says why it ends.',
      query: Type.Object({ type: types, after: Type.Optional(sequence) }, { additionalProperties: false }),
      responses: { 200: Type.String({ description: 'text/event-stream' }) },
      handler: ({ query, headers, actor }) =>
        reply({
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          },
          body: realtime.sse(actor, { types: query.type, after: lastEventId(headers['last-event-id']) ?? query.after }),
        }),
    }),
  ];
}

interface EventsQuery {
  readonly type?: readonly string[] | undefined;
  readonly order?: 'oldest' | 'latest' | undefined;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

async function eventsOf(
  feed: EventRouteOptions['feed'],
  { type: types, order = 'oldest', after, before }: EventsQuery,
  limit: number,
): Promise<readonly StoredEvent[]> {
  if (order === 'oldest' && before === undefined) return feed.after(after ?? 0, { types, limit });
  if (order === 'latest' && after === undefined) return feed.before(before, { types, limit });
  const [name, other] = order === 'oldest' ? ['before', 'latest'] : ['after', 'oldest'];
  throw new HubError('invalid_request', {
    detail: `“${name}” goes with order=${other}.`,
    errors: [{ path: `/query/${name}`, message: `goes with order=${other}` }],
  });
}

function lastEventId(header: string | readonly string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const value = typeof header === 'string' && /^\d{1,20}$/.test(header) ? Number(header) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw new HubError('invalid_request', {
    detail: 'Last-Event-ID must be the id of an event of this stream.',
    errors: [{ path: '/headers/last-event-id', message: 'must be the id of an event' }],
  });
}
