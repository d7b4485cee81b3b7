import { type Counterparty, type Reply, startCounterparty } from '@fairlead/sdk/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi, type Problem } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const chat = (vendor: string) => ({ method: 'POST', path: `/${vendor}/chat/completions` });
const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15, cost: 0.000_25 };
const whole = (content: string, finish = 'stop'): Reply => ({
  body: {
    id: 'gen-1',
    model: 'acme/one',
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
    usage,
  },
});
const chunk = (part: object) => `data: ${JSON.stringify({ id: 'gen-1', model: 'acme/one', ...part })}\n\n`;
const piece = (content: string) => chunk({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const ending = `${chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage })}data: [DONE]\n\n`;
const streamed = (body: string): Reply => ({ headers: { 'content-type': 'text/event-stream' }, body });

/** The whole of it: HTTP, flow, guard, the plugin `ai-openrouter`, and two vendors that misbehave. */
describe('completions through the hub', () => {
  const cleanup = new AsyncDisposableStack();
  let hub: HubProcess;
  let api: Api;
  let vendor: Counterparty;
  const ids: string[] = [];

  beforeAll(async () => {
    const folder = cleanup.use(await temporaryFolder());
    vendor = cleanup.use(await startCounterparty());
    answerProbes();
    hub = await startHubProcess({ dataDir: folder.path });
    cleanup.defer(async () => void (await hub.stop()));
    api = createApi(hub.url);
    await api.signIn();
    for (const name of ['first', 'second']) {
      const settings = { apiBase: `${vendor.url}/${name}`, flavour: 'openrouter' };
      const connection = await api.ok<{ id: string }>('POST', '/api/connections', {
        body: {
          plugin: 'ai-openrouter',
          name,
          settings,
          allowedPrivateHosts: ['127.0.0.1'],
          secrets: { apiKey: `sk-test-${name}-0123456789abcdef` },
        },
      });
      const body = { name, connection: connection.id, model: 'acme/one', priority: ids.length };
      ids.push((await api.ok<{ id: string }>('POST', '/api/ai/configurations', { body })).id);
    }
  });
  afterAll(() => cleanup.disposeAsync());
  let tests = 0;
  afterEach(async () => {
    vendor.reset();
    answerProbes();
    tests += 1;
    // Each test begins with both ready: what changes ends its rest.
    const body = { timeoutMs: 2_000 + tests };
    for (const id of ids) await api.ok('PATCH', `/api/ai/configurations/${id}`, { body });
  });

  /** What the hub asks by itself. */
  const answerProbes = () => vendor.on({ method: 'GET', path: /\/key$/ }, { body: { data: { label: 'sk-test' } } });
  const turns = [{ role: 'user', content: 'hello?' }];
  const complete = (body: object = {}) =>
    api.ok<{ text: string; json?: unknown; configuration: string; usage: object }>('POST', '/api/ai/complete', {
      body: { turns, ...body },
    });

  test('answers with what it took', async () => {
    vendor.once(chat('first'), whole('hello'));
    expect(await complete()).toEqual({
      text: 'hello',
      configuration: ids[0],
      model: 'acme/one',
      usage: { promptTokens: 12, completionTokens: 3, costUsd: '0.00025' },
      cached: false,
    });
  });

  test.each<[string, Reply]>([
    ['a failure inside an answer of status 200', { body: { error: { code: 502, message: 'upstream failed' } } }],
    ['an answer without a choice', { body: { id: 'gen-1', model: 'acme/one', choices: [], usage } }],
    ['an account without credit', { status: 402, body: { error: { code: 402, message: 'no credit' } } }],
    [
      'a rate limit with a time',
      { status: 429, headers: { 'retry-after': '60' }, body: { error: { code: 429, message: 'slow' } } },
    ],
    ['a rate limit without one', { status: 429, body: { error: { code: 429, message: 'slow' } } }],
    ['a key that is refused', { status: 401, body: { error: { code: 401, message: 'no' } } }],
    ['an answer that was cut', { ...whole('hello'), fault: 'cut' }],
    ['a socket that hangs', { fault: 'hang' }],
    ['text where JSON was asked for', whole('Sure, here it is!')],
    ['JSON of another form', whole('{"b": 1}')],
    ['an answer that ran into a limit', whole('{"a"', 'length')],
  ])('asks the next after %s', async (_title, reply) => {
    vendor.once(chat('first'), reply);
    vendor.once(chat('second'), whole('{"a": 1}'));
    const schema = {
      type: 'object',
      properties: { a: { type: 'integer' } },
      required: ['a'],
      additionalProperties: false,
    };
    expect(await complete({ answerSchema: { name: 'a', schema } })).toMatchObject({
      json: { a: 1 },
      configuration: ids[1],
    });
    vendor.assertExpected();
  });

  test('streams, and says in the end who answered', async () => {
    vendor.once(chat('first'), { status: 503, body: { error: { code: 503, message: 'no' } } });
    vendor.once(chat('second'), streamed(piece('hel') + piece('lo') + ending));
    const answer = await api.call('POST', '/api/ai/complete', { body: { turns, stream: true } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = answer.text
      .trim()
      .split('\n\n')
      .map((block) => block.split('\n'));
    expect(events.map(([name]) => name)).toEqual(['event: text', 'event: text', 'event: done']);
    expect(JSON.parse(events.at(-1)?.[1]?.slice('data: '.length) ?? '')).toMatchObject({
      configuration: ids[1],
      usage: { costUsd: '0.00025' },
    });
  });

  test('ends a stream that was cut with an error', async () => {
    vendor.once(chat('first'), streamed(piece('hel')));
    const answer = await api.call('POST', '/api/ai/complete', { body: { turns, stream: true } });
    expect(answer.text).toMatch(/^event: text\n.*\n\nevent: error\ndata: \{"code":"answer_unreadable"/);
  });

  test('a stream with an idempotency key is refused, JSON with one is answered once', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const refused = await api.call('POST', '/api/ai/complete', { body: { turns, stream: true }, headers });
    expect(refused.json<Problem>()).toMatchObject({ status: 400, errors: [{ path: '/headers/idempotency-key' }] });
    vendor.once(chat('first'), whole('once'));
    const first = await api.call('POST', '/api/ai/complete', { body: { turns }, headers });
    const again = await api.call('POST', '/api/ai/complete', { body: { turns }, headers });
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test('when nobody answers it is a problem document with the last one’s reason', async () => {
    for (const name of ['first', 'second'])
      vendor.once(chat(name), { status: 402, body: { error: { code: 402, message: 'no' } } });
    const answer = await api.call('POST', '/api/ai/complete', { body: { turns } });
    expect(answer.json<Problem>()).toMatchObject({ status: 409, code: 'quota_exhausted' });
  });

  test('what was used adds up, and is grouped as asked', async () => {
    const { items, total } = await api.ok<{
      items: object[];
      total: { answered: number; failed: object; costUsd: string };
    }>('GET', '/api/ai/usage?groupBy=purpose');
    expect(items).toMatchObject([{ purpose: 'complete', configuration: null }]);
    expect(total.answered).toBeGreaterThanOrEqual(14);
    expect(total.failed).toMatchObject({ not_json: 1, not_of_schema: 1, credentials_invalid: 1, timeout: 1 });
    expect(total.costUsd).toMatch(/^0\.00\d+$/);
  });
});
