import type { PaymentEvent, PaymentFact } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FlowHarness, flowHarness } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

async function paid(): Promise<{ readonly id: string; readonly ref: string }> {
  const { id } = await harness.create();
  const ref = (await harness.state(id)).attempts[0]?.providerRef ?? '';
  harness.provider.pay(ref);
  await harness.deliver();
  return { id, ref };
}

/** As Stripe tells a dispute: by an id that the hub never saw, and without our reference. */
function namedBy(providerRef: string, evidence: PaymentFact): PaymentEvent {
  return { dedupeKey: `evt-${providerRef}`, type: 'x', providerRef, occurredAt: '2026-01-02T00:00:00.000Z', evidence };
}

const amount = { amountMinor: 1200n, currency: 'EUR' } as const;
const dispute: PaymentFact = { fact: 'dispute', disputeRef: 'd1', amount, status: 'needs_response' };
const asked = () => harness.provider.callsOf('getStatus').length;

test('a dispute that names an id nobody knows is found by asking the provider whose it is, once', async () => {
  const { id, ref } = await paid();
  harness.provider.aliases.set('pi_1', ref);
  await harness.deliver([namedBy('pi_1', dispute), { ...namedBy('pi_1', dispute), dedupeKey: 'evt-2' }]);
  expect((await harness.show(id)).disputes).toEqual([]);
  await harness.runJobs();
  expect((await harness.show(id)).disputes).toMatchObject([{ disputeRef: 'd1', status: 'needs_response' }]);
  expect(asked()).toBe(1);
  await harness.deliver([{ ...namedBy('pi_1', { ...dispute, status: 'won' }), dedupeKey: 'evt-3' }]);
  expect((await harness.show(id)).disputes).toMatchObject([{ status: 'won' }]);
  expect(asked()).toBe(1);
});

test('a capture of another system that uses the account is kept apart, and nobody is asked about it', async () => {
  const { id } = await paid();
  await harness.deliver([namedBy('pi_9', { fact: 'captured', movementRef: 'm9', amount, final: true })]);
  await harness.runJobs();
  expect(asked()).toBe(0);
  expect((await harness.show(id)).captured.amountMinor).toBe('1200');
});
