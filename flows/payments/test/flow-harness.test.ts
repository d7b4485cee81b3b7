import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FlowHarness, flowHarness } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

test('a payment is created, paid and told', async () => {
  const { id, redirectUrl } = await harness.create({ reference: 'order-1' });
  expect(redirectUrl).toMatch(/^https:\/\/pay\.example\/cs_/);
  harness.provider.pay();
  await harness.deliver();
  expect(await harness.show(id)).toMatchObject({ status: 'captured', captured: { amountMinor: '1200' } });
  expect(await harness.told(id)).toEqual([
    'payment.created',
    'payment.action_required',
    'payment.captured',
    'ledger.posted',
  ]);
  expect(harness.provider.charges()).toBe(1);
});

test('a call that is held waits until told, and one whose answer is lost has happened', async () => {
  const { provider } = harness;
  const hold = provider.hold('createCheckout', 'after');
  const created = harness.create();
  await hold.reached;
  expect(provider.payments.size).toBe(1);
  hold.release();
  const { id } = await created;
  harness.provider.pay();
  await harness.deliver();
  provider.faults.push({ fault: 'timeout_after', operation: 'refund' });
  const { result } = await harness.act(id, 'refund', { amountMinor: '200' });
  expect(result.state).toBe('unknown');
  expect(provider.held()).toBe(1_000n);
});
