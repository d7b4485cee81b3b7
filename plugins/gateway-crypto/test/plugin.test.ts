import { paymentGateway, secretNames } from '@fairlead/sdk';
import { FakeClock, startPlugin } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './connection.ts';

it('keeps exactly keys, passwords and signing secrets secret', () => {
  expect(secretNames(plugin.settings)).toEqual([
    'privateKey',
    'clientSecret',
    'apiKey',
    'ipnSecrets',
    'accountPassword',
  ]);
});

it.each([
  {},
  { provider: 'bitpay' },
  { provider: 'nowpayments', apiBase: 'ftp://api.nowpayments.io' },
  { provider: 'nowpayments', apiBase: 'https://user:password@api.nowpayments.io/v1' },
  { provider: 'nowpayments', apiBase: 'https://api.nowpayments.io/v1?key=1' },
  { provider: 'nowpayments', apiKey: '' },
  { provider: 'coinpayments-legacy', payCurrency: 'BTC&cmd=create_withdrawal' },
  { provider: 'coinpayments', clientID: 'x' },
])('refuses settings %j', async (settings) => {
  await expect(startPlugin({ plugin, manifest, settings })).rejects.toMatchObject({ code: 'settings_invalid' });
});

it.each(['coinpayments-legacy', 'coinpayments', 'nowpayments'])(
  'starts for %s with nothing else entered, says what it needs when asked, and leaves no timer behind',
  async (provider) => {
    const clock = new FakeClock();
    const started = await startPlugin({ plugin, manifest, clock, settings: { provider } });
    const asked = started.invoke(paymentGateway.testCredentials, {});
    await expect(asked).rejects.toMatchObject({
      code: 'settings_invalid',
      message: expect.stringContaining('setting “'),
    });
    await started.dispose();
    expect(clock.pending).toBe(0);
  },
);

it('says of what acts that no provider can tell a repeat, so that nothing is repeated blindly', () => {
  const { createCheckout, payout } = manifest.capabilities['payment-gateway']?.operations ?? {};
  expect([createCheckout?.dedupe, payout?.dedupe]).toEqual(['none', 'none']);
});
