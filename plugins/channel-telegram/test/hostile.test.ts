import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { channel } from '@fairlead/sdk';
import { failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { type Connection, connect, pushed } from './connection.ts';
import { botToken, ok, pathOf, post, refusal, update } from './fake-bot-api.ts';

const path = pathOf('getUpdates');
const textsOf = ({ messages }: { messages: readonly { text: string }[] }) => messages.map(({ text }) => text);

/** Reads everything that waits, from this cursor on. */
async function drain(connection: Connection, cursor?: string) {
  const texts: string[] = [];
  for (let page = 0, at = cursor; page < 20; page++) {
    const poll = await connection.poll(at);
    texts.push(...textsOf(poll));
    if (!poll.more && poll.messages.length === 0) return texts;
    at = poll.cursor;
  }
  throw new Error('It does not end.');
}

describe('a storm of 429', () => {
  it('costs one request each and no message', async () => {
    await using connection = await connect();
    connection.bot.pending.push(update(1, post(1, 'one')));
    const { cursor } = await connection.poll();
    connection.bot.pending.push(update(2, post(2, 'two')));
    for (let count = 1; count <= 50; count++) {
      connection.vendor.once({ path }, refusal(429, 'Too Many Requests', { retry_after: count }));
      expect(await failureOf(connection.poll(cursor))).toMatchObject({
        code: 'rate_limited',
        retryAfterMs: count * 1_000,
      });
    }
    expect(connection.vendor.requests).toHaveLength(51);
    expect(await drain(connection, cursor)).toEqual(['two']);
  });

  it.each([
    ['a year', 31_536_000, 86_400_000],
    ['less than nothing', -5, undefined],
    ['half a second', 0.5, undefined],
    ['a text', '30', undefined],
    ['more than any number', 1e300, undefined],
    ['nothing', null, undefined],
  ])('that asks for %s is heard as far as it makes sense', async (_what, seconds, retryAfterMs) => {
    await using connection = await connect();
    connection.vendor.on({ path }, refusal(429, 'Too Many Requests', { retry_after: seconds }));
    const error = await failureOf(connection.poll());
    expect([error.code, error.retryAfterMs]).toEqual(['rate_limited', retryAfterMs]);
  });

  it('of a proxy in front, as a page with a header, is one too', async () => {
    await using connection = await connect();
    const page = { 'content-type': 'text/html', 'retry-after': '7' };
    connection.vendor.on({ path }, { status: 429, headers: page, body: '<html>slow down</html>' });
    expect(await failureOf(connection.poll())).toMatchObject({ code: 'rate_limited', retryAfterMs: 7_000 });
  });
});

describe('bodies', () => {
  it('cut anywhere lose nothing and confirm nothing', async () => {
    await using connection = await connect();
    const whole = JSON.stringify(ok([update(1, post(1, 'one')), update(2, post(2, 'two'))]).body);
    for (let end = 0; end < whole.length; end += 7) {
      connection.vendor.once({ path }, { body: whole.slice(0, end) });
      expect(await failureOf(connection.poll())).toMatchObject({ code: 'answer_unreadable' });
    }
    connection.vendor.once({ path }, { body: whole, fault: 'cut' });
    expect(await failureOf(connection.poll())).toMatchObject({ class: 'unavailable' });
    expect(connection.vendor.requests.every((request) => !request.text().includes('offset'))).toBe(true);
    connection.bot.pending.push(update(1, post(1, 'one')), update(2, post(2, 'two')));
    expect(await drain(connection)).toEqual(['one', 'two']);
  });

  it('with a message of ten megabytes give it as long as the contract allows, and the next one', async () => {
    await using connection = await connect();
    connection.bot.pending.push(update(1, post(1, '😀'.repeat(2_500_000))), update(2, post(2, 'two')));
    const { messages } = await connection.poll();
    expect(messages.map(({ text }) => text.length)).toEqual([262_144, 3]);
    expect(messages[0]?.text.isWellFormed()).toBe(true);
  });

  it('of more than a hundred updates could have are refused, and read in smaller parts', async () => {
    await using connection = await connect();
    const huge = Array.from({ length: 5 }, (_, index) =>
      update(index + 1, post(index + 1, `${index}`.repeat(5_000_000))),
    );
    connection.bot.pending.push(...huge);
    expect(await failureOf(connection.poll())).toMatchObject({ code: 'answer_unreadable' });
    const first = await connection.poll(undefined, 2);
    expect(first.messages).toHaveLength(2);
    expect(connection.bot.pending).toHaveLength(5);
  });

  it('that come a byte at a time end at the deadline', async () => {
    await using connection = await connect();
    connection.vendor.on({ path }, { ...ok([update(1, post(1, 'one'))]), fault: 'drip', everyMs: 5 });
    const failed = failureOf(connection.poll());
    await connection.vendor.received(1);
    await connection.clock.advance(31_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
  });

  it('whose head never ends, header by header, end at the deadline as well', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = setInterval(() => socket.write('x-more: x\r\n'), 5);
      socket.on('close', () => clearInterval(more));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connected = once(server, 'connection');
    const { port } = server.address() as AddressInfo;
    await using connection = await connect({ apiBase: `http://127.0.0.1:${port}` });
    const failed = failureOf(connection.poll());
    await connected;
    await connection.clock.advance(31_000);
    expect(await failed).toMatchObject({ class: 'unavailable' });
    server.close();
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('of %i is not followed, so that the token goes nowhere else', async (status) => {
    await using connection = await connect();
    await using thief = await startCounterparty();
    connection.vendor.on({ path: /./ }, { status, headers: { location: `${thief.url}/bot${botToken}/getUpdates` } });
    const polled = await failureOf(connection.poll());
    const sent = await failureOf(connection.send('x') as Promise<unknown>);
    expect([polled.code, sent.code]).toEqual(['answer_unreadable', 'answer_unreadable']);
    expect(thief.requests).toEqual([]);
    expect(JSON.stringify([polled, sent])).not.toContain('AAFakeToken');
  });
});

describe('another poller', () => {
  it('that comes and goes loses nothing', async () => {
    await using connection = await connect();
    const words = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
    for (let count = 1; count <= 10; count++) {
      connection.bot.pending.push(update(count, post(count, `number ${count}`)));
      connection.vendor.once({ path }, refusal(409, words));
      expect(await failureOf(connection.poll())).toMatchObject({ code: 'settings_invalid' });
    }
    expect(await drain(connection)).toHaveLength(10);
  });

  it('whose webhook comes back again and again is not fought: it is told, each time, and never removed', async () => {
    await using connection = await connect();
    connection.bot.webhook = { url: 'https://other.example/hook' };
    for (let count = 0; count < 5; count++) {
      expect(await failureOf(connection.poll())).toMatchObject({ code: 'settings_invalid' });
    }
    expect(connection.vendor.requests.some(({ path: asked }) => asked.endsWith('deleteWebhook'))).toBe(false);
  });
});

/** Values that nothing in the Bot API has at any place. */
const oddities: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  'x',
  '\u0000\ud800',
  'x'.repeat(70_000),
  '<script>',
  'javascript:alert(1)',
  [],
  [null],
  [[[[]]]],
  {},
  { id: {} },
  JSON.parse('{"__proto__":{"id":1},"constructor":1,"toString":2}'),
];

/** A message with every kind of member that is read. */
const full = {
  ...post(9, 'BUY'),
  from: { id: 5, first_name: 'A', last_name: 'B', username: 'ab' },
  author_signature: 'S',
  edit_date: 1_790_000_500,
  caption: 'C',
  reply_to_message: { message_id: 3 },
  external_reply: { message_id: 4, chat: { id: 7 } },
  entities: [{ type: 'text_link', url: 'https://x.example/' }],
  photo: [{ file_id: 'p', file_unique_id: 'u', width: 5, file_size: 9 }],
  document: { file_id: 'd', file_unique_id: 'v', file_name: 'n', mime_type: 'a/b', file_size: 1 },
  poll: { question: 'Q', options: [{ text: 'O' }] },
  checklist: { title: 'T', tasks: [{ text: 'K' }] },
  sender_chat: { id: 6, title: 'T' },
};

/** The message with one place changed, for each place and each oddity. */
function* changed(value: unknown): Generator<unknown> {
  yield* oddities;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    for (const other of changed(member)) {
      yield Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other };
    }
  }
}

describe('an update that is odd', () => {
  it('in any one place is a message of the contract, or kept; those around it are given', async () => {
    await using connection = await connect();
    const all = [...changed(full)];
    for (let start = 0; start < all.length; start += 98) {
      const odd = all
        .slice(start, start + 98)
        .map((message, index) => update(start + index + 2, message, 'edited_message'));
      const around = [update(start + 1, post(1, 'before')), ...odd, update(start + 100, post(2, 'after'))];
      connection.vendor.on({ path }, ok(around));
      const { messages, notes } = await connection.poll();
      expect([messages[0]?.text, messages.at(-1)?.text]).toEqual(['before', 'after']);
      expect((notes ?? []).length).toBeLessThanOrEqual(1);
    }
    expect(all.length).toBeGreaterThan(800);
  });

  it('in any one place does no more harm as a webhook', async () => {
    await using connection = await connect();
    for (const message of changed(full)) {
      const answer = await connection.plugin.invoke(channel.receive, pushed(update(1, message, 'message')));
      expect(answer).toMatchObject({ outcome: 'events' });
    }
  });

  it.each([100, 1_000, 3_000, 10_000, 100_000, 1_000_000])(
    'and nested %i deep does not stop the others',
    async (levels) => {
      await using connection = await connect();
      const deep = `{"update_id":2,"message":{"message_id":${'['.repeat(levels)}${']'.repeat(levels)}}}`;
      const [before, after] = [update(1, post(1, 'before')), update(3, post(2, 'after'))].map((one) =>
        JSON.stringify(one),
      );
      connection.vendor.on({ path }, { body: `{"ok":true,"result":[${before},${deep},${after}]}` });
      const poll = await connection.poll();
      expect(textsOf(poll)).toEqual(['before', 'after']);
      expect(poll.notes?.map(({ code }) => code)).toEqual(['update_unreadable']);
      expect(await connection.plugin.state.get('unread/2')).toMatchObject({ updateId: 2 });
    },
  );

  it('and repeated, out of order, or without a number among others changes nothing of what is given', async () => {
    await using connection = await connect();
    const [one, two] = [update(7, post(1, 'one')), update(5, post(2, 'two'))];
    connection.vendor.once({ path }, ok([one, two, one, { message: post(3, 'no number') }, null, 5]));
    const { cursor, messages } = await connection.poll();
    expect(new Set(messages.map(({ id }) => id)).size).toBe(2);
    await connection.poll(cursor);
    expect(connection.vendor.requests.at(-1)?.json()).toMatchObject({ offset: 8 });
  });
});

describe('clocks that disagree', () => {
  it('change neither what is read nor where reading goes on', async () => {
    await using connection = await connect();
    const years = [0, 1, 253_402_300_799, 253_402_300_800, 9e15];
    connection.bot.pending.push(...years.map((date, index) => update(index + 1, post(index + 1, 'x', { date }))));
    const { messages, cursor } = await connection.poll();
    expect(messages.map(({ sentAt }) => sentAt)).toEqual([
      undefined,
      '1970-01-01T00:00:01.000Z',
      '9999-12-31T23:59:59.000Z',
      undefined,
      undefined,
    ]);
    connection.clock.jump(-30 * 86_400_000);
    expect((await connection.poll(cursor)).messages).toEqual([]);
    expect(connection.vendor.requests.at(-1)?.json()).toMatchObject({ offset: 6 });
  });
});
