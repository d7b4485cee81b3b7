import { money, paymentGateway } from '@fairlead/sdk';
import { failureOf } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { factsOf, providerStage } from './provider-stage.ts';

const { confirm, getStatus, capture } = paymentGateway.operations;
const stage = providerStage({ confirmation: 'required' });

async function approved(more: Parameters<typeof stage.open>[0] = {}): Promise<string> {
  const id = await stage.open(more);
  await stage.provider.press(id, 'pay');
  return id;
}

const confirmed = (providerRef: string, idempotencyKey: string, how: 'automatic' | 'manual' = 'automatic') =>
  stage.gateway.invoke(confirm, { providerRef, capture: how }, { idempotencyKey });

const counts = () => stage.provider.control('/counts');

describe('a checkout that has to be confirmed', () => {
  it('is approved by the customer and charged by confirm, once, however often and under whatever key', async () => {
    const id = await approved();
    expect(await stage.facts(id)).toEqual(['approved']);
    expect(await counts()).toMatchObject({ charges: 0, confirms: 0 });
    const answers = await Promise.all(['k-1', 'k-1', 'k-2'].map((key) => confirmed(id, key)));
    for (const answer of answers) {
      expect(answer).toMatchObject({
        outcome: 'confirmed',
        events: [{ providerRef: id, evidence: { fact: 'captured', amount: money(1_999n, 'EUR') } }],
      });
    }
    expect(await counts()).toMatchObject({ charges: 1, confirms: 1, repeated_confirms: 1 });
    expect(factsOf(await stage.received(3))).toEqual(['none', 'approved', 'captured']);
    expect(await stage.gateway.invoke(getStatus, { providerRef: id })).toMatchObject({ final: true });
  });

  it('is authorized by a manual confirm, and captured later', async () => {
    const id = await approved({ capture: 'manual' });
    const answer = await confirmed(id, 'k-1', 'manual');
    expect(answer).toMatchObject({ events: [{ evidence: { fact: 'authorized' } }] });
    const input = { providerRef: id, amount: money(1_999n, 'EUR'), final: true };
    expect(await stage.gateway.invoke(capture, input)).toMatchObject({ outcome: 'succeeded' });
  });

  it('is charged once when the answer of confirm is lost', async () => {
    const id = await approved();
    await stage.provider.control('/faults', { operation: 'confirm', fault: 'timeout_after_success' });
    const input = { providerRef: id, capture: 'automatic' as const };
    const lost = stage.gateway.invoke(confirm, input, { idempotencyKey: 'k-1', timeoutMs: 300 });
    expect((await failureOf(lost)).code).toBe('timeout');
    expect(await confirmed(id, 'k-1')).toMatchObject({ events: [{ evidence: { fact: 'captured' } }] });
    expect(await counts()).toMatchObject({ charges: 1, repeated_confirms: 0 });
  });

  it('may take its time, and is charged when the bank says so', async () => {
    const id = await approved();
    await stage.provider.control('/faults', { operation: 'confirm', fault: 'pending' });
    expect(await confirmed(id, 'k-1')).toMatchObject({ events: [{ evidence: { fact: 'processing' } }] });
    await stage.provider.press(id, 'pay');
    expect(await stage.facts(id)).toEqual(['captured']);
  });

  it('is not charged before the customer approved, nor after the approval lapsed', async () => {
    const id = await stage.open();
    expect(await confirmed(id, 'k-1')).toMatchObject({ outcome: 'declined', vendorCode: 'not_approved' });
    await stage.provider.press(id, 'pay');
    await stage.provider.control('/clock', { skew_ms: 4 * 3_600_000 });
    expect(await confirmed(id, 'k-2')).toMatchObject({ outcome: 'declined', vendorCode: 'not_approved' });
    expect(await stage.facts(id)).toEqual(['expired']);
    expect(await counts()).toMatchObject({ charges: 0 });
  });

  it('may be cancelled after it was approved', async () => {
    const id = await approved();
    await stage.provider.press(id, 'cancel');
    expect(await stage.facts(id)).toEqual(['cancelled']);
  });
});
