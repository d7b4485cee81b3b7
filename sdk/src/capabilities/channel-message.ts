import { type Static, Type } from 'typebox';
import { closedObject, httpUrl, longText, text, timestampText } from '../wire/types.ts';

export const attachment = closedObject({
  kind: Type.Enum(['image', 'video', 'audio', 'document', 'link']),
  url: Type.Optional(httpUrl()),
  /** The vendor's id, where the content has to be asked for. */
  ref: Type.Optional(text(512)),
  name: Type.Optional(text(255)),
  mediaType: Type.Optional(text(127)),
  sizeBytes: Type.Optional(Type.Integer({ minimum: 0 })),
});

/**
 * A message of a channel, or a change to one. `id` is stable: an edit or a deletion carries the id of the message it
 * changes. `revision` tells versions of one message apart; the pair of both is unique within a connection.
 */
export const channelMessage = closedObject({
  id: text(512),
  change: Type.Enum(['created', 'edited', 'deleted']),
  /** What differs with every edit (an edit time, a hash of the content). `0` for the first. */
  revision: text(128),
  /** Where in the vendor's space it was said: a chat, a feed, a room. */
  chat: Type.Optional(closedObject({ id: text(255), title: Type.Optional(text(500)) })),
  author: Type.Optional(closedObject({ id: Type.Optional(text(255)), name: Type.Optional(text(255)) })),
  replyTo: Type.Optional(text(512)),
  /** The vendor's time; absent where it gives none. Of an edit or deletion: the time of the change. */
  sentAt: Type.Optional(timestampText()),
  title: Type.Optional(longText(2_000)),
  /** Plain text as a person reads it; markup removed, nothing added. Empty for a deletion. */
  text: longText(262_144),
  link: Type.Optional(httpUrl()),
  attachments: Type.Array(attachment, { maxItems: 64 }),
});
/** What {@link channelMessage} describes. */
export type ChannelMessage = Static<typeof channelMessage>;
