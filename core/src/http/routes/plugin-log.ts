import { Type } from 'typebox';
import { defineRoute, listQuery, pageOf, type Route } from '../../flow-api/index.ts';
import { type JournalLine, journalLevels, journalSources } from '../../plugins/index.ts';
import type { PluginJournalService, PluginService } from '../services.ts';
import { msOf, refused } from './moments.ts';
import { findPlugin } from './plugin-health.ts';
import { idParams, jsonObject, moment, text } from './schemas.ts';

export interface PluginLogRouteOptions {
  readonly plugins: PluginService;
  readonly journal: PluginJournalService;
}

const logLine = Type.Object({
  at: Type.String(),
  level: Type.Enum([...journalLevels]),
  source: Type.Enum([...journalSources], {
    description: 'log: it logged it; stdout, stderr: its process printed it; hub: the hub says it of the plugin.',
  }),
  version: Type.Optional(Type.String()),
  connection: Type.Optional(Type.String()),
  message: Type.String(),
  fields: Type.Optional(jsonObject),
});

const query = listQuery({
  level: Type.Optional(Type.Enum([...journalLevels], { description: 'This one and graver ones.' })),
  connection: Type.Optional(text(128)),
  from: Type.Optional(moment),
  to: Type.Optional(moment),
  after: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1_024,
      pattern: '^[A-Za-z0-9_-]+$',
      description: '`latest` of an answer before: only what came since.',
    }),
  ),
});

/** What plugins say. */
export function pluginLogRoutes({ plugins, journal }: PluginLogRouteOptions): readonly Route[] {
  const places = placesOf(journal.life);
  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}/log',
      permission: 'plugins.log',
      summary: 'What it logged and printed since the hub started, the latest first. Secrets are taken out.',
      description:
        'The latest 2,000 lines of each plugin are kept in memory. What a process printed last before it failed is kept with the plugin itself. To follow, ask again with `after`: pages of it lead from the latest line back to that place.',
      params: idParams,
      query,
      responses: {
        200: Type.Object({
          ...pageOf(logLine).properties,
          latest: Type.String({ description: 'For `after` of the next request.' }),
        }),
      },
      handler: ({ params: { id }, query: asked }) => {
        const { limit = 50, level, connection, cursor, after } = asked;
        const span = { from: boundOf(asked.from, 'from'), to: boundOf(asked.to, 'to') };
        const between = { before: places.read(cursor, 'cursor'), after: places.read(after, 'after') };
        findPlugin(plugins, id);
        const latest = places.of(journal.latest());
        const lines = journal.list({ plugin: id, limit: limit + 1, level, connection, ...span, ...between });
        const items = lines.slice(0, limit);
        const last = items.at(-1);
        const isMore = lines.length > limit && last !== undefined;
        return { items: items.map(shown), nextCursor: isMore ? places.of(last.sequence) : null, latest };
      },
    }),
  ];
}

function shown({ at, level, source, version, connection, message, fields }: JournalLine) {
  return {
    at: new Date(at).toISOString(),
    level,
    source,
    ...(version === undefined ? {} : { version }),
    ...(connection === undefined ? {} : { connection }),
    message,
    ...(fields === undefined ? {} : { fields: { ...fields } }),
  };
}

/** Places in the log of this start of the hub, as texts. */
function placesOf(life: string) {
  return {
    of: (sequence: number) => Buffer.from(`log:${life}:${sequence}`).toString('base64url'),
    /** One of another start is before all that is here: nothing comes before it, and everything after it. */
    read(place: string | undefined, name: string): number | undefined {
      if (place === undefined) return undefined;
      const [, of, sequence] = /^log:([^:]{1,64}):(\d{1,15})$/.exec(Buffer.from(place, 'base64url').toString()) ?? [];
      if (of === undefined) throw refused(`/query/${name}`, 'does not belong to this list');
      return of === life ? Number(sequence) : 0;
    },
  };
}

function boundOf(time: string | undefined, name: string): number | undefined {
  return time === undefined ? undefined : msOf(time, `/query/${name}`);
}
