import type { ChannelMessage } from '@fairlead/sdk';
import { type JsonObject, listOf, objectOf, present, textOf, wholeOf } from './reading.ts';

type Attachment = ChannelMessage['attachments'][number];

const mostAttachments = 64;

/** Members that are one file each (https://core.telegram.org/bots/api#message). */
const fileMembers = [
  ['document', 'document'],
  ['video', 'video'],
  ['animation', 'video'],
  ['video_note', 'video'],
  ['audio', 'audio'],
  ['voice', 'audio'],
  ['sticker', 'image'],
] as const satisfies readonly (readonly [string, Attachment['kind']])[];

/**
 * Files, as ids that `getFile` takes, because their addresses hold the bot token; and addresses that the text hides
 * behind other words.
 */
export function attachmentsOf(message: JsonObject): Attachment[] {
  const files = filesIn(message).map(([kind, file]) => toAttachment(kind, file));
  return [...files, ...hiddenLinks(message)].filter((one) => one !== undefined).slice(0, mostAttachments);
}

/** What stays the same when Telegram gives a file another `file_id`. */
export function filesOf(message: JsonObject): readonly unknown[] {
  return filesIn(message).map(([, file]) => file['file_unique_id']);
}

function filesIn(message: JsonObject): readonly (readonly [Attachment['kind'], JsonObject])[] {
  const photo = largest(listOf(message['photo']));
  const files = fileMembers.flatMap(([name, kind]) => {
    // An animation comes as a document as well.
    const file = name === 'document' && message['animation'] !== undefined ? undefined : objectOf(message[name]);
    return file === undefined ? [] : [[kind, file] as const];
  });
  return photo === undefined ? files : [['image', photo], ...files];
}

/** A photo comes in several sizes. */
function largest(sizes: readonly JsonObject[]): JsonObject | undefined {
  const width = (size: JsonObject) => wholeOf(size['width']) ?? 0;
  return sizes.toSorted((one, other) => width(one) - width(other)).at(-1);
}

function toAttachment(kind: Attachment['kind'], file: JsonObject): Attachment | undefined {
  const ref = textOf(file['file_id'], 513);
  if (ref === undefined || ref.length > 512) return undefined;
  return {
    kind,
    ref,
    ...present({
      name: textOf(file['file_name'], 255),
      mediaType: textOf(file['mime_type'], 127),
      sizeBytes: wholeOf(file['file_size']),
    }),
  };
}

function hiddenLinks(message: JsonObject): readonly Attachment[] {
  const entities = [...listOf(message['entities']), ...listOf(message['caption_entities'])];
  const urls = entities
    .filter(({ type }) => type === 'text_link')
    .map(({ url }) => textOf(url, 4_097))
    .filter((url) => url !== undefined && url.length <= 4_096 && /^https?:\/\/[^\s]+$/.test(url));
  return [...new Set(urls)].map((url) => ({ kind: 'link', url }) as Attachment);
}
