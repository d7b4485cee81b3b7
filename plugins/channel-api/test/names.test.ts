import { describe, expect, it } from 'vitest';
import { connect, hmacSigned, signed, withKey } from './connection.ts';

type Connection = Awaited<ReturnType<typeof connect>>;
const send = (connection: Connection, body: unknown, id = 'msg_1') =>
  signed(body, { id, atMs: connection.clock.now() });

describe('ids, revisions and repeats', () => {
  const edit = { id: 'a', change: 'edited', text: 'B' };

  it('give an edit and a deletion the id of their message and revisions of their own', async () => {
    await using connection = await connect();
    const messages = [
      { id: 'a', text: 'A' },
      { ...edit, revision: '2' },
      { id: 'a', change: 'deleted', revision: '2', text: 'what it was' },
      { id: 'a', change: 'deleted' },
    ];
    const taken = await connection.messages(send(connection, { messages }));
    expect(taken.map(({ id, change, revision, text }) => [id, change, revision, text])).toEqual([
      ['a', 'created', '0', 'A'],
      ['a', 'edited', '2', 'B'],
      ['a', 'deleted', 'deleted-2', ''],
      ['a', 'deleted', 'deleted', ''],
    ]);
  });

  it('make one edit of a delivery that comes twice, and two of the same words said at two times', async () => {
    await using connection = await connect();
    const revision = async (id: string, more: object = {}) =>
      (await connection.messages(send(connection, { ...edit, ...more }, id)))[0]?.revision;
    expect(await revision('msg_1')).toBe(await revision('msg_1'));
    expect(await revision('msg_1')).not.toBe(await revision('msg_2'));
    const sentAt = '2026-01-15T12:00:00Z';
    expect(await revision('msg_1', { sentAt })).toBe(await revision('msg_2', { sentAt }));
  });

  it('are those of the delivery where the body has none: webhook-id, else the signed time and the body', async () => {
    await using connection = await connect();
    const [standard] = await connection.messages(send(connection, { text: 'BUY' }, 'msg_77'));
    expect(standard?.id).toBe('msg_77');
    await using timed = await connect({ scheme: 'hmac', hmac: { timestampHeader: 'x-time' } });
    const seconds = Math.floor(timed.clock.now() / 1_000);
    const idAt = async (time: number) =>
      (await timed.messages(hmacSigned({ text: 'BUY' }, { time: String(time) })))[0]?.id;
    expect(await idAt(seconds)).toMatch(/^body-[\w-]{43}$/);
    expect(await idAt(seconds)).toBe(await idAt(seconds));
    expect(await idAt(seconds)).not.toBe(await idAt(seconds + 1));
  });

  it('of an api-key are the webhook-id or the body’s, because nothing else tells one request from another', async () => {
    await using connection = await connect({ scheme: 'api-key' });
    const genuine = withKey({ text: 'BUY' });
    const [plain] = await connection.messages(genuine);
    const named = { ...genuine, headers: { ...genuine.headers, 'webhook-id': 'n-1' } };
    expect(plain?.id).toMatch(/^body-/);
    expect((await connection.messages(named))[0]?.id).toBe('n-1');
  });

  it('make one dedupe key for one id, revision and change, and others for all others', async () => {
    await using connection = await connect();
    const keyOf = async (message: object) => {
      const answer = await connection.receive(send(connection, { text: 'x', ...message }));
      return answer.outcome === 'events' ? answer.events[0]?.dedupeKey : undefined;
    };
    const keys = [
      await keyOf({ id: 'a', revision: '1' }),
      await keyOf({ id: 'a","1', revision: '1' }),
      await keyOf({ id: 'a', revision: '1:2' }),
      await keyOf({ id: 'a:1', revision: '2' }),
      await keyOf({ id: 'a', revision: '1', change: 'edited' }),
      await keyOf({ id: '"'.repeat(400), revision: '1' }),
      await keyOf({ id: '"'.repeat(400), revision: '2' }),
    ];
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Math.max(...keys.map((key) => key?.length ?? 0))).toBeLessThanOrEqual(512);
    expect(await keyOf({ id: 'a', revision: '1' })).toBe(keys[0]);
  });

  it('of one body that are the same are one message, or refused where they say different things', async () => {
    await using connection = await connect();
    const one = { id: 'a', text: 'A' };
    expect(await connection.messages(send(connection, { messages: [one, one] }))).toHaveLength(1);
    const answer = await connection.fault(send(connection, { messages: [one, { id: 'a', text: 'B' }] }));
    expect(answer).toMatch(/^malformed: \/messages\/1 has the id and revision of another message/);
  });

  it('are told to the sender, as far as the answer has room', async () => {
    await using connection = await connect();
    const answer = async (body: unknown) => {
      const received = await connection.receive(send(connection, body));
      return received.outcome === 'events' ? (JSON.parse(received.response?.body ?? '') as unknown) : undefined;
    };
    expect(await answer({ text: 'x' })).toEqual({ accepted: 1, messages: [{ id: 'msg_1', revision: '0' }] });
    const messages = Array.from({ length: 1_000 }, (_, index) => ({ id: `${index}`.padEnd(300, 'x'), text: 'x' }));
    expect(await answer({ messages })).toEqual({ accepted: 1_000 });
  });
});
