import { Type } from 'typebox';
import { HubError, type RequestFault } from '../../errors/index.ts';
import type { EventCatalogue } from '../../events/index.ts';
import { defineRoute, listQuery, pageOf, type Route } from '../../flow-api/index.ts';
import { jsonObject } from './schemas.ts';

export interface EventTypeRouteOptions {
  readonly eventTypes: EventCatalogue;
}

const eventType = Type.Object({
  type: Type.String(),
  summary: Type.String({ description: 'What has happened.' }),
  subject: Type.String({ description: 'What `subject` of such an event is.' }),
  topics: Type.Array(Type.String(), { description: 'Of the websocket, the narrowest first.' }),
  permission: Type.String({ description: 'Takes the narrowest topic. `events.read` reads every event.' }),
  schema: Type.Record(Type.String(), Type.Unknown(), { description: 'JSON Schema of `data`.' }),
  example: jsonObject,
});

/** What may be published, for whoever wants to know what to listen for. */
export function eventTypeRoutes({ eventTypes }: EventTypeRouteOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/event-types',
      permission: 'events.read',
      summary: 'Types of events that this hub publishes, with schema and example, in order of type.',
      description: 'The same as AsyncAPI 3.0 is at `/asyncapi.json`.',
      query: listQuery({}),
      responses: { 200: pageOf(eventType) },
      handler: ({ query }) => {
        const after = query.cursor === undefined ? '' : typeIn(query.cursor);
        const rest = eventTypes.entries.filter(({ type }) => type > after);
        const items = rest.slice(0, query.limit ?? 50);
        const last = items.at(-1);
        const more = rest.length > items.length && last !== undefined;
        return {
          items: items.map(({ data, ...entry }) => ({ ...entry, topics: [...entry.topics], schema: { ...data } })),
          nextCursor: more ? cursorAfter(last.type) : null,
        };
      },
    }),
  ];
}

/**
 * Refuses a type that is never published, so that nobody waits for it. What ends in `*` may match what a later version
 * publishes, and is not looked at.
 * @throws HubError `invalid_request`
 */
export function checkEventTypes(eventTypes: EventCatalogue, types: readonly string[] | undefined, path: string): void {
  const errors = (types ?? []).flatMap((type, index): RequestFault[] => {
    if (type.endsWith('*') || eventTypes.has(type)) return [];
    const near = eventTypes.near(type).map((name) => `“${name}”`);
    const hint = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`;
    return [{ path: `${path}/${index}`, message: `“${type}” is no type of event${hint}` }];
  });
  if (errors.length === 0) return;
  throw new HubError('invalid_request', {
    detail: 'An event of this type is never published. GET /api/event-types lists those that are.',
    errors,
  });
}

const cursorForm = /^event-types:(.{1,200})$/;

function cursorAfter(type: string): string {
  return Buffer.from(`event-types:${type}`).toString('base64url');
}

function typeIn(cursor: string): string {
  const type = cursorForm.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (type !== undefined) return type;
  throw new HubError('invalid_request', {
    detail: 'The cursor does not belong to this list. Start again from the first page.',
    errors: [{ path: '/query/cursor', message: 'does not belong to this list' }],
  });
}
