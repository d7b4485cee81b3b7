import { checkSettingsFile, paymentGatewayConformance, readManifest } from '@fairlead/sdk/testing';
import { it } from 'vitest';
import plugin from '../src/index.ts';
import { sandboxVendor } from './vendor.ts';

const manifest = readManifest(new URL('../package.json', import.meta.url));

paymentGatewayConformance({ name: 'gateway-sandbox', plugin, manifest, vendor: sandboxVendor });

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
