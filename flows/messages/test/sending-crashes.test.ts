import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@fairlead/core';
import { type FlowServices, isHubError } from '@fairlead/core/flow-api';
import { type ErrorCode, FairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMessagesFlow, outgoingCollection } from '../src/index.ts';
import { CrashPlan, crashing, untilCrash } from './crash-plan.ts';
import { callRoute, connectionId, flowServices, openStorage } from './flow-harness.ts';
import { scriptedChannel } from './scripted-channel.ts';
import { type ScriptedSender, scriptedSender } from './scripted-sender.ts';

let folder: string;
let storage: Storage;
let clock: FakeClock;
let sender: ScriptedSender;
let openIncidents: Set<string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-'));
  await openWorld();
});
afterEach(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function openWorld(name = 'first'): Promise<void> {
  clock = new FakeClock();
  storage = await openStorage(join(folder, name), clock);
  sender = scriptedSender();
  openIncidents = new Set();
}

type Answers = 'sends' | 'refuses' | 'dies before' | 'dies after' | ErrorCode;

/** What a vendor does with the next message, and what the guard makes of it. */
function expectOfVendor(answers: Answers): void {
  if (answers === 'refuses') sender.script.push({ outcome: 'refused', code: 'no' });
  else if (answers === 'outcome_unknown') sender.script.push({ after: new FairleadError(answers) });
  else if (!answers.includes(' ') && answers !== 'sends') {
    sender.script.push({ before: new FairleadError(answers as ErrorCode) });
  }
}

/** One life of the hub's process, which ends by the plan; `dies` says where at the vendor. */
function live(plan: CrashPlan, dies?: Answers) {
  const dying: Pick<ScriptedSender, 'send'> = {
    async send(input) {
      if (dies === 'dies before') plan.crash();
      const answer = await sender.send(input);
      return dies === 'dies after' ? plan.crash() : answer;
    },
  };
  const services: FlowServices = {
    ...flowServices({ storage, clock, vendor: scriptedChannel(), sender: dying, wrap: crashing(plan) }),
    incidents: {
      raise: ({ subject }) => plan.write(async () => void openIncidents.add(subject.id)),
      resolve: ({ id }) => plan.write(async () => void openIncidents.delete(id)),
    },
  };
  const { routes, jobs } = createMessagesFlow().make(services);
  const signal = new AbortController().signal;
  const call = (method: string, path: string, request: object) => untilCrash(callRoute(routes, method, path, request));
  return {
    send: (key: string) =>
      call('POST', '/api/channels/{connectionId}/messages', {
        params: { connectionId },
        body: { chatId: '@news', text: key },
        idempotencyKey: key,
      }),
    settle: (id: string, as: 'sent' | 'failed') =>
      call('POST', '/api/outgoing-messages/{id}/settle', { params: { id }, body: { as, reason: 'I looked.' } }),
    look: () => untilCrash(jobs?.['outgoing']?.handle({}, { signal, attempt: 1 }) ?? Promise.resolve()),
  };
}

const all = async () => (await storage.repository(outgoingCollection).list({ limit: 1_000 })).items;
const withoutRefusals = (error: unknown) => {
  if (!isHubError(error)) throw error;
};

/** What must hold at any moment. */
async function check(): Promise<void> {
  const texts = sender.received.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  const received = new Set(sender.received.map(({ reference }) => reference));
  const stored = await all();
  for (const { id, state, pending } of stored) {
    const mustHaveArrived = {
      sent: [true],
      failed: [false],
      refused: [false],
      sending: [true, false],
      unknown: [true, false],
    };
    expect(state.settled === null ? mustHaveArrived[state.status] : [true, false]).toContain(received.has(id));
    const told = pending.map(({ type }) => type);
    expect(new Set(told).size).toBe(told.length);
    const lastOf = { sent: 'message.sent', unknown: 'message.send_unknown', sending: undefined };
    expect(told.at(-1)).toBe(state.status in lastOf ? lastOf[state.status as 'sent'] : 'message.send_failed');
  }
  const ids = new Set(stored.map(({ id }) => id));
  expect([...received].filter((id) => !ids.has(id))).toEqual([]);
}

/** A life in which nothing goes wrong, when everything that was broken off is old enough. */
async function recover(): Promise<void> {
  await clock.advance(3_600_000);
  await live(new CrashPlan()).look();
  await check();
  const stored = await all();
  expect(stored.filter(({ state: { status, dueAt } }) => status === 'sending' || dueAt !== null)).toEqual([]);
  const unknown = stored.filter(({ state }) => state.status === 'unknown').map(({ id }) => id);
  expect([...openIncidents].toSorted()).toEqual(unknown.toSorted());
}

const killPoints: readonly (readonly [string, CrashPlan, Answers, string | undefined, number])[] = [
  ['before the intent is committed', new CrashPlan(1, false), 'sends', undefined, 0],
  ['after the intent is committed', new CrashPlan(1, true), 'sends', 'unknown', 0],
  ['before the vendor is asked', new CrashPlan(), 'dies before', 'unknown', 0],
  ['after the vendor was asked', new CrashPlan(), 'dies after', 'unknown', 1],
  ['before the outcome is committed', new CrashPlan(2, false), 'sends', 'unknown', 1],
  ['after the outcome is committed', new CrashPlan(2, true), 'sends', 'sent', 1],
  ['before a person is told that nobody knows', new CrashPlan(3, false), 'outcome_unknown', 'unknown', 1],
  ['after a person was told', new CrashPlan(3, true), 'outcome_unknown', 'unknown', 1],
];

test.each(killPoints)('a crash %s', async (_where, plan, answers, status, sent) => {
  expectOfVendor(answers);
  await live(plan, answers).send('k1');
  await check();
  expect((await all()).map(({ state }) => state.status)).toHaveLength(status === undefined ? 0 : 1);
  await recover();
  expect(sender.received).toHaveLength(sent);
  const repeated = live(new CrashPlan());
  expect(await repeated.send('k1')).toMatchObject({ status: status ?? 'sent' });
  expect(sender.received).toHaveLength(status === undefined ? 1 : sent);
  await recover();
});

test('what is being sent at this moment is left alone by the job of another node', async () => {
  const held = Promise.withResolvers<void>();
  sender.script.push({ hold: held.promise });
  const sending = live(new CrashPlan()).send('k1');
  while (sender.received.length === 0) await clock.settle();
  await clock.advance(60_000);
  await live(new CrashPlan()).look();
  expect((await all()).map(({ state }) => state.status)).toEqual(['sending']);
  held.resolve();
  expect(await sending).toMatchObject({ status: 'sent' });
});

const crash = fc.option(fc.record({ writes: fc.integer({ min: 1, max: 4 }), after: fc.boolean() }));
const answered = fc.constantFrom<Answers>(
  'sends',
  'sends',
  'refuses',
  'dies before',
  'dies after',
  'outcome_unknown',
  'unreachable',
  'rate_limited',
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('send' as const), key: fc.constantFrom('a', 'b', 'c'), answered, crash }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), crash }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 119_999, 600_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      of: fc.nat(),
      as: fc.constantFrom('sent' as const, 'failed' as const),
      crash,
    }),
  },
);

test('whatever crashes and is asked for again, a message is sent once at most and nothing is left open', async () => {
  let worlds = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      await storage.dispose();
      await openWorld(`w${worlds++}`);
      for (const one of steps) {
        if (one.do === 'wait') await clock.advance(one.ms);
        else {
          const run = live(
            new CrashPlan(one.crash?.writes, one.crash?.after),
            one.do === 'send' ? one.answered : undefined,
          );
          if (one.do === 'look') await run.look();
          else if (one.do === 'send') {
            sender.script.length = 0;
            expectOfVendor(one.answered);
            await run.send(one.key).catch(withoutRefusals);
          } else {
            const stored = await all();
            const { id } = stored[one.of % stored.length] ?? { id: 'none' };
            await run.settle(id, one.as).catch(withoutRefusals);
          }
        }
        await check();
      }
      await recover();
    }),
    { numRuns: 80 },
  );
}, 120_000);
