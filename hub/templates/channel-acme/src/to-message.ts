import type { ChannelMessage } from '@fairlead/sdk';
import type { VendorChange } from './vendor-objects.ts';

/** The same for a change that was polled and one that came as a webhook, so that the hub knows them as one. */
export function toMessage({ kind, at, message }: VendorChange): ChannelMessage {
  const { id, version, room, author, reply_to: replyTo, text } = message;
  return {
    id,
    change: kind,
    revision: String(version),
    chat: { id: room },
    ...(author === undefined ? {} : { author: { name: author } }),
    ...(replyTo === undefined ? {} : { replyTo }),
    sentAt: at,
    text: kind === 'deleted' ? '' : text,
    attachments: [],
  };
}
