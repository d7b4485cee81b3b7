import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@fairlead/core';
import { type FlowServices, isHubError } from '@fairlead/core/flow-api';
import { scheduledBy } from '@fairlead/core/flow-api/testing';
import { FairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import fc, { type Scheduler } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMessagesFlow, outgoingCollection } from '../src/index.ts';
import { callRoute, connectionId, flowServices, openStorage } from './flow-harness.ts';
import { scriptedChannel } from './scripted-channel.ts';
import { scriptedSender } from './scripted-sender.ts';

let folder: string;
let storage: Storage;
const clock = new FakeClock();
let races = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-'));
  storage = await openStorage(folder, clock);
});
afterAll(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly id: string;
  readonly status: string;
}

/** Two nodes on one database; everything they do takes its turn as the scheduler says. */
function twoNodes(scheduler: Scheduler) {
  const { turn, wrap } = scheduledBy(() => scheduler);
  const sender = scriptedSender();
  const incidents = new Set<string>();
  const key = `k${races++}`;
  const services: FlowServices = {
    ...flowServices({
      storage,
      clock,
      vendor: scriptedChannel(),
      wrap,
      sender: {
        async send(input) {
          await turn('ask the vendor');
          const answer = sender.send(input);
          await turn('the vendor answers');
          return answer;
        },
      },
    }),
    incidents: {
      async raise({ subject: { id } }) {
        await turn('raise');
        incidents.add(id);
      },
      async resolve({ id }) {
        await turn('resolve');
        incidents.delete(id);
      },
    },
  };
  const nodes = [createMessagesFlow().make(services), createMessagesFlow().make(services)];
  const call = (node: number, path: string, request: object) =>
    callRoute(nodes[node]?.routes, 'POST', path, request) as Promise<Answer>;
  return {
    sender,
    incidents,
    send: (node: number, text = 'Hello') =>
      call(node, '/api/channels/{connectionId}/messages', {
        params: { connectionId },
        body: { chatId: '@news', text },
        idempotencyKey: key,
      }),
    settle: (id: string, as: string) =>
      call(0, '/api/outgoing-messages/{id}/settle', { params: { id }, body: { as, reason: 'I looked.' } }),
    look: async (node: number) =>
      nodes[node]?.jobs?.['outgoing']?.handle({}, { signal: new AbortController().signal, attempt: 1 }),
    stored: async (id: string) => (await storage.repository(outgoingCollection).get(id))?.state,
    race: (...runs: readonly Promise<unknown>[]) => scheduler.waitFor(Promise.allSettled(runs)),
  };
}

const inAnyOrder = (body: (world: ReturnType<typeof twoNodes>) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), (scheduler) => body(twoNodes(scheduler))),
    { numRuns: 60 },
  );

const valuesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value as Answer] : []));
const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!isHubError(result.reason)) throw result.reason;
    return [result.reason.code];
  });

test('of two identical requests at once one sends, whoever comes first where, and the other gets the same message or waits', async () => {
  await inAnyOrder(async ({ sender, send, race }) => {
    const results = await race(send(0), send(1));
    expect(sender.received).toHaveLength(1);
    const answers = valuesOf(results);
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([sender.received[0]?.reference]));
    expect(answers.every(({ status }) => status === 'sent')).toBe(true);
    expect(codesOf(results).filter((code) => code !== 'idempotency_in_flight')).toEqual([]);
    const [again] = valuesOf(await race(send(1)));
    expect(again).toMatchObject({ id: sender.received[0]?.reference, status: 'sent' });
  });
});

test('of two requests with one key and different texts one is sent, and the other is told so', async () => {
  await inAnyOrder(async ({ sender, send, race }) => {
    const results = await race(send(0, 'One'), send(1, 'Two'));
    expect(sender.received).toHaveLength(1);
    expect(valuesOf(results)).toMatchObject([{ status: 'sent', text: sender.received[0]?.text }]);
    expect(codesOf(results)).toEqual(['idempotency_key_reused']);
  });
});

test('however an operator, the job and a repeat meet, the incident is open exactly when nobody knows', async () => {
  await inAnyOrder(async ({ sender, incidents, send, settle, look, stored, race }) => {
    sender.script.push({ after: new FairleadError('outcome_unknown') });
    const [first] = valuesOf(await race(send(0)));
    const id = first?.id ?? '';
    await race(settle(id, 'sent'), look(0), look(1), send(1));
    const state = await stored(id);
    expect(state).toMatchObject({ status: 'sent', dueAt: null });
    expect([...incidents]).toEqual([]);
    expect(sender.received).toHaveLength(1);
  });
});

test('what was given up as unknown while its answer was on the way ends as the answer says, without an incident', async () => {
  await inAnyOrder(async ({ sender, incidents, send, look, stored, race }) => {
    const sending = send(0);
    // The job's node has a clock that is far ahead.
    const early = async () => {
      clock.jump(3_600_000);
      await look(1);
    };
    await race(sending, early());
    const id = sender.received[0]?.reference ?? '';
    await race(look(0));
    expect(await stored(id)).toMatchObject({ status: 'sent', dueAt: null });
    expect([...incidents]).toEqual([]);
    expect(sender.received).toHaveLength(1);
  });
});
