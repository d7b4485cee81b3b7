import { describe, expect, it } from 'vitest';
import { json, streamedReply, wholeReply, events } from './chat-api.ts';
import { connect } from './connection.ts';

const choice = (part: object) => ({ body: { model: 'm', choices: [{ finish_reason: 'stop', ...part }] } });

describe('an answer', () => {
  it.each([
    [
      'whose content is null, because a tool was called',
      { finish_reason: 'tool_calls', message: { content: null } },
      '',
      'other',
    ],
    ['whose reason is missing', { finish_reason: null, message: { content: 'a' } }, 'a', 'other'],
    ['in which the model declines', { message: { content: null, refusal: 'I cannot.' } }, '', 'filtered'],
    [
      'in parts, of which one is a thought',
      {
        message: {
          content: [
            { type: 'thinking', thinking: [] },
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      },
      'ab',
      'stop',
    ],
    ['with half a character', { message: { content: 'a\ud83d' } }, 'a\ufffd', 'stop'],
  ])('%s is read for what it is', async (_title, part, text, finish) => {
    await using connection = await connect();
    connection.answers(choice(part));
    expect(await connection.complete()).toEqual({ text, finish, model: 'm' });
  });

  it('that does not name its model is that of the model that was asked', async () => {
    await using connection = await connect({ flavour: 'openai-compatible' });
    connection.answers({ body: { choices: [{ finish_reason: 'stop', message: { content: 'a' } }] } });
    expect(await connection.complete()).toMatchObject({ model: 'acme/large' });
  });

  it.each([
    [
      'a provider that failed',
      { error: { code: 502, message: 'Upstream', metadata: { provider_name: 'Acme' } } },
      'vendor_error',
    ],
    ['a provider that is busy', { error: { code: 429, message: 'Busy' } }, 'rate_limited'],
    ['only the reason', { finish_reason: 'error' }, 'vendor_error'],
  ])('with a choice that says %s is that failure', async (_title, part, code) => {
    await using connection = await connect();
    connection.answers(choice({ message: { content: 'half of' }, ...part }));
    await expect(connection.complete()).rejects.toMatchObject({ code });
  });

  it('longer than the contract allows is refused', async () => {
    await using connection = await connect();
    connection.answers(choice({ message: { content: 'x'.repeat(2_000_001) } }));
    await expect(connection.complete()).rejects.toMatchObject({ code: 'answer_unreadable' });
  });
});

describe('the cost', () => {
  const answer = (usage: string, content = 'a') =>
    json(
      `{"usage":${usage},"model":"m","choices":[{"finish_reason":"stop","message":{"content":${JSON.stringify(content)}}}]}`,
    );
  const counted = (cost: string) => `{"prompt_tokens":1,"completion_tokens":2${cost}}`;

  it.each([
    [
      'in a text that speaks of it',
      counted(',"cost":0.12345678901234567891'),
      'my "cost":9 and \\"cost":8',
      '0.12345678901234567891',
    ],
    ['told twice', counted(',"cost":0.10000000000000000001,"details":{"cost":0.2}'), 'a', '0.10000000000000000001'],
    ['with an exponent and spaces', counted(', "cost" : 1.5e-06 '), 'a', '0.0000015'],
    ['under a name with an escape', counted(',"\\u0063ost":0.5'), 'a', '0.5'],
    ['as a text', counted(',"cost":"0.50"'), 'a', '0.5'],
    ['of nothing', counted(',"cost":0'), 'a', '0'],
    ['that is null', counted(',"cost":null'), 'a', undefined],
    ['below zero', counted(',"cost":-1'), 'a', undefined],
    ['elsewhere', '{"prompt_tokens":1,"completion_tokens":2},"cost":7', 'a', undefined],
  ])('%s is read digit by digit, or not at all', async (_title, usage, content, costUsd) => {
    await using connection = await connect();
    connection.answers(answer(usage, content));
    const { usage: read } = await connection.complete();
    expect(read).toEqual({ promptTokens: 1, completionTokens: 2, ...(costUsd === undefined ? {} : { costUsd }) });
  });

  it.each([
    '{}',
    'null',
    '[]',
    '{"prompt_tokens":1}',
    '{"prompt_tokens":-1,"completion_tokens":2}',
    '{"prompt_tokens":1.5,"completion_tokens":2}',
  ])('and the tokens of %s are not known', async (usage) => {
    await using connection = await connect();
    connection.answers(answer(usage));
    expect(await connection.complete()).not.toHaveProperty('usage');
  });
});

describe('a stream', () => {
  const answer = { pieces: ['one ', 'two'], finish: 'stop', model: 'm' } as const;

  it('that the server gives in one piece is given as parts all the same', async () => {
    await using connection = await connect();
    connection.answers(wholeReply({ ...answer, usage: { promptTokens: 1, completionTokens: 2, costUsd: '0.5' } }));
    expect(await connection.stream()).toEqual([
      { type: 'text', text: 'one two' },
      {
        type: 'done',
        finish: 'stop',
        model: 'm',
        id: expect.any(String),
        usage: { promptTokens: 1, completionTokens: 2, costUsd: '0.5' },
      },
    ]);
  });

  it('is over with its marker, whatever the server sends behind it or fails to', async () => {
    await using connection = await connect();
    const { body, ...reply } = streamedReply(answer);
    connection.answers({ ...reply, body: `${String(body)}data: {"error":{"code":500}}\n\n`, fault: 'stall' });
    expect((await connection.stream()).map(({ type }) => type)).toEqual(['text', 'text', 'done']);
    await connection.vendor.abandoned(1);
  });

  it.each(['text/plain; charset=utf-8', 'application/octet-stream', ''])('may be called “%s”', async (type) => {
    await using connection = await connect();
    const { body } = streamedReply(answer);
    connection.answers({ body, headers: type === '' ? {} : { 'content-type': type } });
    expect((await connection.stream()).map(({ type: kind }) => kind)).toEqual(['text', 'text', 'done']);
  });

  it('may leave out the last line ends', async () => {
    await using connection = await connect();
    const { body, ...reply } = streamedReply(answer);
    connection.answers({ ...reply, body: String(body).trimEnd() });
    expect((await connection.stream()).at(-1)).toMatchObject({ type: 'done', finish: 'stop' });
  });

  it('keeps the halves of a character together, and a long piece within the contract', async () => {
    await using connection = await connect();
    const long = '\u{1f680}'.repeat(200_000);
    const delta = (content: string) => JSON.stringify({ model: 'm', choices: [{ delta: { content } }] });
    const end = JSON.stringify({ choices: [{ delta: {}, finish_reason: 'stop' }] });
    connection.answers(
      events(delta('a\ud83d'), delta('\ude80b\ud83d'), delta(''), delta(`\ude80${long}\ud83d`), end, '[DONE]'),
    );
    const texts = (await connection.stream()).flatMap((part) => (part.type === 'text' ? [part.text] : []));
    expect(texts.join('')).toBe(`a\u{1f680}b\u{1f680}${long}\ufffd`);
    expect(texts.every((text) => text.length <= 262_144 && text !== '')).toBe(true);
  });

  it.each([
    ['OpenAI’s', { error: { message: 'The server had an error', type: 'server_error', code: null } }, 'vendor_error'],
    ['a text', { error: 'model crashed' }, 'vendor_error'],
    [
      'a lack of quota',
      { error: { message: 'No quota', type: 'insufficient_quota', code: 'insufficient_quota' } },
      'quota_exhausted',
    ],
    ['not JSON', '{"choices":[{"delta"', 'answer_unreadable'],
    ['a list', [], 'answer_unreadable'],
    ['a piece that is no text', { choices: [{ delta: { content: 7 } }] }, 'answer_unreadable'],
  ])('with an event that is %s fails', async (_title, event, code) => {
    await using connection = await connect();
    connection.answers(events(typeof event === 'string' ? event : JSON.stringify(event), '[DONE]'));
    await expect(connection.stream()).rejects.toMatchObject({ code });
  });

  it('of an event without an end is refused before it is held', async () => {
    await using connection = await connect();
    connection.answers({
      headers: { 'content-type': 'text/event-stream' },
      body: `data: ${'x'.repeat(9 * 1_048_576)}`,
      fault: 'stall',
    });
    await expect(connection.stream()).rejects.toMatchObject({ code: 'answer_unreadable' });
    await connection.vendor.abandoned(1);
  });

  it('that falls silent for as long as the call may take is a timeout', async () => {
    await using connection = await connect();
    connection.answers({ ...events('{"choices":[{"delta":{"content":"a"}}]}'), fault: 'stall' });
    const failed = connection.stream().catch((error: unknown) => error);
    await connection.vendor.received(1);
    await connection.clock.settle();
    await connection.clock.advance(60_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
  });

  it('refused with an endless page is given up after its beginning', async () => {
    await using connection = await connect();
    connection.answers({ status: 502, body: 'x'.repeat(1_000_000), fault: 'stall' });
    await expect(connection.stream()).rejects.toMatchObject({ code: 'vendor_error' });
    await connection.vendor.abandoned(1);
  });
});
