import { parseDecimal } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chargeFor, totalFor } from '../src/routing/charge.ts';
import { type Gateway, judgeGateways } from '../src/routing/choose.ts';
import { defaultTerms, type RoutingRule } from '../src/routing/settings.ts';
import { type FlowHarness, flowHarness, gatewayA, gatewayB, gatewayConnection } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
});
afterEach(() => harness.dispose());

const eur = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });
const asset = (amount: string) => ({ amount, asset: 'BTC' });

/** What the books say of an account. */
async function balance(id: string, account: string): Promise<bigint> {
  const { ledger } = await harness.state(id);
  const lines = ledger.flatMap((entry) => entry.lines).filter((line) => line.account === account);
  return lines.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}

describe('money that is not what was asked for', () => {
  test('too little of an asset, topped up twice, is captured in the end', async () => {
    const { id } = await harness.create();
    for (const received of ['0.5', '0.9']) {
      harness.provider.say({ fact: 'underpaid', movementRef: 'tx', expected: asset('1'), received: asset(received) });
      await harness.clock.advance(5_000);
      await harness.deliver();
      expect(await harness.show(id)).toMatchObject({ status: 'underpaid', captured: { amountMinor: '0' } });
    }
    const whole = { movementRef: 'tx', amount: eur(1_200n), final: true, expected: asset('1'), received: asset('1') };
    harness.provider.say({ fact: 'captured', ...whole });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'captured', overpaidAsset: false });
  });

  test('too little of an asset at the end goes to a person, who may call it expired', async () => {
    const { id } = await harness.create({ expiresInSeconds: 1_800 });
    harness.provider.say({ fact: 'underpaid', movementRef: 'tx', expected: asset('1'), received: asset('0.9') });
    await harness.deliver();
    await harness.clock.advance(1_800_000);
    await harness.runJob('sweep');
    expect(await harness.show(id)).toMatchObject({ status: 'review', reasons: ['underpaid_at_expiry:0.9:BTC'] });
    await harness.call('POST', '/api/payments/{id}/resolve', {
      params: { id },
      body: { status: 'expired', note: 'sent back by hand' },
    });
    expect(await harness.show(id)).toMatchObject({ status: 'expired' });
    await harness.clock.advance(5_000);
    harness.provider.say({ fact: 'underpaid', movementRef: 'tx', expected: asset('1'), received: asset('0.95') });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'review', reasons: ['underpaid_at_expiry:0.95:BTC'] });
  });

  test('more of an asset than was asked for is captured, and shown as overpaid in it', async () => {
    const { id } = await harness.create();
    const more = { expected: asset('1'), received: asset('1.000000000000000001') };
    harness.provider.say({ fact: 'captured', movementRef: 'tx', amount: eur(1_200n), final: true, ...more });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'captured', overpaidAsset: true });
  });

  test.each([
    ['more', eur(1_201n), 'amount_mismatch:1200:1201', '1'],
    ['less', eur(1_199n), 'amount_mismatch:1200:1199', '0'],
  ])('%s goes to a person, and is never captured by itself', async (_what, amount, reason, overpaid) => {
    const { id } = await harness.create();
    harness.provider.pay(undefined, amount);
    await harness.deliver();
    const shown = await harness.show(id);
    expect(shown).toMatchObject({ status: 'review', reasons: [reason], overpaid: { amountMinor: overpaid } });
    expect(await harness.told(id)).not.toContain('payment.captured');
  });

  test('another currency goes to a person, and is booked in that currency', async () => {
    const { id } = await harness.create();
    harness.provider.pay(undefined, { currency: 'USD' });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status: 'review', captured: { amountMinor: '0' } });
    expect((await harness.state(id)).ledger[0]?.lines.map(({ currency }) => currency)).toEqual(['USD', 'USD']);
  });

  test.each([
    [1_200n, 'captured'],
    [1_000n, 'review'],
  ])('that comes late counts when it is exact: %i of 1200 is %s', async (amountMinor, status) => {
    const { id } = await harness.create({ expiresInSeconds: 1_800 });
    await harness.clock.advance(1_800_000);
    await harness.runJob('sweep');
    expect(await harness.show(id)).toMatchObject({ status: 'expired' });
    harness.provider.pay(undefined, { amountMinor });
    await harness.deliver();
    expect(await harness.show(id)).toMatchObject({ status });
  });

  test('paid through two gateways goes to a person with what is too much, until one is refunded', async () => {
    harness.connections.set(gatewayB, gatewayConnection(gatewayB));
    harness.provider.faults.push({ fault: 'declined', operation: 'createCheckout' });
    const { id } = await harness.create();
    // The first provider declined, and opened the checkout all the same.
    const second = harness.provider.payment();
    const first = { movementRef: 'ch_first', amount: eur(1_200n), final: true };
    harness.provider.pay();
    await harness.deliver();
    await harness.deliver(
      harness.provider
        .say({ fact: 'captured', ...first }, second.ref, {
          providerRef: 'cs_first',
          reference: `${id}-1`,
          dedupeKey: 'e1',
        })
        .slice(0, 1),
      gatewayA,
    );
    const shown = await harness.show(id);
    expect(shown).toMatchObject({ status: 'review', overpaid: { amountMinor: '1200' } });
    expect(shown.reasons).toEqual(['paid_more_than_once:1=1200:2=1200']);
    const refund = { refundRef: 're_1', amount: eur(1_200n), status: 'succeeded' } as const;
    const given = harness.provider.say({ fact: 'refund', ...refund }, second.ref, {
      reference: `${id}-1`,
      dedupeKey: 'e2',
    });
    await harness.deliver(given, gatewayA);
    expect(await harness.show(id)).toMatchObject({ status: 'captured', overpaid: { amountMinor: '0' } });
    expect(await balance(id, `clearing:${gatewayA}`)).toBe(0n);
    expect(await balance(id, `clearing:${gatewayB}`)).toBe(1_200n);
  });

  test('authorized with one gateway while another took it is given back', async () => {
    harness.connections.set(gatewayB, gatewayConnection(gatewayB));
    harness.provider.faults.push({ fault: 'declined', operation: 'createCheckout' });
    const { id } = await harness.create({ capture: 'manual' });
    harness.provider.pay();
    const [held] = harness.provider.take();
    const amount = eur(1_200n);
    const taken = { fact: 'captured', movementRef: 'ch_first', amount, final: true } as const;
    const first = harness.provider.say(taken, undefined, { providerRef: 'cs_first', reference: `${id}-1` });
    harness.provider.take();
    await harness.deliver(held === undefined ? [] : [held.event], gatewayB);
    expect((await harness.state(id)).calls.filter(({ kind }) => kind === 'void')).toEqual([]);
    await harness.deliver(first, gatewayA);
    expect((await harness.state(id)).calls.at(-1)).toMatchObject({ kind: 'void', attempt: 2 });
  });
});

describe('parts', () => {
  test('that are captured and refunded sum exactly', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 20n }), { minLength: 2, maxLength: 5 }),
        async (parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0n);
          const { id } = await harness.create({ amountMinor: `${total}`, capture: 'manual' });
          harness.provider.pay(`${id}-1`);
          await harness.deliver();
          for (const [index, part] of parts.entries()) {
            expect((await harness.show(id)).status).toBe(index === 0 ? 'authorized' : 'partially_captured');
            await harness.clock.advance(1_000);
            await harness.act(id, 'capture', { amountMinor: `${part}` });
          }
          expect(await harness.show(id)).toMatchObject({ status: 'captured', captured: { amountMinor: `${total}` } });
          await expect(harness.act(id, 'capture', { amountMinor: '1' })).rejects.toMatchObject({ code: 'conflict' });
          for (const part of parts) {
            await harness.clock.advance(1_000);
            await harness.act(id, 'refund', { amountMinor: `${part}` });
          }
          await harness.deliver();
          expect(await harness.show(id)).toMatchObject({ status: 'refunded', refunded: { amountMinor: `${total}` } });
          await expect(harness.act(id, 'refund', { amountMinor: '1' })).rejects.toMatchObject({ code: 'conflict' });
          expect(await balance(id, `clearing:${gatewayA}`)).toBe(0n);
          expect((await harness.told(id)).filter((type) => type === 'payment.partially_captured')).toHaveLength(
            parts.length - 1,
          );
        },
      ),
      { numRuns: 10 },
    );
  });

  test('of a capture that is pending are not captured a second time', async () => {
    const { id } = await harness.create({ capture: 'manual' });
    harness.provider.pay();
    await harness.deliver();
    harness.provider.pending = true;
    await harness.act(id, 'capture', { amountMinor: '1000' });
    await expect(harness.act(id, 'capture', { amountMinor: '1000' })).rejects.toMatchObject({ code: 'conflict' });
    expect(harness.provider.callsOf('capture')).toHaveLength(1);
  });
});

describe('the charge of a gateway', () => {
  const rate = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9_999 }));
  const amounts = fc.bigInt({ min: 1n, max: 10n ** 37n });

  test('is the nearest whole minor unit, half up, and the fixed part; all digits count', () => {
    fc.assert(
      fc.property(amounts, rate, fc.bigInt({ min: 0n, max: 500n }), (amountMinor, [whole, parts], fixed) => {
        const ratePercent = `${whole}.${String(parts).padStart(4, '0')}`;
        const terms = { ...defaultTerms, ratePercent, fixed: { EUR: `${fixed}` } };
        const charge = chargeFor(eur(amountMinor), terms).amountMinor - fixed;
        // In millionths of a minor unit.
        const error = charge * 1_000_000n - amountMinor * parseDecimal(ratePercent, 4);
        expect(error > -500_000n && error <= 500_000n).toBe(true);
        const byCustomer = { ...terms, chargePaidBy: 'customer' as const };
        expect(totalFor(eur(amountMinor), byCustomer).amountMinor).toBe(amountMinor + charge + fixed);
        expect(totalFor(eur(amountMinor), terms)).toEqual(eur(amountMinor));
      }),
    );
  });

  test('knows a fixed part of its own currency only', () => {
    const terms = { ...defaultTerms, fixed: { USD: '30' } };
    expect(chargeFor(eur(100n), terms)).toEqual(eur(0n));
  });
});

describe('the choice of a gateway', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const gateway = fc.record({
    health: fc.constantFrom('healthy' as const, 'degraded' as const, 'unhealthy' as const, 'unknown' as const),
    open: fc.boolean(),
    enabled: fc.boolean(),
    priority: fc.integer({ min: 0, max: 3 }),
  });
  const gateways = fc.tuple(...ids.map(() => gateway)).map((all) =>
    all.map(({ health, open, enabled, priority }, index): Gateway => {
      const connection = gatewayConnection(ids[index]);
      return { connection, standing: { health, open }, terms: { ...defaultTerms, enabled, priority } };
    }),
  );
  const rules = fc.option(
    fc.shuffledSubarray(ids, { minLength: 1 }).map((use): RoutingRule => ({ name: 'r', use })),
    {
      nil: undefined,
    },
  );
  const only = fc.option(fc.subarray(ids, { minLength: 1 }));
  const wanted = { amount: eur(100n), country: undefined, providerBilling: false, manualCapture: false };
  const well = (each: Gateway) => each.standing?.health === 'healthy' || each.standing?.health === 'unknown';

  test('never offers one whose breaker is open or that is not offered; the sick come last; rules give the order', () => {
    fc.assert(
      fc.property(gateways, rules, only, (all, rule, connections) => {
        const routing = { gateways: {}, rules: rule === undefined ? [] : [rule] };
        const { offered, refused } = judgeGateways(all, routing, { ...wanted, connections });
        expect(offered.length + refused.length).toBe(all.length);
        for (const { standing, terms, connection } of offered) {
          expect([standing?.open, terms.enabled]).toEqual([true, true]);
          expect(connections?.includes(connection.id) ?? rule?.use.includes(connection.id) ?? true).toBe(true);
        }
        const firstSick = offered.findIndex((each) => !well(each));
        expect(firstSick < 0 || offered.slice(firstSick).every((each) => !well(each))).toBe(true);
        const healthy = offered.filter(well);
        const place = ({ connection, terms }: Gateway) => {
          if (rule === undefined) return terms.priority;
          const index = rule.use.indexOf(connection.id);
          return index < 0 ? ids.length : index;
        };
        expect(healthy.map(place)).toEqual(healthy.map(place).toSorted((left, right) => left - right));
        const shuffled = judgeGateways([...all].reverse(), routing, { ...wanted, connections });
        expect(shuffled.offered.map(({ connection }) => connection.id)).toEqual(
          offered.map(({ connection }) => connection.id),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
