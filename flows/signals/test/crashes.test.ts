import type { Aggregate, FlowEvent, Repository } from '@fairlead/core/flow-api';
import { afterEach, expect, test } from 'vitest';
import { signalId } from '../src/model/ids.ts';
import { connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const buy = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const two = `${buy}\n\nEURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100`;

let open: FlowHarness | undefined;
afterEach(async () => {
  await open?.dispose();
  open = undefined;
});

/** Breaks off at one write: before it, or after it and before anybody hears of it. */
function breaksAt(write: number, isAfter: boolean) {
  let count = 0;
  const state = { isArmed: false };
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (!state.isArmed) return work();
    count += 1;
    if (count !== write) return work();
    if (isAfter) await work();
    throw new Error('crash');
  };
  const wrap = <State>(repository: Repository<State>): Repository<State> => ({
    scan: () => repository.scan(),
    count: (where) => repository.count(where),
    get: (id) => repository.get(id),
    list: (options) => repository.list(options),
    findOne: (where) => repository.findOne(where),
    remove: (id, version) => repository.remove(id, version),
    commit: (aggregate: Aggregate<State>, version) => guarded(() => repository.commit(aggregate, version)),
    update: (id, change) => guarded(() => repository.update(id, change)),
  });
  return { wrap, state, writes: () => count };
}

/** Delivered again until it resolves, as the event log does. */
async function insist(harness: FlowHarness, event: FlowEvent): Promise<void> {
  try {
    await harness.deliver(event);
  } catch {
    await harness.deliver(event);
  }
}

/** A signal, a message with two, a reply, corrected levels, a deletion. @returns what came of it, and how many writes it took */
async function tell(write: number, isAfter: boolean) {
  const crash = breaksAt(write, isAfter);
  open = await flowHarness({ wrap: crash.wrap });
  const harness = open;
  await harness.configure({ policy: loosest });
  crash.state.isArmed = true;
  const story = [
    { id: 'm1', text: buy.replace('XAUUSD', 'XAGUSD').replaceAll('43', '33') },
    { id: 'm2', text: two },
    { id: 'm3', text: 'Close half now', replyTo: 'm1' },
    {
      id: 'm1',
      text: buy.replace('XAUUSD', 'XAGUSD').replaceAll('43', '33').replace('3320', '3322'),
      change: 'edited',
    },
    { id: 'm2', text: '', change: 'deleted' },
  ] as const;
  for (const said of story) {
    await harness.clock.advance(1_000);
    await insist(harness, harness.store(said));
  }
  const signals = await harness.signals();
  const updates = await harness.updates();
  // Ids of updates hold those of revisions, which are random.
  const summary = {
    signals: signals.map(({ id, state }) => [
      id,
      state.status,
      state.standing,
      state.publications,
      state.updates.length,
    ]),
    updates: updates
      .map(({ state }) => `${state.messageId} ${state.foundBy} ${state.status} ${state.target}`)
      .toSorted(),
    told: await Promise.all(signals.map(({ id }) => harness.told(id))),
    toldOfUpdates: (await Promise.all(updates.map(({ id }) => harness.told(id))))
      .map((types) => types.join())
      .toSorted(),
  };
  const writes = crash.writes();
  await harness.dispose();
  open = undefined;
  return { summary, writes };
}

test('wherever it breaks off, what is delivered again gives the same signals, updates and events, once', {
  timeout: 240_000,
}, async () => {
  const { summary, writes } = await tell(0, false);
  expect(summary.signals).toHaveLength(3);
  expect(summary.signals.find(([id]) => id === signalId(connectionId, 'm1', 0))).toMatchObject([
    expect.any(String),
    'published',
    { stopLoss: '3322', closedParts: [expect.anything()] },
    1,
    2,
  ]);
  expect(writes).toBeGreaterThan(8);
  for (let write = 1; write <= writes; write += 1) {
    for (const isAfter of [false, true]) {
      const after = await tell(write, isAfter);
      expect({ write, isAfter, ...after.summary }).toEqual({ write, isAfter, ...summary });
    }
  }
});
