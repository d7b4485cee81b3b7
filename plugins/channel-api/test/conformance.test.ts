import { channel, type Manifest } from '@fairlead/sdk';
import { channelConformance, checkSettingsFile } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './connection.ts';
import { hmacSender, keySender, standardSender } from './senders.ts';

const subject = { plugin, manifest };
channelConformance({ ...subject, name: 'channel-api with standard-webhooks', vendor: standardSender });
channelConformance({ ...subject, name: 'channel-api with hmac', vendor: hmacSender });
channelConformance({ ...subject, name: 'channel-api with api-key', vendor: keySender });

it('declares exactly what it can do, and asks for no way out', () => {
  const declared: Manifest = manifest;
  expect(Object.keys(declared.capabilities[channel.id]?.operations ?? {})).toEqual(['receive', 'testCredentials']);
  expect(declared.egress).toEqual([]);
});

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
