import type { Manifest, Plugin } from '@fairlead/sdk';
import { paymentGatewayChecks, readManifest, runChecks } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { sandboxVendor } from './vendor.ts';
import { wrongPlugin, wrongPlugins } from './wrong-plugins.ts';

const whole = readManifest(new URL('../package.json', import.meta.url));
const operations = { createCheckout: {}, getStatus: {}, receive: {}, testCredentials: {} };
const manifest: Manifest = { ...whole, capabilities: { 'payment-gateway': { version: 1, operations } } };

const failuresOf = (plugin: Plugin) => runChecks(paymentGatewayChecks({ plugin, manifest, vendor: sandboxVendor }));

describe('the conformance suite', () => {
  it('finds nothing in the right plugin', async () => {
    expect(await failuresOf(wrongPlugin({}))).toEqual([]);
  });

  it.each(Object.entries(wrongPlugins))(
    'names what is wrong with a plugin that %s',
    async (_name, { plugin, reason }) => {
      const titles = (await failuresOf(plugin)).map(({ title }) => title);
      expect(titles).not.toEqual([]);
      expect(titles.filter((title) => !reason.test(title))).toEqual([]);
    },
  );
});
