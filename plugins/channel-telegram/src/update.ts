import type { ChannelMessage } from '@fairlead/sdk';
import { readMessage } from './message.ts';
import { isObject, objectOf, textOf, wholeOf } from './reading.ts';

/** The updates that carry messages (https://core.telegram.org/bots/api#update). There is none for a deletion. */
export const allowedUpdates = ['message', 'edited_message', 'channel_post', 'edited_channel_post'] as const;

export type ReadUpdate =
  | {
      readonly kind: 'message';
      readonly id: number;
      readonly type: string;
      readonly message: ChannelMessage;
      readonly username: string | undefined;
    }
  /** Nothing that was said: somebody joined, a title changed, another kind of update. */
  | { readonly kind: 'ignored'; readonly id: number; readonly type: string }
  /** It should have been a message and is not in a form that can be read. */
  | {
      readonly kind: 'unknown';
      readonly id: number;
      readonly type: string;
      readonly fault: string;
      readonly raw: unknown;
    };

export function updateIdOf(update: unknown): number | undefined {
  return wholeOf(objectOf(update)?.['update_id']);
}

/** Never throws: one update that cannot be read must not stop those behind it. Undefined without a number. */
export function readUpdate(update: unknown): ReadUpdate | undefined {
  const id = updateIdOf(update);
  if (id === undefined || !isObject(update)) return undefined;
  const type = allowedUpdates.find((name) => update[name] !== undefined);
  if (type === undefined) return { kind: 'ignored', id, type: otherType(update) };
  try {
    const message = readMessage(update[type], type.startsWith('edited_'));
    if (message === undefined) return { kind: 'ignored', id, type };
    const username = textOf(objectOf(objectOf(update[type])?.['chat'])?.['username'], 64);
    return { kind: 'message', id, type, message, username };
  } catch (error) {
    return { kind: 'unknown', id, type, fault: faultOf(error), raw: update };
  }
}

function faultOf(error: unknown): string {
  return (error instanceof Error ? error.message : 'it is in no known form').slice(0, 200);
}

function otherType(update: Readonly<Record<string, unknown>>): string {
  return (
    Object.keys(update)
      .find((name) => name !== 'update_id')
      ?.slice(0, 64) ?? 'empty'
  );
}

/** @param chats ids and @names; none means all */
export function isListed(
  { message, username }: Extract<ReadUpdate, { kind: 'message' }>,
  chats: readonly string[],
): boolean {
  if (chats.length === 0) return true;
  const name = username === undefined ? undefined : `@${username.toLowerCase()}`;
  return chats.some((chat) => chat === message.chat?.id || chat.toLowerCase() === name);
}
