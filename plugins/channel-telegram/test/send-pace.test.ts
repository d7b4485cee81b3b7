import { channel, type FairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { createSendPace } from '../src/send-pace.ts';
import { connect } from './connection.ts';
import { ok, pathOf, post, refusal } from './fake-bot-api.ts';

const signal = new AbortController().signal;

/** When messages to these chats go out, milliseconds from the first; a text where none does. */
async function times(chats: readonly string[], timeoutMs = 3_600_000): Promise<(number | string)[]> {
  const clock = new FakeClock();
  const pace = createSendPace(clock);
  const sent: (number | string)[] = chats.map(() => 'waits');
  for (const [index, chat] of chats.entries()) {
    void pace.turn(chat, { signal, timeoutMs }).then(
      () => {
        sent[index] = clock.monotonic();
      },
      (error: FairleadError) => {
        sent[index] = `${error.code} ${error.retryAfterMs}`;
      },
    );
  }
  while (clock.pending > 0 || sent.includes('waits')) await clock.advance(clock.nextDueMs ?? 0);
  return sent;
}

/** The most of these moments that lie within one window of this length. */
function mostWithin(moments: readonly number[], windowMs: number): number {
  const within = moments.map(
    (start) => moments.filter((moment) => moment >= start && moment < start + windowMs).length,
  );
  return Math.max(...within);
}

/** Numbers from 0 up to `below` without a pattern, the same in every run. */
function numbers(seed: number, below: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

describe('the pace', () => {
  it('is one message a second in a chat, in the order in which they were given', async () => {
    expect(await times(['7', '7', '8', '7'])).toEqual([0, 1_000, 0, 2_000]);
  });

  it('is twenty a minute in a group, and in a channel by its name, whatever letters it is written with', async () => {
    const group = await times(Array.from({ length: 41 }, () => '-1001'));
    expect([group[19], group[20], group[39], group[40]]).toEqual([19_000, 60_000, 79_000, 120_000]);
    const named = await times(Array.from({ length: 21 }, (_, index) => (index % 2 === 0 ? '@Signals' : '@signals')));
    expect(named[20]).toBe(60_000);
    const person = await times(Array.from({ length: 21 }, () => '77'));
    expect(person[20]).toBe(20_000);
  });

  it('is thirty a second to all chats', async () => {
    const all = await times(Array.from({ length: 70 }, (_, index) => String(index + 1)));
    expect(Map.groupBy(all, (moment) => moment)).toEqual(
      new Map([
        [0, all.slice(0, 30)],
        [1_000, all.slice(30, 60)],
        [2_000, all.slice(60)],
      ]),
    );
  });

  it('holds whatever is sent to whomever, and in each chat the order', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const next = numbers(seed, 40);
      const names = Array.from({ length: 160 }, () => (next() < 20 ? `-${(next() % 4) + 1}` : String(next() + 1)));
      const moments = (await times(names)) as number[];
      expect(mostWithin(moments, 1_000)).toBeLessThanOrEqual(30);
      for (const name of new Set(names)) {
        const own = moments.filter((_, index) => names[index] === name);
        expect(own).toEqual(own.toSorted((one, other) => one - other));
        expect(mostWithin(own, 1_000)).toBe(1);
        const isGroup = name.startsWith('-');
        expect(mostWithin(own, 60_000)).toBeLessThanOrEqual(isGroup ? 20 : 60);
      }
    }
  });

  it('says at once what does not fit into the call, and keeps no turn for it', async () => {
    const sent = await times(['7', '7', '7', '7', '7', '8'], 8_000);
    expect(sent).toEqual([0, 1_000, 2_000, 3_000, 'rate_limited 4000', 0]);
  });

  it('gives the turn of whoever gave up to the next', async () => {
    const clock = new FakeClock();
    const pace = createSendPace(clock);
    const stop = new AbortController();
    await pace.turn('7', { signal, timeoutMs: 20_000 });
    const given = pace.turn('7', { signal: stop.signal, timeoutMs: 20_000 });
    stop.abort(new Error('given up'));
    await expect(given).rejects.toThrow('given up');
    const next = pace.turn('7', { signal, timeoutMs: 20_000 });
    await clock.advance(1_000);
    await next;
    expect(clock.monotonic()).toBe(1_000);
  });
});

describe('sending', () => {
  const path = pathOf('sendMessage');

  it('waits for its turn within the call, and sends then', async () => {
    await using connection = await connect();
    connection.vendor.on({ path }, ok(post(9, 'x')));
    await connection.send('one');
    const second = connection.send('two');
    await connection.clock.advance(999);
    expect(connection.vendor.requests).toHaveLength(1);
    await connection.clock.advance(1);
    expect(await second).toMatchObject({ outcome: 'sent' });
    expect(connection.vendor.requests).toHaveLength(2);
  });

  it('asks nothing while the turn is further away than the call lasts', async () => {
    await using connection = await connect();
    connection.vendor.on({ path }, ok(post(9, 'x')));
    await connection.send('one');
    const input = { chatId: '-1001', text: 'two', reference: 'r-2' };
    const short = connection.plugin.invoke(channel.send, input, { timeoutMs: 5_500 });
    await expect(short).rejects.toMatchObject({ code: 'rate_limited', class: 'rate_limited', retryAfterMs: 1_000 });
    expect(connection.vendor.requests).toHaveLength(1);
    expect(connection.clock.pending).toBe(0);
  });

  it('asks nothing in a chat in which Telegram wants a pause, and goes on in others', async () => {
    await using connection = await connect();
    const limit = refusal(429, 'Too Many Requests: retry after 40', { retry_after: 40 });
    connection.vendor.once({ path }, limit);
    connection.vendor.on({ path }, ok(post(9, 'x')));
    await expect(connection.send('one')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 40_000 });
    for (let attempt = 0; attempt < 50; attempt++) {
      await expect(connection.send('again')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 40_000 });
    }
    expect(connection.vendor.requests).toHaveLength(1);
    expect(await connection.send('elsewhere', { chatId: '55' })).toMatchObject({ outcome: 'sent' });
    await connection.clock.advance(40_000);
    expect(await connection.send('later')).toMatchObject({ outcome: 'sent' });
  });

  it('that waited for its turn is held back by a pause that came in the meantime', async () => {
    await using connection = await connect();
    connection.vendor.on({ path }, refusal(429, 'Too Many Requests: retry after 40', { retry_after: 40 }));
    const [first, second] = [connection.send('one'), connection.send('two')];
    second.catch(() => undefined);
    await expect(first).rejects.toMatchObject({ code: 'rate_limited' });
    await connection.clock.advance(1_000);
    await expect(second).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 39_000 });
    expect(connection.vendor.requests).toHaveLength(1);
  });

  it('does not wait where the settings say that nobody has to', async () => {
    await using connection = await connect({ paceSending: false });
    connection.vendor.on({ path }, ok(post(9, 'x')));
    await Promise.all([connection.send('one'), connection.send('two')]);
    expect(connection.vendor.requests).toHaveLength(2);
  });

  it('takes no turn for what is refused without asking', async () => {
    await using connection = await connect();
    connection.vendor.on({ path }, ok(post(9, 'x')));
    expect(await connection.send('x'.repeat(4_097))).toMatchObject({ code: 'text_too_long' });
    expect(await connection.send('one')).toMatchObject({ outcome: 'sent' });
  });
});
