import { BodyFault } from './body-fault.ts';
import {
  type Attachment,
  type Change,
  type Draft,
  longestId,
  longestName,
  longestRevision,
  longestText,
  longestTitle,
  mostAttachments,
  mostMessages,
} from './draft.ts';
import { step } from './json-pointer.ts';
import { present } from './present.ts';
import { cleanText, idFrom, timeFrom, urlFrom } from './values.ts';

type Members = Readonly<Record<string, unknown>>;

const messageMembers = [
  'id',
  'text',
  'change',
  'revision',
  'title',
  'author',
  'chat',
  'replyTo',
  'sentAt',
  'link',
  'attachments',
] as const;
const changes = ['created', 'edited', 'deleted'] as const;
const kinds = ['image', 'video', 'audio', 'document', 'link'] as const;

/** Reads one message, or `{messages: […]}`. @throws BodyFault naming the first place that does not fit */
export function readOwnShape(document: object): readonly Draft[] {
  if (!Object.hasOwn(document, 'messages')) return [readMessage(document, '')];
  const { messages } = objectAt(document, '', ['messages']);
  return listAt(messages, '/messages', mostMessages).map((message, index) =>
    readMessage(message, `/messages/${index}`),
  );
}

function readMessage(value: unknown, path: string): Draft {
  const given = objectAt(value, path, messageMembers);
  const at = (name: (typeof messageMembers)[number]) => path + step(name);
  const change = changeAt(given['change'], at('change'));
  const isDeletion = change === 'deleted';
  const attachments = isDeletion ? [] : attachmentsAt(given['attachments'], at('attachments'));
  const title = isDeletion ? undefined : nameAt(given['title'], at('title'), longestTitle);
  const text = isDeletion ? '' : textAt(given['text'], at('text'), longestText);
  if (text === undefined) throw new BodyFault(at('text'), 'is missing.');
  if (text.trim() === '' && title === undefined && attachments.length === 0 && !isDeletion) {
    throw new BodyFault(at('text'), 'is empty, and there is neither a title nor an attachment.');
  }
  return {
    path,
    idPath: at('id'),
    revisionPath: at('revision'),
    change,
    text,
    attachments,
    ...present({
      title,
      id: idAt(given['id'], at('id'), longestId),
      revision: idAt(given['revision'], at('revision'), longestRevision),
      author: authorAt(given['author'], at('author')),
      chat: chatAt(given['chat'], at('chat')),
      replyTo: idAt(given['replyTo'], at('replyTo'), longestId),
      sentAt: checked(given['sentAt'], at('sentAt'), timeFrom, 'must be a time such as 2026-01-31T09:30:00Z.'),
      link: linkAt(given['link'], at('link')),
    }),
  };
}

function changeAt(value: unknown, path: string): Change {
  const change = value === undefined ? 'created' : changes.find((name) => name === value);
  if (change === undefined) throw new BodyFault(path, `must be one of ${changes.join(', ')}.`);
  return change;
}

/** A name alone, or an object. */
function authorAt(value: unknown, path: string): Draft['author'] {
  if (typeof value === 'string') return present({ name: nameAt(value, path, longestName) });
  if (value === undefined) return undefined;
  const { id, name } = objectAt(value, path, ['id', 'name']);
  return present({ id: idAt(id, `${path}/id`, longestName), name: nameAt(name, `${path}/name`, longestName) });
}

/** An id alone, or an object. */
function chatAt(value: unknown, path: string): Draft['chat'] {
  if (value === undefined) return undefined;
  const isAlone = typeof value === 'string' || typeof value === 'number';
  const { id, title } = isAlone ? { id: value, title: undefined } : objectAt(value, path, ['id', 'title']);
  const chatId = idAt(id, isAlone ? path : `${path}/id`, longestName);
  if (chatId === undefined) throw new BodyFault(`${path}/id`, 'is missing.');
  return { id: chatId, ...present({ title: nameAt(title, `${path}/title`, 500) }) };
}

function attachmentsAt(value: unknown, path: string): readonly Attachment[] {
  if (value === undefined) return [];
  return listAt(value, path, mostAttachments).map((item, index) => attachmentAt(item, `${path}/${index}`));
}

function attachmentAt(value: unknown, path: string): Attachment {
  const given = objectAt(value, path, ['kind', 'url', 'ref', 'name', 'mediaType', 'sizeBytes']);
  const kind = kinds.find((name) => name === given['kind']);
  if (kind === undefined) throw new BodyFault(`${path}/kind`, `must be one of ${kinds.join(', ')}.`);
  const url = linkAt(given['url'], `${path}/url`);
  const ref = idAt(given['ref'], `${path}/ref`, 512);
  if (url === undefined && ref === undefined) throw new BodyFault(`${path}/url`, 'is missing, and so is a ref.');
  const isSize = (size: unknown) => (Number.isSafeInteger(size) && Number(size) >= 0 ? Number(size) : undefined);
  return {
    kind,
    ...present({
      url,
      ref,
      name: nameAt(given['name'], `${path}/name`, 255),
      mediaType: nameAt(given['mediaType'], `${path}/mediaType`, 127),
      sizeBytes: checked(given['sizeBytes'], `${path}/sizeBytes`, isSize, 'must be a whole number, 0 or more.'),
    }),
  };
}

function objectAt<const Name extends string>(
  value: unknown,
  path: string,
  names: readonly Name[],
): { [Member in Name]?: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BodyFault(path, 'must be an object.');
  const other = Object.keys(value).find((name) => !(names as readonly string[]).includes(name));
  if (other !== undefined) {
    const known = `The members are ${names.join(', ')}.`;
    throw new BodyFault(path + step(cleanText(other).slice(0, 60)), `is not known. ${known}`);
  }
  // Own members only: they were just compared with the names.
  return Object.assign(Object.create(null) as Members, value);
}

function listAt(value: unknown, path: string, mostItems: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new BodyFault(path, 'must be a list.');
  if (value.length > mostItems) throw new BodyFault(path, `has ${value.length} items; ${mostItems} are taken at once.`);
  return value;
}

function textAt(value: unknown, path: string, maxLength: number): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new BodyFault(path, 'must be a text.');
  const text = cleanText(value);
  if (text.length > maxLength) throw new BodyFault(path, `has ${text.length} characters; ${maxLength} are taken.`);
  return text;
}

function nameAt(value: unknown, path: string, maxLength: number): string | undefined {
  return textAt(value, path, maxLength) || undefined;
}

function idAt(value: unknown, path: string, maxLength: number): string | undefined {
  const message = `must be a whole number or a text of 1 to ${maxLength} characters without control characters.`;
  return checked(value, path, (id) => idFrom(id, maxLength), message);
}

function linkAt(value: unknown, path: string): string | undefined {
  return checked(value, path, urlFrom, 'must be an address that begins with http:// or https://.');
}

function checked<Value>(
  value: unknown,
  path: string,
  read: (value: unknown) => Value | undefined,
  message: string,
): Value | undefined {
  if (value === undefined) return undefined;
  const result = read(value);
  if (result === undefined) throw new BodyFault(path, message);
  return result;
}
