import {
  defineRoute,
  HubError,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  reply,
  type Route,
  type Stored,
  versioned,
} from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { defaultContent, type ParserContent, type ParserState } from '../model/parser.ts';
import type { ParserRules } from '../model/parse-result.ts';
import { aiPolicySchema, contentRequest, policySchema, rulesSchema } from '../parsers/schemas.ts';
import { type PartialContent, wholeContent } from '../parsers/parsers.ts';
import type { SignalTools } from '../tools.ts';

export const byConnection = Type.Object({ connectionId: Type.String({ minLength: 1, maxLength: 64 }) });

const contentView = { rules: rulesSchema, policy: policySchema, ai: aiPolicySchema } as const;
const parserView = Type.Object({
  connection: Type.String(),
  /** 0 for a channel without rules of its own. */
  version: Type.Integer(),
  ...contentView,
  changedAt: Type.Union([Type.String(), Type.Null()]),
  changedBy: Type.Union([Type.String(), Type.Null()]),
});
const formerView = Type.Object({
  version: Type.Integer(),
  ...contentView,
  changedAt: Type.String(),
  changedBy: Type.String(),
});

export function parserRoutes(tools: SignalTools): readonly Route[] {
  const { parsers } = tools;
  const path = '/api/parsers/{connectionId}';
  return [
    defineRoute({
      method: 'GET',
      path: '/api/parsers',
      permission: 'parsers.read',
      summary: 'Channels that have rules or policies of their own.',
      query: listQuery(),
      responses: { 200: pageOf(parserView) },
      async handler({ query }) {
        const page = await parsers.list(pageOptions(query));
        return {
          ...mapPage(page, showParser),
          items: page.items.filter(({ state }) => !state.removed).map(showParser),
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path,
      permission: 'parsers.read',
      summary: 'What a channel’s messages are read with, and what is published by itself.',
      params: byConnection,
      responses: { 200: parserView },
      async handler({ params: { connectionId } }) {
        await demandConnection(tools, connectionId);
        const stored = await parsers.get(connectionId);
        return versioned(stored === undefined ? showDefault(connectionId) : showParser(stored), stored?.version ?? 0);
      },
    }),
    defineRoute({
      method: 'PUT',
      path,
      permission: 'parsers.write',
      summary: 'Sets rules and policies of a channel. What is left out is as it is by default.',
      params: byConnection,
      body: contentRequest,
      responses: { 200: parserView },
      audit: { action: 'parser.change', target: ({ params }) => params.connectionId },
      async handler({ params: { connectionId }, body, actor, ifMatch }) {
        await demandConnection(tools, connectionId);
        const stored = await parsers.put(connectionId, wholeContent(body as PartialContent), {
          by: actor.name,
          ifMatch,
        });
        return versioned(showParser(stored), stored.version);
      },
    }),
    defineRoute({
      method: 'DELETE',
      path,
      permission: 'parsers.write',
      summary: 'Takes rules and policies of a channel away. They stay among its former ones.',
      params: byConnection,
      responses: { 204: Type.Null() },
      audit: { action: 'parser.remove', target: ({ params }) => params.connectionId },
      async handler({ params: { connectionId }, actor, ifMatch }) {
        await parsers.remove(connectionId, { by: actor.name, ifMatch });
        return reply({ status: 204 });
      },
    }),
    ...versionRoutes(tools),
  ];
}

function versionRoutes(tools: SignalTools): readonly Route[] {
  const { parsers } = tools;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/parsers/{connectionId}/versions',
      permission: 'parsers.read',
      summary: 'What a channel’s rules and policies were before, the latest first.',
      params: byConnection,
      responses: { 200: Type.Object({ items: Type.Array(formerView) }) },
      async handler({ params: { connectionId } }) {
        await demandConnection(tools, connectionId);
        const former = (await parsers.get(connectionId))?.state.former ?? [];
        return {
          items: former.toReversed().map(({ changedAt, ...rest }) => ({
            ...showContent(rest),
            ...timed(changedAt),
            version: rest.version,
            changedBy: rest.changedBy,
          })),
        };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/parsers/{connectionId}/restore',
      permission: 'parsers.write',
      summary: 'Brings a former version of a channel’s rules and policies back, as a new version.',
      params: byConnection,
      body: Type.Object({ version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
      responses: { 200: parserView },
      audit: {
        action: 'parser.restore',
        target: ({ params }) => params.connectionId,
        details: ({ body }) => ({ version: body.version }),
      },
      async handler({ params: { connectionId }, body: { version }, actor, ifMatch }) {
        const found = (await parsers.get(connectionId))?.state.former.find((one) => one.version === version);
        if (found === undefined) throw new HubError('not_found', { detail: 'This version is not kept.' });
        const { rules, policy, ai } = found;
        const stored = await parsers.put(connectionId, { rules, policy, ai }, { by: actor.name, ifMatch });
        return versioned(showParser(stored), stored.version);
      },
    }),
  ];
}

/** @throws HubError `not_found` */
export async function demandConnection({ services }: SignalTools, connectionId: string): Promise<void> {
  if ((await services.connections.get(connectionId)) !== undefined) return;
  throw new HubError('not_found', { detail: 'There is no such connection.' });
}

type RulesView = typeof rulesSchema extends { static: infer Shown } ? Shown : ParserRules;

function showContent({ rules, policy, ai }: ParserContent) {
  return structuredClone({ rules: rules as RulesView, policy, ai });
}

function timed(changedAt: number) {
  return { changedAt: new Date(changedAt).toISOString() };
}

function showParser({ id, state }: Stored<ParserState>) {
  return {
    connection: id,
    version: state.version,
    ...showContent(state),
    ...timed(state.changedAt),
    changedBy: state.changedBy,
  };
}

function showDefault(connection: string) {
  return { connection, version: 0, ...showContent(defaultContent), changedAt: null, changedBy: null };
}
