import { secretNames } from '@fairlead/sdk';
import { checkSettingsFile, FakeClock, startPlugin } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './gateway.ts';

const secrets = { clientId: 'id', clientSecret: 'secret' };

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));

it('keeps exactly the client ID and the secret secret', () => {
  expect(secretNames(plugin.settings)).toEqual(['clientId', 'clientSecret']);
});

it('is live and verifies by certificate unless told otherwise', async () => {
  const { settings } = await startPlugin({ plugin, manifest, settings: secrets });
  expect(settings).toMatchObject({ environment: 'live', verification: 'certificate' });
});

it.each([
  { clientId: 'id' },
  { ...secrets, clientSecret: '' },
  { ...secrets, environment: 'production' },
  { ...secrets, apiBase: 'ftp://api-m.paypal.com' },
  { ...secrets, apiBase: 'https://user:password@api-m.paypal.com' },
  { ...secrets, webhookId: '1JE-"}' },
  { ...secrets, verification: 'none' },
  { ...secrets, webhookSecrets: ['x'] },
])('refuses settings %j', async (settings) => {
  await expect(startPlugin({ plugin, manifest, settings })).rejects.toMatchObject({ code: 'settings_invalid' });
});

it('says how long PayPal keeps keys: six hours for orders, 45 days for payments, 30 for payouts', () => {
  const hours = Object.entries(manifest.capabilities['payment-gateway']?.operations ?? {})
    .filter(([, { keyLifetimeMs }]) => keyLifetimeMs !== undefined)
    .map(([name, { keyLifetimeMs }]) => [name, (keyLifetimeMs ?? 0) / 3_600_000]);
  expect(Object.fromEntries(hours)).toEqual({
    createCheckout: 6,
    confirm: 6,
    capture: 45 * 24,
    void: 45 * 24,
    refund: 45 * 24,
    payout: 30 * 24,
  });
});

it('leaves no timer behind', async () => {
  const clock = new FakeClock();
  const started = await startPlugin({ plugin, manifest, clock, settings: secrets });
  await started.dispose();
  expect(clock.pending).toBe(0);
});
