import { expect, it } from 'vitest';
import { readMessage } from '../src/message.ts';
import { readJson } from '../src/reading.ts';
import { post } from './fake-bot-api.ts';

it('reads a post of a channel', () => {
  const reply = { reply_to_message: { message_id: 6 }, author_signature: 'Ann' };
  expect(readMessage(post(7, 'XAUUSD BUY', reply), false)).toEqual({
    id: '-1001234567890:7',
    change: 'created',
    revision: '0',
    chat: { id: '-1001234567890', title: 'Signals' },
    author: { id: '-1001234567890', name: 'Ann' },
    replyTo: '-1001234567890:6',
    sentAt: '2026-09-21T14:13:27.000Z',
    text: 'XAUUSD BUY',
    link: 'https://t.me/c/1234567890/7',
    attachments: [],
  });
});

it('reads who wrote a message in a chat of two, and links to none', () => {
  const chat = { id: 42, type: 'private', first_name: 'Bo', last_name: 'Lee' };
  const message = readMessage({ message_id: 1, date: 1, chat, from: { id: 42, first_name: 'Bo' }, text: 'hi' }, false);
  expect(message).toMatchObject({ chat: { id: '42', title: 'Bo Lee' }, author: { id: '42', name: 'Bo' } });
  expect(message?.link).toBeUndefined();
});

it('gives plain text, with the addresses that it hides as links', () => {
  const entities = [
    { type: 'bold', offset: 0, length: 4 },
    { type: 'text_link', offset: 5, length: 4, url: 'https://example.com/a' },
    { type: 'text_link', offset: 5, length: 4, url: 'tg://user?id=1' },
  ];
  const message = readMessage(post(1, 'Look <b>here</b>', { entities }), false);
  expect(message?.text).toBe('Look <b>here</b>');
  expect(message?.attachments).toEqual([{ kind: 'link', url: 'https://example.com/a' }]);
});

it('gives a caption as the text, and the largest photo and other files by their ids', () => {
  const media = {
    text: undefined,
    caption: 'Chart',
    photo: [
      { file_id: 'big', width: 800, file_size: 900 },
      { file_id: 'small', width: 90 },
    ],
    document: { file_id: 'doc', file_name: 'a.pdf', mime_type: 'application/pdf', file_size: 12 },
    voice: { file_id: 'v' },
  };
  const message = readMessage(post(1, '', media), false);
  expect(message?.text).toBe('Chart');
  expect(message?.attachments).toEqual([
    { kind: 'image', ref: 'big', sizeBytes: 900 },
    { kind: 'document', ref: 'doc', name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 12 },
    { kind: 'audio', ref: 'v' },
  ]);
});

it('reads the words of a poll, and keeps a message without words', () => {
  const poll = { question: 'Up or down?', options: [{ text: 'Up' }, { text: 'Down' }] };
  expect(readMessage(post(1, '', { text: undefined, poll }), false)?.text).toBe('Up or down?\nUp\nDown');
  expect(readMessage(post(1, '', { text: undefined, dice: { value: 3 } }), false)?.text).toBe('');
});

it('tells apart two edits within one second, and not the same edit given twice', () => {
  const revision = (text: string, more: object = {}) =>
    readMessage(post(1, text, { edit_date: 1_790_000_100, ...more }), true)?.revision;
  expect(revision('a')).toBe(revision('a'));
  expect(revision('a')).not.toBe(revision('b'));
  expect(revision('a')).not.toBe(revision('a', { edit_date: 1_790_000_101 }));
  const photo = (id: string) => ({ photo: [{ file_id: id, file_unique_id: 'same', width: 1 }] });
  expect(revision('a', photo('first'))).toBe(revision('a', photo('second')));
});

it('keeps every digit of ids beyond 2^53', () => {
  const message = readJson('{"message_id":9007199254740993,"chat":{"id":-9223372036854775807},"text":"x"}');
  expect(readMessage(message, false)?.id).toBe('-9223372036854775807:9007199254740993');
});

it.each([
  [null, /not an object/],
  [{ message_id: 1 }, /which chat/],
  [{ chat: { id: 1 } }, /message_id/],
  [{ message_id: 1, chat: { id: 1.5 } }, /which chat/],
  [{ message_id: 1, chat: { id: 1 }, text: 7 }, /text is not a text/],
])('says what is wrong with %j', (value, message) => {
  expect(() => readMessage(value, false)).toThrow(message);
});
