import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@fairlead/core';
import { isHubError } from '@fairlead/core/flow-api';
import { scheduledBy } from '@fairlead/core/flow-api/testing';
import type { PaymentEvent } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../src/model/ledger-entry.ts';
import {
  type FlowHarness,
  flowHarness,
  gatewayA,
  gatewayB,
  gatewayConnection,
  openStorage,
  type PaymentView,
} from './flow-harness.ts';

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-races-'));
  storage = await openStorage(folder, new FakeClock());
});
afterAll(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

interface Race {
  readonly harness: FlowHarness;
  /** Runs all at once, in the order that the scheduler decides, with the jobs that come of it. */
  race(...runners: readonly (() => Promise<unknown>)[]): Promise<readonly PromiseSettledResult<unknown>[]>;
  /** The same for one. */
  alone<Result>(runner: () => Promise<Result>): Promise<Result>;
}

/** Tries the body in many orders. */
async function inAnyOrder(body: (race: Race) => Promise<void>, numRuns = 40): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const harness = await flowHarness({ storage, ...scheduledBy(() => scheduler) });
      const alone: Race['alone'] = (runner) => scheduler.waitFor(runner());
      const race: Race['race'] = (...runners) => alone(() => Promise.allSettled(runners.map((runner) => runner())));
      try {
        await body({ harness, race, alone });
      } finally {
        await harness.dispose();
      }
    }),
    { numRuns },
  );
}

function rejections(results: readonly PromiseSettledResult<unknown>[]): readonly unknown[] {
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
}

function sumsOf(ledger: readonly LedgerEntry[]): Readonly<Record<string, bigint>> {
  const sums: Record<string, bigint> = {};
  for (const { account, currency, amountMinor } of ledger.flatMap(({ lines }) => lines)) {
    sums[`${account} ${currency}`] = (sums[`${account} ${currency}`] ?? 0n) + BigInt(amountMinor);
  }
  return sums;
}

async function expectBalanced(harness: FlowHarness, id: string): Promise<void> {
  const { ledger } = await harness.state(id);
  for (const { lines } of ledger)
    expect(lines.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n)).toBe(0n);
}

const copy = (event: PaymentEvent, part: Partial<PaymentEvent>) => ({ ...event, ...part });

describe('an approved checkout', () => {
  test('is confirmed once, whoever hears of the approval and of the money first', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      const { provider } = harness;
      const { id } = await alone(() => harness.create());
      provider.approve();
      const approved = provider.take().map(({ event }) => event);
      const seen = approved.map((event) => copy(event, { dedupeKey: `again_${event.dedupeKey}` }));
      await race(
        () => harness.deliver(approved),
        () => harness.deliver(seen),
        () => harness.deliver(approved),
        () => harness.runJobs(),
      );
      await race(
        () => harness.runJobs(),
        () => harness.runJobs(),
        () => harness.deliver(),
        () => harness.deliver(seen),
      );
      await alone(() => harness.deliver());
      expect(provider.callsOf('confirm').filter(({ end }) => end === 'acted')).toHaveLength(1);
      expect((await harness.state(id)).calls.filter(({ kind }) => kind === 'confirm')).toHaveLength(1);
      expect(provider.charges()).toBe(1);
      expect(await alone(() => harness.show(id))).toMatchObject({
        status: 'captured',
        captured: { amountMinor: '1200' },
      });
      expect((await harness.told(id)).filter((type) => type === 'payment.captured')).toHaveLength(1);
    }));
});

describe('one webhook', () => {
  test('that comes fifty times at once changes the payment once', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      const { id } = await alone(() => harness.create());
      const events = harness.provider.pay();
      const results = await race(...Array.from({ length: 50 }, () => () => harness.deliver(events)));
      expect(rejections(results)).toEqual([]);
      const { evidence, ledger } = await harness.state(id);
      expect(evidence).toHaveLength(1);
      expect(ledger).toHaveLength(1);
      expect((await harness.told(id)).filter((type) => type === 'payment.captured')).toHaveLength(1);
    }, 8));

  test('that comes before the answer to the call that opens the checkout is committed is taken up', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      const { provider } = harness;
      provider.carriesReference = false;
      const hold = provider.hold('createCheckout', 'after');
      const creating = harness.create();
      const results = await race(
        () => creating,
        async () => {
          await hold.reached;
          const events = provider.pay();
          hold.release();
          await harness.deliver(events);
        },
      );
      expect(rejections(results)).toEqual([]);
      const { id } = (results[0] as PromiseFulfilledResult<PaymentView>).value;
      expect(await alone(() => harness.show(id))).toMatchObject({
        status: 'captured',
        captured: { amountMinor: '1200' },
      });
      expect((await harness.state(id)).attempts[0]?.redirectUrl).toMatch(/cs_/);
      expect(await harness.told(id)).toContain('payment.captured');
    }));

  test('of one account never touches the payments of another account of the same gateway', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      harness.connections.set(gatewayB, gatewayConnection(gatewayB));
      const one = await alone(() => harness.create({ connections: [gatewayA] }));
      const other = await alone(() => harness.create({ connections: [gatewayB] }));
      const refs = await Promise.all(
        [one, other].map(async ({ id }) => (await harness.state(id)).attempts[0]?.providerRef),
      );
      const paid = harness.provider.pay(refs[0] ?? '');
      // The first's event at the second's address, and a forged one that names the other's payment by the provider's id.
      const forged = paid.map(({ type, occurredAt, evidence }) => ({
        dedupeKey: 'x',
        type,
        occurredAt,
        evidence,
        providerRef: refs[1] ?? '',
      }));
      await race(
        () => harness.deliver(paid, gatewayB),
        () => harness.deliver(forged, gatewayA),
        () => harness.deliver(paid, gatewayA),
      );
      expect(await alone(() => harness.show(one.id))).toMatchObject({ status: 'captured' });
      expect(await alone(() => harness.show(other.id))).toMatchObject({ status: 'requires_action' });
      expect((await harness.state(other.id)).evidence).toEqual([]);
    }, 20));
});

describe('creating', () => {
  test('twenty times at once with one key makes one payment and one checkout', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      const key = `k${Math.random()}`;
      const make = () => harness.create({ reference: key }, key);
      const results = await race(...Array.from({ length: 20 }, () => make));
      const ids = results.flatMap((result) =>
        result.status === 'fulfilled' ? [(result.value as PaymentView).id] : [],
      );
      expect(new Set(ids).size).toBe(1);
      expect(rejections(results).filter((error) => !isHubError(error, 'idempotency_in_flight'))).toEqual([]);
      expect(harness.provider.payments.size).toBe(1);
      expect(harness.provider.callsOf('createCheckout')).toHaveLength(1);
      expect((await alone(make)).id).toBe(ids[0]);
      await expect(alone(() => harness.create({ reference: 'other' }, key))).rejects.toMatchObject({
        code: 'idempotency_key_reused',
      });
    }, 15));
});

describe('refunds at once', () => {
  const paid = async ({ harness, alone }: Race) => {
    const { id } = await alone(() => harness.create());
    harness.provider.pay();
    await alone(() => harness.deliver());
    return id;
  };

  test('with one key are one refund', () =>
    inAnyOrder(async (race) => {
      const { harness } = race;
      const id = await paid(race);
      const refund = () => harness.act(id, 'refund', { amountMinor: '700' }, 'refund-1');
      const results = await race.race(refund, refund, refund, () => harness.deliver());
      expect(rejections(results).filter((error) => !isHubError(error, 'idempotency_in_flight'))).toEqual([]);
      await race.alone(() => harness.deliver());
      expect(harness.provider.payment().refunded).toBe(700n);
      expect(await race.alone(() => harness.show(id))).toMatchObject({
        status: 'partially_refunded',
        refunded: { amountMinor: '700' },
        refunds: [{ id: 'r1', status: 'succeeded' }],
      });
      await expectBalanced(harness, id);
    }));

  test('with different keys, some unanswered, never exceed what was captured', () =>
    inAnyOrder(async (race) => {
      const { harness } = race;
      const id = await paid(race);
      harness.provider.faults.push({ fault: 'timeout_after', operation: 'refund' });
      await race.race(
        () => harness.act(id, 'refund', { amountMinor: '700' }, 'a'),
        () => harness.act(id, 'refund', { amountMinor: '500' }, 'b'),
        () => harness.act(id, 'refund', { amountMinor: '300' }),
        () => harness.act(id, 'refund', {}, 'c'),
        () => harness.deliver(),
      );
      await race.alone(() => harness.deliver());
      const { captured, refunded } = harness.provider.payment();
      expect(refunded).toBeLessThanOrEqual(captured);
      expect(harness.provider.callsOf('refund').filter(({ end }) => end === 'refused')).toEqual([]);
      const { status, refunding } = await race.alone(() => harness.show(id));
      expect(['partially_refunded', 'refunded']).toContain(status);
      expect(refunding.amountMinor).toBe('0');
      await expectBalanced(harness, id);
    }));

  test('with one key and another body are refused', () =>
    inAnyOrder(async (race) => {
      const { harness, alone } = race;
      const id = await paid(race);
      await alone(() => harness.act(id, 'refund', { amountMinor: '100' }, 'k'));
      await expect(alone(() => harness.act(id, 'refund', { amountMinor: '200' }, 'k'))).rejects.toMatchObject({
        code: 'idempotency_key_reused',
      });
      await expect(alone(() => harness.act(id, 'void', {}, 'k'))).rejects.toMatchObject({
        code: 'idempotency_key_reused',
      });
      expect(harness.provider.payment().refunded).toBe(100n);
    }, 2));
});

describe('capturing', () => {
  const authorized = async ({ harness, alone }: Race) => {
    const { id } = await alone(() => harness.create({ capture: 'manual' }));
    harness.provider.pay();
    await alone(() => harness.deliver());
    return id;
  };

  test('racing with a void ends as the provider decided, never both', () =>
    inAnyOrder(async (race) => {
      const { harness } = race;
      const id = await authorized(race);
      await race.race(
        () => harness.act(id, 'capture'),
        () => harness.act(id, 'void'),
        () => harness.deliver(),
      );
      await race.alone(() => harness.deliver());
      const { status } = await race.alone(() => harness.show(id));
      expect(status).toBe(harness.provider.payment().captured > 0n ? 'captured' : 'cancelled');
      await expectBalanced(harness, id);
    }));

  test('twice at once never takes more than was authorized', () =>
    inAnyOrder(async (race) => {
      const { harness } = race;
      const id = await authorized(race);
      harness.provider.pending = true;
      const results = await race.race(
        () => harness.act(id, 'capture', { amountMinor: '1000' }),
        () => harness.act(id, 'capture', { amountMinor: '1000' }),
      );
      expect(rejections(results)).toMatchObject([{ code: 'conflict' }]);
      expect(harness.provider.callsOf('capture')).toHaveLength(1);
    }));
});

describe('cancelling', () => {
  test('racing with the money ends with the money, or with a checkout that nobody can pay', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      const { id } = await alone(() => harness.create());
      const results = await race(
        () => harness.call('POST', '/api/payments/{id}/cancel', { params: { id } }),
        async () => {
          const events = harness.provider.payment().status === 'open' ? harness.provider.pay() : [];
          await harness.deliver(events);
        },
        () => harness.runJobs(),
      );
      expect(rejections(results).filter((error) => !isHubError(error, 'conflict'))).toEqual([]);
      await alone(() => harness.runJobs());
      await alone(() => harness.deliver());
      expect(await alone(() => harness.show(id))).toMatchObject({ status: 'captured' });
    }));

  test('while the first gateway declines asks no other gateway', () =>
    inAnyOrder(async ({ harness, race, alone }) => {
      harness.connections.set(gatewayB, gatewayConnection(gatewayB));
      harness.provider.faults.push({ fault: 'declined', operation: 'createCheckout', connectionId: gatewayA });
      const hold = harness.provider.hold('createCheckout');
      let id = '';
      const [created] = await race(
        () => harness.create(),
        async () => {
          await hold.reached;
          const input = harness.provider.calls[0]?.input as { readonly reference: string };
          id = input.reference.replace(/-1$/, '');
          await harness.call('POST', '/api/payments/{id}/cancel', { params: { id } });
          hold.release();
        },
      );
      expect(created).toMatchObject({ status: 'fulfilled', value: { status: 'cancelled' } });
      expect(harness.provider.payments.size).toBe(0);
      expect(await alone(() => harness.show(id))).toMatchObject({ status: 'cancelled', attempts: [{ number: 1 }] });
    }, 10));
});

test('balances of a payment are the same for any order of its events', async () => {
  const seen = new Set<string>();
  await inAnyOrder(async ({ harness, race, alone }) => {
    const { id } = await alone(() => harness.create());
    const { provider, clock } = harness;
    const later = async () => clock.advance(2_000);
    provider.say({ fact: 'requires_action' });
    await later();
    provider.approve();
    await later();
    provider.pay();
    await later();
    const refund = { fact: 'refund', refundRef: 're_1', amount: { amountMinor: 500n, currency: 'EUR' } } as const;
    for (const status of ['pending', 'succeeded', 'failed'] as const) {
      provider.say({ ...refund, status });
      await later();
    }
    const dispute = { fact: 'dispute', disputeRef: 'dp_1', amount: { amountMinor: 1200n, currency: 'EUR' } } as const;
    for (const status of ['needs_response', 'under_review', 'lost'] as const) {
      provider.say({ ...dispute, status });
      await later();
    }
    const events = provider.take().map(({ event }) => event);
    await race(...events.map((event) => () => harness.deliver([event])));
    await alone(() => harness.runJobs());
    const { status, captured, refunded, reversed, disputed } = await alone(() => harness.show(id));
    const sums = sumsOf((await harness.state(id)).ledger);
    await expectBalanced(harness, id);
    seen.add(JSON.stringify([status, captured, refunded, reversed, disputed, Object.entries(sums).map(String).sort()]));
  }, 60);
  expect(seen.size).toBe(1);
  expect([...seen][0]).toContain('reversed');
});
