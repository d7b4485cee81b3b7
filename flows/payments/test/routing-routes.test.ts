import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultTerms, type GatewayTerms, type RoutingRule } from '../src/routing/settings.ts';
import { type FlowHarness, flowHarness, gatewayA, gatewayB, gatewayConnection } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
  harness.connections.set(gatewayB, gatewayConnection(gatewayB));
});
afterEach(() => harness.dispose());

interface Options {
  readonly amount: object;
  readonly options: readonly { readonly connection: string; readonly label: string }[];
  readonly unavailable: readonly { readonly connection: string; readonly reason: string }[];
}

interface Parts {
  readonly gateways?: Readonly<Record<string, Partial<GatewayTerms>>>;
  readonly rules?: readonly RoutingRule[];
}

const put = ({ gateways = {}, rules = [] }: Parts, ifMatch?: number) => {
  const terms = Object.entries(gateways).map(([id, part]) => [id, { ...defaultTerms, ...part }]);
  const request = {
    body: { gateways: Object.fromEntries(terms), rules },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
  return harness.answer('PUT', '/api/payments/routing', request);
};
const options = (query: object = {}) =>
  harness.call<Options>('GET', '/api/payments/options', {
    query: { amount: '1000', currency: 'EUR', capture: 'automatic', ...query },
  });
const offered = async (query?: object) => (await options(query)).options.map(({ connection }) => connection);
const leftOut = async (query?: object) =>
  Object.fromEntries((await options(query)).unavailable.map(({ connection, reason }) => [connection, reason]));

describe('routing', () => {
  test('is empty at version 0 until somebody sets it, and comes back as it was set', async () => {
    const before = await harness.answer('GET', '/api/payments/routing');
    expect(before).toMatchObject({ body: { gateways: {}, rules: [] }, headers: { etag: '"0"' } });
    const rules = [{ name: 'all', use: [gatewayB, gatewayA] }];
    const after = await put({ gateways: { [gatewayA]: { label: 'Card', ratePercent: '2.9' } }, rules }, 0);
    expect(after.headers).toEqual({ etag: '"1"' });
    expect((await harness.answer('GET', '/api/payments/routing')).body).toEqual(after.body);
  });

  test('is not written over by somebody who has not seen the newest', async () => {
    await put({}, 0);
    await expect(put({}, 0)).rejects.toMatchObject({ code: 'version_conflict' });
    await expect(put({}, 7)).rejects.toMatchObject({ code: 'version_conflict' });
    expect((await put({}, 1)).headers).toEqual({ etag: '"2"' });
    expect((await put({})).headers).toEqual({ etag: '"3"' });
  });

  test('with a connection, a currency or bounds that cannot be is refused, each with its path', async () => {
    const wrong = put({
      gateways: {
        [gatewayA]: { minimum: { EUR: '500', XXQ: '1' }, maximum: { EUR: '499' }, currencies: ['EUR', 'ZZZ'] },
        gone: { fixed: { USD: '30' } },
      },
      rules: [
        { name: 'good', use: [gatewayA], from: { EUR: '1' }, below: { EUR: '2' } },
        { name: 'wrong', use: [gatewayA, 'nobody'], from: { EUR: '2' }, below: { EUR: '2' } },
      ],
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [
        { path: '/gateways/gw-a/currencies/1' },
        { path: '/gateways/gw-a/minimum/XXQ' },
        { path: '/gateways/gw-a/maximum/EUR' },
        { path: '/gateways/gone' },
        { path: '/rules/1/use/1', message: 'is not a connection that takes payments' },
        { path: '/rules/1/below/EUR' },
      ],
    });
    expect((await harness.answer('GET', '/api/payments/routing')).headers).toEqual({ etag: '"0"' });
  });
});

describe('the options for an amount', () => {
  test('are the gateways best first, with the charge and what the customer is asked for', async () => {
    await put({
      gateways: {
        [gatewayA]: { label: 'Card', ratePercent: '2.9', fixed: { EUR: '25' }, chargePaidBy: 'customer' },
        [gatewayB]: { priority: 5, ratePercent: '1' },
      },
    });
    expect(await options()).toEqual({
      amount: { amountMinor: '1000', currency: 'EUR' },
      options: [
        {
          connection: gatewayB,
          label: gatewayB,
          charge: { amountMinor: '10', currency: 'EUR' },
          chargePaidBy: 'merchant',
          total: { amountMinor: '1000', currency: 'EUR' },
        },
        {
          connection: gatewayA,
          label: 'Card',
          charge: { amountMinor: '54', currency: 'EUR' },
          chargePaidBy: 'customer',
          total: { amountMinor: '1054', currency: 'EUR' },
        },
      ],
      unavailable: [],
    });
  });

  test.each<[reason: string, terms: Partial<GatewayTerms>, query: object]>([
    ['disabled', { enabled: false }, {}],
    ['currency', { currencies: ['USD'] }, {}],
    ['country', { countries: ['DE'] }, { country: 'FR' }],
    ['country', { countries: ['DE'] }, {}],
    ['bounds', { minimum: { EUR: '1001' } }, {}],
    ['bounds', { maximum: { EUR: '999' } }, {}],
  ])('leave a gateway out and say why: %s', async (reason, terms, query) => {
    await put({ gateways: { [gatewayA]: terms } });
    expect(await offered(query)).toEqual([gatewayB]);
    expect(await leftOut(query)).toEqual({ [gatewayA]: reason });
  });

  test('leave out what is paused, what has an open breaker, and what cannot capture later', async () => {
    harness.connections.set('gw-c', gatewayConnection('gw-c', { status: 'paused' }));
    harness.connections.set(
      'gw-d',
      gatewayConnection('gw-d', { operations: { 'payment-gateway': ['createCheckout'] } }),
    );
    harness.standings.set(gatewayA, { health: 'unhealthy', open: false });
    expect(await offered({ capture: 'manual' })).toEqual([gatewayB]);
    expect(await leftOut({ capture: 'manual' })).toEqual({
      [gatewayA]: 'breaker_open',
      'gw-c': 'inactive',
      'gw-d': 'capture',
    });
    expect(await offered()).toEqual([gatewayB, 'gw-d']);
  });

  test('follow the first rule that holds, in its order, and those that are not well come last', async () => {
    harness.connections.set('gw-c', gatewayConnection('gw-c'));
    await put({
      rules: [
        { name: 'large', use: ['gw-c'], from: { EUR: '5000' } },
        { name: 'rest', use: ['gw-c', gatewayA], currencies: ['EUR'] },
      ],
    });
    expect(await offered()).toEqual(['gw-c', gatewayA]);
    expect(await leftOut()).toEqual({ [gatewayB]: 'rule' });
    expect(await offered({ amount: '5000' })).toEqual(['gw-c']);
    expect(await offered({ currency: 'USD' })).toEqual([gatewayA, gatewayB, 'gw-c']);
    harness.standings.set('gw-c', { health: 'degraded', open: true });
    expect(await offered()).toEqual([gatewayA, 'gw-c']);
  });

  test('of a currency that does not exist are refused', async () => {
    await expect(options({ currency: 'QQQ' })).rejects.toMatchObject({ errors: [{ path: '/query/currency' }] });
  });
});

test('a gateway that is asked for by name is asked after those that the rule names', async () => {
  await put({ rules: [{ name: 'all', use: [gatewayA] }] });
  harness.provider.faults.push({ fault: 'declined', connectionId: gatewayA });
  const { attempts } = await harness.create({ connections: [gatewayB, gatewayA] });
  expect(attempts.map(({ connection, status }) => [connection, status])).toEqual([
    [gatewayA, 'failed'],
    [gatewayB, 'requires_action'],
  ]);
});
