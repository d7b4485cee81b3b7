import { createHash } from 'node:crypto';
import { defineCollection } from '@fairlead/core/flow-api';

export const outgoingStatuses = ['sending', 'sent', 'refused', 'failed', 'unknown'] as const;

/**
 * `sending`: committed, and the vendor is being asked. `sent`: the vendor took it. `refused`: the vendor did not want it.
 * `failed`: nothing was sent, for certain. `unknown`: it may have been sent; a person settles it, and it is never sent again.
 */
export type OutgoingStatus = (typeof outgoingStatuses)[number];

/** A message that goes out. One document from the intent to the end; its id is the reference that the vendor is given. */
export interface OutgoingMessage {
  readonly connectionId: string;
  readonly chatId: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly status: OutgoingStatus;
  /** The vendor's; null while none is known. */
  readonly messageId: string | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
  /** An operator's word on what nobody knew. */
  readonly settled: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /**
   * When it is looked at, milliseconds since 1970: one that is `sending`, after as long as that may take; any other,
   * until its incident is what it should be. Null for what needs no more.
   */
  readonly dueAt: number | null;
  readonly requestKey: string;
  readonly requestHash: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const outgoingCollection = defineCollection({
  name: 'messages_outgoing',
  index: { connectionId: 'string', status: 'string', dueAt: 'number?', requestKey: 'string unique' },
  compound: [['connectionId', 'status']],
  project: ({ connectionId, status, dueAt, requestKey }: OutgoingMessage) => ({
    connectionId,
    status,
    dueAt,
    requestKey,
  }),
});
export type OutgoingIndex = (typeof outgoingCollection)['index'];

/** Base64url of SHA-256 over texts, of which none can be mistaken for two. */
export function hashOf(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
