import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { performCall } from '../src/calls/perform-call.ts';
import { paymentCollection, refCollection, unmatchedCollection } from '../src/collections.ts';
import type { PaymentTools } from '../src/tools.ts';
import { type FlowHarness, flowHarness, gatewayA, gatewayB, gatewayConnection } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

const minute = 60_000;
const hour = 60 * minute;

/** Lets time pass and the janitor look, until nothing is due any more. */
async function after(ms: number): Promise<void> {
  await harness.clock.advance(ms);
  await harness.runJob('sweep');
  await harness.runJobs();
  await harness.deliver();
}

async function paid(body: object = {}): Promise<string> {
  const { id } = await harness.create(body);
  harness.provider.pay(`${id}-1`);
  await harness.deliver();
  return id;
}

const acts = {
  capture: async () => {
    const id = await paid({ capture: 'manual' });
    return { id, run: () => harness.act(id, 'capture'), ends: 'captured' };
  },
  void: async () => {
    const id = await paid({ capture: 'manual' });
    return { id, run: () => harness.act(id, 'void'), ends: 'cancelled' };
  },
  refund: async () => {
    const id = await paid();
    return { id, run: () => harness.act(id, 'refund', { amountMinor: '1200' }), ends: 'refunded' };
  },
  confirm: async () => {
    const { id } = await harness.create();
    harness.provider.approve();
    return { id, run: () => harness.deliver().then(() => harness.runJobs()), ends: 'captured' };
  },
} as const;

describe.each(['timeout_after', 'timeout_before'] as const)('an answer that is lost (%s)', (fault) => {
  test('to opening a checkout leaves the payment unknown; the same key settles it, and nobody else is asked', async () => {
    harness.connections.set(gatewayB, gatewayConnection(gatewayB));
    harness.provider.faults.push({ fault, operation: 'createCheckout' });
    const { id, status } = await harness.create();
    expect(status).toBe('unknown');
    await after(2 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'requires_action', attempts: [{ connection: gatewayA }] });
    const calls = harness.provider.callsOf('createCheckout');
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
    expect(harness.provider.payments.size).toBe(1);
  });

  test.each(['confirm', 'capture', 'void', 'refund'] as const)(
    'to %s is found out with the same key, and it happened once',
    async (kind) => {
      const { id, run, ends } = await acts[kind]();
      harness.provider.faults.push({ fault, operation: kind });
      await run();
      expect((await harness.state(id)).calls.at(-1)).toMatchObject({ kind, state: 'unknown' });
      harness.provider.take();
      await after(2 * minute);
      expect((await harness.state(id)).calls.at(-1)).toMatchObject({ kind, state: 'done' });
      await after(5 * minute);
      expect(await harness.show(id)).toMatchObject({ status: ends });
      const calls = harness.provider.callsOf(kind);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
      expect(calls.filter(({ end }) => end === 'acted' || end === 'lost')).toHaveLength(
        fault === 'timeout_after' ? 1 : 2,
      );
      expect(harness.provider.held()).toBe(ends === 'captured' ? 1_200n : 0n);
    },
  );
});

describe('a call that was broken off', () => {
  /** The hub stopped when the provider had acted, and before the answer was written. */
  async function brokenOff(): Promise<string> {
    const hold = harness.provider.hold('createCheckout', 'after');
    const creating = harness.create();
    await hold.reached;
    const [payment] = harness.provider.payments.values();
    const id = payment?.reference.replace(/-1$/, '') ?? '';
    void creating.catch(() => {});
    return id;
  }

  test('is not called undone because the provider cannot be reached now', async () => {
    const id = await brokenOff();
    harness.provider.down.add(gatewayA);
    await after(2 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'unknown' });
    harness.provider.down.clear();
    await after(5 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'requires_action' });
    expect(harness.provider.payments.size).toBe(1);
  });

  test('is not called undone because the credentials were revoked meanwhile', async () => {
    const id = await brokenOff();
    harness.provider.revoked.add(gatewayA);
    await after(2 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'unknown' });
    harness.provider.revoked.clear();
    await after(5 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'requires_action' });
  });

  test('is not called undone because the provider says that the key belongs to another request', async () => {
    const id = await brokenOff();
    harness.provider.faults.push({ fault: { error: 'idempotency_conflict' } });
    await after(2 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'unknown' });
  });

  test('of a job that runs again is not called undone', async () => {
    const { id } = await harness.create();
    harness.provider.approve();
    await harness.deliver();
    harness.provider.down.add(gatewayA);
    await harness.body.jobs?.['call']?.handle(
      { paymentId: id, callId: 'k1' },
      { signal: new AbortController().signal, attempt: 2 },
    );
    expect((await harness.state(id)).calls.at(-1)).toMatchObject({ kind: 'confirm', state: 'unknown' });
  });
});

test('credentials that are revoked in mid-flight cost a confirmation nothing but time', async () => {
  const { id } = await harness.create();
  harness.provider.approve();
  harness.provider.revoked.add(gatewayA);
  await harness.deliver();
  await harness.runJobs();
  expect(await harness.show(id)).toMatchObject({ status: 'processing' });
  expect((await harness.state(id)).calls.at(-1)).toMatchObject({ kind: 'confirm', state: 'not_made' });
  await after(minute);
  harness.provider.revoked.clear();
  await after(5 * minute);
  await after(hour);
  expect(await harness.show(id)).toMatchObject({ status: 'captured' });
  expect(harness.provider.charges()).toBe(1);
});

test('credentials that are revoked before the checkout let the next gateway take the payment', async () => {
  harness.connections.set(gatewayB, gatewayConnection(gatewayB));
  harness.provider.revoked.add(gatewayA);
  const { status, attempts } = await harness.create();
  expect({ status, connections: attempts.map(({ connection }) => connection) }).toEqual({
    status: 'requires_action',
    connections: [gatewayA, gatewayB],
  });
});

test('what the customer agrees to after a decline is confirmed anew, with a key of its own', async () => {
  const { id } = await harness.create();
  harness.provider.faults.push({ fault: 'declined', operation: 'confirm' });
  harness.provider.approve();
  await harness.deliver();
  await harness.runJobs();
  expect(await harness.show(id)).toMatchObject({ status: 'failed' });
  await harness.clock.advance(5_000);
  harness.provider.approve();
  await harness.deliver();
  await harness.runJobs();
  expect(await harness.show(id)).toMatchObject({ status: 'captured' });
  expect(new Set(harness.provider.callsOf('confirm').map(({ key }) => key)).size).toBe(2);
  expect(harness.provider.charges()).toBe(1);
});

describe.each([-hour, hour])('a provider whose clock is %i ms wrong', (wrong) => {
  test('takes a payment like any other, and a refund that fails later', async () => {
    harness.provider.clockErrorMs = wrong;
    const id = await paid();
    expect(await harness.show(id)).toMatchObject({ status: 'captured' });
    await harness.clock.advance(10_000);
    await harness.act(id, 'refund', { amountMinor: '500' });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'partially_refunded', refunded: { amountMinor: '500' } });
    const refundRef = (await harness.show(id)).refunds[0]?.refundRef ?? '';
    const refund = { fact: 'refund', refundRef, amount: { amountMinor: 500n, currency: 'EUR' } } as const;
    await harness.clock.advance(10_000);
    harness.provider.say({ ...refund, status: 'failed' });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'captured', refunded: { amountMinor: '0' } });
  });

  test('ends and confirms payments at their time', async () => {
    harness.provider.clockErrorMs = wrong;
    const { id } = await harness.create({ expiresInSeconds: 1_800 });
    await after(29 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'requires_action' });
    await after(minute);
    expect(await harness.show(id)).toMatchObject({ status: 'expired' });
    expect(harness.provider.payment().status).toBe('voided');
  });
});

describe('a checkout in which a try failed', () => {
  test('is watched: a payment whose webhook is lost is found', async () => {
    const { id } = await harness.create();
    harness.provider.say({ fact: 'failed', reason: 'declined' });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'failed' });
    await harness.clock.advance(10_000);
    harness.provider.pay();
    harness.provider.take();
    await after(minute);
    expect(await harness.show(id)).toMatchObject({ status: 'captured' });
  });

  test('is ended when the time is over, so that nobody pays it any more', async () => {
    const { id } = await harness.create({ expiresInSeconds: 1_800 });
    harness.provider.say({ fact: 'failed', reason: 'declined' });
    await harness.deliver();
    await after(31 * minute);
    expect(await harness.show(id)).toMatchObject({ status: 'expired' });
    expect(harness.provider.payment().status).toBe('voided');
  });
});

describe('an event of a provider that carries no reference', () => {
  test('with a reference of somebody else’s making waits for its payment too', async () => {
    harness.provider.carriesReference = false;
    const hold = harness.provider.hold('createCheckout', 'after');
    const creating = harness.create();
    await hold.reached;
    const events = harness.provider.pay().map((event) => ({ ...event, reference: 'made by a plugin' }));
    await harness.deliver(events);
    expect(await harness.storage.repository(unmatchedCollection).count()).toBe(1);
    hold.release();
    const { id } = await creating;
    expect(await harness.show(id)).toMatchObject({ status: 'captured' });
    expect(await harness.storage.repository(unmatchedCollection).count()).toBe(0);
    expect(await harness.storage.repository(refCollection).count()).toBeGreaterThan(0);
  });

  test('that belongs to nobody here is kept, and changes nothing', async () => {
    const { id } = await harness.create();
    const [event] = harness.provider.pay();
    if (event === undefined) throw new Error('no event');
    const foreign = { ...event, dedupeKey: 'f1', providerRef: 'cs_foreign', reference: 'order 7 of a shop' };
    await harness.deliver([foreign, foreign]);
    expect(await harness.show(id)).toMatchObject({ status: 'requires_action' });
    expect(await harness.storage.repository(unmatchedCollection).count()).toBe(1);
  });
});

test('a change whose commit was refused leaves no call behind that nobody committed', async () => {
  const { id } = await harness.create();
  harness.provider.approve();
  const [event] = harness.provider.take();
  if (event === undefined) throw new Error('no event');
  const enqueue = vi.spyOn(harness.services.jobs, 'enqueue');
  await Promise.all(Array.from({ length: 20 }, () => harness.deliver([event.event])));
  expect(enqueue).toHaveBeenCalledTimes(1);
  expect(harness.jobs.map(({ key }) => key)).toEqual([`${id}-k1`]);
  await harness.runJobs();
  await Promise.all(Array.from({ length: 20 }, () => harness.deliver([event.event])));
  expect(harness.jobs).toEqual([]);
});

test('fifty different pieces of news at once are all taken', async () => {
  const { id } = await harness.create();
  const [event] = harness.provider.pay();
  if (event === undefined) throw new Error('no event');
  const news = Array.from({ length: 50 }, (_each, index) => ({ ...event, dedupeKey: `n${index}` }));
  await Promise.all(news.map((each) => harness.deliver([each])));
  expect((await harness.state(id)).evidence).toHaveLength(50);
  expect((await harness.told(id)).filter((type) => type === 'payment.captured')).toHaveLength(1);
});

test('a call that has ended is not made again', async () => {
  const id = await paid();
  const tools = { services: harness.services, payments: harness.storage.repository(paymentCollection) };
  const asked = harness.provider.calls.length;
  const { status } = await performCall(tools as unknown as PaymentTools, id, 'o1');
  expect(status).toBe('captured');
  expect(harness.provider.calls).toHaveLength(asked);
});

test('what an older version of the hub derived otherwise is told at the next change', async () => {
  const id = await paid();
  const payments = harness.storage.repository(paymentCollection);
  await payments.update(id, (state) => ({ state: { ...state, status: 'processing' } }));
  const [event] = harness.provider.payment().events;
  await harness.deliver(event === undefined ? [] : [{ ...event, dedupeKey: 'again' }]);
  expect((await harness.told(id)).filter((type) => type === 'payment.captured')).toHaveLength(2);
});

test('what the customer agrees to after the payment was cancelled is not confirmed, even if it cannot be ended', async () => {
  const { id } = await harness.create();
  await harness.call('POST', '/api/payments/{id}/cancel', { params: { id } });
  harness.provider.approve();
  harness.provider.faults.push({ fault: 'unreachable', operation: 'void' });
  await harness.deliver();
  await harness.runJobs();
  expect(await harness.show(id)).toMatchObject({ status: 'cancelled' });
  await after(5 * minute);
  expect(harness.provider.callsOf('confirm')).toEqual([]);
  expect(harness.provider.payment().status).toBe('voided');
});

test('a checkout that could not be ended by hand is ended when its time is over', async () => {
  const { id } = await harness.create({ expiresInSeconds: 1_800 });
  harness.provider.faults.push({ fault: 'declined', operation: 'void' });
  expect(await harness.act(id, 'void')).toMatchObject({ result: { state: 'declined' } });
  await after(30 * minute);
  expect(await harness.show(id)).toMatchObject({ status: 'expired' });
  expect(harness.provider.payment().status).toBe('voided');
});

test('a checkout whose approval was declined is watched, and ended when its time is over', async () => {
  const { id } = await harness.create({ expiresInSeconds: 1_800 });
  harness.provider.faults.push({ fault: 'declined', operation: 'confirm' });
  harness.provider.approve();
  await harness.deliver();
  await harness.runJobs();
  expect(await harness.show(id)).toMatchObject({ status: 'failed' });
  await after(31 * minute);
  expect(await harness.show(id)).toMatchObject({ status: 'expired' });
  expect(harness.provider.payment().status).toBe('voided');
});
