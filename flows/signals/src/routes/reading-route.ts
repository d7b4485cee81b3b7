import { defineRoute, HubError, type Route } from '@fairlead/core/flow-api';
import { messageQuestion } from '@fairlead/flow-messages/contract';
import { Type } from 'typebox';
import { readingId, signalId } from '../model/ids.ts';
import type { ReadingState } from '../model/reading.ts';
import type { SignalTools } from '../tools.ts';
import { kindView } from '../view/parse-view.ts';
import { showSignalItem, signalView } from '../view/signal-view.ts';
import { showUpdate, updateView } from '../view/update-view.ts';
import { byId } from './signal-routes.ts';

const change = Type.Enum(['created', 'edited', 'deleted']);
const kind = Type.Union([kindView, Type.Null()]);

const readingView = Type.Object({
  connection: Type.String(),
  messageId: Type.String(),
  /** What the latest revision was read as; null for one that was deleted. */
  kind,
  confidence: Type.Union([Type.Number(), Type.Null()]),
  /** Hub ids of the revisions that were read, the oldest first: `/api/messages/{id}`. */
  revisions: Type.Array(Type.Object({ id: Type.String(), change, kind, at: Type.String() })),
  signals: Type.Array(signalView),
  updates: Type.Array(updateView),
});

/** From a message to what it has become: signals and updates name their message, this is the way back. */
export function readingRoute(tools: SignalTools): Route {
  return defineRoute({
    method: 'GET',
    path: '/api/signals/readings/{id}',
    permission: 'signals.read',
    summary:
      'What a message was read as, and the signals and updates it became. The id is that of any of its revisions.',
    params: byId,
    responses: { 200: readingView },
    async handler({ params: { id }, signal }) {
      const revision = await tools.services.ask(messageQuestion, { id }, { signal });
      const key = revision === null ? undefined : readingId(revision.connectionId, revision.message.id);
      const reading = key === undefined ? undefined : (await tools.readings.get(key))?.state;
      if (reading === undefined) throw new HubError('not_found', { detail: 'No such message was read.' });
      return { ...showReading(reading), ...(await made(tools, reading)) };
    },
  });
}

function showReading({ connectionId, messageId, parse, revisions }: ReadingState) {
  return {
    connection: connectionId,
    messageId,
    kind: parse?.kind ?? null,
    confidence: parse?.confidence ?? null,
    revisions: revisions.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() })),
  };
}

async function made({ signals, updates }: SignalTools, { connectionId, messageId, slots, ai }: ReadingState) {
  const places = Array.from({ length: Math.max(slots, ai?.signals.length ?? 0) }, (_, index) => index);
  const found = await Promise.all(places.map((index) => signals.get(signalId(connectionId, messageId, index))));
  const page = await updates.list({ where: { connectionId, messageId }, limit: 200 });
  return {
    signals: found.filter((one) => one !== undefined).map(showSignalItem),
    updates: page.items.map(showUpdate),
  };
}
