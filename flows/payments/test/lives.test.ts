import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@fairlead/core';
import { isHubError } from '@fairlead/core/flow-api';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FlowHarness, flowHarness, gatewayA, gatewayB, gatewayConnection, openStorage } from './flow-harness.ts';
import type { Fault, ProviderPayment } from './scripted-gateway.ts';

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-lives-'));
  storage = await openStorage(folder, new FakeClock());
});
afterAll(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

const asked = 1_200n;
const minute = 60_000;
const day = 1_440 * minute;

const faults = fc.constantFrom<Fault[]>('timeout_after', 'timeout_before', 'declined', 'unreachable', {
  error: 'credentials_invalid',
});
const operations = fc.constantFrom('createCheckout', 'confirm', 'capture', 'void', 'refund', 'getStatus');
const attempt = fc.integer({ min: 1, max: 2 });
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('pay' as const, 'approve' as const, 'fail' as const), attempt }),
  fc.record({ do: fc.constantFrom('deliver' as const, 'twice' as const, 'lose' as const, 'backwards' as const) }),
  fc.record({ do: fc.constant('refundFails' as const), attempt }),
  fc.record({ do: fc.constantFrom('jobs' as const, 'cancel' as const, 'void' as const, 'restart' as const) }),
  fc.record({ do: fc.constant('sweep' as const), ms: fc.constantFrom(minute, 5 * minute, 60 * minute) }),
  fc.record({ do: fc.constantFrom('capture' as const, 'refund' as const), part: fc.bigInt({ min: 1n, max: asked }) }),
  fc.record({ do: fc.constant('fault' as const), operation: operations, fault: faults }),
);
const world = fc.record({
  first: fc.option(faults),
  carries: fc.boolean(),
  wrongMs: fc.constantFrom(0, -60 * minute, 60 * minute),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What anybody may do to a payment; refusals are answers. */
async function take(harness: FlowHarness, id: string, one: Step): Promise<void> {
  const { provider } = harness;
  const find = (number: number): ProviderPayment | undefined =>
    [...provider.payments.values()].find(({ reference }) => reference === `${id}-${number}`);
  const act = (name: string, body = {}) =>
    harness.act(id, name, body).catch((error: unknown) => {
      if (!isHubError(error, 'conflict')) throw error;
    });
  switch (one.do) {
    case 'pay':
    case 'approve':
    case 'fail': {
      const payment = find(one.attempt);
      if (payment === undefined || !['open', 'failed'].includes(payment.status)) return;
      if (one.do === 'pay') provider.pay(payment.ref);
      else if (one.do === 'approve') provider.approve(payment.ref);
      else provider.say({ fact: 'failed', reason: 'declined' }, payment.ref);
      return;
    }
    case 'refundFails': {
      const payment = find(one.attempt);
      const refund = payment?.events.map(({ evidence }) => evidence).find(({ fact }) => fact === 'refund');
      if (payment !== undefined && refund?.fact === 'refund')
        provider.say({ ...refund, status: 'failed' }, payment.ref);
      return;
    }
    case 'deliver':
      return harness.deliver();
    case 'lose':
      return void provider.take();
    case 'twice':
    case 'backwards': {
      const waiting = provider.take().toReversed();
      const again = one.do === 'twice' ? [...waiting, ...waiting] : waiting;
      for (const { connectionId, event } of again) await harness.deliver([event], connectionId);
      return;
    }
    case 'jobs':
      return harness.runJobs();
    case 'restart':
      return harness.restart();
    case 'sweep':
      await harness.clock.advance(one.ms);
      return harness.runJob('sweep');
    case 'cancel':
    case 'void':
      return void (await act(one.do));
    case 'capture':
    case 'refund':
      return void (await act(one.do, { amountMinor: `${one.part}` }));
    case 'fault':
      provider.faults.push({ operation: one.operation, fault: one.fault });
  }
}

/** Nothing goes wrong any more, and days go by. */
async function calm(harness: FlowHarness): Promise<void> {
  harness.provider.faults.length = 0;
  for (const ms of [minute, 5 * minute, 60 * minute, day, day, day]) {
    await harness.deliver();
    await harness.clock.advance(ms);
    await harness.runJob('sweep');
    await harness.runJobs();
  }
  await harness.deliver();
}

const sum = (values: readonly bigint[]) => values.reduce((left, right) => left + right, 0n);

async function expectTruth(harness: FlowHarness, id: string): Promise<void> {
  const shown = await harness.show(id);
  const { calls, ledger } = await harness.state(id);
  const payments = [...harness.provider.payments.values()];
  const captured = sum(payments.map((payment) => payment.captured));
  const refunded = sum(payments.map((payment) => payment.refunded));
  expect([shown.captured.amountMinor, shown.refunded.amountMinor]).toEqual([`${captured}`, `${refunded}`]);
  for (const payment of payments) {
    expect(payment.captured).toBeLessThanOrEqual(asked);
    expect(payment.refunded).toBeLessThanOrEqual(payment.captured);
  }
  expect(calls.filter(({ state }) => state === 'intended' || state === 'unknown')).toEqual([]);
  expect(['created', 'requires_action', 'processing', 'unknown']).not.toContain(shown.status);
  // Nobody can pay any more, unless the provider refused to end it.
  const refused = calls.some(({ kind, state, by }) => kind === 'void' && state === 'declined' && by === 'hub');
  const open = payments.filter(({ status }) => status === 'open' || status === 'approved');
  expect(refused ? [] : open).toEqual([]);
  const lines = ledger.flatMap((entry) => entry.lines);
  const onAccounts = (start: string) =>
    sum(lines.filter(({ account }) => account.startsWith(start)).map(({ amountMinor }) => BigInt(amountMinor)));
  expect([onAccounts(''), onAccounts('clearing:')]).toEqual([0n, captured - refunded]);
  const holding = payments.filter((payment) => payment.captured > payment.refunded);
  expect(holding.length <= 1 || shown.status === 'review').toBe(true);
  const isExact = holding.length === 1 && holding[0]?.captured === asked;
  expect(shown.status !== 'captured' || isExact).toBe(true);
}

test.each(['automatic', 'manual'] as const)(
  'whatever goes wrong in the life of a payment with %s capture, the hub ends with the providers’ truth',
  async (capture) => {
    await fc.assert(
      fc.asyncProperty(world, fc.array(step, { maxLength: 14 }), async ({ first, carries, wrongMs }, steps) => {
        const harness = await flowHarness({ storage });
        try {
          harness.provider.carriesReference = carries;
          harness.provider.clockErrorMs = wrongMs;
          harness.connections.set(gatewayA, gatewayConnection(gatewayA));
          harness.connections.set(gatewayB, gatewayConnection(gatewayB));
          if (first !== null) harness.provider.faults.push({ operation: 'createCheckout', fault: first });
          const { id } = await harness.create({ capture });
          for (const one of steps) {
            await harness.clock.advance(1_500);
            await take(harness, id, one);
          }
          await calm(harness);
          await expectTruth(harness, id);
        } finally {
          await harness.dispose();
        }
      }),
      { numRuns: 100 },
    );
  },
);
