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
} from '@fairlead/core/flow-api';
import { newId } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { ParserRules } from '../model/parse-result.ts';
import type { ReplayItemState, ReplayState, ShortReading } from '../model/replay.ts';
import { rulesSchema } from '../parsers/schemas.ts';
import { replayJob, type ReplayTools } from '../replay/run-replay.ts';
import { actionView, kindView, parsedSignalView, showActions, showSignal } from '../view/parse-view.ts';
import { byConnection, demandConnection } from './parser-routes.ts';
import { byId, moment } from './signal-routes.ts';

const orNull = Type.Union([Type.String(), Type.Null()]);
const kinds = Type.Record(Type.String(), Type.Integer());
const replayView = Type.Object({
  id: Type.String(),
  connection: Type.String(),
  status: Type.Enum(['running', 'done', 'failed']),
  startedAt: Type.String(),
  startedBy: Type.String(),
  problem: orNull,
  counts: Type.Object({ messages: Type.Integer(), changed: Type.Integer(), before: kinds, after: kinds }),
});
const readingView = Type.Object({
  kind: kindView,
  signals: Type.Array(parsedSignalView),
  actions: Type.Array(actionView),
  symbol: orNull,
  confidence: Type.Number(),
});
const itemView = Type.Object({
  messageId: Type.String(),
  revision: Type.String(),
  text: Type.String(),
  before: readingView,
  after: readingView,
});

export function replayRoutes(tools: ReplayTools): readonly Route[] {
  const { replays, replayItems, services, parsers } = tools;
  return [
    defineRoute({
      method: 'POST',
      path: '/api/parsers/{connectionId}/replay',
      permission: 'parsers.write',
      summary: 'Reads a channel’s stored messages with other rules, and keeps what differs. Signals stay as they are.',
      params: byConnection,
      body: Type.Object(
        {
          /** Default: the channel's own, against none. */
          rules: Type.Optional(rulesSchema),
          from: Type.Optional(moment),
          to: Type.Optional(moment),
        },
        { additionalProperties: false },
      ),
      responses: { 202: replayView },
      audit: { action: 'parser.replay', target: ({ params }) => params.connectionId },
      async handler({ params: { connectionId }, body, actor }) {
        await demandConnection(tools, connectionId);
        const { rules: own } = await parsers.of(connectionId);
        const after = (body.rules ?? own) as ParserRules;
        compileOrRefuse(tools, after);
        const now = services.clock.now();
        const id = newId(now);
        const state: ReplayState = {
          connectionId,
          status: 'running',
          before: body.rules === undefined ? {} : own,
          after,
          from: body.from === undefined ? null : Date.parse(body.from),
          // What comes from now on is read by the rules of then.
          to: Math.min(body.to === undefined ? now + 1 : Date.parse(body.to), now + 1),
          startedAt: now,
          startedBy: actor.name,
          problem: null,
          cursor: null,
          pages: 0,
          counts: { messages: 0, changed: 0, before: {}, after: {} },
        };
        const stored = await replays.commit({ id, state }, 0);
        await services.jobs.enqueue({ name: replayJob, key: id, payload: { id } });
        return reply({ status: 202, body: showReplay(stored) });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/parsers/replays/{id}',
      permission: 'parsers.read',
      summary: 'How far a replay is, and the messages that are read otherwise, oldest first.',
      params: byId,
      query: listQuery(),
      responses: { 200: Type.Object({ ...replayView.properties, ...pageOf(itemView).properties }) },
      async handler({ params: { id }, query }) {
        // First, so that a cursor that is none is told of in any case.
        const page = await replayItems.list({
          where: { replayId: id },
          order: { field: 'position', direction: 'ascending' },
          ...pageOptions(query),
        });
        const stored = await replays.get(id);
        if (stored === undefined) throw new HubError('not_found', { detail: 'There is no such replay.' });
        return { ...showReplay(stored), ...mapPage(page, showItem) };
      },
    }),
  ];
}

function compileOrRefuse({ parsers }: ReplayTools, rules: ParserRules): void {
  try {
    parsers.compile(rules);
  } catch (cause) {
    throw new HubError('invalid_request', { errors: [{ path: '/rules', message: 'cannot be compiled' }], cause });
  }
}

function showReplay({ id, state }: Stored<ReplayState>) {
  const { connectionId, status, startedAt, startedBy, problem, counts } = state;
  return {
    id,
    connection: connectionId,
    status,
    startedAt: new Date(startedAt).toISOString(),
    startedBy,
    problem,
    counts: { ...counts, before: { ...counts.before }, after: { ...counts.after } },
  };
}

function showItem({ state }: Stored<ReplayItemState>) {
  const { messageId, revisionId, text, before, after } = state;
  return { messageId, revision: revisionId, text, before: showShort(before), after: showShort(after) };
}

function showShort({ signals, actions, ...rest }: ShortReading) {
  return { ...rest, signals: signals.map(showSignal), actions: showActions(actions) };
}
