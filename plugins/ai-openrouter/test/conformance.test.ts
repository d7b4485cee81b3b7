import { aiProviderConformance, checkSettingsFile } from '@fairlead/sdk/testing';
import { it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './connection.ts';
import { openRouterVendor } from './openrouter-vendor.ts';

aiProviderConformance({ name: 'ai-openrouter', plugin, manifest, vendor: openRouterVendor });

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
