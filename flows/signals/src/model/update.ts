import { defineCollection } from '@fairlead/core/flow-api';
import type { Evidence, ParsedSignal, UpdateAction } from './parse-result.ts';
import type { Reason } from './signal.ts';

/**
 * `applying`: its target is known and being changed. `unresolved`: a person says what it is about, or that it is to be
 * applied all the same.
 */
export type UpdateStatus = 'applying' | 'applied' | 'unresolved' | 'dismissed';
export const updateStatuses = [
  'applying',
  'applied',
  'unresolved',
  'dismissed',
] as const satisfies readonly UpdateStatus[];

/** How the target was found. `edit`: it is an edit of the signal's own message. */
export type FoundBy = 'reply' | 'symbol' | 'only_open' | 'edit' | 'person';

/** What a channel wants of a signal that it gave before. Times are milliseconds since 1970. */
export interface UpdateState {
  readonly connectionId: string;
  readonly messageId: string;
  readonly chatId: string | null;
  readonly revisionId: string;
  readonly replyTo: string | null;
  readonly symbol: string | null;
  readonly actions: readonly UpdateAction[];
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly status: UpdateStatus;
  readonly target: string | null;
  readonly foundBy: FoundBy | null;
  readonly reasons: readonly Reason[];
  /** Of an edit: what the message says now. */
  readonly wanted: ParsedSignal | null;
  /** Reading that it replies to and that is not there yet. */
  readonly awaits: string | null;
  readonly at: number;
  readonly settledBy: string | null;
}

export const updateCollection = defineCollection({
  name: 'signals_updates',
  index: { connectionId: 'string', messageId: 'string', status: 'string', at: 'number', awaits: 'string?' },
  compound: [
    ['status', 'at'],
    ['connectionId', 'at'],
    ['connectionId', 'messageId'],
  ],
  project: ({ connectionId, messageId, status, at, awaits }: UpdateState) => ({
    connectionId,
    messageId,
    status,
    at,
    awaits,
  }),
});
export type UpdateIndex = {
  connectionId: 'string';
  messageId: 'string';
  status: 'string';
  at: 'number';
  awaits: 'string?';
};
