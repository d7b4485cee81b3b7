import { channelConformance, checkSettingsFile } from '@fairlead/sdk/testing';
import { it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './connection.ts';
import { telegramVendor } from './telegram-vendor.ts';

channelConformance({ name: 'channel-telegram', plugin, manifest, vendor: telegramVendor });

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
