import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { connect, signed } from './connection.ts';

type Connection = Awaited<ReturnType<typeof connect>>;
const send = (connection: Connection, body: unknown, type?: string) =>
  signed(body, { atMs: connection.clock.now(), ...(type === undefined ? {} : { type }) });
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

it.each([
  ['half a document', '{"text":"BU'],
  ['a number', '7'],
  ['a text', '"BUY"'],
  ['null', 'null'],
  ['NaN', '{"text":NaN}'],
  ['two documents', '{"text":"a"}{"text":"b"}'],
  ['a comment', '{"text":"a"/* b */}'],
  ['a form', 'text=BUY&id=5'],
  ['XML', '<text>BUY</text>'],
  ['nothing', ''],
])('refuses %s', async (_what, body) => {
  await using connection = await connect();
  expect(await connection.fault(send(connection, body))).toMatch(
    /^malformed: The body (is not JSON|must be a JSON object)/,
  );
});

it('refuses bytes that are no UTF-8, and takes a byte order mark', async () => {
  await using connection = await connect();
  const broken = Buffer.from('{"text":"caf\xe9"}', 'latin1');
  expect(await connection.fault(send(connection, broken))).toBe('malformed: The body is not UTF-8.');
  expect(await connection.fault(send(connection, broken, 'text/plain'))).toBe('malformed: The body is not UTF-8.');
  const [marked] = await connection.messages(send(connection, '\uFEFF{"text":"café"}'));
  expect(marked?.text).toBe('café');
});

it('refuses compressed bodies by name', async () => {
  await using connection = await connect();
  const genuine = send(connection, gzipSync('{"text":"BUY"}'));
  const compressed = { ...genuine, headers: { ...genuine.headers, 'content-encoding': 'gzip' } };
  expect(await connection.fault(compressed)).toBe('malformed: Compressed bodies are not taken.');
});

it.each([
  ['where nothing is', (part: string) => `{"text":"x","other":${part}}`],
  ['as the text', (part: string) => `{"text":${part}}`],
  ['as the whole', (part: string) => part],
])('refuses nesting deeper than a stack %s', async (_where, around) => {
  await using connection = await connect();
  expect(await connection.fault(send(connection, around(deep(400_000))))).toMatch(/^malformed: /);
});

it('takes NUL and halves of characters out of texts, and refuses them in ids', async () => {
  await using connection = await connect();
  const [message] = await connection.messages(
    send(connection, String.raw`{"text":"a\u0000b\ud83dc","title":"\udc00"}`),
  );
  expect([message?.text, message?.title]).toEqual(['ab\uFFFDc', '\uFFFD']);
  for (const id of [String.raw`a\u0000`, String.raw`\ud83d`, String.raw`a\nb`]) {
    expect(await connection.fault(send(connection, `{"text":"x","id":"${id}"}`))).toMatch(/^malformed: \/id must be/);
  }
});

it('does not let a body reach what objects inherit', async () => {
  await using connection = await connect();
  for (const body of [
    '{"text":"x","__proto__":{"title":"y"}}',
    '{"text":"x","constructor":{}}',
    '{"__proto__":{"text":"x"}}',
  ]) {
    expect(await connection.fault(send(connection, body))).toMatch(
      /^malformed: \/(__proto__|constructor) is not known/,
    );
  }
  const nested = '{"text":"x","author":{"__proto__":{"name":"y"}}}';
  expect(await connection.fault(send(connection, nested))).toMatch(/^malformed: \/author\/__proto__ is not known/);
  expect(({} as { title?: unknown }).title).toBeUndefined();
});

it('takes the last of members with one name, as JSON.parse does', async () => {
  await using connection = await connect();
  const [message] = await connection.messages(send(connection, '{"text":"first","text":"last"}'));
  expect(message?.text).toBe('last');
});

it('keeps every digit of a number that is an id', async () => {
  await using connection = await connect();
  const bodies = ['9007199254740993', '9007199254740992', '-1001234567890123456'];
  const ids = [];
  for (const id of bodies) ids.push((await connection.messages(send(connection, `{"text":"x","id":${id}}`)))[0]?.id);
  expect(ids).toEqual(bodies);
  expect(await connection.fault(send(connection, '{"text":"x","id":1e400}'))).toMatch(/^malformed: \/id/);
});

it('reads a mebibyte of members at once, and is never given more', async () => {
  await using connection = await connect();
  const many = `{"text":"x",${Array.from({ length: 70_000 }, (_, index) => `"k${index}":1`).join(',')}}`;
  expect(await connection.fault(send(connection, many))).toMatch(/^malformed: \/k0 is not known/);
  const huge = send(connection, `{"text":"${'x'.repeat(10_000_000)}"}`);
  await expect(connection.receive(huge)).rejects.toMatchObject({ code: 'input_invalid' });
});

it('logs and keeps nothing of what a sender says', async () => {
  await using connection = await connect();
  await connection.messages(send(connection, { text: 'a word that nobody else should read' }));
  await connection.fault(send(connection, { txt: 'and another' }));
  expect([connection.plugin.logs, connection.plugin.state.entries.size]).toEqual([[], 0]);
});
