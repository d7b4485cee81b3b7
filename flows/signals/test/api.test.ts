import type { Aggregate, Repository } from '@fairlead/core/flow-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signalId } from '../src/model/ids.ts';
import { connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const buy = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const id = signalId(connectionId, 'm1', 0);
const params = { id };
const channel = { connectionId };

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

const idOf = ({ data }: { readonly data: { readonly [name: string]: unknown } }) => data['id'] as string;

interface Page {
  readonly items: readonly { readonly messageId: string }[];
  readonly nextCursor: string | null;
}

test('signals are listed newest first, in pages, by status, channel, symbol, side and time', async () => {
  for (const [index, symbol] of ['EURUSD', 'GBPUSD', 'AUDUSD'].entries()) {
    await harness.clock.advance(60_000);
    await harness.say({ id: `m${index}`, text: `${symbol} BUY NOW 1.1000\nSL 1.0950\nTP 1.1100` });
  }
  const list = async (query: object) => harness.call<Page>('GET', '/api/signals', { query });
  const idsOf = ({ items }: Page) => items.map(({ messageId }) => messageId);
  const first = await list({ limit: 2 });
  expect(idsOf(first)).toEqual(['m2', 'm1']);
  expect(idsOf(await list({ limit: 2, cursor: first.nextCursor }))).toEqual(['m0']);
  expect(idsOf(await list({ symbol: 'GBPUSD', status: 'review', side: 'buy', connection: connectionId }))).toEqual([
    'm1',
  ]);
  expect(idsOf(await list({ status: 'published' }))).toEqual([]);
  const from = new Date(harness.clock.now() - 60_000).toISOString();
  expect(idsOf(await list({ from }))).toEqual(['m2', 'm1']);
  expect(idsOf(await list({ to: from }))).toEqual(['m0']);
});

test('one signal shows where in its message everything stands, and what happened to it', async () => {
  await harness.say({ id: 'm1', text: buy });
  const shown = await harness.call<{
    evidence: { start: number; end: number; text: string }[];
    message: { text: string };
  }>('GET', '/api/signals/{id}', { params });
  expect(shown).toMatchObject({
    status: 'review',
    history: [{ what: 'received' }, { what: 'review' }],
    reasons: [{}, {}],
  });
  expect(shown.evidence.length).toBeGreaterThan(3);
  for (const { start, end, text } of shown.evidence) expect(shown.message.text.slice(start, end)).toBe(text);
  await expect(harness.call('GET', '/api/signals/{id}', { params: { id: 'x' } })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('from a message one finds what it was read as, its revisions, and the signals and updates it became', async () => {
  const event = await harness.say({ id: 'm1', text: buy });
  await harness.say({ id: 'm2', text: 'Close it now', replyTo: 'm1' });
  const chatter = await harness.say({ id: 'm3', text: 'Good morning everyone' });
  const of = async (revision: string) =>
    harness.call<{ revisions: unknown[]; updates: { messageId: string }[] }>('GET', '/api/signals/readings/{id}', {
      params: { id: revision },
    });
  expect(await of(idOf(event))).toMatchObject({
    connection: connectionId,
    messageId: 'm1',
    kind: 'signal',
    revisions: [{ id: idOf(event), change: 'created', kind: 'signal' }],
    signals: [{ id, symbol: 'XAUUSD' }],
    updates: [],
  });
  expect(await of(idOf(chatter))).toMatchObject({ kind: 'chatter', signals: [], updates: [] });
  const edited = await harness.say({ id: 'm2', change: 'edited', text: 'Close half now', replyTo: 'm1' });
  const update = await of(idOf(edited));
  expect(update).toMatchObject({ kind: 'update', signals: [] });
  expect(update.revisions).toHaveLength(2);
  expect(update.updates.map(({ messageId }) => messageId)).toEqual(update.updates.map(() => 'm2'));
  expect(update.updates.length).toBeGreaterThan(0);
  await expect(of('none')).rejects.toMatchObject({ code: 'not_found' });
});

test('a reviewer publishes, with their name in the history; a second time does not fit', async () => {
  await harness.say({ id: 'm1', text: buy });
  expect(await harness.call('POST', '/api/signals/{id}/publish', { params })).toMatchObject({ status: 'published' });
  expect((await harness.signal('m1'))?.history.at(-1)).toMatchObject({ by: 'u1@example.com', what: 'published' });
  await expect(harness.call('POST', '/api/signals/{id}/publish', { params })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('what the checks refuse is published only with an override and its reason, which is kept', async () => {
  await harness.say({ id: 'm1', text: 'XAUUSD BUY 4329\nTP 4334' });
  const publish = (body: object) => harness.call('POST', '/api/signals/{id}/publish', { params, body });
  await expect(publish({})).rejects.toMatchObject({ code: 'conflict', details: { reject: 'no_stop_loss' } });
  await publish({ override: { reason: 'stop is set at the broker' } });
  expect((await harness.signal('m1'))?.history.at(-1)?.details).toBe('override: stop is set at the broker');
});

test('an edit is checked anew and waits in review; what stays wrong stays named', async () => {
  await harness.say({ id: 'm1', text: 'XAUUSD BUY 4329\nTP 4334\nSL 4340' });
  expect((await harness.signal('m1'))?.status).toBe('rejected');
  const edit = (body: object) => harness.call('POST', '/api/signals/{id}/edit', { params, body });
  expect(await edit({ stopLoss: '4335' })).toMatchObject({ status: 'review', valid: false, reject: 'sl_wrong_side' });
  expect(await edit({ stopLoss: '4320.0', entry: ['4330', '4328'] })).toMatchObject({
    valid: true,
    stopLoss: '4320',
    entry: ['4328', '4330'],
  });
  expect((await harness.signal('m1'))?.history.at(-1)).toMatchObject({
    by: 'u1@example.com',
    details: 'entry: ["4329","4329"] → ["4328","4330"]; stopLoss: "4335" → "4320"',
  });
  await harness.call('POST', '/api/signals/{id}/publish', { params });
  await expect(edit({ stopLoss: '4321' })).rejects.toMatchObject({ code: 'conflict' });
});

test('a reviewer rejects a signal, and withdraws one that is published with it', async () => {
  await harness.configure({ policy: loosest });
  await harness.say({ id: 'm1', text: buy });
  await harness.call('POST', '/api/signals/{id}/reject', { params, body: { reason: 'news in five minutes' } });
  expect(await harness.told(id)).toEqual(['signal.parsed', 'signal.published', 'signal.withdrawn', 'signal.rejected']);
});

test('of two reviewers the second is told that the signal has changed', async () => {
  await harness.say({ id: 'm1', text: buy });
  const { headers } = await harness.answer('GET', '/api/signals/{id}', { params });
  const ifMatch = Number(String(headers['etag']).replaceAll('"', ''));
  await harness.call('POST', '/api/signals/{id}/edit', { params, body: { stopLoss: '4321' }, ifMatch });
  await expect(harness.call('POST', '/api/signals/{id}/publish', { params, ifMatch })).rejects.toMatchObject({
    code: 'version_conflict',
  });
});

test('a text is tried with what would become of it, and nothing is stored', async () => {
  const attempt = (body: object) => harness.call('POST', '/api/parsers/try', { body });
  expect(await attempt({ text: buy })).toMatchObject({
    kind: 'signal',
    signals: [{ symbol: 'XAUUSD', entry: ['4329', '4329'], takeProfits: ['4334', '4339'], runner: false, valid: true }],
    actions: [],
    decision: { outcome: 'review', reasons: [{ code: 'auto_publish_off' }, {}] },
    ai: null,
  });
  await harness.configure({ policy: loosest });
  expect(await attempt({ text: buy, connection: connectionId })).toMatchObject({ decision: { outcome: 'publish' } });
  expect(await attempt({ text: 'Good morning everyone' })).toMatchObject({
    kind: 'chatter',
    decision: { outcome: 'ignore' },
  });
  expect(await attempt({ text: 'Move SL to 4325' })).toMatchObject({
    kind: 'update',
    actions: [{ type: 'move_sl', price: '4325' }],
    decision: { outcome: 'apply' },
  });
  expect(await attempt({ text: 'XAUUSD BUY 4329\nTP 4334\nSL 4340' })).toMatchObject({
    signals: [{ valid: false, reject: 'sl_wrong_side' }],
    decision: { outcome: 'reject' },
  });
  const text = 'shiny BUY 4329\nTP 4334\nSL 4320';
  expect(await attempt({ text })).toMatchObject({ signals: [] });
  expect(await attempt({ text, rules: { symbolAliases: { shiny: 'XAUUSD' } } })).toMatchObject({
    signals: [{ symbol: 'XAUUSD' }],
  });
  expect(await harness.signals()).toEqual([]);
});

test('rules are versioned: each change keeps what was, an older one comes back, and a stale change is refused', async () => {
  const path = '/api/parsers/{connectionId}';
  const put = (body: object, ifMatch?: number) =>
    harness.call('PUT', path, { params: channel, body, ...(ifMatch === undefined ? {} : { ifMatch }) });
  expect(await harness.call('GET', path, { params: channel })).toMatchObject({
    version: 0,
    policy: { publish: { enabled: false } },
  });
  await put({ rules: { defaultSymbol: 'XAUUSD' } });
  await put({ rules: { defaultSymbol: 'EURUSD' }, policy: { edits: 'auto' } }, 1);
  await expect(put({}, 1)).rejects.toMatchObject({ code: 'version_conflict' });
  const { items } = await harness.call<{ items: unknown[] }>('GET', `${path}/versions`, { params: channel });
  expect(items).toMatchObject([{ version: 1, rules: { defaultSymbol: 'XAUUSD' }, changedBy: 'u1@example.com' }]);
  await harness.call('POST', `${path}/restore`, { params: channel, body: { version: 1 } });
  expect(await harness.call('GET', path, { params: channel })).toMatchObject({
    version: 3,
    rules: { defaultSymbol: 'XAUUSD' },
  });
  await harness.call('DELETE', path, { params: channel });
  expect(await harness.call('GET', '/api/parsers')).toEqual({ items: [], nextCursor: null });
  expect(await harness.call('GET', path, { params: channel })).toMatchObject({ rules: {} });
});

test('a threshold below one half, and rules of a connection that is not there, are refused', async () => {
  await expect(harness.configure({ policy: { publish: { minConfidence: 0.4 } } })).rejects.toMatchObject({
    code: 'invalid_request',
  });
  await expect(harness.configure({}, 'none')).rejects.toMatchObject({ code: 'not_found' });
});

test('a template is learnt from three examples, and reads what the rules alone do not', async () => {
  const text = (pair: string, side: string, price: string, stop: string, target: string) =>
    `#${pair} :: ${side}\nZ> ${price}\nX> ${stop}\nW> ${target}`;
  const examples = [
    {
      text: text('EURUSD', 'BUY', '1.1000', '1.0950', '1.1100'),
      symbol: 'EURUSD',
      side: 'buy',
      entry: ['1.1000'],
      stopLoss: '1.0950',
      takeProfits: ['1.1100'],
    },
    {
      text: text('GBPUSD', 'SELL', '1.3000', '1.3050', '1.2900'),
      symbol: 'GBPUSD',
      side: 'sell',
      entry: ['1.3000'],
      stopLoss: '1.3050',
      takeProfits: ['1.2900'],
    },
    {
      text: text('AUDUSD', 'BUY', '0.6500', '0.6450', '0.6600'),
      symbol: 'AUDUSD',
      side: 'buy',
      entry: ['0.6500'],
      stopLoss: '0.6450',
      takeProfits: ['0.6600'],
    },
  ];
  const { template } = await harness.call<{ template: object }>('POST', '/api/parsers/{connectionId}/templates/learn', {
    params: channel,
    body: { examples },
  });
  const body = { text: text('NZDUSD', 'SELL', '0.6000', '0.6050', '0.5900'), rules: { templates: [template] } };
  expect(await harness.call('POST', '/api/parsers/try', { body })).toMatchObject({
    signals: [{ symbol: 'NZDUSD', side: 'sell', entry: ['0.6', '0.6'], stopLoss: '0.605', takeProfits: ['0.59'] }],
  });
});

test('a replay tells which messages other rules read otherwise, changes no signal, and goes on after a crash', async () => {
  await harness.dispose();
  const crash = breaksOnce(2);
  harness = await flowHarness({ wrap: crash.wrap });
  for (let index = 0; index < 120; index += 1) {
    const text = index % 10 === 0 ? 'shiny BUY 4329\nTP 4334\nSL 4320' : 'Good morning everyone';
    harness.store({ id: `m${index}`, text });
  }
  await harness.clock.advance(1_000);
  const { id: replay } = await harness.call<{ id: string }>('POST', '/api/parsers/{connectionId}/replay', {
    params: channel,
    body: { rules: { symbolAliases: { shiny: 'XAUUSD' } } },
  });
  const show = (query = {}) =>
    harness.call<{ items: unknown[] }>('GET', '/api/parsers/replays/{id}', { params: { id: replay }, query });
  const [job] = harness.jobs;
  // What the second page found is written, and that it is done is not.
  await expect(harness.runJobs()).rejects.toThrow('crash');
  expect(await show()).toMatchObject({ status: 'running', counts: { messages: 50, changed: 5 } });
  harness.jobs.push(job as never);
  await harness.runJobs();
  const shown = await show({ limit: 5 });
  expect(shown).toMatchObject({
    status: 'done',
    counts: { messages: 120, changed: 12, after: { chatter: 108, signal: 12 } },
  });
  expect(shown.items).toHaveLength(5);
  expect(shown.items[0]).toMatchObject({ messageId: 'm0', after: { signals: [{ symbol: 'XAUUSD' }] } });
  expect((await show()).items).toHaveLength(12);
  expect(await harness.signals()).toEqual([]);
});

/** Breaks off where a replay would note that it is done with a page. */
function breaksOnce(page: number) {
  let isBroken = false;
  const wrap = <State>(repository: Repository<State>): Repository<State> =>
    Object.assign(Object.create(repository) as Repository<State>, {
      async commit(aggregate: Aggregate<State>, version: number) {
        const { pages } = aggregate.state as { readonly pages?: number };
        if (!isBroken && pages === page) {
          isBroken = true;
          throw new Error('crash');
        }
        return repository.commit(aggregate, version);
      },
      get: (id: string) => repository.get(id),
      list: (options: Parameters<typeof repository.list>[0]) => repository.list(options),
      update: (id: string, change: Parameters<typeof repository.update>[1]) => repository.update(id, change),
      count: (where: Parameters<typeof repository.count>[0]) => repository.count(where),
    });
  return { wrap };
}
