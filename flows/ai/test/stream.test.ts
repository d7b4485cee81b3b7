import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type CompletionPart, FairleadError } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fails, hangs, type Streaming, whole } from './scripted-provider.ts';
import { activeConnection, type FlowHarness, flowHarness } from './flow-harness.ts';

let hub: FlowHarness;
beforeEach(async () => {
  hub = await flowHarness();
});
afterEach(() => hub.dispose());

interface SentEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const turns = [{ role: 'user', content: 'hello?' }];
const open = async (body: object = {}, signal?: AbortSignal): Promise<Readable> => {
  const request = { body: { turns, stream: true, ...body }, ...(signal === undefined ? {} : { signal }) };
  const answer = await hub.answer('POST', '/api/ai/complete', request);
  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  return answer.body as Readable;
};
const read = async (stream: Readable): Promise<readonly SentEvent[]> => {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const [event = '', data = ''] = block.split('\n').map((line) => line.replace(/^(event|data): /, ''));
      return { event, data: JSON.parse(data) as Record<string, unknown> };
    });
};

/** Gives these parts, then ends or throws. */
const gives = (parts: readonly CompletionPart[], end?: Error): Streaming =>
  async function* () {
    yield* parts;
    if (end !== undefined) throw end;
  };
const piece = (text: string): CompletionPart => ({ type: 'text', text });
const done = (part: object = {}): CompletionPart => ({
  type: 'done',
  finish: 'stop',
  model: 'scripted-1',
  usage: { promptTokens: 5, completionTokens: 2, costUsd: '0.01' },
  ...part,
});

test('pieces come as text events, and the last says who answered and what it took', async () => {
  const first = await hub.configure();
  hub.provider('p1').answer = () => whole('hello');
  expect(await read(await open())).toEqual([
    { event: 'text', data: { text: 'hel' } },
    { event: 'text', data: { text: 'lo' } },
    {
      event: 'done',
      data: {
        configuration: first.id,
        model: 'scripted-1',
        usage: { promptTokens: 100, completionTokens: 10, costUsd: '0.001' },
        cached: false,
      },
    },
  ]);
  expect(await hub.total()).toMatchObject({ answered: 1, costUsd: '0.001' });
});

test('before the first piece the next is asked', async () => {
  await hub.configure();
  await hub.configure({ connection: 'p2' });
  hub.provider('p1').answer = fails(() => new FairleadError('vendor_error'));
  expect((await read(await open())).at(-1)?.event).toBe('done');
  expect(await hub.total()).toMatchObject({ answered: 1, failed: { vendor_error: 1 } });
});

test('a stream that ends before it has said anything is no answer: the next is asked', async () => {
  await hub.configure();
  await hub.configure({ connection: 'p2' });
  hub.provider('p1').stream = gives([done({ finish: 'length' })]);
  expect((await read(await open())).at(-1)?.event).toBe('done');
  expect(await hub.total()).toMatchObject({ failed: { cut_short: 1 }, costUsd: '0.011' });
  hub.provider('p1').stream = gives([]);
  expect((await read(await open())).at(-1)?.event).toBe('done');
});

test('when nobody begins it is an error like any other, not a stream', async () => {
  await hub.configure();
  hub.provider('p1').answer = fails(() => new FairleadError('vendor_rejected'));
  await expect(open()).rejects.toMatchObject({ code: 'vendor_rejected' });
});

test.each([
  ['is cut off', gives([piece('hel')]), 'answer_unreadable', { failed: { answer_unreadable: 1 }, costUsd: '0' }],
  [
    'breaks',
    gives([piece('hel')], new FairleadError('vendor_error')),
    'vendor_error',
    { failed: { vendor_error: 1 }, costUsd: '0' },
  ],
  [
    'runs into a limit',
    gives([piece('hel'), done({ finish: 'length' })]),
    'answer_unreadable',
    { failed: { cut_short: 1 }, costUsd: '0.01' },
  ],
])(
  'a stream that %s after its first piece ends with an error, and nobody else is asked',
  async (_title, stream, code, sums) => {
    await hub.configure();
    await hub.configure({ connection: 'p2' });
    hub.provider('p1').stream = stream;
    const events = await read(await open());
    expect(events.map(({ event }) => event)).toEqual(['text', 'error']);
    expect(events.at(-1)?.data).toMatchObject({ code });
    expect(hub.provider('p2').asked).toEqual([]);
    expect(await hub.total()).toMatchObject({ answered: 0, ...sums });
  },
);

test('three streams that are cut make a provider rest', async () => {
  await hub.configure();
  hub.provider('p1').stream = gives([piece('hel')]);
  for (let count = 0; count < 3; count++) await read(await open());
  await expect(open()).rejects.toMatchObject({ code: 'breaker_open' });
});

test('a provider that begins nothing within its timeout is passed by', async () => {
  await hub.configure({ timeoutMs: 3_000 });
  await hub.configure({ connection: 'p2' });
  hub.provider('p1').answer = hangs();
  const opened = open();
  await hub.clock.advance(3_000);
  expect((await read(await opened)).at(-1)?.event).toBe('done');
  expect(hub.provider('p1').aborted).toBe(1);
  expect(await hub.total()).toMatchObject({ failed: { timeout: 1 } });
});

test('a stream that stalls ends with its deadline', async () => {
  await hub.configure();
  hub.provider('p1').stream = async function* (_request, { signal }) {
    yield piece('hel');
    await once(signal, 'abort');
  };
  const reading = open({ timeoutMs: 10_000 }).then(read);
  await hub.clock.advance(10_000);
  expect((await reading).at(-1)).toMatchObject({ event: 'error', data: { code: 'timeout' } });
  expect(hub.provider('p1').aborted).toBe(1);
});

test('no more is taken from a provider than its reader takes', async () => {
  await hub.configure();
  let given = 0;
  hub.provider('p1').stream = async function* () {
    for (; given < 1_000; given++) yield piece('x');
    yield done();
  };
  const stream = await open();
  const iterator = stream[Symbol.asyncIterator]();
  await iterator.next();
  await hub.clock.settle();
  expect(given).toBeLessThan(100);
  stream.destroy();
});

test.each(['before the first read', 'after the first read'])(
  'a reader that goes away %s ends the provider’s call, which is recorded',
  async (when) => {
    await hub.configure();
    hub.provider('p1').stream = async function* (_request, { signal }) {
      yield piece('hel');
      await once(signal, 'abort');
    };
    const stream = await open();
    if (when === 'after the first read') await stream[Symbol.asyncIterator]().next();
    stream.destroy();
    await hub.clock.settle();
    expect(hub.provider('p1').aborted).toBe(1);
    expect(await hub.total()).toMatchObject({ answered: 0, failed: { cancelled: 1 } });
  },
);

test('a reader that reads nothing for half a minute is dropped', async () => {
  await hub.configure();
  hub.provider('p1').stream = async function* () {
    for (let count = 0; count < 100; count++) yield piece('x');
    yield done();
  };
  const stream = await open();
  stream.read(0);
  await hub.clock.advance(31_000);
  expect(stream.destroyed).toBe(true);
  expect(await hub.total()).toMatchObject({ failed: { cancelled: 1 } });
});

test('with a schema the last piece holds the JSON, or the stream ends with an error', async () => {
  await hub.configure();
  const schema = { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false };
  hub.provider('p1').answer = () => whole('{"a": 1}');
  expect((await read(await open({ answerSchema: { name: 'a', schema } }))).at(-1)?.data).toMatchObject({
    json: { a: 1 },
  });
  hub.provider('p1').answer = () => whole('{"b": 1}');
  expect((await read(await open({ answerSchema: { name: 'a', schema } }))).at(-1)?.data).toMatchObject({
    code: 'answer_unreadable',
    details: { fault: 'not_of_schema' },
  });
});

test('a stream takes no idempotency key, since it cannot be given again', async () => {
  await hub.configure();
  const request = { body: { turns, stream: true }, idempotencyKey: 'k1' };
  await expect(hub.answer('POST', '/api/ai/complete', request)).rejects.toMatchObject({ code: 'invalid_request' });
  expect(hub.provider('p1').asked).toEqual([]);
});

test('who cannot stream is passed by, and still answers in one piece', async () => {
  hub.connections.set('p1', activeConnection('p1', { operations: { 'ai-provider': ['complete'] } }));
  await hub.configure();
  await expect(open()).rejects.toMatchObject({ code: 'connection_inactive' });
  expect(await hub.call('POST', '/api/ai/complete', { body: { turns } })).toMatchObject({
    text: 'hello',
    cached: false,
  });
});
