import type { Repository } from '@fairlead/core/flow-api';
import type { PaymentFact } from '@fairlead/sdk';
import { afterEach, describe, expect, it } from 'vitest';
import { methodKey } from '../src/checkout-page/methods.ts';
import { type FlowHarness, flowHarness, gatewayA, type PaymentView } from './flow-harness.ts';
import { follower } from './follow.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 15, 12);
const at = (days: number) => new Date(start + days * day).toISOString();

/** Stops at the write of a number, before it or after it, once; a hub that starts anew goes on. */
function breaker() {
  const state = { writes: 0, breakAt: 0, after: false };
  const around = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    state.writes += 1;
    const breaks = state.writes === state.breakAt;
    if (breaks && !state.after) throw new Error('stopped before a write');
    const value = await write();
    if (breaks) throw new Error('stopped after a write');
    return value;
  };
  const wrap = <State>(repository: Repository<State>): Repository<State> => ({
    get: (id) => repository.get(id),
    list: (options) => repository.list(options),
    findOne: (where) => repository.findOne(where),
    count: (where) => repository.count(where),
    scan: () => repository.scan(),
    commit: (aggregate, version) => around(() => repository.commit(aggregate, version)),
    update: (id, change) => around(() => repository.update(id, change)),
    remove: (id, version) => around(() => repository.remove(id, version)),
  });
  return { state, wrap };
}

let harness: FlowHarness | undefined;
afterEach(() => harness?.dispose());

/** Does each step again, in a new process, until it went through: what inbox, relay and queue do. */
async function persist(h: FlowHarness, step: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    try {
      await step();
      return;
    } catch (error) {
      expect(String(error)).toContain('stopped');
      await h.restart();
    }
  }
  throw new Error('It never went through.');
}

/** Two periods billed by the hub, the second paid. @returns what is there in the end, and how many writes it took */
async function hubLife(breakAt: number, after: boolean) {
  const { state, wrap } = breaker();
  const h = await flowHarness({ wrap });
  harness = h;
  const follow = follower(h);
  const { id } = await h.create({
    subscription: { billing: 'hub', every: 1, unit: 'month', name: 'Pro', graceDays: 7 },
    customer: { id: 'c1' },
  });
  h.provider.pay();
  await h.deliver();
  Object.assign(state, { writes: 0, breakAt, after });
  await persist(h, follow);
  await h.clock.advance(29 * day);
  await persist(h, () => h.runJob('subscriptions'));
  // What failed of one subscription waits for the next turn.
  await persist(h, () => h.runJob('subscriptions'));
  await persist(h, follow);
  const { due } = await h.call<{ due: { paymentId: string } }>('GET', '/api/subscriptions/{id}', { params: { id } });
  const { checkoutToken: token } = await h.state(due.paymentId);
  const writes = state.writes;
  state.breakAt = 0;
  await h.answer('POST', '/pay/{token}', { params: { token }, body: { method: methodKey(token, gatewayA) } });
  h.provider.pay((await h.state(due.paymentId)).attempts[0]?.providerRef ?? '');
  await h.deliver();
  await follow();
  return { writes, end: await endOf(h, follow, id) };
}

const amount = { amountMinor: 1200n, currency: 'EUR' };
const subscriptionRef = 'sub_1';
const invoice = (number: number): PaymentFact => ({
  fact: 'invoice_paid',
  subscriptionRef,
  invoiceRef: `in_${number}`,
  first: number === 1,
  amount,
  periodStartsAt: at((number - 1) * 31),
  periodEndsAt: at(number * 31),
});

/** Two periods that the provider billed, the second told of first; then it is ended. */
async function providerLife(breakAt: number, after: boolean) {
  const { state, wrap } = breaker();
  const h = await flowHarness({ wrap });
  harness = h;
  const follow = follower(h);
  const { id } = await h.create({
    subscription: { billing: 'provider', every: 1, unit: 'month', name: 'Pro', graceDays: 7 },
    customer: { id: 'c1' },
  });
  Object.assign(state, { writes: 0, breakAt, after });
  const tell = (number: number, part: object) =>
    persist(h, () =>
      h.deliver([
        {
          dedupeKey: `i${number}`,
          type: 'invoice',
          providerRef: null,
          occurredAt: at((number - 1) * 31),
          evidence: invoice(number),
          ...part,
        },
      ]),
    );
  await tell(2, {});
  await tell(1, { reference: `${id}-1` });
  await persist(h, follow);
  await persist(h, () =>
    h.call('POST', '/api/subscriptions/{id}/cancel', { params: { id }, body: { when: 'now' } }).catch(ignoreConflict),
  );
  await h.clock.advance(120_000);
  await persist(h, () => h.runJob('subscriptions'));
  await h.clock.advance(600_000);
  await persist(h, () => h.runJob('subscriptions'));
  await persist(h, follow);
  const keys = new Set(h.provider.callsOf('cancelSubscription').map(({ key }) => key));
  const writes = state.writes;
  state.breakAt = 0;
  return { writes, end: { ...(await endOf(h, follow, id)), keys: keys.size } };
}

/** Being asked at this moment: the job goes on. */
function ignoreConflict(error: unknown): void {
  if (!String(error).includes('at this moment')) throw error;
}

async function endOf(h: FlowHarness, follow: ReturnType<typeof follower>, id: string) {
  const shown = await h.call<{ status: string; currentPeriodEnd: string; periods: { number: number }[] }>(
    'GET',
    '/api/subscriptions/{id}',
    { params: { id } },
  );
  const { items } = await h.call<{ items: PaymentView[] }>('GET', '/api/payments', { query: { subscription: id } });
  const books = await h.call<{ balances: object[]; entries: number }>('GET', '/api/ledger/balances');
  const { customer } = await h.call<{ customer: { payments: number } }>('GET', '/api/customers/{id}', {
    params: { id: 'c1' },
  });
  return {
    status: shown.status,
    currentPeriodEnd: shown.currentPeriodEnd,
    periods: shown.periods.length,
    payments: items.map(({ status }) => status),
    balances: books.balances,
    entries: books.entries,
    customer: customer.payments,
    told: (await follow.events()).map(({ type }) => type).filter((type) => type.startsWith('subscription.')),
  };
}

describe.each([
  ['the hub', hubLife],
  ['the provider', providerLife],
] as const)('a subscription that %s bills', (_who, life) => {
  it('ends the same, with one payment for each period, wherever the hub is stopped', async () => {
    const { writes, end } = await life(0, false);
    expect(end).toMatchObject({ periods: 2, entries: 2, customer: 2 });
    expect(end.payments).toEqual(['captured']);
    expect(writes).toBeGreaterThan(8);
    await harness?.dispose();
    for (const after of [false, true]) {
      for (let breakAt = 1; breakAt <= writes; breakAt++) {
        const found = await life(breakAt, after);
        expect(found.end, `stopped ${after ? 'after' : 'before'} write ${breakAt}`).toEqual(end);
        await harness?.dispose();
      }
    }
    harness = undefined;
  }, 180_000);
});
