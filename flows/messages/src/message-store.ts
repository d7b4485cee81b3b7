import { createHash } from 'node:crypto';
import { isStorageError, type JsonObject, type OutboxEvent, type Repository } from '@fairlead/core/flow-api';
import { type ChannelMessage, type Clock, newId } from '@fairlead/sdk';
import type { MessageIndex, StoredMessage } from './collections.ts';
import { eventDataOf, eventTypeOf } from './events.ts';

export interface MessageBatch {
  readonly connectionId: string;
  readonly via: StoredMessage['via'];
  readonly seeded: boolean;
  readonly flooded: boolean;
  /** Oldest first. */
  readonly messages: readonly ChannelMessage[];
}

/** Each revision of each message of a connection, stored once and told once. */
export interface MessageStore {
  /**
   * Stores what is not stored yet; each in one commit with the event that tells of it. Durable when it resolves.
   * Repeating it is harmless. @returns how many were new. @throws StorageError; some may be stored then
   */
  add(batch: MessageBatch): Promise<number>;
  /** How many of these are not stored yet. */
  countNew(connectionId: string, messages: readonly ChannelMessage[]): Promise<number>;
}

export interface MessageStoreOptions {
  readonly repository: Repository<StoredMessage, MessageIndex>;
  readonly clock: Clock;
  event(type: string, subject: string, data: JsonObject): OutboxEvent;
}

/** Commits under way at once: enough to share flushes, few enough to leave room in the writer's queue. */
const commitsAtOnce = 100;

export function createMessageStore({ repository, clock, event }: MessageStoreOptions): MessageStore {
  let lastPosition: Promise<number> | undefined;
  let position = 0;
  const nextPosition = () => (position = Math.max(position + 1, firstPositionOf(clock.now())));
  const readPosition = async () => {
    const newest = { field: 'position', direction: 'descending' } as const;
    const { items } = await repository.list({ order: newest, limit: 1 });
    position = Math.max(position, items[0]?.state.position ?? 0);
    return position;
  };
  // The position is taken and the write is queued in one go, so that both have the same order.
  const insert = async (batch: MessageBatch, message: ChannelMessage): Promise<boolean> => {
    const { connectionId, via, seeded, flooded } = batch;
    const id = newId(clock.now());
    const key = keyOf(connectionId, message);
    const state: StoredMessage = { connectionId, key, position: nextPosition(), via, seeded, flooded, message };
    const events = seeded ? [] : [event(eventTypeOf(message), id, eventDataOf(id, state))];
    try {
      await repository.commit({ id, state, events }, 0);
      return true;
    } catch (error) {
      if (isStorageError(error, 'duplicate_key') && error.field === 'key') return false;
      throw error;
    }
  };
  return {
    async add(batch) {
      // After a restart, or with the clock set back, positions go on from where they were.
      lastPosition ??= readPosition().catch((error: unknown) => {
        lastPosition = undefined;
        throw error;
      });
      await lastPosition;
      let added = 0;
      for (let start = 0; start < batch.messages.length; start += commitsAtOnce) {
        const part = batch.messages.slice(start, start + commitsAtOnce);
        const results = await Promise.allSettled(part.map((message) => insert(batch, message)));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
        added += results.filter((result) => result.status === 'fulfilled' && result.value).length;
      }
      return added;
    },
    async countNew(connectionId, messages) {
      const keys = new Set(messages.map((message) => keyOf(connectionId, message)));
      if (keys.size === 0) return 0;
      return keys.size - (await repository.count({ key: { in: [...keys] } }));
    },
  };
}

/** Positions of what is stored at a moment begin here; a thousand have room in a millisecond. */
export function firstPositionOf(ms: number): number {
  return ms * 1_000;
}

function keyOf(connectionId: string, { id, revision }: ChannelMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([connectionId, id, revision]))
    .digest('base64url');
}
