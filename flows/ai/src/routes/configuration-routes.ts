import { defineRoute, HubError, listQuery, pageOf, reply, type Route, versioned } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import type { Configuration, KnownConfiguration } from '../configurations/configuration.ts';
import {
  configurationDefaults,
  configurationMembers as members,
  defaultPriority,
  priority,
} from '../configurations/configuration.ts';
import type { ConfigurationChange, Configurations, VersionedConfiguration } from '../configurations/configurations.ts';
import type { Rest } from '../standing/cool-downs.ts';

export const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });
const orNull = Type.Union([Type.String(), Type.Null()]);

export const configurationView = Type.Object({
  id: Type.String(),
  ...members,
  priority,
  /** Whether it is asked now. */
  standing: Type.Object({
    state: Type.Enum(['ready', 'resting', 'budget_used_up', 'disabled']),
    /** Why it rests, and until when. */
    code: orNull,
    until: orNull,
  }),
});

const newConfiguration = Type.Object(
  {
    name: members.name,
    connection: members.connection,
    model: members.model,
    priority: Type.Optional(priority),
    fallbackModels: Type.Optional(members.fallbackModels),
    temperature: Type.Optional(members.temperature),
    maxTokens: Type.Optional(members.maxTokens),
    timeoutMs: Type.Optional(members.timeoutMs),
    budgetUsdPerDay: Type.Optional(members.budgetUsdPerDay),
    promptUsdPerMillion: Type.Optional(members.promptUsdPerMillion),
    completionUsdPerMillion: Type.Optional(members.completionUsdPerMillion),
    purposes: Type.Optional(members.purposes),
    enabled: Type.Optional(members.enabled),
  },
  { additionalProperties: false },
);
/** An absent member stays as it is. */
const configurationChange = Type.Partial(newConfiguration, { additionalProperties: false });

export interface ConfigurationRouteTools {
  readonly configurations: Configurations;
  /** @throws HubError `invalid_request` for a connection that cannot complete anything */
  readonly checkConnection: (connection: string) => Promise<void>;
  readonly rest: (id: string) => Rest | null;
  readonly isUsedUp: (known: KnownConfiguration) => boolean;
}

export function configurationRoutes(tools: ConfigurationRouteTools): readonly Route[] {
  const { configurations, checkConnection } = tools;
  const path = '/api/ai/configurations';
  const show = (known: KnownConfiguration) => ({ ...known, standing: standingOf(tools, known) });
  const showVersioned = ({ known, version }: VersionedConfiguration, status?: number) =>
    versioned(show(known), version, status);
  return [
    defineRoute({
      method: 'GET',
      path,
      permission: 'ai.read',
      summary: 'AI configurations in the order in which they are tried, and how they stand.',
      query: listQuery({}),
      responses: { 200: pageOf(configurationView) },
      async handler({ query: { limit = 50, cursor } }) {
        const all = await configurations.list();
        const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
        if (start === 0 && cursor !== undefined) {
          const message = 'does not belong to this list';
          throw new HubError('invalid_request', { errors: [{ path: '/query/cursor', message }] });
        }
        const items = all.slice(start, start + limit);
        const more = start + items.length < all.length;
        return { items: items.map(show), nextCursor: more ? (items.at(-1)?.id ?? null) : null };
      },
    }),
    defineRoute({
      method: 'POST',
      path,
      permission: 'ai.configure',
      summary: 'Adds an AI configuration.',
      body: newConfiguration,
      responses: { 201: configurationView },
      audit: {
        action: 'ai-configuration.create',
        target: (_request, made) => made?.id,
        details: ({ body }) => ({ name: body.name, model: body.model }),
      },
      async handler({ body: { priority: place = defaultPriority, ...body } }) {
        await checkConnection(body.connection);
        const configuration: Configuration = { ...configurationDefaults, ...body };
        return showVersioned(await configurations.create(configuration, place), 201);
      },
    }),
    defineRoute({
      method: 'PUT',
      path: `${path}/order`,
      permission: 'ai.configure',
      summary: 'Sets the order in which all AI configurations are tried, first to last.',
      body: Type.Object(
        { order: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 200 }) },
        { additionalProperties: false },
      ),
      responses: { 200: Type.Object({ items: Type.Array(configurationView) }) },
      audit: { action: 'ai-configuration.reorder', details: ({ body }) => ({ configurations: body.order.length }) },
      handler: async ({ body }) => ({ items: (await configurations.reorder(body.order)).map(show) }),
    }),
    defineRoute({
      method: 'GET',
      path: `${path}/{id}`,
      permission: 'ai.read',
      summary: 'One AI configuration.',
      params: byId,
      responses: { 200: configurationView },
      handler: async ({ params: { id } }) => showVersioned(await configurations.get(id)),
    }),
    defineRoute({
      method: 'PATCH',
      path: `${path}/{id}`,
      permission: 'ai.configure',
      summary:
        'Changes an AI configuration: what is absent stays. If-Match takes the ETag that was seen. Its rest ends.',
      params: byId,
      body: configurationChange,
      responses: { 200: configurationView },
      audit: {
        action: 'ai-configuration.change',
        details: ({ body }) => ({ members: Object.keys(body).join(' ') }),
      },
      async handler({ params: { id }, body, ifMatch }) {
        if (body.connection !== undefined) await checkConnection(body.connection);
        return showVersioned(await configurations.change(id, body satisfies ConfigurationChange, ifMatch));
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: `${path}/{id}`,
      permission: 'ai.configure',
      summary: 'Removes an AI configuration. What it used stays counted.',
      params: byId,
      responses: { 204: Type.Null({ description: 'Done.' }) },
      audit: { action: 'ai-configuration.remove' },
      async handler({ params: { id }, ifMatch }) {
        await configurations.remove(id, ifMatch);
        return reply({ status: 204 });
      },
    }),
  ];
}

function standingOf({ rest, isUsedUp }: ConfigurationRouteTools, known: KnownConfiguration) {
  const found = rest(known.id);
  const until = found === null ? null : new Date(found.untilMs).toISOString();
  if (!known.enabled) return { state: 'disabled', code: null, until: null } as const;
  if (found !== null) return { state: 'resting', code: found.code, until } as const;
  if (isUsedUp(known)) return { state: 'budget_used_up', code: null, until: null } as const;
  return { state: 'ready', code: null, until: null } as const;
}
