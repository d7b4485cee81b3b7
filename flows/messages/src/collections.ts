import { defineCollection } from '@fairlead/core/flow-api';
import type { ChannelMessage } from '@fairlead/sdk';

/** One revision of a message, as it came. Never changed after it was stored. */
export interface StoredMessage {
  readonly connectionId: string;
  /** What may be stored once: connection, message id and revision in one. */
  readonly key: string;
  /** Grows in the order in which messages were stored, across all connections. */
  readonly position: number;
  readonly via: 'poll' | 'webhook';
  /** Was there when the connection was first polled; no event told of it. */
  readonly seeded: boolean;
  /** Came among so many at once that somebody should look before anything acts on it. */
  readonly flooded: boolean;
  readonly message: ChannelMessage;
}

export const messageCollection = defineCollection({
  name: 'messages_items',
  index: { connectionId: 'string', key: 'string unique', position: 'number' },
  compound: [['connectionId', 'position']],
  project: ({ connectionId, key, position }: StoredMessage) => ({ connectionId, key, position }),
});
export type MessageIndex = { connectionId: 'string'; key: 'string unique'; position: 'number' };

/** Where the hub stands with one connection; the aggregate's id is the connection's. Moments are milliseconds since 1970. */
export interface ChannelState {
  /** The plugin's place after the last message that is stored; null before the first poll. */
  readonly cursor: string | null;
  /** The first poll has come to its end: what is new from now on is told. */
  readonly seeded: boolean;
  /** The run that seeds. Another one that began later takes over. */
  readonly seedRun: string | null;
  /** Set by an admin; null for the flow's own. */
  readonly pollIntervalMs: number | null;
  /** The vendor asked for no poll before. 0 for none. */
  readonly vendorAllowsAt: number;
  /** After failures: no poll by itself before. 0 for none. */
  readonly retryAt: number;
  readonly failures: number;
  /** What is read from here on belongs to a flood that was told of already: `poll:` and a cursor, or `inbox:` and an item of it. */
  readonly floodFrom: string | null;
  /** Notes of the plugin that were passed on, by code. */
  readonly notes: Readonly<Record<string, string>>;
}

export const channelCollection = defineCollection({
  name: 'messages_channels',
  index: {},
  project: (_state: ChannelState) => ({}),
});

export const newChannel: ChannelState = {
  cursor: null,
  seeded: false,
  seedRun: null,
  pollIntervalMs: null,
  vendorAllowsAt: 0,
  retryAt: 0,
  failures: 0,
  floodFrom: null,
  notes: {},
};
