import type { PaymentFact } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FlowHarness, flowHarness, gatewayA, type PaymentView } from './flow-harness.ts';
import { type Follower, follower } from './follow.ts';

let harness: FlowHarness;
let follow: Follower;

beforeEach(async () => {
  harness = await flowHarness();
  follow = follower(harness);
});
afterEach(() => harness.dispose());

const refOf = async (id: string) => (await harness.state(id)).attempts[0]?.providerRef ?? '';

async function paid(body: object = {}, part: object = {}): Promise<string> {
  await harness.clock.advance(60_000);
  const { id } = await harness.create(body);
  harness.provider.pay(await refOf(id), part);
  await harness.deliver();
  return id;
}

async function say(id: string, fact: PaymentFact): Promise<void> {
  await harness.clock.advance(60_000);
  harness.provider.say(fact, await refOf(id));
  await harness.deliver();
  await follow();
}

type DisputeStatus = Extract<PaymentFact, { readonly fact: 'dispute' }>['status'];
const dispute = (status: DisputeStatus, disputeRef = 'd1'): PaymentFact => ({
  fact: 'dispute',
  disputeRef,
  amount: { amountMinor: 1200n, currency: 'EUR' },
  status,
  reason: 'fraudulent',
  respondBy: '2026-02-01T00:00:00.000Z',
});

describe('disputes', () => {
  const list = async (query: object = {}) =>
    (
      await harness.call<{ items: { paymentId: string; status: string; connection: string }[] }>(
        'GET',
        '/api/disputes',
        { query },
      )
    ).items;

  it('are listed, those of the newest payments first, and by status', async () => {
    const [one, , other] = [await paid(), await paid(), await paid()];
    await say(one, dispute('lost'));
    await say(other, dispute('needs_response', 'd2'));
    expect((await list()).map(({ paymentId }) => paymentId)).toEqual([other, one]);
    expect(await list({ status: 'lost' })).toMatchObject([{ paymentId: one, connection: gatewayA }]);
    expect(await list({ status: 'won' })).toEqual([]);
    expect(await list({ status: 'lost', limit: 1 })).toHaveLength(1);
  });

  it('that wait for an answer are an incident with its date, until they end', async () => {
    const id = await paid();
    await say(id, dispute('inquiry'));
    expect(harness.incidents.size).toBe(0);
    await say(id, dispute('needs_response'));
    const incident = harness.incidents.get(`payment:${id}:dispute_needs_response`);
    expect(incident?.detail).toContain('respond by 2026-02-01T00:00:00.000Z');
    await follow.again();
    expect(harness.incidents.size).toBe(1);
    await say(id, dispute('under_review'));
    expect(harness.incidents.size).toBe(0);
  });

  it('of one payment are told together, and the incident stays while one of them waits', async () => {
    const id = await paid();
    await say(id, dispute('needs_response'));
    await say(id, dispute('needs_response', 'd2'));
    await say(id, dispute('won'));
    expect(harness.incidents.get(`payment:${id}:dispute_needs_response`)?.detail).toMatch(/d2/);
    await say(id, dispute('lost', 'd2'));
    expect(harness.incidents.size).toBe(0);
  });
});

describe('a payment in review', () => {
  it('is an incident until somebody says what it is', async () => {
    const id = await paid({}, { amountMinor: 1100n });
    await follow();
    expect((await harness.show(id)).status).toBe('review');
    expect(harness.incidents.get(`payment:${id}:payment_in_review`)?.detail).toContain('amount_mismatch:1200:1100');
    await harness.act(id, 'resolve', { status: 'captured', note: 'A discount.' });
    await follow();
    expect(harness.incidents.size).toBe(0);
  });

  it('that left it before the event is told is no incident', async () => {
    const id = await paid({}, { amountMinor: 1100n });
    await harness.act(id, 'resolve', { status: 'captured', note: 'A discount.' });
    await follow();
    await follow.again();
    expect(harness.incidents.size).toBe(0);
  });
});

describe('customers', () => {
  interface Shown {
    readonly id: string;
    readonly email: string | null;
    readonly name: string | null;
    readonly payments: number;
    readonly firstPaymentAt: string;
    readonly lastPaymentAt: string;
  }
  const get = async (id: string) =>
    harness.call<{ customer: Shown; payments: PaymentView[] }>('GET', '/api/customers/{id}', { params: { id } });
  const list = async (query: object = {}) =>
    (await harness.call<{ items: Shown[] }>('GET', '/api/customers', { query })).items.map(({ id }) => id);
  const put = (id: string, body: object) => harness.call<Shown>('PUT', '/api/customers/{id}', { params: { id }, body });

  it('come of payments, with how many and when, once however often these are told', async () => {
    const ids = [
      await paid({ customer: { id: 'c1', email: 'Ada@Example.com' } }),
      await paid({ customer: { id: 'c1', name: 'Ada' } }),
      await paid({ customer: { email: 'nobody@example.com' } }),
    ];
    await follow();
    await follow.again();
    const { customer, payments } = await get('c1');
    expect(customer).toMatchObject({ email: 'Ada@Example.com', name: 'Ada', payments: 2 });
    expect([customer.firstPaymentAt, customer.lastPaymentAt]).toEqual([
      (await harness.show(ids[0] ?? '')).createdAt,
      (await harness.show(ids[1] ?? '')).createdAt,
    ]);
    expect(payments.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(await list()).toEqual(['c1']);
  });

  it('keep what was set by hand, and take the rest from payments', async () => {
    await put('c1', { email: 'right@example.com', name: null });
    await paid({ customer: { id: 'c1', email: 'wrong@example.com', name: 'Ada', country: 'DE' } });
    await follow();
    expect((await get('c1')).customer).toMatchObject({
      email: 'right@example.com',
      name: null,
      country: 'DE',
      payments: 1,
    });
  });

  it('are found by how their address begins, in any case', async () => {
    for (const [id, email] of [
      ['c1', 'Ada@example.com'],
      ['c2', 'adam@example.com'],
      ['c3', 'eve@example.com'],
    ] as const) {
      await put(id, { email });
    }
    expect(await list({ email: 'AD' })).toEqual(['c1', 'c2']);
    expect(await list({ email: 'adam' })).toEqual(['c2']);
    expect((await list()).sort()).toEqual(['c1', 'c2', 'c3']);
  });

  it('that nobody knows are not found', async () => {
    await expect(get('c9')).rejects.toMatchObject({ code: 'not_found' });
  });
});
