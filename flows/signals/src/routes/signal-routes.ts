import {
  defineRoute,
  HubError,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  type Route,
  versioned,
} from '@fairlead/core/flow-api';
import { messageQuestion } from '@fairlead/flow-messages/contract';
import { Type } from 'typebox';
import { readingId } from '../model/ids.ts';
import { signalStatuses } from '../model/signal.ts';
import { canonical, compareDecimals } from '../parse/decimal.ts';
import { editSignal, publishSignal, rejectSignal, type SignalEdit } from '../review/act.ts';
import type { SignalTools } from '../tools.ts';
import { showSignalDetail, showSignalItem, signalDetailView, signalView } from '../view/signal-view.ts';

export const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });
const price = Type.String({ pattern: '^[0-9]{1,12}(\\.[0-9]{1,12})?$' });
const sentence = Type.String({ minLength: 1, maxLength: 500 });
/** A moment, UTC. */
export const moment = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?Z$',
});

const editBody = Type.Object(
  {
    symbol: Type.Optional(Type.String({ pattern: '^[A-Z0-9][A-Z0-9./_-]{0,31}$' })),
    side: Type.Optional(Type.Enum(['buy', 'sell'])),
    orderType: Type.Optional(Type.Union([Type.Enum(['market', 'limit', 'stop']), Type.Null()])),
    /** One price for a point, two for a range; null for none. */
    entry: Type.Optional(Type.Union([Type.Array(price, { minItems: 1, maxItems: 2 }), Type.Null()])),
    stopLoss: Type.Optional(Type.Union([price, Type.Null()])),
    takeProfits: Type.Optional(Type.Array(price, { maxItems: 20 })),
    runner: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1 },
);

export function signalRoutes(tools: SignalTools): readonly Route[] {
  return [...readRoutes(tools), ...actRoutes(tools)];
}

function readRoutes(tools: SignalTools): readonly Route[] {
  const { signals, readings, services } = tools;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/signals',
      permission: 'signals.read',
      summary: 'Signals, the newest first. With `status=review` the queue of those that wait for a person.',
      query: listQuery({
        status: Type.Optional(Type.Enum([...signalStatuses])),
        connection: Type.Optional(Type.String({ maxLength: 64 })),
        symbol: Type.Optional(Type.String({ maxLength: 32 })),
        side: Type.Optional(Type.Enum(['buy', 'sell'])),
        /** When the hub read it: from this moment on, and before that one. */
        from: Type.Optional(moment),
        to: Type.Optional(moment),
      }),
      responses: { 200: pageOf(signalView) },
      async handler({ query }) {
        const { status, connection, symbol, side, from, to } = query;
        const at = {
          ...(from === undefined ? {} : { gte: Date.parse(from) }),
          ...(to === undefined ? {} : { lt: Date.parse(to) }),
        };
        const page = await signals.list({
          where: {
            ...(status === undefined ? {} : { status }),
            ...(connection === undefined ? {} : { connectionId: connection }),
            ...(symbol === undefined ? {} : { symbol }),
            ...(side === undefined ? {} : { side }),
            ...(Object.keys(at).length === 0 ? {} : { at }),
          },
          order: { field: 'at', direction: 'descending' },
          ...pageOptions(query),
        });
        return mapPage(page, showSignalItem);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/signals/{id}',
      permission: 'signals.read',
      summary:
        'One signal: what it says, where in the message that stands, why it is where it is, and what happened to it.',
      params: byId,
      responses: { 200: signalDetailView },
      async handler({ params: { id }, signal }) {
        const stored = await signals.get(id);
        if (stored === undefined) throw new HubError('not_found', { detail: 'There is no such signal.' });
        const { connectionId, messageId, revisions } = stored.state;
        const reading = (await readings.get(readingId(connectionId, messageId)))?.state;
        const latest = reading?.parse === null ? revisions.at(-2) : revisions.at(-1);
        const message = await services.ask(messageQuestion, { id: latest ?? revisions[0] ?? '' }, { signal });
        return versioned(showSignalDetail({ stored, reading, message }), stored.version);
      },
    }),
  ];
}

function actRoutes(tools: SignalTools): readonly Route[] {
  const common = {
    method: 'POST',
    permission: 'signals.review',
    params: byId,
    responses: { 200: signalView },
  } as const;
  return [
    defineRoute({
      ...common,
      path: '/api/signals/{id}/publish',
      summary: 'Publishes a signal. One that the checks refuse only with an override that says why.',
      body: Type.Object(
        { override: Type.Optional(Type.Object({ reason: sentence }, { additionalProperties: false })) },
        { additionalProperties: false },
      ),
      audit: {
        action: 'signal.publish',
        target: ({ params }) => params.id,
        details: ({ body }): { [name: string]: string } =>
          body.override === undefined ? {} : { override: body.override.reason },
      },
      async handler({ params: { id }, body, actor, ifMatch }) {
        return showSignalItem(await publishSignal(tools, { id, actor, ifMatch }, body.override));
      },
    }),
    defineRoute({
      ...common,
      path: '/api/signals/{id}/reject',
      summary: 'Rejects a signal; one that is published and not traded yet is withdrawn.',
      body: Type.Object({ reason: Type.Optional(sentence) }, { additionalProperties: false }),
      audit: { action: 'signal.reject', target: ({ params }) => params.id },
      async handler({ params: { id }, body, actor, ifMatch }) {
        return showSignalItem(await rejectSignal(tools, { id, actor, ifMatch }, body.reason));
      },
    }),
    defineRoute({
      ...common,
      path: '/api/signals/{id}/edit',
      summary: 'Changes what a signal says and checks it anew. It waits in review to be published.',
      body: editBody,
      audit: {
        action: 'signal.edit',
        target: ({ params }) => params.id,
        details: ({ body }) => ({ members: Object.keys(body).join(', ') }),
      },
      async handler({ params: { id }, body, actor, ifMatch }) {
        return showSignalItem(await editSignal(tools, { id, actor, ifMatch }, editOf(body)));
      },
    }),
  ];
}

interface EditBody extends Omit<SignalEdit, 'entry'> {
  readonly entry?: readonly string[] | null;
}

function editOf({ entry, stopLoss, takeProfits, ...rest }: EditBody): SignalEdit {
  return {
    ...rest,
    ...(entry === undefined ? {} : { entry: entry === null ? null : rangeFrom(entry) }),
    ...(stopLoss === undefined ? {} : { stopLoss: stopLoss === null ? null : canonical(stopLoss) }),
    ...(takeProfits === undefined ? {} : { takeProfits: takeProfits.map(canonical) }),
  };
}

function rangeFrom(prices: readonly string[]): readonly [string, string] {
  const sorted = prices.map(canonical).toSorted(compareDecimals);
  const [low = '0'] = sorted;
  return [low, sorted.at(-1) ?? low];
}
