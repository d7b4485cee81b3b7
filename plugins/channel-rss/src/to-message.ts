import type { ChannelMessage } from '@fairlead/sdk';
import { placeId } from '@fairlead/sdk/channel';
import type { FeedItem } from './feed/feed.ts';
import type { Change } from './find-changes.ts';

/** The place that all messages of a feed were said in. */
export interface FeedPlace {
  readonly address: string;
  readonly title: string | undefined;
}

export function toMessage({ id, change, revision, item }: Change, place: FeedPlace): ChannelMessage {
  const sentAt = change === 'edited' ? editedAt(item) : item.publishedAt;
  return {
    id,
    change,
    revision,
    chat: { id: placeId(place.address), ...(place.title === undefined ? {} : { title: cut(place.title, 500) }) },
    ...(item.author === undefined ? {} : { author: { name: item.author } }),
    ...(item.replyTo === undefined || item.replyTo === '' ? {} : { replyTo: cut(item.replyTo, 512) }),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(item.title === undefined ? {} : { title: cut(item.title, 2_000) }),
    text: item.text,
    ...(item.link === undefined ? {} : { link: item.link }),
    attachments: [...item.attachments],
  };
}

/** The time of the change, which only some feeds tell. */
function editedAt({ publishedAt, updatedAt }: FeedItem): string | undefined {
  return updatedAt !== undefined && updatedAt !== publishedAt ? updatedAt : undefined;
}

function cut(text: string, maxLength: number): string {
  return text.slice(0, maxLength).toWellFormed();
}
