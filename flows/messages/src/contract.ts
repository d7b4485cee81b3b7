import { defineQuestion } from '@fairlead/core/flow-api';
import type { ChannelMessage } from '@fairlead/sdk';

/** One revision of a message, as the flow `messages` has stored it. */
export interface MessageRevision {
  /** The hub's id of this revision. */
  readonly id: string;
  readonly connectionId: string;
  /** ISO 8601: when the hub stored it. */
  readonly receivedAt: string;
  /** Grows in the order in which messages were stored. */
  readonly position: number;
  readonly seeded: boolean;
  readonly flooded: boolean;
  /** With its whole text. */
  readonly message: ChannelMessage;
}

/** One revision by the hub's id; null when there is none. */
export const messageQuestion = defineQuestion<{ readonly id: string }, MessageRevision | null>({
  flow: 'messages',
  name: 'message',
  timeoutMs: 5_000,
});

export interface MessagePage {
  readonly items: readonly MessageRevision[];
  readonly nextCursor: string | null;
}

/** What a connection has brought, oldest first. `from` and `to` are milliseconds since 1970 of storing; `to` is excluded. */
export const messagesQuestion = defineQuestion<
  {
    readonly connectionId: string;
    readonly from?: number;
    readonly to?: number;
    /** 1 to 1,000. */
    readonly limit: number;
    readonly cursor?: string;
  },
  MessagePage
>({ flow: 'messages', name: 'messages', timeoutMs: 10_000 });
