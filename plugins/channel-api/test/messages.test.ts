import { describe, expect, it } from 'vitest';
import { bytes, connect, request, signed } from './connection.ts';

type Connection = Awaited<ReturnType<typeof connect>>;
const send = (connection: Connection, body: unknown, id = 'msg_1', type?: string) =>
  signed(body, { id, atMs: connection.clock.now(), ...(type === undefined ? {} : { type }) });

describe('the own shape', () => {
  it('gives every member of a message', async () => {
    await using connection = await connect();
    const [message] = await connection.messages(
      send(connection, {
        id: 5_512,
        text: 'XAUUSD buy 2650\nSL 2640',
        title: 'Gold',
        author: { id: 9, name: 'Ada' },
        chat: { id: '-100200', title: 'Signals' },
        replyTo: '5511',
        sentAt: '2026-01-15T14:00:00+02:00',
        link: 'https://chat.example/5512',
        attachments: [
          { kind: 'image', url: 'https://chat.example/a.png', sizeBytes: 12 },
          { kind: 'audio', ref: 'f-1' },
        ],
      }),
    );
    expect(message).toEqual({
      id: '5512',
      change: 'created',
      revision: '0',
      text: 'XAUUSD buy 2650\nSL 2640',
      title: 'Gold',
      author: { id: '9', name: 'Ada' },
      chat: { id: '-100200', title: 'Signals' },
      replyTo: '5511',
      sentAt: '2026-01-15T12:00:00.000Z',
      link: 'https://chat.example/5512',
      attachments: [
        { kind: 'image', url: 'https://chat.example/a.png', sizeBytes: 12 },
        { kind: 'audio', ref: 'f-1' },
      ],
    });
  });

  it('needs a text only, and takes names for author and chat', async () => {
    await using connection = await connect();
    const [message] = await connection.messages(send(connection, { text: 'hello', author: 'Ada', chat: 'room' }));
    expect(message).toMatchObject({ id: 'msg_1', text: 'hello', author: { name: 'Ada' }, chat: { id: 'room' } });
  });

  it('takes a message of a picture without words, and one of a title', async () => {
    await using connection = await connect();
    const picture = { text: '', attachments: [{ kind: 'image', ref: 'f-1' }] };
    const messages = [picture, { text: '', title: 'Gold' }].map((message, index) => ({
      id: String(index),
      ...message,
    }));
    expect(await connection.messages(send(connection, { messages }))).toHaveLength(2);
  });

  it('takes up to a thousand at once, in their order, and none at all', async () => {
    await using connection = await connect();
    const messages = Array.from({ length: 1_000 }, (_, index) => ({ text: `number ${index}` }));
    const taken = await connection.messages(send(connection, { messages }));
    expect([taken.length, taken[999]?.text, taken[999]?.id]).toEqual([1_000, 'number 999', 'msg_1#999']);
    expect(await connection.messages(send(connection, { messages: [] }))).toEqual([]);
    const tooMany = { messages: [...messages, { text: 'one more' }] };
    expect(await connection.fault(send(connection, tooMany))).toBe(
      'malformed: /messages has 1001 items; 1000 are taken at once.',
    );
  });

  it.each([
    [{}, '/text is missing.'],
    [{ text: 5 }, '/text must be a text.'],
    [{ text: ' ' }, '/text is empty, and there is neither a title nor an attachment.'],
    [{ text: 'x', txt: 'y' }, '/txt is not known. The members are id, text, change,'],
    [{ text: 'x', change: 'updated' }, '/change must be one of created, edited, deleted.'],
    [{ text: 'x', change: 'edited' }, '/id is missing: it says which message was changed.'],
    [{ id: 'a', text: 'x', change: 'edited', revision: '0' }, '/revision must not be 0'],
    [{ text: 'x', id: '' }, '/id must be a whole number or a text of 1 to 400 characters'],
    [{ text: 'x', id: 'a\u0000b' }, '/id must be'],
    [{ text: 'x', id: 1.5 }, '/id must be'],
    [{ text: 'x', sentAt: '15.01.2026' }, '/sentAt must be a time such as'],
    [{ text: 'x', sentAt: '2026-01-15T12:00:00' }, '/sentAt must be a time'],
    [{ text: 'x', sentAt: 1_768_478_400 }, '/sentAt must be a time'],
    [{ text: 'x', link: 'javascript:alert(1)' }, '/link must be an address'],
    [{ text: 'x', author: 5 }, '/author must be an object.'],
    [{ text: 'x', author: { nick: 'a' } }, '/author/nick is not known. The members are id, name.'],
    [{ text: 'x', chat: { title: 'a' } }, '/chat/id is missing.'],
    [{ text: 'x', attachments: [{ kind: 'image' }] }, '/attachments/0/url is missing, and so is a ref.'],
    [{ text: 'x', attachments: [{ kind: 'film', ref: 'a' }] }, '/attachments/0/kind must be one of'],
    [{ text: 'x', attachments: [{ kind: 'image', ref: 'a', sizeBytes: -1 }] }, '/attachments/0/sizeBytes must be'],
    [{ messages: {} }, '/messages must be a list.'],
    [{ messages: [{ text: 'x' }, { text: '' }] }, '/messages/1/text is empty'],
    [{ messages: [{ text: 'x' }, 'y'] }, '/messages/1 must be an object.'],
    [{ messages: [], text: 'x' }, '/text is not known. The members are messages.'],
    [{ 'a/b~c': 1 }, '/a~1b~0c is not known.'],
    [[{ text: 'x' }], 'must be an object.'],
    [{ text: 'x'.repeat(262_145) }, '/text has 262145 characters; 262144 are taken.'],
  ])('refuses %j and names the place', async (body, expected) => {
    await using connection = await connect();
    const answer = await connection.receive(send(connection, body));
    expect(answer).toMatchObject({
      outcome: 'invalid',
      reason: 'malformed',
      detail: expect.stringContaining(expected),
    });
  });

  it('takes all of a body or nothing of it', async () => {
    await using connection = await connect();
    const answer = await connection.receive(send(connection, { messages: [{ text: 'right' }, { text: 7 }] }));
    expect(answer).toEqual({ outcome: 'invalid', reason: 'malformed', detail: '/messages/1/text must be a text.' });
  });
});

describe('plain text', () => {
  it('is a message as it stands', async () => {
    await using connection = await connect();
    const text = 'EURUSD crossing 1.0850\n';
    const [message] = await connection.messages(send(connection, text, 'msg_1', 'text/plain; charset=utf-8'));
    expect(message).toMatchObject({ id: 'msg_1', text, change: 'created', attachments: [] });
  });

  it('that is empty is none', async () => {
    await using connection = await connect();
    expect(await connection.fault(send(connection, ' \n', 'msg_1', 'text/plain'))).toBe(
      'malformed: The body is empty.',
    );
  });

  it('is not made of signed JSON by whoever changes the content type on the way', async () => {
    await using connection = await connect();
    const genuine = send(connection, { id: 'a', text: 'BUY' });
    const changed = { ...genuine, headers: { ...genuine.headers, 'content-type': 'text/plain' } };
    expect(await connection.receive(changed)).toEqual(await connection.receive(genuine));
  });
});

describe('a mapping', () => {
  const mapping = {
    textField: '/alert/message',
    idField: '/alert/id',
    authorField: '/by/name',
    chatField: '/room',
    titleField: '/alert/a~1b~0c',
    sentAtField: '/at',
    linkField: '/url',
    changeField: '/op',
  };

  it('reads a body of another shape', async () => {
    await using connection = await connect({ mapping });
    const body = {
      alert: { id: 17, message: 'Gold up', 'a/b~c': 'Alarm' },
      by: { name: 'Bot' },
      room: 7,
      at: 1_768_478_400_000,
      url: 'https://x.example/1',
      more: [1, 2],
    };
    const [message] = await connection.messages(send(connection, body));
    expect(message).toEqual({
      id: '17',
      change: 'created',
      revision: '0',
      text: 'Gold up',
      title: 'Alarm',
      author: { name: 'Bot' },
      chat: { id: '7' },
      sentAt: '2026-01-15T12:00:00.000Z',
      link: 'https://x.example/1',
      attachments: [],
    });
  });

  it('leaves out what is not needed and cannot be used, and names what is needed and missing', async () => {
    await using connection = await connect({ mapping });
    const odd = { alert: { id: {}, message: 'Gold up' }, by: [], room: '', at: 'noon', url: 'ftp://x', op: null };
    const [message] = await connection.messages(send(connection, odd));
    expect(message).toEqual({ id: 'msg_1', change: 'created', revision: '0', text: 'Gold up', attachments: [] });
    expect(await connection.fault(send(connection, { alert: {} }))).toBe('malformed: /alert/message has no text.');
    const gone = { alert: { message: 'x' }, op: 'gone' };
    expect(await connection.fault(send(connection, gone))).toMatch(/^malformed: \/op must be one of/);
    const deleted = { alert: {}, op: 'deleted' };
    expect(await connection.fault(send(connection, deleted))).toMatch(/^malformed: \/alert\/id is missing/);
  });

  it('reads lists, and a place in a list', async () => {
    await using connection = await connect({ mapping: { textField: '/parts/1', idField: '/id', listField: '/items' } });
    const items = [
      { id: 1, parts: ['no', 'one'] },
      { id: 2, parts: ['no', 'two'] },
    ];
    const messages = await connection.messages(send(connection, { items }));
    expect(messages.map(({ id, text }) => `${id} ${text}`)).toEqual(['1 one', '2 two']);
    const [broken] = [{ items: [...items, { id: 3, parts: [] }] }];
    expect(await connection.fault(send(connection, broken))).toBe('malformed: /items/2/parts/1 has no text.');
    await using root = await connect({ mapping: { textField: '/text' } });
    expect(await root.messages(send(root, [{ text: 'a' }, { text: 'b' }]))).toHaveLength(2);
  });

  it('finds own members only', async () => {
    for (const textField of ['/constructor/name', '/__proto__/x', '/toString', '/length']) {
      await using connection = await connect({ mapping: { textField } });
      expect(await connection.fault(send(connection, { a: 1 }))).toBe(`malformed: ${textField} has no text.`);
    }
    await using connection = await connect({ mapping: { textField: '/__proto__/x' } });
    const [message] = await connection.messages(send(connection, '{"__proto__": {"x": "its own"}}'));
    expect(message?.text).toBe('its own');
  });
});

it('answers anything but POST with what to do', async () => {
  await using connection = await connect();
  const genuine = send(connection, { text: 'x' });
  expect(await connection.fault({ ...genuine, method: 'GET' })).toBe('malformed: Messages are sent with POST.');
  expect(await connection.fault(request(bytes(''), {}))).toMatch(/^signature_missing/);
});
