import { aiProviderConformance, checkSettingsFile, readManifest } from '@fairlead/sdk/testing';
import { it } from 'vitest';
import plugin from '../src/index.ts';
import { vendor } from './vendor.ts';

const manifest = readManifest(new URL('../package.json', import.meta.url));

aiProviderConformance({ name: manifest.id, plugin, manifest, vendor });

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
