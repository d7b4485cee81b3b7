import type { Stored } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { type UpdateState, updateStatuses } from '../model/update.ts';
import { actionView, evidenceView, parsedSignalView, reasonView, showActions, showSignal } from './parse-view.ts';

const orNull = Type.Union([Type.String(), Type.Null()]);

export const updateView = Type.Object({
  id: Type.String(),
  connection: Type.String(),
  messageId: Type.String(),
  /** Hub id of the revision it comes from: `/api/messages/{id}`. */
  revision: Type.String(),
  chatId: orNull,
  replyTo: orNull,
  symbol: orNull,
  actions: Type.Array(actionView),
  confidence: Type.Number(),
  evidence: Type.Array(evidenceView),
  status: Type.Enum([...updateStatuses]),
  /** The signal that it is about, as far as that is known. */
  target: orNull,
  foundBy: orNull,
  /** Why a person is asked. */
  reasons: Type.Array(reasonView),
  /** Of an edit of a signal's own message: what that says now. */
  wanted: Type.Union([parsedSignalView, Type.Null()]),
  createdAt: Type.String(),
  settledBy: orNull,
});

export function showUpdate({ id, createdAt, state }: Stored<UpdateState>) {
  const { connectionId, revisionId, actions, wanted, awaits: _awaits, at: _at, ...rest } = state;
  return {
    id,
    connection: connectionId,
    ...rest,
    revision: revisionId,
    actions: showActions(actions),
    wanted: wanted === null ? null : showSignal(wanted),
    createdAt,
  };
}
