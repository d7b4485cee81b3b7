import { checkSettingsFile, paymentGatewayConformance, readManifest } from '@fairlead/sdk/testing';
import { it } from 'vitest';
import plugin from '../src/index.ts';
import { coinPaymentsVendor } from './coinpayments-vendor.ts';
import { legacyVendor } from './legacy-vendor.ts';
import { nowPaymentsVendor } from './nowpayments-vendor.ts';

const manifest = readManifest(new URL('../package.json', import.meta.url));

paymentGatewayConformance({
  name: 'gateway-crypto, CoinPayments legacy,',
  plugin,
  manifest,
  vendor: legacyVendor,
});
paymentGatewayConformance({ name: 'gateway-crypto, CoinPayments,', plugin, manifest, vendor: coinPaymentsVendor });
paymentGatewayConformance({ name: 'gateway-crypto, NOWPayments,', plugin, manifest, vendor: nowPaymentsVendor });

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
