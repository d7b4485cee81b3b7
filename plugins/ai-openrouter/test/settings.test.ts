import { secretNames } from '@fairlead/sdk';
import { startPlugin } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { flavourOf } from '../src/settings.ts';
import { manifest } from './connection.ts';
import { apiKey } from './openrouter-vendor.ts';

it('keeps exactly the key secret', () => {
  expect(secretNames(plugin.settings)).toEqual(['apiKey']);
});

it('needs a key for OpenRouter and nothing else', async () => {
  await using started = await startPlugin({ plugin, manifest, settings: { apiKey } });
  expect(started.settings).toMatchObject({
    apiBase: 'https://openrouter.ai/api/v1',
    flavour: 'auto',
    structured: 'json_schema',
    maxTokensField: 'max_tokens',
  });
});

it.each([
  { apiBase: 'ftp://openrouter.ai' },
  { apiBase: 'https://user:password@openrouter.ai' },
  { apiBase: 'https://openrouter.ai/api/v1?key=x' },
  { flavour: 'azure' },
  { structured: 'xml' },
  { referer: 'product.example' },
  { title: 'Prod\u00fckt' },
  { title: 'two\nlines' },
  { model: 'acme/large' },
])('refuses settings %j', async (settings) => {
  await expect(startPlugin({ plugin, manifest, settings })).rejects.toMatchObject({ code: 'settings_invalid' });
});

it.each([
  ['https://openrouter.ai/api/v1', 'auto', 'openrouter'],
  ['https://eu.openrouter.ai/api/v1', 'auto', 'openrouter'],
  ['https://openrouter.ai.evil.example/api/v1', 'auto', 'openai-compatible'],
  ['https://api.openai.com/v1', 'auto', 'openai-compatible'],
  ['http://127.0.0.1:11434/v1', 'auto', 'openai-compatible'],
  ['https://gateway.example/v1', 'openrouter', 'openrouter'],
  ['https://openrouter.ai/api/v1', 'openai-compatible', 'openai-compatible'],
] as const)('takes %s as %s for %s', (apiBase, flavour, expected) => {
  expect(flavourOf({ apiBase, flavour })).toBe(expected);
});
