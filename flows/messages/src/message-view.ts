import type { Stored } from '@fairlead/core/flow-api';
import { channelMessage } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { StoredMessage } from './collections.ts';
import { cut, eventTextLength } from './events.ts';

const { id: _id, ...messageMembers } = channelMessage.properties;

export const messageView = Type.Object({
  /** The hub's id of this revision. */
  id: Type.String(),
  connection: Type.String(),
  /** The vendor's id, the same for all revisions. */
  messageId: Type.String(),
  ...messageMembers,
  receivedAt: Type.String(),
  via: Type.Enum(['poll', 'webhook']),
  /** Was there when the connection was first polled; no event told of it. */
  seeded: Type.Boolean(),
  /** Came among unusually many. */
  flooded: Type.Boolean(),
  /** Lists cut texts at 4,096 characters; `GET /api/messages/{id}` gives all. */
  truncated: Type.Boolean(),
});

export function showMessage({ id, createdAt, state }: Stored<StoredMessage>) {
  const { connectionId, via, seeded, flooded, message } = state;
  const { id: messageId, ...rest } = message;
  return {
    id,
    connection: connectionId,
    messageId,
    ...rest,
    receivedAt: createdAt,
    via,
    seeded,
    flooded,
    truncated: false,
  };
}

export function showInList(stored: Stored<StoredMessage>) {
  const shown = showMessage(stored);
  return { ...shown, text: cut(shown.text), truncated: shown.text.length > eventTextLength };
}
