import { execFileSync } from 'node:child_process';
import { secretNames } from '@fairlead/sdk';
import { checkSettingsFile, FakeClock, startPlugin } from '@fairlead/sdk/testing';
import Stripe from 'stripe';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './gateway.ts';

it('commits the schema of its settings', () =>
  checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));

it('keeps exactly the key and the signing secrets secret', () => {
  expect(secretNames(plugin.settings)).toEqual(['apiKey', 'webhookSecrets']);
});

it('pins the version of the API that the installed SDK was made for', async () => {
  const { settings } = await startPlugin({ plugin, manifest, settings: { apiKey: 'sk_test_1' } });
  expect(settings).toMatchObject({ apiBase: 'https://api.stripe.com', apiVersion: Stripe.API_VERSION });
});

it.each([
  { apiKey: '' },
  { apiKey: 'sk_test_1', apiBase: 'ftp://api.stripe.com' },
  { apiKey: 'sk_test_1', apiBase: 'https://user:password@api.stripe.com' },
  { apiKey: 'sk_test_1', apiVersion: 'newest' },
  { apiKey: 'sk_test_1', webhookSecrets: [''] },
  { apiKey: 'sk_test_1', publishableKey: 'pk_test_1' },
])('refuses settings %j', async (settings) => {
  await expect(startPlugin({ plugin, manifest, settings })).rejects.toMatchObject({ code: 'settings_invalid' });
});

it('does not load the stripe package before the first request to Stripe', () => {
  const entry = new URL('../src/index.ts', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    let loaded = 0;
    registerHooks({ load(url, context, next) { if (url.includes('/node_modules/stripe/')) loaded++; return next(url, context); } });
    await import(${JSON.stringify(entry)});
    const before = loaded;
    await import(import.meta.resolve('stripe', ${JSON.stringify(entry)}));
    process.stdout.write(JSON.stringify({ before, after: loaded > before }));
  `;
  const options = [
    '--conditions=@fairlead/source',
    '--experimental-import-meta-resolve',
    '--input-type=module',
    '-e',
    script,
  ];
  const output = execFileSync(process.execPath, options, { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual({ before: 0, after: true });
});

it('leaves no timer behind', async () => {
  const clock = new FakeClock();
  const started = await startPlugin({ plugin, manifest, clock, settings: { apiKey: 'sk_test_1' } });
  await started.dispose();
  expect(clock.pending).toBe(0);
});
