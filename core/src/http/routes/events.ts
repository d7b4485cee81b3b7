import { Type } from 'typebox';
import { defineRoute, type Route, reply } from '../../flow-api/index.ts';
import type { EventFeed, Realtime } from '../../realtime/index.ts';
import { HubError } from '../../errors/index.ts';
import { toCloudEvent } from '../../events/index.ts';

export interface EventRouteOptions {
  readonly feed: EventFeed;
  readonly realtime: Realtime;
}

export const typePattern = Type.String({
  minLength: 1,
  maxLength: 128,
  pattern: '^[a-z0-9_.-]+\\*?$|^\\*$',
  description: 'A type of event; may end in *: payment.*',
});
const types = Type.Optional(Type.Array(typePattern, { maxItems: 50, description: 'Default: all. May be repeated.' }));
const sequence = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

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
      summary: 'Events after a place in the log, in order.',
      description: '`nextCursor` is the `after` of the next page; keep it to go on later.',
      query: Type.Object(
        {
          type: types,
          after: Type.Optional(sequence),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 100 })),
        },
        { additionalProperties: false },
      ),
      responses: {
        200: Type.Object({ items: Type.Array(cloudEvent), nextCursor: Type.Union([Type.String(), Type.Null()]) }),
      },
      handler: async ({ query }) => {
        const limit = query.limit ?? 100;
        const events = await feed.after(query.after ?? 0, { types: query.type, limit });
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

function lastEventId(header: string | readonly string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const value = typeof header === 'string' && /^\d{1,20}$/.test(header) ? Number(header) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw new HubError('invalid_request', {
    detail: 'Last-Event-ID must be the id of an event of this stream.',
    errors: [{ path: '/headers/last-event-id', message: 'must be the id of an event' }],
  });
}
