import type { PaymentEvent } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unmatchedCollection } from '../src/collections.ts';
import { type FlowHarness, flowHarness, gatewayA, gatewayConnection } from './flow-harness.ts';

const minute = 60_000;
const day = 86_400_000;

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

describe('a refund of which nobody can find out what became of it', () => {
  const dismiss = (id: string, call = 'r1') =>
    harness.call('POST', '/api/payments/{id}/calls/{call}/dismiss', {
      params: { id, call },
      body: { note: 'Not at the provider.' },
    });

  /** At a gateway that knows no keys, so that the refund cannot be repeated. */
  async function refundLost(): Promise<string> {
    const { support } = gatewayConnection();
    const weaker = { 'payment-gateway': { ...support['payment-gateway'], refund: { dedupe: 'none' } } } as const;
    harness.connections.set(gatewayA, gatewayConnection(gatewayA, { support: weaker }));
    const { id } = await harness.create();
    harness.provider.pay();
    await harness.deliver();
    harness.provider.faults.push({ fault: 'timeout_before', operation: 'refund' });
    await harness.act(id, 'refund', { amountMinor: '1200' });
    return id;
  }

  test('keeps its amount until a person says that it did not happen; then it can be refunded', async () => {
    const id = await refundLost();
    await expect(dismiss(id)).rejects.toMatchObject({ code: 'conflict' });
    await harness.clock.advance(3 * minute);
    await harness.runJob('sweep');
    await expect(harness.act(id, 'refund', { amountMinor: '1' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await harness.show(id)).refunding.amountMinor).toBe('1200');

    expect(await dismiss(id)).toMatchObject({ refunding: { amountMinor: '0' } });
    expect(await dismiss(id)).toMatchObject({ refunding: { amountMinor: '0' } });
    expect((await harness.state(id)).calls.at(-1)).toMatchObject({ state: 'not_made', problem: { code: 'dismissed' } });
    await harness.act(id, 'refund', { amountMinor: '1200' });
    expect((await harness.show(id)).status).toBe('refunded');
  });

  test('no call that has ended can be dismissed, nor one that was never made', async () => {
    const id = await refundLost();
    await harness.clock.advance(3 * minute);
    await expect(dismiss(id, 'o1')).rejects.toMatchObject({ code: 'conflict' });
    await expect(dismiss(id, 'r7')).rejects.toMatchObject({ code: 'not_found' });
    await expect(dismiss('nobody')).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('events that are nobody’s are kept for as long as a dispute may take, and then forgotten', async () => {
  const foreign: PaymentEvent = {
    dedupeKey: 'evt-1',
    type: 'x',
    providerRef: 'pi_9',
    occurredAt: '2026-01-02T00:00:00.000Z',
    evidence: { fact: 'processing' },
  };
  const kept = () => harness.storage.repository(unmatchedCollection).count();
  await harness.deliver([foreign]);
  await harness.clock.advance(199 * day);
  await harness.runJob('recover');
  expect(await kept()).toBe(1);
  await harness.clock.advance(2 * day);
  await harness.runJob('recover');
  expect(await kept()).toBe(0);
});
