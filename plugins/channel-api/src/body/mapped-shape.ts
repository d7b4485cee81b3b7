import type { Settings } from '../settings.ts';
import { BodyFault } from './body-fault.ts';
import {
  type Draft,
  longestId,
  longestName,
  longestRevision,
  longestText,
  longestTitle,
  mostMessages,
} from './draft.ts';
import { valueAt } from './json-pointer.ts';
import { present } from './present.ts';
import { anyTimeFrom, cleanText, idFrom, urlFrom } from './values.ts';

export type Mapping = Settings['mapping'] & { readonly textField: string };

const changes = ['created', 'edited', 'deleted'] as const;

/**
 * Reads a body of another shape. Its sender cannot be changed, so whatever is not needed and cannot be used is left
 * out; without a text there is no message, and with an unknown change nobody knows what it is.
 * @throws BodyFault
 */
export function readMappedShape(document: object, mapping: Mapping): readonly Draft[] {
  const path = mapping.listField ?? '';
  const list = mapping.listField === undefined ? document : valueAt(document, mapping.listField);
  if (!Array.isArray(list)) {
    if (mapping.listField !== undefined) throw new BodyFault(path, 'must be a list.');
    return [readMapped(document, mapping, '')];
  }
  if (list.length > mostMessages)
    throw new BodyFault(path, `has ${list.length} items; ${mostMessages} are taken at once.`);
  return list.map((item, index) => readMapped(item, mapping, `${path}/${index}`));
}

function readMapped(item: unknown, mapping: Mapping, path: string): Draft {
  const at = (pointer: string | undefined) => (pointer === undefined ? undefined : valueAt(item, pointer));
  const text = (pointer: string | undefined, maxLength: number) =>
    textFrom(at(pointer))?.slice(0, maxLength).toWellFormed();
  const change = changeFrom(at(mapping.changeField), path + (mapping.changeField ?? ''));
  const chatId = idFrom(at(mapping.chatField), longestName);
  const author = present({
    id: idFrom(at(mapping.authorIdField), longestName),
    name: text(mapping.authorField, longestName),
  });
  const told = change === 'deleted' ? '' : textAt(at(mapping.textField), path + mapping.textField);
  return {
    path,
    idPath: path + (mapping.idField ?? ''),
    revisionPath: path + (mapping.revisionField ?? ''),
    change,
    text: told,
    attachments: [],
    ...present({
      id: idFrom(at(mapping.idField), longestId),
      revision: idFrom(at(mapping.revisionField), longestRevision),
      title: change === 'deleted' ? undefined : text(mapping.titleField, longestTitle),
      author: Object.keys(author).length === 0 ? undefined : author,
      chat: chatId === undefined ? undefined : { id: chatId, ...present({ title: text(mapping.chatTitleField, 500) }) },
      replyTo: idFrom(at(mapping.replyToField), longestId),
      sentAt: anyTimeFrom(at(mapping.sentAtField)),
      link: urlFrom(at(mapping.linkField)),
    }),
  };
}

function changeFrom(value: unknown, path: string): Draft['change'] {
  const change = value === undefined || value === null ? 'created' : changes.find((name) => name === value);
  if (change === undefined) throw new BodyFault(path, `must be one of ${changes.join(', ')}.`);
  return change;
}

function textAt(value: unknown, path: string): string {
  const text = textFrom(value);
  if (text === undefined || text.trim() === '') throw new BodyFault(path, 'has no text.');
  if (text.length > longestText) throw new BodyFault(path, `has ${text.length} characters; ${longestText} are taken.`);
  return text;
}

/** Of a number its digits; of an object or a list nothing. */
function textFrom(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? cleanText(value) : '';
  return text === '' ? undefined : text;
}
