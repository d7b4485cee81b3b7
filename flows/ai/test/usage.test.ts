import { StorageError } from '@fairlead/core';
import type { Repository } from '@fairlead/core/flow-api';
import { FairleadError } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalCollection as journal } from '../src/usage/journal.ts';
import type { UsageState } from '../src/usage/sums.ts';
import { fails, hangs, whole } from './scripted-provider.ts';
import { type FlowHarness, flowHarness, type ShownConfiguration } from './flow-harness.ts';

/** What a repository's commits do first; a test changes it. */
let beforeCommit: (name: string, state: unknown) => Promise<void>;
let hub: FlowHarness;
beforeEach(async () => {
  beforeCommit = async () => {};
  const wrap = <State>(repository: Repository<State>, name: string): Repository<State> => {
    const commit: typeof repository.commit = async (aggregate, version) => {
      await beforeCommit(name, aggregate.state);
      return repository.commit(aggregate, version);
    };
    return new Proxy(repository, {
      get: (target, member) => {
        if (member === 'commit') return commit;
        const value: unknown = Reflect.get(target, member);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  hub = await flowHarness({ wrap });
});
afterEach(() => hub.dispose());

const lines = async (query: object) =>
  (await hub.call<{ items: Record<string, unknown>[] }>('GET', '/api/ai/usage', { query })).items;

test('tokens and cost are summed exactly by configuration, model, purpose, prompt and day', async () => {
  const first = await hub.configure();
  hub.provider('p1').answer = () =>
    whole('hi', { usage: { promptTokens: 3, completionTokens: 2, costUsd: '0.0000001' } });
  for (let count = 0; count < 3; count++) await hub.ask();
  await hub.ask({ purpose: 'report' });
  await hub.clock.advance(86_400_000);
  hub.provider('p1').answer = () =>
    whole('hi', { model: 'other', usage: { promptTokens: 1, completionTokens: 1, costUsd: '0.3' } });
  await hub.ask();
  const range = { from: '2026-01-15', to: '2026-01-17' };
  expect(await lines({ ...range, groupBy: ['purpose'] })).toMatchObject([
    {
      purpose: 'complete',
      answered: 4,
      promptTokens: 10,
      completionTokens: 7,
      costUsd: '0.3000003',
      configuration: null,
    },
    { purpose: 'report', answered: 1, costUsd: '0.0000001' },
  ]);
  expect(await lines({ ...range, groupBy: ['day', 'model'] })).toMatchObject([
    { day: '2026-01-16', model: 'other', answered: 1, costUsd: '0.3' },
    { day: '2026-01-15', model: 'scripted-1', answered: 4, costUsd: '0.0000004' },
  ]);
  expect(await lines({})).toMatchObject([{ configuration: first.id, name: first.name, answered: 1 }]);
  expect(await hub.total(range)).toMatchObject({ answered: 5, costUsd: '0.3000004' });
});

test('where the vendor tells no cost, the configuration’s prices make it; without prices it is not known', async () => {
  await hub.configure({ promptUsdPerMillion: '0.15', completionUsdPerMillion: '0.6' });
  hub.provider('p1').answer = () => whole('hi', { usage: { promptTokens: 1_001, completionTokens: 7 } });
  await hub.ask();
  expect(await hub.total()).toMatchObject({ costUsd: '0.00015435', unpriced: 0 });
  await hub.configure({ priority: 0 });
  await hub.ask();
  expect(await hub.total()).toMatchObject({ costUsd: '0.00015435', unpriced: 1, answered: 2 });
});

test('an answer is given after its usage is on the disk, and not before', async () => {
  await hub.configure();
  const held = Promise.withResolvers<void>();
  beforeCommit = () => held.promise;
  let answered = false;
  const asked = hub.ask().then(() => (answered = true));
  await hub.clock.settle();
  expect([hub.provider('p1').asked.length, answered]).toEqual([1, false]);
  held.resolve();
  await asked;
});

test('calls that wait for the disk share one commit', async () => {
  await hub.configure();
  const groups: number[] = [];
  beforeCommit = async (name, state) => {
    if (name === 'ai_usage') groups.push((state as UsageState).rows.reduce((sum, { sums }) => sum + sums.answered, 0));
  };
  await Promise.all(Array.from({ length: 100 }, () => hub.ask()));
  expect(groups.at(-1)).toBe(100);
  expect(groups.length).toBeLessThan(10);
});

test('when the disk fails the call fails, its usage is not lost, and none is counted twice', async () => {
  await hub.configure();
  await hub.ask();
  beforeCommit = async () => {
    throw new StorageError('storage_unavailable', 'The disk is full.');
  };
  await expect(hub.ask()).rejects.toMatchObject({ code: 'storage_unavailable' });
  beforeCommit = async () => {};
  await hub.ask();
  expect(await hub.total()).toMatchObject({ answered: 3, costUsd: '0.003' });
});

test('what was counted stays counted after a restart, also in the same hour', async () => {
  await hub.configure();
  await hub.ask();
  await hub.restart();
  await hub.ask();
  expect(await hub.total()).toMatchObject({ answered: 2, costUsd: '0.002' });
});

test('a clock that is set back into an hour that is closed adds to it', async () => {
  await hub.configure();
  await hub.ask();
  await hub.clock.advance(3_600_000);
  await hub.ask();
  hub.clock.jump(-3_600_000);
  await hub.ask();
  expect(await hub.total()).toMatchObject({ answered: 3 });
});

test('failures and skips are counted by reason', async () => {
  await hub.configure();
  await hub.configure({ connection: 'p2' });
  hub.provider('p1').answer = fails(() => new FairleadError('quota_exhausted'));
  await hub.ask();
  await hub.ask();
  expect(await hub.total()).toMatchObject({ answered: 2, failed: { quota_exhausted: 1 }, skipped: { resting: 1 } });
});

test('the newest calls are listed with what was tried, and nothing of their texts is kept', async () => {
  const first = await hub.configure();
  const second = await hub.configure({ connection: 'p2' });
  hub.provider('p1').answer = fails(() => new FairleadError('vendor_error', { message: 'no' }));
  for (let count = 0; count < 60; count++) {
    await hub.ask({ turns: [{ role: 'user', content: 'a private matter' }] });
    await hub.clock.advance(10);
  }
  const page = await hub.call<{ items: { id: string; at: string }[]; nextCursor: string }>('GET', '/api/ai/calls', {
    query: { limit: 25 },
  });
  expect(page.items).toHaveLength(25);
  expect(page.items[0]).toMatchObject({
    purpose: 'complete',
    outcome: 'answered',
    attempts: [{ configuration: second.id, model: 'scripted-1', outcome: 'answered', costUsd: '0.001' }],
    skipped: [{ configuration: first.id, reason: 'resting' }],
  });
  const seen = new Set(page.items.map(({ id }) => id));
  let cursor: string | null = page.nextCursor;
  while (cursor !== null) {
    const next: typeof page = await hub.call('GET', '/api/ai/calls', { query: { limit: 25, cursor } });
    for (const { id } of next.items) seen.add(id);
    cursor = next.nextCursor;
  }
  expect(seen.size).toBe(60);
  for await (const { state } of hub.storage.repository(journal).scan()) {
    expect(JSON.stringify(state)).not.toContain('private');
  }
});

test('old calls are removed after a week, and the journal goes on', async () => {
  await hub.configure();
  await hub.ask();
  await hub.clock.advance(8 * 86_400_000);
  await hub.runJob('tidy');
  const { items } = await hub.call<{ items: unknown[] }>('GET', '/api/ai/calls');
  expect(items).toEqual([]);
  await hub.ask();
  expect((await hub.total()).answered).toBe(1);
});

describe('a budget', () => {
  const spend = (costUsd: string) => () => whole('hi', { usage: { promptTokens: 1, completionTokens: 1, costUsd } });
  const incident = (id: string) => `ai_configuration:${id}:ai_budget_used_up`;

  test('that is used up leaves the configuration out until the next day, told once', async () => {
    const first = await hub.configure({ budgetUsdPerDay: '0.30' });
    await hub.configure({ connection: 'p2' });
    hub.provider('p1').answer = spend('0.1');
    hub.provider('p2').answer = () => whole('from the second');
    for (let count = 0; count < 6; count++) await hub.ask();
    expect(hub.provider('p1').asked).toHaveLength(3);
    await hub.clock.settle();
    expect(hub.incidents.get(incident(first.id))).toMatchObject({ raised: 1, severity: 'warning' });
    expect((await hub.told()).filter((type) => type === 'ai.budget_used_up')).toHaveLength(1);
    const { standing } = await hub.call<ShownConfiguration>('GET', '/api/ai/configurations/{id}', {
      params: { id: first.id },
    });
    expect(standing.state).toBe('budget_used_up');
    await hub.clock.advance(12 * 3_600_000);
    await hub.runJob('tidy');
    await hub.clock.settle();
    expect(hub.incidents.size).toBe(0);
    expect(await hub.tryAsk()).toBe('hi');
  });

  test('counts what was spent before a restart, and by other processes', async () => {
    await hub.configure({ budgetUsdPerDay: '0.1' });
    hub.provider('p1').answer = spend('0.1');
    await hub.ask();
    await hub.restart();
    expect(await hub.tryAsk()).toBe('quota_exhausted');
    expect(hub.provider('p1').asked).toHaveLength(1);
  });

  test('that is raised opens the configuration at once', async () => {
    const first = await hub.configure({ budgetUsdPerDay: '0.1' });
    hub.provider('p1').answer = spend('0.1');
    await hub.ask();
    expect(await hub.tryAsk()).toBe('quota_exhausted');
    await hub.call('PATCH', '/api/ai/configurations/{id}', {
      params: { id: first.id },
      body: { budgetUsdPerDay: null },
    });
    expect(await hub.tryAsk()).toBe('hi');
    await hub.clock.settle();
    expect(hub.incidents.size).toBe(0);
  });

  test('counts what failed attempts have cost', async () => {
    await hub.configure({ budgetUsdPerDay: '0.1' });
    hub.provider('p1').answer = () =>
      whole('{', { finish: 'length', usage: { promptTokens: 1, completionTokens: 1, costUsd: '0.2' } });
    expect(await hub.tryAsk()).toBe('answer_unreadable');
    expect(await hub.tryAsk()).toBe('quota_exhausted');
  });

  test('may be passed by the calls that were under way, and by no other', async () => {
    await hub.configure({ budgetUsdPerDay: '0.1' });
    hub.provider('p1').answer = spend('0.1');
    const all = await Promise.all(Array.from({ length: 5 }, () => hub.tryAsk()));
    expect(all).toEqual(Array.from({ length: 5 }, () => 'hi'));
    expect(await hub.tryAsk()).toBe('quota_exhausted');
  });
});

test('a call that is given up is recorded as such', async () => {
  await hub.configure();
  hub.provider('p1').answer = hangs();
  const gone = new AbortController();
  const asked = hub.tryAsk({}, { signal: gone.signal });
  await hub.clock.settle();
  gone.abort();
  await asked;
  const { items } = await hub.call<{ items: { outcome: string }[] }>('GET', '/api/ai/calls');
  expect(items).toMatchObject([{ outcome: 'cancelled' }]);
});
