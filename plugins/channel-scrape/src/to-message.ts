import type { ChannelMessage } from '@fairlead/sdk';
import { placeId } from '@fairlead/sdk/channel';
import type { Change } from './find-changes.ts';

/** The place that all messages of a page were said in. */
export interface Place {
  readonly address: string;
  readonly title: string | undefined;
}

/** A page tells when an item was published, and not when it was edited: an edit has no time. */
export function toMessage({ id, change, revision, item }: Change, place: Place): ChannelMessage {
  const { title, text, link, author, sentAt } = item;
  return {
    id,
    change,
    revision,
    chat: { id: placeId(place.address), ...(place.title === undefined ? {} : { title: place.title }) },
    ...(author === undefined ? {} : { author: { name: author } }),
    ...(sentAt === undefined || change === 'edited' ? {} : { sentAt }),
    ...(title === undefined ? {} : { title }),
    text,
    ...(link === undefined ? {} : { link }),
    attachments: [],
  };
}
