import { channel, type Manifest } from '@fairlead/sdk';
import { type ChannelVendor, channelChecks, checkSettingsFile, registerChecks } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './connection.ts';
import { hmacSender, keySender, standardSender } from './senders.ts';

/**
 * The suite plays a vendor that `testCredentials` asks. This plugin has none, so those checks have nothing to fail; what
 * it answers instead is tested in `check-settings.test.ts`.
 */
function checks(vendor: ChannelVendor) {
  return channelChecks({ plugin, manifest, vendor }).filter(({ title }) => !title.startsWith('testCredentials:'));
}

registerChecks('channel-api with standard-webhooks conforms to channel', checks(standardSender));
registerChecks('channel-api with hmac conforms to channel', checks(hmacSender));
registerChecks('channel-api with api-key conforms to channel', checks(keySender));

it('declares exactly what it can do, and asks for no way out', () => {
  const declared: Manifest = manifest;
  expect(Object.keys(declared.capabilities[channel.id]?.operations ?? {})).toEqual(['receive', 'testCredentials']);
  expect(declared.egress).toEqual([]);
});

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
