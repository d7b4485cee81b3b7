import type { PaymentEvent, PaymentFact } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unmatchedCollection } from '../src/collections.ts';
import { newerWord, payoutCollection, type PayoutWord } from '../src/payouts/payout.ts';
import { type FlowHarness, flowHarness, gatewayA, gatewayConnection } from './flow-harness.ts';
import { type Follower, follower } from './follow.ts';

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly payoutRef: string | null;
  readonly problem: object | null;
}

let harness: FlowHarness;
let follow: Follower;

beforeEach(async () => {
  harness = await flowHarness();
  follow = follower(harness);
});
afterEach(() => harness.dispose());

const body = { connection: gatewayA, amountMinor: '500', currency: 'EUR', destination: 'ada@example.com' };
const send = (part: object = {}, idempotencyKey = 'k1') =>
  harness.call<Shown>('POST', '/api/payouts', { body: { ...body, ...part }, idempotencyKey });
const show = (id: string) => harness.call<Shown>('GET', '/api/payouts/{id}', { params: { id } });
const calls = () => harness.provider.callsOf('payout');
const balances = async () => {
  await follow();
  const answer = await harness.call<{ balances: { account: string; amountMinor: string }[]; balanced: boolean }>(
    'GET',
    '/api/ledger/balances',
  );
  expect(answer.balanced).toBe(true);
  return answer.balances.map(({ account, amountMinor }) => `${account} ${amountMinor}`);
};
const incidents = () => [...harness.incidents.keys()];
type Fact = Extract<PaymentFact, { readonly fact: 'payout' }>;
const told = (status: Fact['status'], payoutRef: string, minutes = 0, part: Partial<Fact> = {}): PaymentEvent => ({
  dedupeKey: `${payoutRef}-${status}-${minutes}`,
  type: 'payout.updated',
  providerRef: null,
  occurredAt: new Date(Date.UTC(2026, 0, 15, 12, minutes)).toISOString(),
  evidence: { fact: 'payout', payoutRef, amount: { amountMinor: 500n, currency: 'EUR' }, status, ...part },
});

describe('a payout', () => {
  it('is sent once for one key, and booked when it succeeded', async () => {
    const first = await send();
    expect(first.status).toBe('succeeded');
    expect(await send()).toEqual(first);
    expect(calls()).toHaveLength(1);
    expect(calls()[0]?.input).toMatchObject({ reference: first.id, destination: 'ada@example.com' });
    await expect(send({ amountMinor: '501' })).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await balances()).toEqual([`clearing:${gatewayA} -500`, `payouts:${gatewayA} 500`]);
  });

  it('asked for twenty times at once with one key is sent once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => send()));
    expect(calls()).toHaveLength(1);
    expect(all.some(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('that is under way is settled by the provider’s news, and booked back when it fails in the end', async () => {
    harness.provider.pending = true;
    const { id, status, payoutRef } = await send();
    expect(status).toBe('pending');
    expect(await balances()).toEqual([]);
    await harness.deliver([told('succeeded', payoutRef ?? '', 5)]);
    expect((await show(id)).status).toBe('succeeded');
    await harness.deliver([told('failed', payoutRef ?? '', 9, { reason: 'account closed' })]);
    await harness.deliver([told('succeeded', payoutRef ?? '', 5), told('pending', payoutRef ?? '', 1)]);
    expect(await show(id)).toMatchObject({ status: 'failed', problem: { text: 'account closed' } });
    expect(await balances()).toEqual([`clearing:${gatewayA} 0`, `payouts:${gatewayA} 0`]);
  });

  it('that is declined or surely did not happen has failed', async () => {
    harness.provider.faults.push({ fault: 'declined', operation: 'payout' });
    expect((await send()).status).toBe('failed');
    harness.provider.faults.push({ fault: 'unreachable', operation: 'payout' });
    expect((await send({}, 'k2')).status).toBe('failed');
    expect(await balances()).toEqual([]);
  });

  it('whose answer was lost is asked for again with the same key only', async () => {
    harness.provider.faults.push({ fault: 'timeout_after', operation: 'payout' });
    const { id, status } = await send();
    expect([status, incidents()]).toEqual(['unknown', [`payout:${id}:payout_unknown`]]);
    await harness.clock.advance(150_000);
    await harness.runJob('payouts');
    expect(calls().map(({ end }) => end)).toEqual(['lost', 'replayed']);
    expect((await show(id)).status).toBe('succeeded');
    expect([incidents(), harness.provider.payouts.size]).toEqual([[], 1]);
  });

  it('whose answer was lost is never asked for again where the provider knows no keys; its news settle it', async () => {
    const support = { 'payment-gateway': { payout: { dedupe: 'none' } } } as const;
    harness.connections.set(gatewayA, gatewayConnection(gatewayA, { support }));
    harness.provider.faults.push({ fault: 'timeout_before', operation: 'payout' });
    const { id } = await send();
    for (let look = 0; look < 5; look++) {
      await harness.clock.advance(6 * 3_600_000);
      await harness.runJob('payouts');
    }
    expect(calls()).toHaveLength(1);
    expect(incidents()).toEqual([`payout:${id}:payout_unknown`]);
    await harness.deliver([told('succeeded', 'po_9', 1, { reference: id })]);
    expect([(await show(id)).status, incidents()]).toEqual(['succeeded', []]);
  });

  it('that is told of before its answer waits, and is taken up with it', async () => {
    // The provider counts its ids, so that the next is known.
    const last = (await send({}, 'k0')).payoutRef ?? '';
    const next = last.replace(/\d+/, (number) => String(Number(number) + 1));
    const held = harness.provider.hold('payout', 'after');
    const sending = send();
    await held.reached;
    await harness.deliver([told('failed', next, 1)]);
    expect(await harness.storage.repository(unmatchedCollection).count()).toBe(1);
    held.release();
    expect(await sending).toMatchObject({ payoutRef: next, status: 'failed' });
    expect(await harness.storage.repository(unmatchedCollection).count()).toBe(0);
  });

  it('takes up what waited even when the hub stopped before it did', async () => {
    const last = (await send({}, 'k0')).payoutRef ?? '';
    const next = last.replace(/\d+/, (number) => String(Number(number) + 1));
    const held = harness.provider.hold('payout', 'after');
    const sending = send();
    await held.reached;
    await harness.deliver([told('failed', next, 1)]);
    const unmatched = harness.storage.repository(unmatchedCollection);
    const [waiting] = (await unmatched.list({ limit: 1 })).items;
    await unmatched.remove(waiting?.id ?? '', waiting?.version ?? 0);
    held.release();
    const { id } = await sending;
    // As it is after a stop: the answer is written down, what waited is not taken up.
    await unmatched.commit({ id: waiting?.id ?? '', state: waiting?.state as never }, 0);
    await harness.storage.repository(payoutCollection).update(id, (state) => ({
      state: { ...state, adopted: false, dueAt: harness.clock.now() },
    }));
    await harness.runJob('payouts');
    expect([(await show(id)).status, await unmatched.count()]).toEqual(['failed', 0]);
  });

  it('that the provider made by itself is listed and booked, once', async () => {
    await harness.deliver([told('succeeded', 'po_auto', 1), told('succeeded', 'po_auto', 1)]);
    await harness.deliver([told('pending', 'po_auto', 0)]);
    const { items } = await harness.call<{ items: Shown[] }>('GET', '/api/payouts', { query: { status: 'succeeded' } });
    expect(items).toMatchObject([{ payoutRef: 'po_auto', createdBy: 'provider' }]);
    expect(await balances()).toEqual([`clearing:${gatewayA} -500`, `payouts:${gatewayA} 500`]);
  });

  it('through a connection that cannot is refused', async () => {
    await expect(send({ connection: 'nobody' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stays in the books when these are rebuilt', async () => {
    await send();
    const before = await balances();
    await harness.call('POST', '/api/ledger/rebuild');
    await harness.runJobs();
    expect(await harness.call('GET', '/api/ledger/rebuild')).toMatchObject({ state: 'done', added: 0, voided: 0 });
    expect(await balances()).toEqual(before);
  });
});

it('the newest word of a payout is the same in any order', () => {
  const words = fc.array(
    fc.record({ status: fc.constantFrom('pending', 'succeeded', 'failed', 'cancelled'), minute: fc.nat(3) }),
    { minLength: 1, maxLength: 8 },
  );
  const wordOf = ({ status, minute }: { status: PayoutWord['status']; minute: number }): PayoutWord => ({
    status,
    amount: { amountMinor: '500', currency: 'EUR' },
    reason: null,
    arrivesAt: null,
    occurredAt: `2026-01-15T12:0${minute}:00.000Z`,
  });
  const newest = (list: readonly PayoutWord[]) => list.reduce<PayoutWord | null>(newerWord, null);
  fc.assert(
    fc.property(words, (list) => {
      const all = list.map((each) => wordOf(each as Parameters<typeof wordOf>[0]));
      expect(newest(all.toReversed())).toEqual(newest(all));
      expect(newest([...all, ...all])).toEqual(newest(all));
    }),
  );
});
